"""Where something comes from, as one cell says it: day, debate and citation, in whatever order.

"27-02-2008 Spoeddebat CAO-onderhandelingen politie (29 628, nr. 77)" is a day, a debate and a citation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from tracker.basics.folding import fold
from tracker.records.citation import Citation, read_citations
from tracker.records.day_text import DayOrder, month_of, read_day

DEBATE_SORTS: Final[dict[str, str]] = {
    "commissiedebat": "commissiedebat", "cd": "commissiedebat", "tweeminutendebat": "tweeminutendebat",
    "2-minutendebat": "tweeminutendebat", "2md": "tweeminutendebat", "tmd": "tweeminutendebat",
    "plenair debat": "plenair debat", "plenair": "plenair debat", "wetgevingsoverleg": "wetgevingsoverleg",
    "wgo": "wetgevingsoverleg", "notaoverleg": "notaoverleg", "dertigledendebat": "dertigledendebat",
    "30-ledendebat": "dertigledendebat", "spoeddebat": "spoeddebat", "algemeen overleg": "algemeen overleg",
    "ao": "algemeen overleg", "vao": "vao", "vragenuur": "vragenuur", "mondeling overleg": "mondeling overleg",
    "schriftelijk overleg": "schriftelijk overleg", "so": "schriftelijk overleg",
    "rondetafelgesprek": "rondetafelgesprek",
    "begrotingsbehandeling": "begrotingsbehandeling", "wetsbehandeling": "wetsbehandeling",
    "interpellatie": "interpellatie",
    "technische briefing": "technische briefing", "debat": "debat", "apb": "algemene politieke beschouwingen",
    "algemene politieke beschouwingen": "algemene politieke beschouwingen", "mondelinge vragen": "mondelinge vragen",
    "mondelinge vragenuur": "vragenuur", "hoofdlijnendebat": "hoofdlijnendebat", "committee debate": "commissiedebat",
    "plenary debate": "plenair debat", "debate": "debat", "regeling van werkzaamheden": "regeling van werkzaamheden",
    "hoorzitting": "hoorzitting", "procedurevergadering": "procedurevergadering", "werkbezoek": "werkbezoek",
}  # fmt: skip
_SORT: Final = re.compile(
    rf"(?:{'|'.join(re.escape(words) for words in sorted(DEBATE_SORTS, key=len, reverse=True))})(?=\W|$)", re.IGNORECASE
)
_DAY: Final = re.compile(
    r"(?:d\.d\.\s*|\bop\s+|\bvan\s+)?(?<![\d-])(?P<day>\d{4}-\d\d-\d\d|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)(?!\d)"
    r"|\d{1,2}\s+(?P<month>[A-Za-z]{3,9})\.?\s+\d{4})",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(
    r"\b(?:brief|kamerbrief|voortgangsbrief|verzamelbrief|beleidsbrief|stand-van-zakenbrief|letter)\b", re.IGNORECASE
)
_ACTIVITY: Final = re.compile(r"\b(?:19|20)\d\dA\d{5}\b")
_GLUE: Final = re.compile(r"^(?:over|inzake|m\.?b\.?t\.?|betreffende|re|about|on|:|-)\s+", re.IGNORECASE)
_EMPTY_BRACKETS: Final = re.compile(r"[(\[]\s*[,;.]*\s*[)\]]")


_FIGURES: Final = re.compile(r"\d\d[ .\u00a0\u2009\u202f-]?\d\d\d")
_ROMAN: Final = re.compile(r"[CLXVI]{3}")
_CITING: Final = ("amerst", "AMERST", "andeling", "anhangsel", "kst")


def may_cite(text: str) -> bool:
    """Tell whether a text could hold a citation at all: looking for one costs far more than this."""
    return _FIGURES.search(text) is not None or any(word in text for word in _CITING) or _ROMAN.search(text) is not None


@dataclass(frozen=True, slots=True)
class OriginText:
    """What a cell says of where something comes from; ``subject`` are the words that are left.

    ``written`` are the citations in the one form in which they are written out.
    """

    day: date | None
    sort: str | None
    subject: str
    citations: tuple[Citation, ...]
    written: tuple[str, ...]
    activity: str | None
    is_letter: bool


@lru_cache(maxsize=16_384)  # a long list is gone through three times, and names the same papers all over
def read_origin(text: str, order: DayOrder = DayOrder.DAY_FIRST) -> OriginText:
    """Take a text apart into day, sort of debate, subject and citations."""
    words = " ".join(text.split())
    cited = read_citations(words) if may_cite(words) else []
    activity = _ACTIVITY.search(words)
    papers = tuple(one for one in cited if one.kind != "activiteit")
    left = words
    for one in dict.fromkeys(citation.text for citation in cited):
        left = left.replace(one, " ", 1)
    day, left = _taken_day(left, order)
    is_letter = _LETTER.search(left) is not None
    sort = _SORT.match(left.lstrip(" ,;:.(")) if not is_letter else None
    if sort is not None:
        left = left.lstrip(" ,;:.(")[sort.end() :]
    return OriginText(
        day,
        DEBATE_SORTS[fold(sort[0])] if sort else None,
        _tidy(left),
        papers,
        tuple(one.canonical for one in papers),
        activity[0] if activity else None,
        is_letter,
    )


def days_in(text: str, order: DayOrder = DayOrder.DAY_FIRST) -> list[date]:
    """Give the days that are written out in a text, in order."""
    found = (read_day(match["day"], order) for match in _DAY.finditer(text) if _is_day(match))
    return [day for day in found if day is not None]


def _is_day(match: re.Match[str]) -> bool:
    return match["month"] is None or month_of(fold(match["month"])) is not None


def _taken_day(words: str, order: DayOrder) -> tuple[date | None, str]:
    for match in _DAY.finditer(words):
        day = read_day(match["day"], order) if _is_day(match) else None
        if day is not None:
            return day, f"{words[: match.start()]} {words[match.end() :]}"
    return None, words


def _tidy(words: str) -> str:
    bare = _EMPTY_BRACKETS.sub(" ", words)
    bare = " ".join(bare.split()).strip(" ,;:.-–")
    if bare.count("(") != bare.count(")"):
        bare = bare.strip("()").strip(" ,;:.-–")
    return _GLUE.sub("", bare).strip()
