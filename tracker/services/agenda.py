"""Deadlines to an agenda: those of the records that were chosen, each with an identity that stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.errors import InvalidValue
from tracker.basics.formats import day_text
from tracker.basics.language import Language, Text
from tracker.basics.whole_file import replacing
from tracker.records.deadline import SORTS
from tracker.records.deadline_rules import is_open
from tracker.records.filter import Filter
from tracker.records.snapshot import Part, Record, RecordParts
from tracker.records.status import ACTIVE_PHASES
from tracker.services.agenda_memory import Exported, exported_before, remember_exported
from tracker.services.listing import listed
from tracker.store.deadlines import Version, deadlines_by_id, identity, together, versions
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
    """What was written. ``without_day``: open deadlines that have no last day, and so no place in an agenda.

    ``cancelled``: deadlines of an earlier file that were met or withdrawn since, which the agenda takes out.
    """

    file: Path
    deadlines: int
    without_day: int
    cancelled: int = 0


def write_agenda(
    store: Store, target: Path, chosen: Filter, *, today: date, language: Language = Language.DUTCH,
    alarm_days: Sequence[int] = ALARM_DAYS, ids: Sequence[int] | None = None, with_internal: bool = True,
) -> AgendaResult:  # fmt: skip
    """Write the open deadlines of these records as an .ics file, whole or not at all.

    ``ids`` goes before the filter. Importing the file again updates: the UID is the register's identity with the
    deadline's id, and SEQUENCE counts what was ever written to the deadline or its record. What this user wrote before
    and was met or withdrawn since is in the file as cancelled, whatever was chosen now; nothing else is added. Raises
    InvalidValue for another ending, NotFound and InvalidValue for a filter, CannotWrite.
    """
    from tracker.exchange.agenda import agenda_text  # icalendar: only for this

    if target.suffix.lower() != ENDING:
        raise InvalidValue(
            f"{target.name}: een agenda wordt geschreven als {ENDING}. Geef het bestand die uitgang.",
            f"{target.name}: an agenda is written as {ENDING}. Give the file that ending.",
        )
    wanted = [one.id for one in listed(store, chosen, today)] if ids is None else list(ids)
    register = identity(store)
    before = {} if store.as_of is not None else exported_before(register)
    found = _gather(store, wanted, register, language, before, with_internal=with_internal)
    gone = _cancelled(store, register, language, {k: one for k, one in before.items() if k not in found.entries}, today)
    entries = {**found.entries, **gone}
    content = agenda_text(store.path.stem, entries.values(), alarm_days)
    with replacing(target) as beside:
        beside.write_bytes(content)
    if store.as_of is None:
        records = {**{key: one.record_id for key, one in before.items()}, **found.records}
        written = {key: Exported(records[key], one.day, one.sequence, one.is_cancelled) for key, one in entries.items()}
        remember_exported(register, {**before, **written})
    return AgendaResult(target, len(found.entries), found.without_day, len(gone))


@dataclass(slots=True)
class _Found:
    """Entries and the records they are of, by deadline."""

    entries: dict[int, AgendaEntry] = field(default_factory=dict)
    records: dict[int, int] = field(default_factory=dict)
    without_day: int = 0


def _gather(
    store: Store, ids: Sequence[int], register: str, language: Language, before: Mapping[int, Exported], *,
    with_internal: bool,
) -> _Found:  # fmt: skip
    names, made = store.names(), _Found()
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        parts = store.parts_of(some)
        records = {record.id: record for record in store.records(some)}
        found = list(_open_deadlines(records, parts, with_internal=with_internal))
        dated = [(record, deadline) for record, deadline in found if deadline["end"] is not None]
        made.without_day += len(found) - len(dated)
        of_deadline, of_record = versions(store, [one.id for _, one in dated], [record.id for record, _ in dated])
        for record, deadline in dated:
            version = together(of_deadline[deadline.id], of_record[record.id])
            last = before.get(deadline.id)
            if last is not None:
                version = replace(version, number=max(version.number, last.sequence + last.cancelled))
            made.entries[deadline.id] = _entry(record, deadline, _uid(deadline.id, register), version, names, language)
            made.records[deadline.id] = record.id
    return made


def _cancelled(
    store: Store, register: str, language: Language, before: Mapping[int, Exported], today: date
) -> dict[int, AgendaEntry]:
    """Give the entries that take out of an agenda what was met or withdrawn since it was written.

    Each is written once, and as long as its day is yet to come again: nobody knows whether the last file was read.
    """
    from tracker.exchange.agenda import AgendaEntry  # icalendar, as above

    asked = {key: one for key, one in before.items() if not one.cancelled or one.day >= today}
    deadlines = deadlines_by_id(store, list(asked))
    owners = {key: deadlines[key]["record_id"] if key in deadlines else one.record_id for key, one in asked.items()}
    records = {record.id: record for record in store.records(sorted(set(owners.values())))}
    references = store.references(set(owners.values()))
    of_deadline, of_record = versions(store, list(asked), sorted(set(owners.values())))
    entries = {}
    for key, last in asked.items():
        deadline, record = deadlines.get(key), records.get(owners[key])
        why = _why_gone(deadline, record)
        if why is None:
            continue
        version = together(of_deadline.get(key), of_record.get(owners[key]))
        sequence = max(version.number, last.sequence + (not last.cancelled))
        reference, title = references.get(owners[key], ""), "" if record is None else record.summary.title
        what = deadline["what"] if deadline is not None and deadline["what"] else title
        entries[key] = AgendaEntry(
            _uid(key, register), sequence, version.at, last.day, f"{reference} {what}".strip(), why.to(language),
            is_cancelled=True,
        )  # fmt: skip
    return entries


def _why_gone(deadline: Part | None, record: Record | None) -> Text | None:
    """Say why a deadline has no place in an agenda any more; None where it has."""
    if deadline is None or record is None:
        return Text("Verwijderd uit het register.", "Deleted from the register.")
    if deadline["met_on"] is not None:
        met = day_text(deadline["met_on"])
        return Text(f"Gehaald op {met.nl}.", f"Met on {met.en}.")
    if record.summary.phase not in ACTIVE_PHASES:
        status = record.kind.status_words(record["status"] or "")
        return Text(f"Het record is {status.nl.lower()}.", f"The record is {status.en.lower()}.")
    if deadline["end"] is None:
        return Text("De termijn heeft geen laatste dag meer.", "The deadline has no last day any more.")
    return None


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


def _entry(record: Record, deadline: Part, uid: str, version: Version, names: Names, language: Language) -> AgendaEntry:
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
        uid, version.number, version.at, deadline["end"],
        f"{record.reference} {what}", "\n".join(lines), sort,
    )  # fmt: skip


def _uid(deadline_id: int, register: str) -> str:
    return f"deadline-{deadline_id}@{register}.tracker"
