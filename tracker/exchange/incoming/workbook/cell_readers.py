"""Which reader a target has: by its name where it stands beside a record, else by the type of its field."""

from __future__ import annotations

from typing import Final

from tracker.exchange.incoming.workbook import (
    read_amounts,
    read_days,
    read_deadlines,
    read_people,
    read_periods,
    read_plain,
    read_sources,
)
from tracker.exchange.incoming.workbook.read_status import read_marked, read_note, read_status
from tracker.exchange.incoming.workbook.row import Reader
from tracker.records.field import field_of
from tracker.records.import_target import IGNORE, KEEP
from tracker.records.kind import Kind
from tracker.records.member import Member
from tracker.records.value_type import (
    AREA,
    DAY,
    Area,
    Choice,
    CitationText,
    Items,
    Line,
    ListOf,
    Reference,
    Suggested,
    ValueType,
)  # fmt: skip

_BY_NAME: Final[dict[str, Reader]] = {
    KEEP: read_plain.read_kept,
    IGNORE: read_plain.read_ignored,
    "title": read_plain.read_title,
    "remarks": read_plain.read_remark,
    "kind": read_plain.read_kind,
    "status": read_status,
    "status.marked": read_marked,
    "outcomes": read_plain.read_outcome,
    "outcomes.tabled_on": read_days.read_extra_day,
    "outcomes.voted_on": read_days.read_extra_day,
    "note.text": read_note,
    "note.on": read_days.read_extra_day,
    "debate.day": read_days.read_extra_day,
    "debate.sort": read_sources.read_debate_part,
    "debate.number": read_sources.read_debate_part,
    "citation.dossier": read_sources.read_dossier,
    "citation.number": read_sources.read_dossier,
    "deadline.wording": read_deadlines.read_deadline,
    "deadline.old": read_deadlines.read_old_deadline,
    "deadline.said_on": read_days.read_extra_day,
    "deadline.new": read_deadlines.read_new_deadline,
    "deadline.waits_for": read_deadlines.read_waiting,
    "deadline.period": read_periods.read_in_period,
    "deadline.what": read_deadlines.read_due_thing,
    "planning": read_deadlines.read_planning,
    "period": read_amounts.read_period_field,
    "budget_lines": read_amounts.read_budget,
    "number": read_sources.read_number,
    "reference": read_sources.read_reference,
    "party": read_people.read_party,
    "minister": read_people.read_ministers,
    "made_by": read_people.read_ministers,
    "former_minister": read_people.read_ministers,
    "co_ministers": read_people.read_co_ministers,
    "results": read_plain.read_results,
    "goals": read_plain.read_lines,
    "figures": read_plain.read_lines,
    "deliverables": read_plain.read_lines,
    "links": read_sources.read_citations_field,
}


def reader_of(kind: Kind, target: str) -> Reader:
    """Give the reader of cells that go to a target."""
    if target in _BY_NAME:
        return _BY_NAME[target]
    spec = field_of(kind.model, target)
    return read_plain.read_kept if spec is None else _by_type(spec.type)


def _by_type(value_type: ValueType) -> Reader:  # noqa: PLR0911 - one return a type
    inner = value_type.of if isinstance(value_type, ListOf) else value_type
    if value_type is DAY:
        return read_days.read_day_field
    if isinstance(inner, CitationText):
        return read_sources.read_citations_field if value_type.many else read_sources.read_origin_field
    if isinstance(inner, Reference):
        return _by_entity(inner, is_many=value_type.many)
    if isinstance(inner, Choice):
        return read_plain.read_choice
    if isinstance(value_type, Items) and issubclass(value_type.item, Member):
        return read_people.read_members_field
    if value_type.many and not isinstance(value_type, Items):
        return read_plain.read_list
    if isinstance(value_type, Line | Area | Suggested) or value_type is AREA:
        return read_plain.read_text
    return read_plain.read_typed


def _by_entity(reference: Reference, *, is_many: bool) -> Reader:
    if reference.entity == "organisation":
        return read_people.read_organisations if is_many else read_people.read_organisation
    if reference.entity == "person":
        return read_people.read_owner
    return read_sources.read_letter_field if reference.entity == "letter" else read_sources.read_origin_field
