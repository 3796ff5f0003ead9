"""The only way to write: a step's rows, their list copies and their lines in the log, in one transaction."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import groupby, islice

from sqlalchemy import Connection, exc, insert, select

from tracker.basics.errors import InvalidValue, StaleRecord
from tracker.records.change import Change, LoggedStep, PersonalDetail, Piece, Step, WrittenPieces
from tracker.records.entity import KIND_TABLES, PART_OF_RECORD, WRITING_ORDER
from tracker.records.registry import kind_of
from tracker.records.value_type import NameOf
from tracker.store import summary
from tracker.store.engine import driver, to_json
from tracker.store.names import read_names
from tracker.store.rows import AT_ONCE, chunks, insert_rows, stored_rows, update_row
from tracker.store.settings import LOG_HEAD, keep_setting
from tracker.store.tables import change as change_table
from tracker.store.tables import person_detail, record, undo_stack

# The driver's own SQL where every step needs it: putting SQLAlchemy's together takes longer than SQLite to run it.
_NEWEST_STEP = "SELECT id, digest FROM step ORDER BY id DESC LIMIT 1"
_INSERT_STEP = (
    "INSERT INTO step (id, at, \"by\", source, label, act, undone_step, digest) VALUES (?, ?, ?, ?, ?, ?, ?, '')"
)
_FINISH_STEP = "UPDATE step SET digest = ? WHERE id = ?"
_INSERT_LINE = "INSERT INTO change (step_id, entity, row_id, record_id, before, after) VALUES (?, ?, ?, ?, ?, ?)"
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
    kept_names = None if changes_names(step) else names
    fresh = _write_rows(connection, step.changes, moment, lambda: kept_names or read_names(connection), told.count)
    summary.refresh(connection, _touched(connection, step.changes) - fresh, moment, kept_names, told.count)
    logged = _log(connection, step, by=by, at=at, moment=moment, act=act, undone_step=undone_step)
    if act == "do":
        _remember_for_undo(connection, logged.id, undoable=step.undoable)
    return logged


def write_pieces(
    connection: Connection, head: Step, pieces: Iterable[Piece], *, by: int, at: datetime
) -> WrittenPieces:  # fmt: skip
    """Carry out and log one step whose changes come in pieces, so that they need not all be in memory.

    ``head`` gives label and source. What a piece points at must be in it or in one before.
    """
    moment = at.isoformat(timespec="milliseconds")
    log = _Log(connection, head, by=by, at=at, moment=moment, act="do", undone_step=None)
    touched: set[int] = set()
    fresh: set[int] = set()
    entities: set[str] = set()
    names = _LatestNames(connection)
    for piece in pieces:
        refuse_stale(connection, piece.changes)
        _write_personal(connection, piece.personal)
        if piece.personal or any(change.entity in NAMED for change in piece.changes):
            names.forget()
        fresh |= _write_rows(connection, piece.changes, moment, names)
        log.add(piece.changes)
        touched |= _touched(connection, piece.changes)
        entities.update(change.entity for change in piece.changes if change.entity not in KIND_TABLES)
    summary.refresh(connection, touched - fresh, moment)
    logged = log.finish()
    _remember_for_undo(connection, logged.id, undoable=head.undoable)
    return WrittenPieces(logged, frozenset(touched), frozenset(entities))


class _LatestNames:
    """The names as they are now, read anew once some were written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._names: NameOf | None = None

    def __call__(self) -> NameOf:
        """Give the names."""
        if self._names is None:
            self._names = read_names(self._connection)
        return self._names

    def forget(self) -> None:
        """Read them anew when they are next asked for."""
        self._names = None


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
    """Compare what each change expects with what is there, and with what those before it make of that.

    Raises StaleRecord with both texts.
    """
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
            row.update(change.after or {})
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


def _write_rows(
    connection: Connection, changes: Sequence[Change], moment: str, names: Callable[[], NameOf],
    count: Callable[[int], None] = lambda _: None,
) -> set[int]:  # fmt: skip
    """Write the rows; gives the records whose list rows are as they must be already. ``count`` hears of each."""
    made = sorted((one for one in changes if one.before is None), key=lambda one: _RANK[one.entity])
    gone = sorted((one for one in changes if one.after is None), key=lambda one: -_RANK[one.entity])
    changed = [one for one in changes if one.before is not None and one.after is not None]
    others = {one.record_id for one in (*changed, *gone)} if not _renames(changed, gone) else None
    try:
        fresh = _make(connection, made, moment, names, others)
        count(len(made))
        for one in changed:
            _update(connection, one)
            count(1)
        for entity, of_entity in groupby(gone, key=lambda one: one.entity):
            for some in chunks([one.id for one in of_entity], AT_ONCE):
                _delete(connection, entity, some)
                count(len(some))
    except exc.IntegrityError as error:
        raise _refused(error) from error
    return fresh


def _renames(changed: Iterable[Change], gone: Iterable[Change]) -> bool:
    return any(one.entity in NAMED for some in (changed, gone) for one in some)


def _make(
    connection: Connection, made: list[Change], moment: str, names: Callable[[], NameOf], others: set[int | None] | None
) -> set[int]:
    """Write new rows. List rows of new records are made from them at once, but for records in ``others``."""
    by_entity: dict[str, list[Change]] = defaultdict(list)
    for change in made:
        by_entity[change.entity].append(change)
    texts: dict[int, str] = {}
    for entity, some in by_entity.items():
        if entity in KIND_TABLES:
            whole = summary.NewRecords(by_entity, names(), moment, others)
            texts |= _make_list_rows(connection, entity, some, whole)
        insert_rows(connection, entity, ((change.id, change.after or {}) for change in some))
    summary.insert_texts(connection, texts)
    return set(texts)


def _make_list_rows(
    connection: Connection, entity: str, made: list[Change], whole: summary.NewRecords
) -> dict[int, str]:  # fmt: skip
    """Write the list rows of new records; gives the folded texts of those that were never there before."""
    kind = kind_of(entity)
    ids = [change.id for change in made]
    buried = {
        row for some in chunks(ids) for row in connection.scalars(select(record.c.id).where(record.c.id.in_(some)))
    }
    texts: dict[int, str] = {}
    new = []
    for change in made:
        if change.id not in buried:
            row, text = whole.list_row(kind, change)
            new.append(row)
            if text is not None:
                texts[change.id] = text
            if len(new) >= AT_ONCE:
                summary.insert_list_rows(connection, new)
                new = []
    summary.insert_list_rows(connection, new)
    if buried:
        connection.execute(record.update().where(record.c.id.in_(buried)).values(deleted=False))
    return texts


def _update(connection: Connection, change: Change) -> None:
    update_row(connection, change.entity, change.id, change.after or {})


def _delete(connection: Connection, entity: str, ids: Iterable[int]) -> None:
    keys = [(row_id,) for row_id in ids]
    connection.exec_driver_sql(f'DELETE FROM "{entity}" WHERE id = ?', keys)
    if entity in KIND_TABLES:
        connection.exec_driver_sql("UPDATE record SET deleted = 1 WHERE id = ?", keys)
        connection.exec_driver_sql("DELETE FROM record_text WHERE id = ?", keys)


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
    log = _Log(connection, step, by=by, at=at, moment=moment, act=act, undone_step=undone_step)
    log.add(step.changes)
    return log.finish(step.changes)


class _Log:
    """The lines of one step, written as they come; its digest is known when the last of them is there."""

    def __init__(
        self, connection: Connection, step: Step, *, by: int, at: datetime, moment: str, act: str,
        undone_step: int | None,
    ) -> None:  # fmt: skip
        previous = driver(connection).execute(_NEWEST_STEP).fetchone()
        self._connection = connection
        self._step, self._by, self._at, self._act, self._undone_step = step, by, at, act, undone_step
        self._id = 1 if previous is None else previous[0] + 1
        row = {
            "id": self._id, "at": moment, "by": by, "source": str(step.source), "label": step.label, "act": act,
            "undone_step": undone_step,
        }  # fmt: skip
        self._digest = _started_digest("" if previous is None else previous[1], row)
        driver(connection).execute(_INSERT_STEP, tuple(row.values()))

    def add(self, changes: Iterable[Change]) -> None:
        """Write the lines of changes."""
        left = iter(changes)
        while some := list(islice(left, AT_ONCE)):
            lines = [
                (
                    self._id, change.entity, change.id, change.record_id,
                    None if change.before is None else to_json(change.before),
                    None if change.after is None else to_json(change.after),
                )
                for change in some
            ]  # fmt: skip
            _add_to_digest(self._digest, (line[1:] for line in lines))
            driver(self._connection).executemany(_INSERT_LINE, lines)

    def finish(self, changes: tuple[Change, ...] = ()) -> LoggedStep:
        """Write the digest over all lines, and give the step as the log holds it."""
        digest = self._digest.hexdigest()
        driver(self._connection).execute(_FINISH_STEP, (digest, self._id))
        keep_setting(self._connection, LOG_HEAD, digest)
        return LoggedStep(
            self._id, self._at, self._by, str(self._step.source), self._step.label, self._act, self._undone_step,
            changes, digest,
        )  # fmt: skip


def step_digest(previous: str, row: dict[str, object], lines: Iterable[dict[str, object]]) -> str:
    """Give the digest of a step: over the one before it, its own head, and its changes in order (SHA-256)."""
    whole = _started_digest(previous, row)
    _add_to_digest(whole, ([line[name] for name in _IN_DIGEST] for line in lines))
    return whole.hexdigest()


def _started_digest(previous: str, row: dict[str, object]) -> hashlib._Hash:
    whole = hashlib.sha256(previous.encode())
    whole.update(to_json([row[name] for name in ("id", "at", "by", "source", "label", "act", "undone_step")]).encode())
    return whole


_IN_DIGEST = ("entity", "row_id", "record_id", "before", "after")


def _add_to_digest(whole: hashlib._Hash, lines: Iterable[Sequence[object]]) -> None:
    for line in lines:
        whole.update(to_json(line).encode())


def _remember_for_undo(connection: Connection, step_id: int, *, undoable: bool) -> None:
    if not undoable:
        return
    plain = driver(connection)
    plain.execute("DELETE FROM undo_stack WHERE undone IS 1")
    plain.execute("INSERT INTO undo_stack (step_id, undone) VALUES (?, 0)", (step_id,))


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
