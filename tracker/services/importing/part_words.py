"""What happens to a deadline, state of affairs or relation, in the words of the rehearsal and the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.entity import BESIDE
from tracker.records.relation import relation_words
from tracker.services.bulk import deadline_text
from tracker.services.importing.parts import PartOutcome, PartPlan

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
    match entity:
        case "deadline":
            return _deadline(values, plan.language)
        case "postponement":
            old, new = (
                deadline_text({**_side(values, side), "waits_for": None}, plan.language) for side in ("old", "new")
            )
            return f"{old} → {new}"
        case "progress_note":
            return str(values.get("text") or "")
        case "relation":
            words = relation_words(str(values.get("how") or ""), reversed_side=False, language=plan.language)
            return f"{words} {plan.reference_of(to if to is not None else values.get('to_id'))}".strip()
        case _:
            return str(values.get("name") or "")


def _side(values: Mapping[str, Any], side: str) -> dict[str, Any]:
    return {name: values.get(f"{side}_{name}") for name in ("wording", "end")}


def _deadline(values: Mapping[str, Any], language: Language) -> str:
    known = {"wording": None, "end": None, "waits_for": None, **values}
    met = values.get("met_on")
    words = deadline_text(known, language)
    what = f"{values['what']}: " if values.get("what") else ""
    done = Text(", gehaald op {}", ", met on {}").to(language).format(day_words(met, language)) if met else ""
    return f"{what}{words}{done}"
