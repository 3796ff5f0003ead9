"""Deadlines looked for across records: those that wait for events, those in certain words, their versions."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, or_, select

from tracker.records.entity import KIND_TABLES
from tracker.records.held_over import HELD_OVER
from tracker.records.snapshot import Part
from tracker.store.record_store import Store
from tracker.store.rows import chunks, stored_rows, table_of, to_stored, to_values
from tracker.store.settings import IDENTITY, read_setting
from tracker.store.tables import change, step

# few are open: from the list to the wide rows, and JSON is only read where the word stands in it
_HELD_OVER = """
    SELECT motion.id FROM record CROSS JOIN motion ON motion.id = record.id
    WHERE record.kind = 'motion' AND record.deleted = 0 AND record.phase = 'open'
    AND instr(motion.outcomes, ?1) AND json_extract(motion.outcomes, '$[#-1].outcome') = ?1
    ORDER BY motion.id
"""


def tied_to_events(store: Store) -> list[Part]:
    """Give every deadline that waits, or waited, for an event, in the order in which they were made."""
    deadline = table_of("deadline")
    with store.read() as connection:
        rows = connection.execute(
            select(deadline).where(deadline.c.waits_for.is_not(None)).order_by(deadline.c.id)
        ).mappings()
        return [
            Part("deadline", row["id"], to_values("deadline", to_stored({k: v for k, v in row.items() if k != "id"})))
            for row in rows
        ]


def records_with_words(store: Store, words: Iterable[str] = ()) -> array[int]:
    """Give the records of which a deadline has a wording; with one of these words in it, where any are given."""
    deadline = table_of("deadline")
    asked = (
        select(deadline.c.record_id).where(deadline.c.wording.is_not(None)).distinct().order_by(deadline.c.record_id)
    )
    wanted = [deadline.c.wording.icontains(word) for word in words]
    with store.read() as connection:
        return array("q", connection.scalars(asked.where(or_(*wanted)) if wanted else asked))


@dataclass(frozen=True, slots=True)
class Version:
    """How often a row was written and when last, in UTC. It only goes up: taking back writes too."""

    number: int
    at: datetime


def versions(store: Store, entity_ids: Sequence[int], record_ids: Sequence[int]) -> tuple[dict[int, Version], ...]:
    """Give the versions of these deadlines and of these records' own fields, by id."""
    with store.read() as connection:
        found: list[dict[int, Version]] = []
        for entities, ids in ((("deadline",), entity_ids), (KIND_TABLES, record_ids)):
            by_id: dict[int, Version] = {}
            for some in chunks(list(ids)):
                asked = (
                    select(change.c.row_id, func.count(), func.max(step.c.at))
                    .join(step, step.c.id == change.c.step_id)
                    .where(change.c.entity.in_(entities), change.c.row_id.in_(some))
                    .group_by(change.c.row_id)
                )
                by_id |= {row[0]: Version(row[1], datetime.fromisoformat(row[2])) for row in connection.execute(asked)}
            found.append(by_id)
    return tuple(found)


def together(*parts: Version | None) -> Version:
    """Give the version of what is made of these: it goes up whenever one of them was written. The first is 0."""
    known = [one for one in parts if one is not None]
    number = sum(one.number - 1 for one in known)
    return Version(number, max((one.at for one in known), default=datetime.fromtimestamp(0, UTC)))


def deadlines_by_id(store: Store, ids: Sequence[int]) -> dict[int, Part]:
    """Give these deadlines, whatever record they are of; those that are gone are left out."""
    with store.read() as connection:
        rows = stored_rows(connection, "deadline", ids)
    return {row_id: Part("deadline", row_id, to_values("deadline", row)) for row_id, row in rows.items()}


def identity(store: Store) -> str:
    """Give what tells this register from all others, also when its file is renamed or copied."""
    with store.read() as connection:
        return read_setting(connection, IDENTITY, "tracker")


def held_over_motions(store: Store) -> array[int]:
    """Give the active motions that may have been held over last; whether they were, their outcomes tell."""
    with store.read() as connection:
        return array("q", (row[0] for row in connection.exec_driver_sql(_HELD_OVER, (HELD_OVER,))))
