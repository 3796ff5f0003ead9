"""The only way to write: a step's rows, their list copies and their lines in the log, in one transaction."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, exc, insert, select

from tracker.basics.errors import InvalidValue, StaleRecord
from tracker.records.change import Change, LoggedStep, PersonalDetail, Step
from tracker.records.entity import KIND_TABLES, PART_OF_RECORD, WRITING_ORDER
from tracker.records.registry import kind_of
from tracker.records.value_type import NameOf
from tracker.store import summary
from tracker.store.engine import to_json
from tracker.store.rows import chunks, stored_rows, table_of, to_database
from tracker.store.settings import LOG_HEAD, keep_setting
from tracker.store.tables import change as change_table
from tracker.store.tables import person_detail, record, record_text, undo_stack
from tracker.store.tables import step as step_table

NAMED = frozenset(("organisation", "person", "letter", "debate"))
Progress = Callable[[int, int], None]
"""Told how far a long task is: (done, all). May raise Cancelled."""
_RANK = {entity: rank for rank, entity in enumerate(WRITING_ORDER)}


def write_step(
    connection: Connection, step: Step, *, by: int, at: datetime, act: str = "do", undone_step: int | None = None,
    names: NameOf | None = None, progress: Progress | None = None,
) -> LoggedStep:  # fmt: skip
    """Carry out a step and log it. Raises StaleRecord when a value is no longer what the step expects.

    ``names`` are those before the step, read before; they are used where the step changes none. ``progress`` is told
    how far it is, and may raise Cancelled: the caller's transaction then leaves nothing.
    """
    told = _Told(progress, len(step.changes))
    moment = at.isoformat(timespec="milliseconds")
    refuse_stale(connection, step.changes)
    _write_personal(connection, step.personal)
    _write_rows(connection, step.changes, moment, told)
    kept_names = None if changes_names(step) else names
    summary.refresh(connection, _touched(connection, step.changes), moment, kept_names, told.count)
    logged = _log(connection, step, by=by, at=at, moment=moment, act=act, undone_step=undone_step)
    if act == "do":
        _remember_for_undo(connection, logged.id, undoable=step.undoable)
    return logged


class _Told:
    """Counts what is done of a step: its rows, and then the list rows that follow from them."""

    def __init__(self, progress: Progress | None, changes: int) -> None:
        self._progress, self._done, self._total = progress, 0, 2 * changes

    def count(self, done: int) -> None:
        """Add what was done, and tell."""
        self._done += done
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)


def changes_names(step: Step) -> bool:
    """Tell whether a step makes, changes or deletes anything that has a name of its own."""
    return bool(step.personal) or any(change.entity in NAMED for change in step.changes)


# --- checking ---------------------------------------------------------------------------------------------------------


def refuse_stale(connection: Connection, changes: Iterable[Change]) -> None:
    """Compare what each change expects with what is there. Raises StaleRecord with both texts."""
    expecting: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.before is not None:
            expecting[change.entity].append(change)
    differences: dict[str, tuple[object, object]] = {}
    for entity, some in expecting.items():
        found = stored_rows(connection, entity, [change.id for change in some])
        for change in some:
            row = found.get(change.id)
            if row is None:
                raise _gone(entity)
            for name, expected in (change.before or {}).items():
                if row.get(name) != expected:
                    differences[name] = (expected, row.get(name))
    if differences:
        names = ", ".join(differences)
        raise StaleRecord(
            f"Iemand heeft dit intussen ook gewijzigd ({names}). Uw tekst staat er nog. Vergelijk en bewaar opnieuw.",
            f"Somebody changed this too in the meantime ({names}). Your text is still there. Compare and save again.",
            differences,
        )


def _gone(entity: str) -> StaleRecord:
    return StaleRecord(
        "Dit record is intussen verwijderd. Ververs de lijst.",
        "This record was deleted in the meantime. Refresh the list.",
        {entity: ("present", None)},
    )


# --- writing ----------------------------------------------------------------------------------------------------------


def _write_rows(connection: Connection, changes: Sequence[Change], moment: str, told: _Told) -> None:
    made = sorted((one for one in changes if one.before is None), key=lambda one: _RANK[one.entity])
    gone = sorted((one for one in changes if one.after is None), key=lambda one: -_RANK[one.entity])
    changed = [one for one in changes if one.before is not None and one.after is not None]
    try:
        _make(connection, made, moment)
        told.count(len(made))
        for one in changed:
            _update(connection, one)
            told.count(1)
        for one in gone:
            _delete(connection, one)
            told.count(1)
    except exc.IntegrityError as error:
        raise _refused(error) from error


def _make(connection: Connection, made: list[Change], moment: str) -> None:
    by_entity: dict[str, list[Change]] = defaultdict(list)
    for change in made:
        by_entity[change.entity].append(change)
    for entity, some in by_entity.items():
        if entity in KIND_TABLES:
            _make_list_rows(connection, entity, some, moment)
        rows = [{"id": change.id, **to_database(entity, change.after or {})} for change in some]
        connection.execute(insert(table_of(entity)), rows)


def _make_list_rows(connection: Connection, entity: str, made: list[Change], moment: str) -> None:
    kind = kind_of(entity)
    ids = [change.id for change in made]
    buried = {
        row for some in chunks(ids) for row in connection.scalars(select(record.c.id).where(record.c.id.in_(some)))
    }
    new = []
    for change in made:
        if change.id in buried:
            continue
        after = change.after or {}
        reference = str(after["reference"])
        new.append(
            {
                "id": change.id, "kind": kind.code, "reference": reference, "number": int(reference.rpartition("-")[2]),
                "title": after["title"], "phase": "open", "marking": after["marking"], "updated": moment,
            }
        )  # fmt: skip
    if new:
        connection.execute(insert(record), new)
    if buried:
        connection.execute(record.update().where(record.c.id.in_(buried)).values(deleted=False))


def _update(connection: Connection, change: Change) -> None:
    table = table_of(change.entity)
    connection.execute(
        table.update().where(table.c.id == change.id).values(to_database(change.entity, change.after or {}))
    )


def _delete(connection: Connection, change: Change) -> None:
    table = table_of(change.entity)
    connection.execute(delete(table).where(table.c.id == change.id))
    if change.entity in KIND_TABLES:
        connection.execute(record.update().where(record.c.id == change.id).values(deleted=True))
        connection.execute(delete(record_text).where(record_text.c.id == change.id))


def _write_personal(connection: Connection, details: Iterable[PersonalDetail]) -> None:
    rows = []
    for detail in details:
        salt = secrets.token_hex(8)
        rows.append(
            {
                "id": detail.id, "person_id": detail.person_id, "name": detail.name, "email": detail.email,
                "salt": salt, "digest": personal_digest(salt, detail),
            }
        )  # fmt: skip
    if rows:
        connection.execute(insert(person_detail), rows)


def personal_digest(salt: str, detail: PersonalDetail) -> str:
    """Give the digest by which a flipped bit in a name shows; without its salt it tells nothing."""
    return hashlib.sha256(to_json([salt, detail.id, detail.person_id, detail.name, detail.email]).encode()).hexdigest()


def _refused(error: exc.IntegrityError) -> Exception:
    words = str(error.orig)
    if "FOREIGN KEY" in words:
        return InvalidValue(
            "Dit wordt nog elders gebruikt, of wijst naar iets dat er niet is. Haal eerst de verwijzingen weg.",
            "This is still used elsewhere, or points at something that is not there. Take the references away first.",
        )
    if "UNIQUE" in words:
        what = words.rpartition(":")[2].strip()
        return StaleRecord(
            f"Dit nummer is al gegeven ({what}). Probeer het opnieuw.",
            f"This number was given already ({what}). Try again.",
            {},
        )
    return error


def _touched(connection: Connection, changes: Iterable[Change]) -> set[int]:
    ids: set[int] = set()
    named: dict[str, set[int]] = defaultdict(set)
    for change in changes:
        if change.entity in KIND_TABLES:
            ids.add(change.id)
        elif change.entity in PART_OF_RECORD:
            # a part that moves to another record concerns both
            sides = (change.record_id, (change.before or {}).get("record_id"), (change.after or {}).get("record_id"))
            ids.update(side for side in sides if isinstance(side, int))
        elif change.before is not None:  # a new row is not yet pointed at by anything outside this step
            named[change.entity].add(change.id)
    for entity, row_ids in named.items():
        ids |= summary.records_naming(connection, entity, row_ids)
    return ids


# --- logging ----------------------------------------------------------------------------------------------------------


def _log(
    connection: Connection, step: Step, *, by: int, at: datetime, moment: str, act: str, undone_step: int | None
) -> LoggedStep:
    previous = connection.execute(select(step_table.c.id, step_table.c.digest).order_by(step_table.c.id.desc())).first()
    step_id = 1 if previous is None else previous.id + 1
    row = {
        "id": step_id, "at": moment, "by": by, "source": str(step.source), "label": step.label, "act": act,
        "undone_step": undone_step,
    }  # fmt: skip
    lines = [
        {
            "step_id": step_id, "entity": change.entity, "row_id": change.id, "record_id": change.record_id,
            "before": None if change.before is None else to_json(change.before),
            "after": None if change.after is None else to_json(change.after),
        }
        for change in step.changes
    ]  # fmt: skip
    digest = step_digest("" if previous is None else previous.digest, row, lines)
    connection.execute(insert(step_table), [{**row, "digest": digest}])
    keep_setting(connection, LOG_HEAD, digest)
    if lines:
        connection.execute(insert(change_table), lines)
    return LoggedStep(step_id, at, by, str(step.source), step.label, act, undone_step, step.changes, digest)


def step_digest(previous: str, row: dict[str, object], lines: Iterable[dict[str, object]]) -> str:
    """Give the digest of a step: over the one before it, its own head, and its changes in order (SHA-256)."""
    whole = hashlib.sha256(previous.encode())
    whole.update(to_json([row[name] for name in ("id", "at", "by", "source", "label", "act", "undone_step")]).encode())
    for line in lines:
        parts = [line[name] for name in ("entity", "row_id", "record_id", "before", "after")]
        whole.update(to_json(parts).encode())
    return whole.hexdigest()


def _remember_for_undo(connection: Connection, step_id: int, *, undoable: bool) -> None:
    if not undoable:
        return
    connection.execute(delete(undo_stack).where(undo_stack.c.undone.is_(True)))
    connection.execute(insert(undo_stack), [{"step_id": step_id, "undone": False}])


def read_changes(connection: Connection, step_id: int) -> tuple[Change, ...]:
    """Read the changes of a step from the log, in the order in which they were made."""
    rows = connection.execute(select(change_table).where(change_table.c.step_id == step_id).order_by(change_table.c.id))
    return tuple(
        Change(
            row.entity,
            row.row_id,
            None if row.before is None else json.loads(row.before),
            None if row.after is None else json.loads(row.after),
            row.record_id,
        )
        for row in rows
    )


def mark_undone(connection: Connection, step_id: int, *, undone: bool) -> None:
    """Remember that a step was taken back, or repeated."""
    connection.execute(undo_stack.update().where(undo_stack.c.step_id == step_id).values(undone=undone))
