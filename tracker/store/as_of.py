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

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from tracker.basics.errors import ReadOnlyRegister
from tracker.basics.formats import day_text
from tracker.records.entity import KIND_TABLES, PART_OF_RECORD, WRITING_ORDER, columns_of, model_of
from tracker.store import summary
from tracker.store.damage import judged_header
from tracker.store.engine import PRAGMAS, open_engine, writing
from tracker.store.header import SCHEMA_VERSION
from tracker.store.record_store import Store
from tracker.store.rows import chunks, table_of, to_database
from tracker.store.settings import LOG_HEAD, keep_setting
from tracker.store.tables import change, record, step


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
    engine = open_engine(copy, pragmas=_OF_A_COPY)
    try:
        with writing(engine, copy) as connection:
            count = _note_later(connection, day)
            if count:
                rows = _rows_before(connection)
                _take_out(connection)
                for entity in WRITING_ORDER:
                    _put_back(connection, entity, rows[entity])
                _forget(connection)
                _renew(connection)
        return count
    finally:
        engine.dispose()


def _note_later(connection: Connection, day: date) -> int:
    """Put the later steps into ``later``, and what came with one of them into ``came``; gives how many steps.

    What a row was is in the *before* of the first later change of it: none where it was not there yet. Steps are
    judged by the clock of this computer, and only the database looks at the many rows behind them.
    """
    steps = connection.execute(select(step.c.id, step.c.at))
    later = [{"id": row.id} for row in steps if datetime.fromisoformat(row.at).astimezone().date() > day]
    connection.exec_driver_sql("CREATE TEMP TABLE later (id INTEGER PRIMARY KEY)")
    connection.exec_driver_sql(
        "CREATE TEMP TABLE came (entity TEXT, row_id INTEGER, PRIMARY KEY (entity, row_id)) WITHOUT ROWID"
    )
    if later:
        connection.execute(text("INSERT INTO later VALUES (:id)"), later)
        connection.exec_driver_sql(
            "INSERT INTO came SELECT entity, row_id FROM "
            "(SELECT entity, row_id, min(id), before FROM change WHERE step_id IN later GROUP BY entity, row_id) "
            "WHERE before IS NULL"
        )
    return len(later)


@dataclass(slots=True)
class _Row:
    """What a row was before the later steps: the whole of it, or the fields that changed."""

    is_whole: bool = False
    values: dict[str, Any] = field(default_factory=dict)

    def take_back(self, before: dict[str, Any] | None, *, was_deleted: bool) -> None:
        if before is None:
            self.is_whole, self.values = False, {}  # only in between: an earlier line says what it was
        elif was_deleted:
            self.is_whole, self.values = True, before
        else:
            self.values |= before


def _rows_before(connection: Connection) -> dict[str, dict[int, _Row]]:
    """Give what each row was that changed or went later, by entity and id."""
    rows: dict[str, dict[int, _Row]] = defaultdict(lambda: defaultdict(_Row))
    lines = connection.exec_driver_sql(
        "SELECT entity, row_id, before, after IS NULL FROM change WHERE step_id IN later "
        "AND NOT EXISTS (SELECT 1 FROM came WHERE came.entity = change.entity AND came.row_id = change.row_id) "
        "ORDER BY id DESC"
    )
    for entity, row_id, before, was_deleted in lines:
        values = None if before is None else json.loads(before)
        rows[entity][row_id].take_back(values, was_deleted=bool(was_deleted))
    return rows


def _take_out(connection: Connection) -> None:
    """Take out what came later."""
    came = "(SELECT row_id FROM came WHERE entity = ?)"
    for entity in WRITING_ORDER:
        connection.exec_driver_sql(f"DELETE FROM {entity} WHERE id IN {came}", (entity,))
    for entity in KIND_TABLES:
        connection.exec_driver_sql(f"DELETE FROM record_text WHERE id IN {came}", (entity,))
        connection.exec_driver_sql(f"UPDATE record SET deleted = 1 WHERE id IN {came}", (entity,))


def _put_back(connection: Connection, entity: str, rows: dict[int, _Row]) -> None:
    table = table_of(entity)
    whole = {row_id: row.values for row_id, row in rows.items() if row.is_whole}
    for some in chunks(list(whole)):
        connection.execute(delete(table).where(table.c.id.in_(some)))
    if whole:
        start = _defaults(entity)
        connection.execute(
            insert(table), [{**start, "id": row_id, **_known(entity, values)} for row_id, values in whole.items()]
        )
    if entity in KIND_TABLES:
        for some in chunks(list(whole)):
            connection.execute(record.update().where(record.c.id.in_(some)).values(deleted=False))
    changed: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row_id, row in rows.items():
        values = {} if row.is_whole else _known(entity, row.values)
        if values:
            changed[tuple(sorted(values))].append({"row": row_id, **values})
    for names, some_rows in changed.items():
        update = table.update().where(table.c.id == bindparam("row"))
        connection.execute(update.values({name: bindparam(name) for name in names}), some_rows)


def _known(entity: str, stored: Any) -> dict[str, Any]:
    columns = set(columns_of(entity))
    return to_database(entity, {name: value for name, value in stored.items() if name in columns})


def _defaults(entity: str) -> dict[str, Any]:
    """Give what columns hold that came with a later schema than the log line."""
    fields = model_of(entity).model_fields
    return {name: None if fields[name].is_required() else fields[name].get_default() for name in columns_of(entity)}


def _forget(connection: Connection) -> None:
    """Take the later steps out of the log of the copy, and records out that were not there yet."""
    connection.exec_driver_sql("CREATE TEMP TABLE touched (id INTEGER PRIMARY KEY)")
    connection.execute(text(_TOUCHED))
    for statement in (
        "DELETE FROM undo_stack WHERE step_id IN later",
        "DELETE FROM change WHERE step_id IN later",
        "DELETE FROM step WHERE id IN later",
    ):
        connection.exec_driver_sql(statement)
    head = connection.scalar(select(step.c.digest).order_by(step.c.id.desc()).limit(1))
    keep_setting(connection, LOG_HEAD, head or "")
    known = select(change.c.id).where(change.c.record_id == record.c.id, change.c.entity.in_(KIND_TABLES))
    connection.execute(delete(record).where(record.c.deleted.is_(True), ~known.exists()))


def _renew(connection: Connection) -> None:
    """Make the list rows of what was touched as they were, with the moment of the last step that is left."""
    connection.execute(text(_MOMENTS))
    summary.renew(connection, list(connection.scalars(text("SELECT id FROM touched ORDER BY id"))))


_OF_RECORDS = ", ".join(f"'{entity}'" for entity in (*KIND_TABLES, *PART_OF_RECORD))
_TOUCHED = f"""
    INSERT INTO touched SELECT DISTINCT side FROM (
        SELECT record_id AS side FROM change WHERE step_id IN later AND entity IN ({_OF_RECORDS})
        UNION ALL
        SELECT json_extract(before, '$.record_id') FROM change  -- what hung on another record before
        WHERE step_id IN later AND entity IN ({_OF_RECORDS}) AND before IS NOT NULL AND after IS NOT NULL)
    WHERE side IN (SELECT id FROM record WHERE deleted = 0)
"""
_MOMENTS = """
    UPDATE record SET updated = coalesce((
        SELECT at FROM change JOIN step ON step.id = step_id WHERE change.record_id = record.id
        ORDER BY step.id DESC LIMIT 1), updated)
    WHERE id IN touched
"""
_OF_A_COPY = {**PRAGMAS, "foreign_keys": 0, "synchronous": 0, "journal_mode": "off", "secure_delete": 0}
"""Nobody keeps the copy: nothing in it need outlast a power cut or an error; what is taken out goes with the file."""
