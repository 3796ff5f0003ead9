"""Persons: who is in the register, all that is kept of one of them, and taking somebody out for good."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from tracker.basics.errors import NotFound
from tracker.records.change import Change, LoggedStep, Source, Step
from tracker.records.entity import BESIDE
from tracker.records.step_labels import StepLabel
from tracker.store.damage import backups_of
from tracker.store.engine import in_our_words
from tracker.store.record_store import Store
from tracker.store.rows import table_of
from tracker.store.tables import person_detail, record, step


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person with how many records they own. A removed person has no name."""

    id: int
    name: str
    email: str | None
    organisation: int | None
    records: int


def persons(store: Store) -> list[PersonLine]:
    """Give all persons in the register, in the order in which they came."""
    person = table_of("person")
    with store.read() as connection:
        owned = _owned(connection)
        rows = connection.execute(
            select(person.c.id, person.c.organisation, person_detail.c.name, person_detail.c.email)
            .select_from(person.outerjoin(person_detail, person.c.detail == person_detail.c.id))
            .order_by(person.c.id)
        ).all()
    return [PersonLine(row.id, row.name or "", row.email, row.organisation, len(owned[row.id])) for row in rows]


def personal_data(store: Store, person_id: int) -> dict[str, Any]:
    """Give all that the register keeps of a person, for who asks for it. Raises NotFound.

    Source: the right of access, article 15 of the GDPR.
    """
    line = _line(store, person_id)
    with store.read() as connection:
        versions = connection.execute(
            select(person_detail.c.name, person_detail.c.email)
            .where(person_detail.c.person_id == person_id)
            .order_by(person_detail.c.id)
        ).all()
        owned = connection.execute(
            select(record.c.reference, record.c.title)
            .where(record.c.id.in_(_owned(connection)[person_id]))
            .order_by(record.c.id)
        ).all()
        steps = connection.execute(
            select(step.c.id, step.c.at, step.c.label).where(step.c.by == person_id).order_by(step.c.id)
        ).all()
    return {
        "id": line.id,
        "name": line.name,
        "email": line.email,
        "organisation": None if line.organisation is None else store.names()("organisation", line.organisation),
        "versions": [{"name": row.name, "email": row.email} for row in versions],
        "records": [{"reference": row.reference, "title": row.title} for row in owned],
        "steps": [{"id": row.id, "at": row.at, "label": row.label} for row in steps],
    }


def remove_person(store: Store, person_id: int) -> tuple[LoggedStep, list[Path]]:
    """Empty a person's name and address for good; gives the step and the backups that still hold them.

    The log keeps the id and says *verwijderde persoon* from now on. The file is vacuumed, so that no bytes stay in
    free pages. This cannot be undone. Raises NotFound and what ``Store.apply`` raises.
    """
    _line(store, person_id)
    person = next(part for part in store.rows("person") if part.id == person_id)
    gone = Change("person", person_id, {"detail": person["detail"]}, {"detail": None})
    logged = store.apply(
        Step(StepLabel.BESIDE_DELETED(part=BESIDE["person"]), (gone,), Source.SYSTEM, undoable=False),
        _emptier(person_id),
    )
    store.forget_actor()
    with in_our_words(store.path), closing(store.engine.raw_connection()) as connection:
        connection.cursor().execute("VACUUM")
    return logged, backups_naming(store.path, person_id)


def backups_naming(register: Path, person_id: int) -> list[Path]:
    """Give the copies that still hold a name or address of a person; backups that cannot be read are listed too.

    Copies are looked for among the backups and beside the register; of one that was taken elsewhere nobody knows.
    """
    beside = [path for path in sorted(register.parent.glob("*.db")) if path != register and _is_copy_of(path, register)]
    return [path for path in [*backups_of(register), *beside] if _names_person(path, person_id)]


def _is_copy_of(path: Path, register: Path) -> bool:
    """Tell whether a register began with the same step as this one."""
    return None not in (first := _first_digest(path), other := _first_digest(register)) and first == other


def _first_digest(path: Path) -> str | None:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            row = connection.execute("SELECT digest FROM step WHERE id = 1").fetchone()
    except sqlite3.Error:
        return None
    return None if row is None else str(row[0])


def _names_person(path: Path, person_id: int) -> bool:
    statement = "SELECT 1 FROM person_detail WHERE person_id = ? AND (name <> '' OR email IS NOT NULL) LIMIT 1"
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute(statement, (person_id,)).fetchone() is not None
    except sqlite3.Error:
        return True


def _emptier(person_id: int) -> Callable[[Connection], None]:
    def empty(connection: Connection) -> None:
        emptied = {"name": "", "email": None, "salt": "", "digest": ""}
        connection.execute(person_detail.update().where(person_detail.c.person_id == person_id).values(emptied))

    return empty


def _line(store: Store, person_id: int) -> PersonLine:
    for line in persons(store):
        if line.id == person_id:
            return line
    raise NotFound(
        f"Er is geen persoon {person_id}. Bekijk de personen met: tracker persons",
        f"There is no person {person_id}. See the persons with: tracker persons",
    )


def _owned(connection: Connection) -> dict[int, list[int]]:
    owned: dict[int, list[int]] = defaultdict(list)
    for row in connection.execute(
        select(record.c.id, record.c.owner).where(record.c.owner.is_not(None), record.c.deleted.is_(False))
    ):
        owned[row.owner].append(row.id)
    return owned
