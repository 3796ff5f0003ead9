"""A deadline, postponement, state of affairs, relation or evidence in one line of words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.relation import relation_words
from tracker.services.bulk import deadline_text


def part_text(
    entity: str, values: Mapping[str, Any], language: Language, other_side: Callable[[], str], *,
    reversed_side: bool = False,
) -> str:  # fmt: skip
    """Give the words. ``other_side`` gives the reference of a relation's other side.

    ``reversed_side``: the relation starts at that other side.
    """
    match entity:
        case "deadline":
            return _deadline(values, language)
        case "postponement":
            old, new = (deadline_text({**_side(values, side), "waits_for": None}, language) for side in ("old", "new"))
            return f"{old} → {new}"
        case "progress_note":
            return str(values.get("text") or "")
        case "relation":
            words = relation_words(str(values.get("how") or ""), reversed_side=reversed_side, language=language)
            return f"{words} {other_side()}".strip()
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
