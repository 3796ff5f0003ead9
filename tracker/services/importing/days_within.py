"""A doubtful day that is no field by itself: of an outcome, a debate or a state of affairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tracker.records.proposal import Doubt, ProposedPart

DAYS_WITHIN = frozenset(("outcomes", "debate", "note.on"))
"""What a doubt names whose answer is a day, though its field is none."""


def on_another_day(
    values: Mapping[str, Any], parts: Iterable[ProposedPart], doubt: Doubt, day: date
) -> tuple[dict[str, Any], list[ProposedPart]]:
    """Give values and parts with this day, wherever one of those stands that it could have been."""
    could_be = {one for one, _ in doubt.choices}
    given = dict(values)
    if doubt.field == "outcomes":
        given["outcomes"] = tuple(replace(one, on=day) if one.on in could_be else one for one in values["outcomes"])
    elif doubt.field == "debate" and given.get("made_on") in could_be:
        given["made_on"] = day  # what is promised in a debate is of its day
    if doubt.field != "note.on":
        return given, list(parts)
    return given, [
        replace(part, values={**part.values, "on": day})
        if part.entity == "progress_note" and part.values.get("on") in could_be
        else part
        for part in parts
    ]
