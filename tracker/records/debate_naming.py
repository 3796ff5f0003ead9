"""Debates as letters name them: "tijdens het Commissiedebat Mensenhandel en prostitutie d.d. 20 mei 2026".

>>> debate_in("Conform toezegging tijdens het Commissiedebat Mensenhandel en prostitutie d.d. 20 mei 2026.").subject
'Mensenhandel en prostitutie'
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_DAY_WORDS: Final = rf"(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(_MONTHS)})\s+(?P<year>(?:19|20)\d{{2}})"
_DAY: Final = re.compile(
    rf"\b{_DAY_WORDS}\b|\b(?P<day2>\d{{1,2}})[-/.](?P<month2>\d{{1,2}})[-/.](?P<year2>(?:19|20)\d{{2}})\b",
    re.IGNORECASE,
)
_SORTS: Final = {
    "commissiedebat": "commissiedebat",
    "tweeminutendebat": "tweeminutendebat",
    "plenaire debat": "plenair debat",
    "plenair debat": "plenair debat",
    "plenaire behandeling": "plenair debat",
    "wetgevingsoverleg": "wetgevingsoverleg",
    "notaoverleg": "notaoverleg",
    "dertigledendebat": "dertigledendebat",
    "begrotingsbehandeling": "begrotingsbehandeling",
    "behandeling van de begroting": "begrotingsbehandeling",
    "hoofdlijnendebat": "hoofdlijnendebat",
    "interpellatiedebat": "interpellatiedebat",
    "algemeen overleg": "algemeen overleg",
    "schriftelijk overleg": "schriftelijk overleg",
    "mondeling overleg": "mondeling overleg",
    "mondelinge vragenuur": "vragenuur",
    "vragenuur": "vragenuur",
    "spoeddebat": "spoeddebat",
    "beleidsdebat": "beleidsdebat",
    "debat": None,
}
_SORT: Final = re.compile(rf"\b(?P<sort>{'|'.join(_SORTS)})\b(?:\s*\((?:CD|AO|WGO|TMD)\))?", re.IGNORECASE)
_LEAD: Final = re.compile(
    r"\s+(?:over|inzake|betreffende|met betrekking tot)\s+(?:het thema\s+|het onderwerp\s+)?|\s+|\s*[‘'“\"]"
)
_SUBJECT_END: Final = re.compile(
    r"\s*(?:,?\s+(?:d\.?\s?d\.?|van|op)\s+(?:\w{6,9}\s+)?(?=\d)|[,;(:]|\.(?:\s|$)|[’”\"](?=[\s,.)])|"
    r"\s+(?=(?:heb|heeft|is|zijn|werd|door|waarin|waar|aan (?:het lid|de leden|mevrouw|de heer)|gedaan|gedane|"
    r"toegezegd)\b)|$)"
)
_LONGEST_SUBJECT: Final = 160
_REACH: Final = 220


@dataclass(frozen=True, slots=True)
class Debate:
    """A debate that is named, at ``position``: its subject and sort where they are said, and its day."""

    subject: str | None
    sort: str | None
    day: date | None
    position: tuple[int, int]


def day_in(text: str, start: int = 0, end: int | None = None) -> tuple[date, int, int] | None:
    """Give the first day that is written out with its year, and where it stands."""
    for found in _DAY.finditer(text, start, len(text) if end is None else end):
        try:
            if found["day"]:
                day = date(int(found["year"]), _MONTHS.index(found["month"].lower()) + 1, int(found["day"]))
            else:
                day = date(int(found["year2"]), int(found["month2"]), int(found["day2"]))
        except ValueError:
            continue
        return day, found.start(), found.end()
    return None


def debate_in(text: str) -> Debate | None:
    """Give the debate that the text names; None where it names none with a subject or a day."""
    for found in _SORT.finditer(text):
        sort = _SORTS[found["sort"].lower()]
        day = _day_after(text, found.end())
        subject = _subject(text, found.end(), day)
        if sort is None and day is None:
            continue
        if subject is None and day is None:
            continue
        end = max(day[2] if day else 0, found.end())
        return Debate(subject, sort, day[0] if day else None, (found.start(), end))
    return None


def _day_after(text: str, start: int) -> tuple[date, int, int] | None:
    stop = re.search(r"[.;]\s+[A-Z]", text[start : start + _REACH])
    found = day_in(text, start, start + (stop.start() + 1 if stop else _REACH))
    if found is not None:
        return found
    before = day_in(text, max(0, start - 90), start)  # "het op 20 mei 2026 gehouden commissiedebat"
    return before if before and not re.search(r"[.;]\s+[A-Z]", text[before[2] : start]) else None


def _subject(text: str, start: int, day: tuple[date, int, int] | None) -> str | None:
    lead = _LEAD.match(text, start)
    position = lead.end() if lead else start
    is_led = bool(lead and lead[0].strip())
    if day and day[1] >= start and not text[position : day[1]].strip(" vanopd.,"):
        after = re.match(r"\s+(?:over|inzake|betreffende)\s+", text[day[2] :])
        if after is None:
            return None
        position, is_led = day[2] + after.end(), True
    stop = _SUBJECT_END.search(text, position, position + _LONGEST_SUBJECT)
    end = stop.start() if stop else position + _LONGEST_SUBJECT
    words = text[position:end].strip(" ‘’“”\"'")
    words = re.sub(r"^(?:het|de)\s+(?=[A-Z])", "", words)
    is_small = not words[:1].isupper() and not is_led
    return None if not words or is_small or words[0].isdigit() else words
