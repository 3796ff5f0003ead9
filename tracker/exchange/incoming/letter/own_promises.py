"""How surely a sentence of a letter promises something itself."""

from __future__ import annotations

import re
from typing import Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.making import deadline_parts
from tracker.records.promise_words import Promise, promise_in

_HEDGED: Final = re.compile(
    r"\b(?:waar mogelijk|waar nodig|zo mogelijk|indien (?:nodig|mogelijk|gewenst)|wellicht)\b", re.IGNORECASE
)
_WILL: Final = re.compile(r"\b(?:zal|zullen)\b", re.IGNORECASE)
_NEVER: Final = re.compile(r"\b(?:zal|zullen)\b[^.;]{0,50}\b(?:niet|geen|als de|wanneer de)\b", re.IGNORECASE)
_HOW_IT_WORKS: Final = re.compile(
    r"(?:De|Het) (?:\w*werkgroep|\w*groep|\w*raad|\w*commissie|taskforce|\w*team|ministers|leden|"
    r"netwerk)\b[^.;]{0,60}\b"
    r"(?:zal|zullen)\b[^.;]{0,60}\b(?:aangevuld|ondersteund|voorgezeten|bijgestaan|samengesteld)\b",
    re.IGNORECASE,
)
"""How a body is made up or works: told of it, and promised to nobody."""


def strength_of(letter: Letter, sentence: Sentence) -> Promise | None:
    """Give how surely the sentence promises something; None where it promises nothing."""
    said = promise_in(sentence.text)
    if said is not None:
        is_told = _HEDGED.search(sentence.text) or (
            _HOW_IT_WORKS.match(sentence.text) and not deadline_parts(letter, sentence)
        )
        return None if said.strength is Promise.PASSIVE and is_told else said.strength
    if not _WILL.search(sentence.text) or _NEVER.search(sentence.text):
        return None
    parts = deadline_parts(letter, sentence)
    return Promise.PASSIVE if any(not _is_vague(part.values["wording"]) for part in parts) else None


def _is_vague(wording: str) -> bool:
    return re.search(r"\bkomende (?:periode|tijd|jaren)\b|\bdoorlopend\b|\bstructureel\b", fold(wording)) is not None
