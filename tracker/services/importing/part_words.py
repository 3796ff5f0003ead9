"""What happens to a deadline, state of affairs or relation, in the words of the rehearsal and the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tracker.basics.language import Text
from tracker.records.entity import BESIDE
from tracker.services.importing.parts import PartOutcome, PartPlan
from tracker.services.part_text import part_text

if TYPE_CHECKING:
    from tracker.services.importing.plan import ImportPlan

_POSTPONED = Text("termijn, uitgesteld", "deadline, postponed")


def part_words(plan: ImportPlan, part: PartPlan) -> tuple[Text, str, str]:
    """Give what a part is, what stands there now ("" for nothing), and what will."""
    caption = _POSTPONED if part.outcome is PartOutcome.POSTPONED else BESIDE[part.entity]
    before = "" if part.old is None else _text(plan, part.entity, part.old.values, None)
    whole = part.values if part.old is None else {**part.old.values, **part.values}
    after = _text(plan, part.entity, whole, part.to)
    return Text(caption.nl.capitalize(), caption.en.capitalize()), before, after


def _text(plan: ImportPlan, entity: str, values: Mapping[str, Any], to: int | None) -> str:
    return part_text(
        entity, values, plan.language, lambda: _reference_of(plan, to if to is not None else values.get("to_id"))
    )


def _reference_of(plan: ImportPlan, to: int | None) -> str:
    """Give the reference of the other side of a relation (see ``PartPlan.to``)."""
    if to is None:
        return ""
    if to <= 0:
        return plan.proposals[-to - 1].reference or str(plan.proposals[-to - 1].values.get("title") or "")
    return plan.store.references([to]).get(to, "")
