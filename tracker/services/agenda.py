"""Deadlines to an agenda: those of the records that were chosen, each with an identity that stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language, Text
from tracker.basics.whole_file import replacing
from tracker.records.deadline import SORTS
from tracker.records.deadline_rules import is_open
from tracker.records.filter import Filter
from tracker.records.snapshot import Part, Record, RecordParts
from tracker.records.status import ACTIVE_PHASES
from tracker.services.listing import listed
from tracker.store.deadlines import identity, versions
from tracker.store.names import Names
from tracker.store.record_store import Store

if TYPE_CHECKING:
    from tracker.exchange.agenda import AgendaEntry

ENDING = ".ics"
ALARM_DAYS = (30, 7)
"""A month to arrange an answer, and a week to send it."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class AgendaResult:
    """What was written. ``without_day``: open deadlines that have no last day, and so no place in an agenda."""

    file: Path
    deadlines: int
    without_day: int


def write_agenda(
    store: Store, target: Path, chosen: Filter, *, today: date, language: Language = Language.DUTCH,
    alarm_days: Sequence[int] = ALARM_DAYS, ids: Sequence[int] | None = None, with_internal: bool = True,
) -> AgendaResult:  # fmt: skip
    """Write the open deadlines of these records as an .ics file, whole or not at all.

    ``ids`` goes before the filter. Importing the file again updates: the UID is the register's identity with the
    deadline's id, and SEQUENCE counts what was ever written to the deadline or its record. Raises InvalidValue for
    another ending, NotFound and InvalidValue for a filter, CannotWrite.
    """
    from tracker.exchange.agenda import agenda_text  # icalendar: only for this

    if target.suffix.lower() != ENDING:
        raise InvalidValue(
            f"{target.name}: een agenda wordt geschreven als {ENDING}. Geef het bestand die uitgang.",
            f"{target.name}: an agenda is written as {ENDING}. Give the file that ending.",
        )
    wanted = [one.id for one in listed(store, chosen, today)] if ids is None else list(ids)
    entries, without_day = _gather(store, wanted, language, with_internal=with_internal)
    content = agenda_text(store.path.stem, entries, alarm_days)
    with replacing(target) as beside:
        beside.write_bytes(content)
    return AgendaResult(target, len(entries), without_day)


def _gather(
    store: Store, ids: Sequence[int], language: Language, *, with_internal: bool
) -> tuple[list[AgendaEntry], int]:
    register, names = identity(store), store.names()
    entries: list[AgendaEntry] = []
    without_day = 0
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        parts = store.parts_of(some)
        records = {record.id: record for record in store.records(some)}
        found = list(_open_deadlines(records, parts, with_internal=with_internal))
        dated = [(record, deadline) for record, deadline in found if deadline["end"] is not None]
        without_day += len(found) - len(dated)
        of_deadline, of_record = versions(store, [one.id for _, one in dated], [record.id for record, _ in dated])
        for record, deadline in dated:
            own, whole = of_deadline[deadline.id], of_record[record.id]
            version = own.number + whole.number - 2, max(own.at, whole.at)
            uid = f"deadline-{deadline.id}@{register}.tracker"
            entries.append(_entry(record, deadline, uid, version, names, language))
    return entries, without_day


def _open_deadlines(
    records: Mapping[int, Record], parts: Mapping[int, RecordParts], *, with_internal: bool
) -> Iterator[tuple[Record, Part]]:
    for row_id, record in records.items():
        if record.summary.phase not in ACTIVE_PHASES:
            continue
        for deadline in parts[row_id].deadlines:
            wanted = is_open(deadline.values) or (with_internal and deadline["met_on"] is None)
            if wanted:
                yield record, deadline


def _entry(
    record: Record, deadline: Part, uid: str, version: tuple[int, datetime], names: Names, language: Language
) -> AgendaEntry:
    from tracker.exchange.agenda import AgendaEntry  # icalendar, as above

    what = deadline["what"] or record.summary.title
    sort = SORTS.text(deadline["sort"], language)
    said = Text(f"Gezegd: {deadline['wording']}", f"Said: {deadline['wording']}").to(language)
    lines = [record.summary.title, f"{sort[:1].upper()}{sort[1:]}"]
    if deadline["wording"]:
        lines.append(said)
    if deadline["tentative"]:
        lines.append(Text("Voorlopig", "Tentative").to(language))
    if record.summary.owner is not None:
        lines.append(names("person", record.summary.owner))
    return AgendaEntry(
        uid, *version, deadline["end"],
        f"{record.reference} {what}", "\n".join(lines), sort,
    )  # fmt: skip
