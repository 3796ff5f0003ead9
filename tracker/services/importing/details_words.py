"""What hangs on a proposed record, in words: a deadline, a state of affairs, a relation."""

from __future__ import annotations

from typing import Any

from tracker.basics.language import Language
from tracker.records.entity import model_of
from tracker.records.field import fields_of
from tracker.records.relation import relation_words
from tracker.services.deadline_words import READ_FIELDS
from tracker.services.editing import PART_WORDS
from tracker.services.importing.parts import PartPlan
from tracker.services.importing.plan import ImportPlan

_SAID_BY_WORDS = frozenset((*READ_FIELDS, "said_on", "sort"))


def part_words(plan: ImportPlan, part: PartPlan, language: Language) -> tuple[str, str]:
    """Give the name of what hangs on a record and its words: ("Termijn", "voor de zomer, uiterlijk 02-07-2026")."""
    caption = PART_WORDS.get(part.entity, part.entity).capitalize()
    values: dict[str, Any] = {**(part.old.values if part.old is not None else {}), **part.values}
    if part.entity == "relation":
        return caption, f"{relation_words(str(values.get('how', '')), reversed_side=False)} {_other(plan, part)}"
    specs = {spec.name: spec for spec in fields_of(model_of(part.entity))}
    shown = [
        specs[name].type.text(value, language, plan.draft.name_of)
        for name, value in values.items()
        if name in specs and name not in _SAID_BY_WORDS and value not in (None, "", ())
    ]
    if part.entity == "deadline" and values.get("end") is not None:
        shown.append(f"→ {specs['end'].type.text(values['end'], language)}")
    return caption, " ".join(one for one in shown if one)


def _other(plan: ImportPlan, part: PartPlan) -> str:
    if part.to is None:
        return ""
    if part.to > 0:
        return plan.store.references([part.to]).get(part.to, "")
    return plan.number_words(-part.to - 1)
