"""The register as it stood at the end of a day: a copy in which later steps are taken back. The file stays as it is.

The copy holds no log of what was taken back, so it serves for looking and for reports, and can only be read. Names of
persons who were removed since stay removed: the log never held them.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from sqlalchemy import Connection, delete, insert, select

from tracker.basics.errors import ReadOnlyRegister
from tracker.basics.formats import day_text
from tracker.records.entity import KIND_TABLES, PART_OF_RECORD, WRITING_ORDER, columns_of, model_of
from tracker.store import summary
from tracker.store.damage import judged_header
from tracker.store.engine import open_engine, writing
from tracker.store.header import SCHEMA_VERSION
from tracker.store.record_store import Store
from tracker.store.rows import chunks, table_of, to_database
from tracker.store.settings import LOG_HEAD, keep_setting
from tracker.store.tables import change, record, record_text, step, undo_stack


class PastStore(Store):
    """A store on such a copy; closing it takes the copy away. ``register`` is the file that it was made from."""

    register: Path
    _folder: TemporaryDirectory[str] | None = None

    @classmethod
    def of(cls, register: Path, day: date) -> Self:
        """Make and open the copy of a register as it stood at the end of a day, on the clock of this computer."""
        folder = TemporaryDirectory(prefix="tracker-")
        try:
            copy = Path(folder.name) / register.name
            _copy(register, copy)
            taken_back = _take_back(copy, day)
            opened = cls.open(copy, "", read_only=True)
        except BaseException:
            folder.cleanup()
            raise
        opened._folder = folder
        opened.register, opened.as_of = register, day
        told = day_text(day)
        later = "1 latere stap telt" if taken_back == 1 else f"{taken_back} latere stappen tellen"
        steps = "1 later step does" if taken_back == 1 else f"{taken_back} later steps do"
        opened.read_only_because = ReadOnlyRegister(
            f"U ziet het register zoals het was op {told.nl}; {later} niet mee. Hier kan niets worden gewijzigd.",
            f"You see the register as it was on {told.en}; {steps} not count. Nothing can be changed here.",
        )
        return opened

    def close(self) -> None:
        """Close the copy and take it away."""
        super().close()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def _copy(register: Path, copy: Path) -> None:
    header = judged_header(register)
    source = sqlite3.connect(f"{register.absolute().as_uri()}?mode=ro", uri=True)
    with closing(source), closing(sqlite3.connect(copy)) as target:
        target.execute("PRAGMA synchronous = 0")
        source.backup(target)
    if header.schema_version != SCHEMA_VERSION:
        from tracker.store.migrate import migrate  # Alembic: a quarter of a second

        engine = open_engine(copy)
        migrate(engine, copy)
        engine.dispose()


def _take_back(copy: Path, day: date) -> int:
    """Take every step after the day back; gives how many there were."""
    engine = open_engine(copy)
    try:
        with writing(engine, copy) as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = 1")
            later = _steps_after(connection, day)
            rows, touched = _rows_before(connection, later)
            for entity in WRITING_ORDER:
                _put_back(connection, entity, rows[entity])
            _forget(connection, later)
            _renew(connection, touched)
        return len(later)
    finally:
        engine.dispose()


def _steps_after(connection: Connection, day: date) -> list[int]:
    """Give the later steps, the newest first."""
    rows = connection.execute(select(step.c.id, step.c.at).order_by(step.c.id.desc()))
    return [row.id for row in rows if datetime.fromisoformat(row.at).astimezone().date() > day]


@dataclass(slots=True)
class _Row:
    """What a row was before the later steps: there or not, the whole of it or the fields that changed."""

    is_there: bool = True
    is_whole: bool = False
    values: dict[str, Any] = field(default_factory=dict)

    def take_back(self, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        if before is None:
            self.is_there, self.is_whole, self.values = False, False, {}
        elif after is None:
            self.is_there, self.is_whole, self.values = True, True, before
        else:
            self.values |= before


def _rows_before(connection: Connection, later: list[int]) -> tuple[dict[str, dict[int, _Row]], set[int]]:
    """Give what each changed row was, by entity and id, and the records that have to do with one of them."""
    rows: dict[str, dict[int, _Row]] = defaultdict(lambda: defaultdict(_Row))
    touched: set[int] = set()
    for some in chunks(later):
        lines = connection.execute(
            select(change).where(change.c.step_id.in_(some)).order_by(change.c.step_id.desc(), change.c.id.desc())
        )
        for line in lines:
            before = None if line.before is None else json.loads(line.before)
            after = None if line.after is None else json.loads(line.after)
            rows[line.entity][line.row_id].take_back(before, after)
            if line.entity in KIND_TABLES:
                touched.add(line.row_id)
            elif line.entity in PART_OF_RECORD:
                sides = (line.record_id, (before or {}).get("record_id"), (after or {}).get("record_id"))
                touched.update(side for side in sides if isinstance(side, int))
    return rows, touched


def _put_back(connection: Connection, entity: str, rows: dict[int, _Row]) -> None:
    table = table_of(entity)
    gone = [row_id for row_id, row in rows.items() if not row.is_there]
    whole = {row_id: row.values for row_id, row in rows.items() if row.is_there and row.is_whole}
    for some in chunks([*gone, *whole]):
        connection.execute(delete(table).where(table.c.id.in_(some)))
        if entity in KIND_TABLES:
            connection.execute(delete(record_text).where(record_text.c.id.in_(some)))
            connection.execute(record.update().where(record.c.id.in_(some)).values(deleted=True))
    if whole:
        start = _defaults(entity)
        connection.execute(
            insert(table), [{**start, "id": row_id, **_known(entity, values)} for row_id, values in whole.items()]
        )
    if entity in KIND_TABLES:
        for some in chunks(list(whole)):
            connection.execute(record.update().where(record.c.id.in_(some)).values(deleted=False))
    for row_id, row in rows.items():
        if row.is_there and not row.is_whole and row.values:
            connection.execute(table.update().where(table.c.id == row_id).values(_known(entity, row.values)))


def _known(entity: str, stored: Any) -> dict[str, Any]:
    columns = set(columns_of(entity))
    return to_database(entity, {name: value for name, value in stored.items() if name in columns})


def _defaults(entity: str) -> dict[str, Any]:
    """Give what columns hold that came with a later schema than the log line."""
    fields = model_of(entity).model_fields
    return {name: None if fields[name].is_required() else fields[name].get_default() for name in columns_of(entity)}


def _forget(connection: Connection, later: list[int]) -> None:
    """Take the later steps out of the log of the copy, and records out that were not there yet."""
    for some in chunks(later):
        connection.execute(delete(undo_stack).where(undo_stack.c.step_id.in_(some)))
        connection.execute(delete(change).where(change.c.step_id.in_(some)))
    for some in chunks(later):
        connection.execute(delete(step).where(step.c.id.in_(some)))
    head = connection.scalar(select(step.c.digest).order_by(step.c.id.desc()).limit(1))
    keep_setting(connection, LOG_HEAD, head or "")
    known = select(change.c.row_id).where(change.c.entity.in_(KIND_TABLES))
    connection.execute(delete(record).where(record.c.deleted.is_(True), record.c.id.not_in(known)))


def _renew(connection: Connection, touched: set[int]) -> None:
    """Make the list rows of what was touched as they were, with the moment of the last step that is left."""
    ids = sorted(touched & set(connection.scalars(select(record.c.id).where(record.c.deleted.is_(False)))))
    last = select(step.c.at).join(change, change.c.step_id == step.c.id).order_by(step.c.id.desc()).limit(1)
    for row_id in ids:
        moment = connection.scalar(last.where(change.c.record_id == row_id))
        if moment is not None:
            connection.execute(record.update().where(record.c.id == row_id).values(updated=moment))
    summary.renew(connection, ids)
