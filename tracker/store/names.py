"""The names of the rows that records point at: organisations, persons, letters and debates, by id."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from tracker.basics.language import Language, Text
from tracker.records.debate import debate_name
from tracker.records.letter import letter_name
from tracker.records.person import REMOVED_NAME
from tracker.store.rows import table_of, to_values
from tracker.store.tables import change, person_detail

REMOVED = Text("verwijderd", "deleted")
"""Stands behind the name of a row that is no more, where the past still names it."""


@dataclass(frozen=True)
class Names:
    """All names at one moment: entity → id → name. ``emails`` holds the persons' addresses.

    ``removed`` gives the last names of rows that are no more; it is asked only where somebody meets one.
    ``english`` has those that are other words in English.
    """

    by_entity: Mapping[str, Mapping[int, str]]
    emails: Mapping[int, str] = field(default_factory=dict)
    english: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    removed: Callable[[], Mapping[tuple[str, int], str]] = dict

    def __call__(self, entity: str, row_id: int, language: Language = Language.DUTCH) -> str:
        """Give the name of a row; of one that is no more the name it had, of one that never was its id."""
        known = self.of(entity, language).get(row_id)
        if known is not None:
            return known
        was = self.removed().get((entity, row_id))
        return f"{entity} {row_id}" if was is None else f"{was} ({REMOVED.to(language)})"

    def of(self, entity: str, language: Language) -> Mapping[int, str]:
        """Give the names of all rows of an entity, by id."""
        other = self.english.get(entity) if language is Language.ENGLISH else None
        return self.by_entity.get(entity, {}) if other is None else other


def read_names(connection: Connection) -> Names:
    """Read all names. They are few beside the records, and lists need them at every turn."""
    organisation, letter, debate = table_of("organisation"), table_of("letter"), table_of("debate")
    persons, emails = _persons(connection)
    letters = [dict(row) for row in connection.execute(select(letter)).mappings()]
    debates = [dict(row) for row in connection.execute(select(debate)).mappings()]
    return Names(
        {
            "organisation": {
                row.id: row.name for row in connection.execute(select(organisation.c.id, organisation.c.name))
            },
            "person": persons,
            "letter": {row["id"]: letter_name(row) for row in letters},
            "debate": {row["id"]: debate_name(row) for row in debates},
        },
        emails,
        {
            "letter": {row["id"]: letter_name(row, Language.ENGLISH) for row in letters},
            "debate": {row["id"]: debate_name(row, Language.ENGLISH) for row in debates},
        },
    )


_NAME_OF: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "organisation": lambda row: str(row["name"]),
    "letter": lambda row: letter_name(dict(row)),
    "debate": lambda row: debate_name(dict(row)),
}


def read_removed_names(connection: Connection) -> dict[tuple[str, int], str]:
    """Give the last names, as the log has them, of organisations, letters and debates that were deleted."""
    gone = (
        select(change.c.entity, change.c.row_id, change.c.before)
        .where(change.c.record_id.is_(None), change.c.after.is_(None), change.c.entity.in_(_NAME_OF))
        .order_by(change.c.id)
    )
    return {
        (row.entity, row.row_id): _NAME_OF[row.entity](to_values(row.entity, json.loads(row.before)))
        for row in connection.execute(gone)
        if row.before is not None
    }


def _persons(connection: Connection) -> tuple[dict[int, str], dict[int, str]]:
    person = table_of("person")
    statement = select(person.c.id, person_detail.c.name, person_detail.c.email).select_from(
        person.outerjoin(person_detail, person.c.detail == person_detail.c.id)
    )
    names, emails = {}, {}
    for row in connection.execute(statement):
        names[row.id] = row.name or REMOVED_NAME.nl
        if row.email:
            emails[row.id] = row.email
    return names, emails


def removed_persons(connection: Connection) -> set[int]:
    """Give the ids of persons who were taken out of the register."""
    person = table_of("person")
    return set(connection.scalars(select(person.c.id).where(person.c.detail.is_(None))))
