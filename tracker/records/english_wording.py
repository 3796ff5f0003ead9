"""Deadlines in English words, put into the Dutch ones that ``wording`` reads: by end of 2026, before summer."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tracker.basics.folding import fold

_MONTHS: Final = {
    "january": "januari", "february": "februari", "march": "maart", "april": "april", "may": "mei", "june": "juni",
    "july": "juli", "august": "augustus", "september": "september", "october": "oktober", "november": "november",
    "december": "december", "oct": "oktober", "mar": "maart", "aug": "augustus", "feb": "februari",
}  # fmt: skip
_PHRASES: Final = (
    (
        r"\b(?:by|before|no later than|not later than|until|ultimately|at the latest)\s+(?:the\s+)?end\s+(?:of\s+)?",
        "voor eind ",
    ),
    (r"\b(?:by|no later than|not later than|until|ultimately)\b", "uiterlijk"),
    (r"\bbefore\b", "voor"),
    (r"\bfrom\b", "vanaf"),
    (r"\bafter\b", "na"),
    (r"\b(?:the\s+)?end\s+of\s+(?:the\s+)?", "eind "),
    (r"\bend\b(?=\s+\w)", "eind"),
    (r"\blate\b", "eind"),
    (r"\bmid(?:dle of)?[\s-]+", "medio "),
    (r"\b(?:early|beginning of|start of)\b", "begin"),
    (r"\bfirst half of\b", "eerste helft van"),
    (r"\bsecond half of\b", "tweede helft van"),
    (r"\b(?:first|1st) quarter of\b", "eerste kwartaal van"),
    (r"\b(?:second|2nd) quarter of\b", "tweede kwartaal van"),
    (r"\b(?:third|3rd) quarter of\b", "derde kwartaal van"),
    (r"\b(?:fourth|4th) quarter of\b", "vierde kwartaal van"),
    (r"\bspring\b", "voorjaar"),
    (r"\bsummer\b", "zomer"),
    (r"\b(?:autumn|fall)\b", "najaar"),
    (r"\bthis year\b", "dit jaar"),
    (r"\bnext year\b", "volgend jaar"),
    (r"\b(?:annually|yearly|every year|each year|once a year)\b", "jaarlijks"),
    (r"\b(?:twice a year|half[ -]yearly|biannually|every six months|every half year)\b", "halfjaarlijks"),
    (r"\b(?:quarterly|every quarter|each quarter)\b", "per kwartaal"),
    (r"\b(?:monthly|every month|each month)\b", "maandelijks"),
    (r"\b(?:ongoing|continuous(?:ly)?|permanent(?:ly)?)\b", "doorlopend"),
    (r"\b(?:as soon as possible|asap|a\.s\.a\.p\.)", "zo snel mogelijk"),
    (r"\bwithin\s+(\d+)\s+weeks?\b", r"binnen \1 weken"),
    (r"\bwithin\s+(\d+)\s+months?\b", r"binnen \1 maanden"),
    (r"\bwithin\s+(\d+)\s+years?\b", r"binnen \1 jaar"),
    (r"\bweek of\b", "week van"),
    (r"\bin\s+(?=\w)", "in "),
)  # fmt: skip
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b")
_ENGLISH_DAY: Final = re.compile(
    rf"\b({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})"
)
_ENGLISH: Final = re.compile(
    r"\b(?:by|before|later|until|ultimately|latest|from|after|end|late|mid|middle|early|beginning|start|first|second|"
    r"third|fourth|quarter|spring|summer|autumn|fall|year|annually|yearly|twice|"
    r"half|biannually|every|each|quarterly|"
    r"monthly|"
    r"ongoing|continuous|continuously|permanent|permanently|asap|soon|within|week of|january|february|march|may|"
    r"june|july|august|october|oct|mar|aug|feb)\b|a\.s\.a\.p|\bmid-"
)


@lru_cache(maxsize=2048)
def in_dutch(text: str) -> str | None:
    """Give the words in Dutch; None where nothing in them is English."""
    words = fold(text)
    if _ENGLISH.search(words) is None:
        return None
    changed = _ENGLISH_DAY.sub(lambda found: f"{found[2]} {_MONTHS[found[1]]} {found[3]}", words)
    for english, dutch in _PHRASES:
        changed = re.sub(english, dutch, changed)
    changed = _MONTH.sub(lambda found: _MONTHS[found[0]], changed)
    return changed if changed != words else None
