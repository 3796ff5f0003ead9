"""Reading the register: lists, records with their parts, names, history; in any thread."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from threading import get_ident
from typing import Any

from sqlalchemy import Connection, Engine, select

from tracker.basics.errors import NotFound, ReadOnlyRegister
from tracker.records.filter import Filter
from tracker.records.registry import kind_of
from tracker.records.snapshot import Part, Record, RecordParts, Summary
from tracker.store import lists, log_reader
from tracker.store.engine import reading
from tracker.store.names import Names, read_names, read_removed_names
from tracker.store.rows import read_values, table_of, to_stored, to_values


class RegisterReading:
    """What can be read of an open register. Each question sees one unchanging state.

    ``read_only_because`` is None where writing is possible, and otherwise the reason as an error that can be raised.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self.read_only_because: ReadOnlyRegister | None = None
        self._engine = engine
        self._names: Names | None = None
        self._writing: tuple[int, Connection] | None = None
        """The thread that writes a step in pieces, and its connection: what it reads meanwhile goes over that one."""

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state. For modules of ``store`` only."""
        if self._writing is not None and self._writing[0] == get_ident():
            yield self._writing[1]
            return
        with reading(self._engine, self.path) as connection:
            yield connection

    def order(self, chosen: Filter, today: date) -> array[int]:
        """Give the ids of a list in its own order: by last day, then kind and number."""
        with self.read() as connection:
            return lists.ids_in_order(connection, chosen, today)

    def fitting(self, ids: Iterable[int], chosen: Filter, today: date) -> set[int]:
        """Give those of these records that a list holds now."""
        with self.read() as connection:
            return lists.fitting(connection, ids, chosen, today)

    def in_use(self, ids: Iterable[int]) -> set[int]:
        """Give those of these records that are there and not deleted."""
        with self.read() as connection:
            return lists.in_use(connection, ids)

    def count_of(self, chosen: Filter, today: date) -> int:
        """Give how many records a list holds."""
        with self.read() as connection:
            return lists.count_of(connection, chosen, today)

    def value_counts(self, field: str, chosen: Filter, today: date) -> list[tuple[Any, int]]:
        """Give the values of a field in a list as (stored value, count), the most frequent first; None: without."""
        from tracker.store.value_counts import value_counts

        with self.read() as connection:
            return value_counts(connection, field, chosen, today)

    def summaries(self, ids: Sequence[int]) -> list[Summary]:
        """Give the list rows of these records, in the order asked for."""
        with self.read() as connection:
            return lists.summaries(connection, ids)

    def counts(self, today: date) -> dict[str, int]:
        """Give the number of records by kind code and view code, and of all under ``""``."""
        with self.read() as connection:
            return lists.counts(connection, today)

    def column(self, table: str, name: str, ids: Sequence[int] | None = None) -> list[tuple[int, Any]]:
        """Give one column of a kind (or of ``record``) for all its rows, as (id, database value)."""
        with self.read() as connection:
            if ids is not None:
                return lists.column_values_of(connection, table, name, ids)
            return lists.column_values(connection, table, name)

    def text_ids(self) -> array[int]:
        """Give the ids of all records that words are looked for in, from low to high."""
        with self.read() as connection:
            return lists.text_ids(connection)

    def texts(self, ids: Sequence[int]) -> list[tuple[int, str]]:
        """Give the folded texts of these records, by id; those of deleted records are not there."""
        with self.read() as connection:
            return lists.texts(connection, ids)

    def holding(self, ids: Collection[int], piece: str) -> set[int]:
        """Give those of these records whose folded text holds a piece of text just as it stands."""
        with self.read() as connection:
            return lists.holding_whole(connection, list(ids), piece)

    def changed_since(self, moment: datetime) -> list[int]:
        """Give the records that were changed at a moment or after it, also by a new name of what they point at."""
        with self.read() as connection:
            return lists.changed_since(connection, moment)

    def find(self, reference: str) -> Record:
        """Give a record by its reference; that of one that was merged into another leads there. Raises NotFound."""
        with self.read() as connection:
            row_id = lists.find_reference(connection, reference)
            if row_id is not None:
                row_id = lists.where_it_went(connection, row_id)
        if row_id is not None:
            for found in self.records([row_id]):
                return found
        raise NotFound(
            f"Er is geen record {reference}. Zoek het op met: tracker list",
            f"There is no record {reference}. Look it up with: tracker list",
        )

    def id_of(self, reference: str) -> int | None:
        """Give the id that a reference was given to, also where the record is gone; None: it was never given."""
        with self.read() as connection:
            return lists.find_reference(connection, reference)

    def records(self, ids: Sequence[int]) -> list[Record]:
        """Give whole records, in the order asked for; deleted and unknown ones are left out."""
        with self.read() as connection:
            summaries = lists.summaries(connection, ids)
            rows: dict[int, dict[str, Any]] = {}
            for code in {summary.kind for summary in summaries}:
                table = kind_of(code).table
                of_kind = [summary.id for summary in summaries if summary.kind == code]
                rows |= dict(read_values(connection, table, "id", of_kind))
        return [Record(kind_of(one.kind), one, rows[one.id]) for one in summaries if one.id in rows]

    def values_of(self, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
        """Give the values of records alone, by id: a third of the work of ``records``."""
        with self.read() as connection:
            by_table = lists.ids_by_table(connection, ids)
            return {
                row_id: values
                for table, some in by_table.items()
                for row_id, values in read_values(connection, table, "id", some)
            }

    def references(self, ids: Iterable[int]) -> dict[int, str]:
        """Give references by id, also of deleted records."""
        with self.read() as connection:
            return lists.references(connection, ids)

    def parts(self, record_id: int) -> RecordParts:
        """Give what hangs on a record: deadlines, postponements, notes, and relations from both sides."""
        return self.parts_of([record_id]).get(record_id, RecordParts())

    def parts_of(self, ids: Sequence[int]) -> dict[int, RecordParts]:
        """Give what hangs on each of these records, by record id."""
        from tracker.store.parts import read_parts

        with self.read() as connection:
            return read_parts(connection, ids)

    def rows(self, entity: str) -> list[Part]:
        """Give all letters, debates, organisations or persons, in the order in which they were made."""
        table = table_of(entity)
        with self.read() as connection:
            found = connection.execute(select(table).order_by(table.c.id)).mappings().all()
        return [
            Part(entity, row["id"], to_values(entity, to_stored({k: v for k, v in row.items() if k != "id"})))
            for row in found
        ]

    def names(self) -> Names:
        """Give the names of everything that records point at, by entity and id."""
        if self._names is not None and self.read_only_because is None:
            return self._names
        with self.read() as connection:  # where another program writes, it may have made names since
            self._names = replace(read_names(connection), removed=cache(self._removed_names))
        return self._names

    def _removed_names(self) -> dict[tuple[str, int], str]:
        with self.read() as connection:
            return read_removed_names(connection)

    def history(self, record_id: int | None = None, since: date | None = None) -> list[log_reader.HistoryLine]:
        """Give the changes of a record, or of the whole register, newest first."""
        with self.read() as connection:
            return list(log_reader.history(connection, record_id=record_id, since=since))

    def steps_since(self, moment: datetime) -> int:
        """Give how many steps that changed something were written after a moment."""
        with self.read() as connection:
            return log_reader.count_since(connection, moment)

    def lone_steps(self, since: date | None = None) -> list[log_reader.LoneStep]:
        """Give the steps that changed no row (exports, backups), newest first."""
        with self.read() as connection:
            return log_reader.lone_steps(connection, since)

    def to_undo(self) -> str | None:
        """Give the label of the step that *undo* would take back."""
        with self.read() as connection:
            found = log_reader.to_undo(connection)
        return None if found is None else found[1]

    def to_redo(self) -> str | None:
        """Give the label of the step that *redo* would repeat."""
        with self.read() as connection:
            found = log_reader.to_redo(connection)
        return None if found is None else found[1]

    def changes_to_reverse(self, *, undoing: bool, steps: int = 1) -> int:
        """Give how many changes *undo* (or *redo*) would make, so many times: from some number on it takes a while."""
        with self.read() as connection:
            return log_reader.changes_to_reverse(connection, undoing=undoing, steps=steps)

    def steps(self, *, undone: bool, limit: int = 30) -> list[log_reader.StepLine]:
        """Give the steps that can be taken back (or repeated, where undone), the one that comes first in front."""
        with self.read() as connection:
            return log_reader.steps_on_stack(connection, undone=undone, limit=limit)
