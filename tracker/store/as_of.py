"""The register as it stood at the end of a day: a copy in which later steps are taken back. The file stays as it is.

The copy holds no log of what was taken back, so it serves for looking and for reports, and can only be read. Names of
persons who were removed since stay removed: the log never held them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from sqlalchemy import Connection, delete, insert, select

from tracker.basics.errors import ReadOnlyRegister
from tracker.records.change import Change
from tracker.records.entity import KIND_TABLES, PART_OF_RECORD, WRITING_ORDER, columns_of, model_of
from tracker.store import summary
from tracker.store.damage import judged_header
from tracker.store.engine import open_engine, writing
from tracker.store.header import SCHEMA_VERSION
from tracker.store.record_store import Store
from tracker.store.rows import chunks, table_of, to_database
from tracker.store.settings import LOG_HEAD, keep_setting
from tracker.store.tables import change, record, record_text, step, undo_stack

_RANK = {entity: rank for rank, entity in enumerate(WRITING_ORDER)}


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
        later = "1 latere stap telt" if taken_back == 1 else f"{taken_back} latere stappen tellen"
        steps = "1 later step does" if taken_back == 1 else f"{taken_back} later steps do"
        opened.read_only_because = ReadOnlyRegister(
            f"U ziet het register zoals het was op {day:%d-%m-%Y}; {later} niet mee. Hier kan niets worden gewijzigd.",
            f"You see the register as it was on {day:%d-%m-%Y}; {steps} not count. Nothing can be changed here.",
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
    """Take every step after the day back, the newest first; gives how many there were."""
    engine = open_engine(copy)
    try:
        with writing(engine, copy) as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = 1")
            later = _steps_after(connection, day)
            touched: set[int] = set()
            for some in chunks(later):
                for one in _changes_of(connection, some):
                    _reverse(connection, one, touched)
            _forget(connection, later)
            _renew(connection, touched)
        return len(later)
    finally:
        engine.dispose()


def _steps_after(connection: Connection, day: date) -> list[int]:
    rows = connection.execute(select(step.c.id, step.c.at).order_by(step.c.id.desc()))
    return [row.id for row in rows if datetime.fromisoformat(row.at).astimezone().date() > day]


def _changes_of(connection: Connection, steps: Any) -> Iterator[Change]:
    """Give the changes of these steps as they are taken back: the last first, and of a step the whole in turn."""
    lines = connection.execute(select(change).where(change.c.step_id.in_(steps))).all()
    for row in sorted(lines, key=lambda line: (-line.step_id, _order(line), -line.id)):
        before = None if row.before is None else json.loads(row.before)
        after = None if row.after is None else json.loads(row.after)
        yield Change(row.entity, row.row_id, before, after, row.record_id)


def _order(line: Any) -> int:
    """Give a place by which what is pointed at is there first: rows come back in writing order, and go in reverse."""
    rank = _RANK[line.entity]
    if line.after is None:
        return rank - 1000
    return -rank + 1000 if line.before is None else 0


def _reverse(connection: Connection, one: Change, touched: set[int]) -> None:
    table = table_of(one.entity)
    if one.before is None:
        connection.execute(delete(table).where(table.c.id == one.id))
        if one.entity in KIND_TABLES:
            connection.execute(delete(record_text).where(record_text.c.id == one.id))
            connection.execute(record.update().where(record.c.id == one.id).values(deleted=True))
            touched.discard(one.id)
            return
    elif one.after is None:
        connection.execute(insert(table), [{**_defaults(one.entity), "id": one.id, **_known(one.entity, one.before)}])
        if one.entity in KIND_TABLES:
            connection.execute(record.update().where(record.c.id == one.id).values(deleted=False))
    else:
        connection.execute(table.update().where(table.c.id == one.id).values(_known(one.entity, one.before)))
    if one.entity in KIND_TABLES:
        touched.add(one.id)
    elif one.entity in PART_OF_RECORD:
        sides = (one.record_id, (one.before or {}).get("record_id"), (one.after or {}).get("record_id"))
        touched.update(side for side in sides if isinstance(side, int))


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
    ids = sorted(touched)
    last = select(step.c.at).join(change, change.c.step_id == step.c.id).order_by(step.c.id.desc()).limit(1)
    for row_id in ids:
        moment = connection.scalar(last.where(change.c.record_id == row_id))
        if moment is not None:
            connection.execute(record.update().where(record.c.id == row_id).values(updated=moment))
    summary.renew(connection, ids)
