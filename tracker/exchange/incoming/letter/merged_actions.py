"""What a letter says of numbered actions that were merged: "Deze actie is samengevoegd met actie 7"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tracker.exchange.incoming.letter.making import Draft
from tracker.records.proposal import Link, ProposedPart

_MERGED: Final = re.compile(
    r"\b(?:samengevoegd met|opgegaan in|gaat op in|ondergebracht bij)\s+(?:actie|maatregel|actiepunt)\s+"
    r"(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)\b",
    re.IGNORECASE,
)


def tie_merged(drafts: Sequence[Draft]) -> None:
    """Let each action that went into another point at it, where the letter tells of both by their numbers."""
    by_number = {draft.values["number"]: draft for draft in drafts if draft.values.get("number")}
    for draft in by_number.values():
        for sentence in draft.told:
            found = _MERGED.search(sentence.text)
            other = by_number.get(found["number"]) if found else None
            if other is None or other is draft:
                continue
            relation = {"how": "samengevoegd in", "to": Link("action", other.key)}
            draft.values["status"] = "samengevoegd"
            draft.parts.append(ProposedPart("relation", relation, sentence.place))
