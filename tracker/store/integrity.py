"""*Register controleren*: everything in the file held against the change log, from which it must follow."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from tracker.basics.errors import Cancelled, TrackerError
from tracker.basics.language import Text
from tracker.records.change import PersonalDetail
from tracker.records.entity import KIND_TABLES, WRITING_ORDER, columns_of
from tracker.records.registry import KINDS, LETTER_PREFIX, kind_of
from tracker.store import summary
from tracker.store.record_store import Store
from tracker.store.rows import chunks, table_of, to_stored
from tracker.store.settings import LOG_HEAD, read_setting
from tracker.store.step_writer import personal_digest, step_digest
from tracker.store.tables import change, counter, person_detail, record, record_text, step, undo_stack

State = dict[str, dict[int, dict[str, Any]]]
"""Rows in their stored form by entity and id."""
Progress = Callable[[int, int], object]
"""Told how much of how much was done; may raise Cancelled."""
_TOLD_EVERY, _LISTEN_EVERY = 1_000, 500_000
"""Rows between two tellings, and steps of SQLite itself between two moments at which it listens."""
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be: where, and what."""

    where: str
    what: Text


class _Walk:
    """Tells how far the check is while it goes over rows."""

    def __init__(self, connection: Connection, progress: Progress) -> None:
        self._progress, self._done = progress, 0
        changes, records = (connection.scalar(select(func.count()).select_from(one)) or 0 for one in (change, record))
        self._total = 3 * changes + records  # read, walked through, and at most as many rows in all tables; the list

    def over(self, rows: Iterable[_Row]) -> Iterator[_Row]:
        """Give the rows one by one."""
        for row in rows:
            yield row
            self._done += 1
            if self._done % _TOLD_EVERY == 0:
                self._progress(min(self._done, self._total), self._total)


def check(store: Store, progress: Progress | None = None) -> list[Problem]:
    """Give all problems of an open register; an empty list means that it is whole. Changes nothing.

    Raises Cancelled where ``progress`` does.
    """
    tell: Progress = progress or (lambda _done, _total: None)
    try:
        with store.read() as connection, _reading_spoiled_text(connection):
            with _listening(connection, tell):
                problems = list(_pages(connection))
            if not problems:
                walk = _Walk(connection, tell)
                state: State = {entity: {} for entity in WRITING_ORDER}
                given: dict[int, str] = {}
                problems += _replay(connection, state, given, walk)
                problems += _compare_tables(connection, state, walk)
                problems += _compare_persons(connection)
                problems += _compare_references(connection, given)
                problems += _compare_lists(connection, walk)
                problems += _compare_undo(connection)
                problems += _compare_head(connection)
                problems += _compare_counters(connection)
    except Cancelled:
        raise
    except TrackerError as error:
        return [Problem("bestand", error.words)]
    except (ValueError, KeyError, TypeError) as error:  # a damaged cell can hold what no reader expects
        return [Problem("bestand", Text(f"een waarde is onleesbaar: {error}", f"a value cannot be read: {error}"))]
    return problems


@contextmanager
def _reading_spoiled_text(connection: Connection) -> Iterator[None]:
    """Let text that is no UTF-8 any more be read, with marks where it is spoiled, so that its place can be told."""
    driver: Any = connection.connection.driver_connection
    before = driver.text_factory
    driver.text_factory = lambda raw: raw.decode(errors="backslashreplace")
    try:
        yield
    finally:
        driver.text_factory = before


@contextmanager
def _listening(connection: Connection, progress: Progress) -> Iterator[None]:
    """Let what SQLite itself is long about be stopped as well."""
    driver: Any = connection.connection.driver_connection
    stopped: list[Cancelled] = []

    def listen() -> bool:
        try:
            progress(0, 0)
        except Cancelled as error:
            stopped.append(error)
        return bool(stopped)

    driver.set_progress_handler(listen, _LISTEN_EVERY)
    try:
        yield
    except DBAPIError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        driver.set_progress_handler(None, 0)


def _pages(connection: Connection) -> Iterator[Problem]:
    for row in connection.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Problem("bestand", Text(f"SQLite meldt: {row[0]}", f"SQLite reports: {row[0]}"))
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        words = f"{row[0]} {row[1]} → {row[2]}"
        yield Problem(str(row[0]), Text(f"verwijst naar niets: {words}", f"points at nothing: {words}"))


def _replay(connection: Connection, state: State, given: dict[int, str], walk: _Walk) -> Iterator[Problem]:
    """Walk the log from its start: each digest must follow from the one before, each change from the state.

    ``given`` is filled with the reference of every record that ever was.
    """
    lines = connection.execute(select(change).order_by(change.c.step_id, change.c.id)).mappings()
    by_step: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for line in walk.over(lines):
        by_step[line["step_id"]].append(dict(line))
    previous = ""
    expected_id = 1
    for row in connection.execute(select(step).order_by(step.c.id)).mappings():
        head = dict(row)
        where = f"logboek, stap {head['id']}"
        if head["id"] != expected_id:
            yield Problem(where, Text("er ontbreken stappen voor deze stap", "steps before this one are missing"))
        expected_id = head["id"] + 1
        changes = by_step.pop(head["id"], [])
        if step_digest(previous, head, changes) != head["digest"]:
            yield Problem(
                where, Text("de stap is buiten het programma om gewijzigd", "the step was changed from outside")
            )
        previous = head["digest"]
        for entry in walk.over(changes):
            yield from _replay_change(state, entry, where)
            if entry["entity"] in KIND_TABLES and entry["before"] is None:
                given[entry["row_id"]] = json.loads(entry["after"])["reference"]
    for step_id in by_step:
        yield Problem(f"logboek, stap {step_id}", Text("wijzigingen zonder stap", "changes without a step"))


def _replay_change(state: State, line: dict[str, Any], where: str) -> Iterator[Problem]:
    rows = state[line["entity"]]
    before = None if line["before"] is None else json.loads(line["before"])
    after = None if line["after"] is None else json.loads(line["after"])
    if after is None:
        rows.pop(line["row_id"], None)
    elif before is None:
        rows[line["row_id"]] = after
    elif line["row_id"] in rows:
        rows[line["row_id"]].update(after)
    else:
        what = f"{line['entity']} {line['row_id']}"
        yield Problem(where, Text(f"wijzigt {what}, dat er niet is", f"changes {what}, which is not there"))


def _compare_tables(connection: Connection, state: State, walk: _Walk) -> Iterator[Problem]:
    for entity in WRITING_ORDER:
        table = table_of(entity)
        logged = state[entity]
        for row in walk.over(connection.execute(select(table)).mappings()):
            found = to_stored({name: row[name] for name in columns_of(entity)})
            expected = logged.pop(row["id"], None)
            where = f"{entity} {row['id']}"
            if expected is None:
                yield Problem(where, Text("staat niet in het logboek", "is not in the log"))
                continue
            for name, value in found.items():
                # a column that came with a later schema is not in older log lines
                if name in expected and expected[name] != value:
                    words = f"{name} is “{value}”, volgens het logboek “{expected[name]}”"
                    english = f"{name} is “{value}”, according to the log “{expected[name]}”"
                    yield Problem(where, Text(words, english))
        for row_id in logged:
            yield Problem(
                f"{entity} {row_id}",
                Text("staat wel in het logboek, niet in de tabel", "is in the log, not in the table"),
            )


def _compare_persons(connection: Connection) -> Iterator[Problem]:
    damaged = Text("naam of adres is beschadigd", "name or address is damaged")
    owners = {}
    for row in connection.execute(select(person_detail)):
        owners[row.id] = row.person_id
        emptied = not row.name and not row.email and not row.digest
        detail = PersonalDetail(row.id, row.person_id, row.name, row.email)
        if not emptied and personal_digest(row.salt, detail) != row.digest:
            yield Problem(f"persoon {row.person_id}", damaged)
    for row in connection.execute(select(table_of("person"))):
        if row.detail is not None and owners.get(row.detail) != row.id:
            yield Problem(f"persoon {row.id}", damaged)


def _compare_references(connection: Connection, given: dict[int, str]) -> Iterator[Problem]:
    """Also a deleted record keeps its reference, so that it is never given again."""
    found = {row.id: row for row in connection.execute(select(record))}
    for row_id, reference in given.items():
        row = found.get(row_id)
        if row is None or f"{kind_of(row.kind).prefix}-{row.number}" != reference or row.reference != reference:
            words = f"hoort {reference} te heten", f"must be called {reference}"
            yield Problem(f"record {row_id}", Text(*words))


def _compare_undo(connection: Connection) -> Iterator[Problem]:
    """What can be taken back or repeated follows from the acts in the log."""
    last = dict(
        tuple(row)
        for row in connection.execute(
            select(step.c.undone_step, step.c.act).where(step.c.undone_step.is_not(None)).order_by(step.c.id)
        )
    )
    done = set(connection.scalars(select(step.c.id).where(step.c.act == "do")))
    stacked = {row.step_id: row.undone for row in connection.execute(select(undo_stack))}
    for step_id, undone in stacked.items():
        if step_id not in done or undone != (last.get(step_id) == "undo"):
            words = "ongedaan maken loopt niet gelijk met het logboek", "undo differs from the log"
            yield Problem(f"logboek, stap {step_id}", Text(*words))


def _compare_head(connection: Connection) -> Iterator[Problem]:
    """The newest step is also noted beside the log, so that it shows when steps are taken from its end."""
    noted = read_setting(connection, LOG_HEAD, "")
    last = connection.scalar(select(step.c.digest).order_by(step.c.id.desc()).limit(1))
    if noted and noted != last:
        yield Problem("logboek", Text("de laatste stappen ontbreken", "the last steps are missing"))


def _compare_counters(connection: Connection) -> Iterator[Problem]:
    """A series that went back would give a number twice."""
    last = {row.name: row.last for row in connection.execute(select(counter))}
    given = {entity: table_of(entity) for entity in WRITING_ORDER if entity not in KIND_TABLES}
    for series, table in {**given, "record": record, "person_detail": person_detail}.items():
        highest = connection.scalar(select(func.max(table.c.id))) or 0
        if highest > last.get(series, 0):
            words = f"de teller staat op {last.get(series, 0)}, gegeven is {highest}"
            english = f"the counter stands at {last.get(series, 0)}, given was {highest}"
            yield Problem(f"nummers, {series}", Text(words, english))
    numbers = {kind.prefix: select(func.max(record.c.number)).where(record.c.kind == kind.code) for kind in KINDS}
    numbers[LETTER_PREFIX] = select(func.max(table_of("letter").c.number))
    for prefix, statement in numbers.items():
        highest, at = connection.scalar(statement) or 0, last.get(f"reference {prefix}", 0)
        if highest > at:
            words = f"de teller staat op {at}, gegeven is {prefix}-{highest}"
            english = f"the counter stands at {at}, given was {prefix}-{highest}"
            yield Problem(f"nummers, {prefix}", Text(words, english))


def _compare_lists(connection: Connection, walk: _Walk) -> Iterator[Problem]:
    ids = list(connection.scalars(select(record.c.id).where(record.c.deleted.is_(False))))
    for some in chunks(ids, 5000):
        fresh = {row.pop("row"): row for row in summary.fresh_rows(connection, some)}
        stored = {
            row["id"]: dict(row) for row in connection.execute(select(record).where(record.c.id.in_(some))).mappings()
        }
        texts = {
            row.id: row.folded
            for row in connection.execute(
                select(record_text.c.id, record_text.c.folded).where(record_text.c.id.in_(some))
            )
        }
        for row_id in walk.over(some):
            wanted = fresh.get(row_id)
            if wanted is None:
                yield Problem(f"record {row_id}", Text("heeft geen inhoud", "has no content"))
                continue
            found = {**stored[row_id], "folded": texts.get(row_id)}
            for name, value in wanted.items():
                if found[name] != value:
                    where = f"lijst, {stored[row_id]['reference']}"
                    yield Problem(
                        where, Text(f"{name} loopt niet gelijk met het record", f"{name} differs from the record")
                    )
    yield from _deleted_with_content(connection)


def _deleted_with_content(connection: Connection) -> Iterator[Problem]:
    gone = select(record.c.id).where(record.c.deleted.is_(True))
    for entity in KIND_TABLES:
        table = table_of(entity)
        for row_id in connection.scalars(select(table.c.id).where(table.c.id.in_(gone))):
            yield Problem(f"{entity} {row_id}", Text("is verwijderd, maar er nog", "is deleted, but still there"))
