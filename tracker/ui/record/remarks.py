"""What deserves attention about saved values, though it is no fault: shown at the field."""

from __future__ import annotations

from datetime import date

from tracker.basics.formats import day_text
from tracker.basics.language import Language, Text
from tracker.records.instrument import Instrument
from tracker.records.snapshot import Record, RecordParts

LEGAL_SORT = "wettelijk"


def remarks_on(record: Record, parts: RecordParts) -> dict[str, Text]:
    """Give remarks by field name: steps of an instrument that are planned after its legal term."""
    if record.kind.model is not Instrument:
        return {}
    late = Instrument.steps_too_late(record.values, legal_term(parts))
    if not late:
        return {}
    named = [(step.step or "–", day_text(step.planned_on)) for step in late if step.planned_on is not None]
    nl, en = (", ".join(f"{name} ({day.to(one)})" for name, day in named) for one in Language)
    return {"steps": Text(f"Haalt de termijn niet: {nl}.", f"Misses the deadline: {en}.")}


def legal_term(parts: RecordParts) -> date | None:
    """Give the last day of the first legal deadline that still runs, or None."""
    days = [
        one["end"]
        for one in parts.deadlines
        if one["sort"] == LEGAL_SORT and one["met_on"] is None and one["end"] is not None
    ]
    return min(days) if days else None
