"""The deadlines of a sentence in a letter: what lies ahead, and neither what is told of the past nor somebody's right.

``wording`` reads every time that is named. In a letter most of them tell what happened, and some say how long somebody
may think something over.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Final

from tracker.basics.folding import fold
from tracker.records.recess import Calendar
from tracker.records.wording import Reading, read_deadlines

_SEGMENT_END: Final = re.compile(
    r"[,;:()–]|\s(?:en|maar|waarna|waarbij|die|dat|waarin|omdat|zodat)\s+(?=(?:\w+\s+){0,2}(?:wordt|worden|is|zijn|"
    r"zal|zullen|heeft|hebben|volgt|moet)\b)"
)
_AHEAD: Final = re.compile(
    r"\b(?:wordt|worden|zal|zullen|moet|moeten|dient|dienen|gaat|gaan|ga|volgt|volgen|informeer\w*|ontvangt|"
    r"ontvangen|stuur\w*|"
    r"start|starten|treedt|treden|streef\w*|beoog\w*|verwacht\w*|kom|komt|komen|gereed|gepland|voorzien|beoogd|"
    r"voornemens|"
    r"zeg|bericht|deel|bied|rapporteer\w*|loopt|organiseert|implementatie\w*|omzetting\w*|deadline|uiterlijk|om te|"
    r"opnieuw|"
    r"te \w+en|wil|willen|verleng\w*|bezie|onderzoek|verken|neem|laat|leg|zend|koppel|besluit|beslist|publiceert|"
    r"presenteert)\b"
)
_PERFECT: Final = re.compile(r"\b(?:is|zijn|heeft|hebben|heb|was|waren|werd|werden|had|hadden|ben)\b")
_PARTICIPLE: Final = re.compile(
    r"\b(?:\w*ge\w{2,}(?:d|t|en)|ver\w{3,}(?:d|t|en)|be\w{3,}(?:d|t|en)|ont\w{3,}(?:d|t|en)|her\w{3,}(?:d|t|en)|"
    r"\w*plaatsgevonden|\w*ge(?:daan|gaan|staan|zien|komen)|van start gegaan)\b"
)
_SIMPLE_PAST: Final = re.compile(
    r"\b(?:bedroeg|bedroegen|verbleef|verbleven|vond|vonden|kwam|kwamen|ging|gingen|gaf|gaven|nam|namen|steeg|stegen|"
    r"daalde|daalden|telde|telden|kende|kenden|bleek|bleken|stond|stonden|lag|lagen|sprak|spraken|"
    r"startte|begon|begonnen|opende|ontving|ontvingen|publiceerde|verscheen|verschenen)\b"
)
_NOT_YET: Final = re.compile(
    r"\b(?:gepland|ingepland|voorzien|beoogd|verwacht|gereed|voornemens|bedoeld|gericht|geagendeerd|gevraagd|"
    r"verzocht|toegezegd|afgesproken|uitgesteld|verlengd|verschoven)\b"
)
_WITHIN_A_YEAR: Final = frozenset(("day", "week", "month", "part of month", "season", "quarter"))
_SETS: Final = re.compile(r"\b(?:vastgesteld|bepaald|gesteld op|vastgelegd)\b")
"""Says that a day was chosen, which may lie ahead."""
_RIGHT: Final = re.compile(
    r"\b(?:bedenktijd|recht op|heeft het recht|de tijd (?:om|waarin|voor)|bezwaar|beroep|aangifte|kan (?:het|een|"
    r"de) slachtoffer|"
    r"kunnen (?:slachtoffers|betrokkenen|burgers)|mag|mogen|geldigheid\w*|bewaartermijn\w*)\b"
)
_FOR: Final = re.compile(r"voor (?:de (?:periode|jaren) )?(?:19|20)\d\d\s?[-–/]|voor (?:de )?(?:periode|jaren)\b")
_NOW: Final = re.compile(r"(?:momenteel|op dit moment|thans|nu)$")
_EVENT_AHEAD: Final = re.compile(
    r"\b(?:zal|zullen|informeer\w*|ontvangt|start|starten|kom|volgt|volgen|wordt|worden|stuur|bericht|ga|zeg|meld|deel|"
    r"kan pas|treedt|verwacht\w*|vindt|treft|krijgt)\b"
)
_LAST_YEAR: Final = re.compile(r"\b(?:19|20)\d\d$")
_GENERAL: Final = re.compile(r"\b(?:kan|kunnen|mag|mogen|geldt|bestaat|bestaan|biedt)\b")
_PAST_LEAD: Final = re.compile(
    r"\b(?:sinds|sedert|van|uit|d\.?d\.?|in (?:mijn|de|onze) \w*brief van|brief van|debat van|per brief van|"
    r"rapport van|advies van)\s*$"
)


def deadlines_ahead(sentence: str, said_on: date, calendar: Calendar) -> list[Reading]:
    """Give the deadlines of the sentence, in order."""
    found = [one for one in read_deadlines(sentence, said_on, calendar) if not _NOW.search(fold(one.wording))]
    if not found:
        return []
    words = _Sentence(sentence)
    return [one for one in found if _lies_ahead(one, words, said_on)]


class _Sentence:
    """A sentence made plain once, with its parts: what each deadline is judged by."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.whole = fold(text)
        self.has_participle = _PARTICIPLE.search(self.whole) is not None
        self._starts: list[int] = []
        self._parts: list[str] = []
        for start, end in _segments(text):
            words = fold(text[start:end])
            self._starts.append(start)
            has_verb = _AHEAD.search(words) or _PERFECT.search(words) or _SIMPLE_PAST.search(words)
            self._parts.append(words if has_verb else self.whole)

    def part_at(self, position: int) -> str:
        """Give the part with a finite verb in which a place lies; the whole where that part has none."""
        return self._parts[max(0, bisect_right(self._starts, position) - 1)]


def _segments(sentence: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SEGMENT_END.finditer(sentence):
        yield start, end.start()
        start = end.end()
    yield start, len(sentence)


def _lies_ahead(one: Reading, sentence: _Sentence, said_on: date) -> bool:
    start, end = one.position
    words = fold(one.wording)
    before = fold(sentence.text[max(0, start - 30) : start])
    if re.search(r"\bjl\b", fold(sentence.text[start : end + 5])) or _PAST_LEAD.search(before + " "):
        return False
    is_for = one.precision in {"year", "part of year"} and one.start and one.end and _FOR.match(words)
    if is_for or (words.startswith(("binnen", "uiterlijk binnen")) and _RIGHT.search(sentence.whole)):
        return False
    if one.precision == "event":
        year = _LAST_YEAR.search(words)
        if year is not None and int(year[0]) < said_on.year:
            return False
        return _EVENT_AHEAD.search(sentence.whole) is not None and not _is_general(sentence.text, end)
    if one.precision in {"ongoing", "unspecified", "recurring"}:
        is_possible = re.match(r"\s*(?:kan|kunnen|zou|zouden)\b", fold(sentence.text[end : end + 20]))
        return is_possible is None and not _is_told(sentence.part_at(start), sentence)
    return _dated_lies_ahead(one, sentence, said_on)


def _is_general(sentence: str, end: int) -> bool:
    """Tell whether "wanneer …" leads to what holds at any time, and not to what will be done once."""
    rest = fold(sentence[end : end + 60])
    return _GENERAL.search(rest) is not None and not re.search(r"\b(?:uw|de) kamer\b", rest)


def _is_told(part: str, sentence: _Sentence) -> bool:
    """Tell whether the words are of what has happened: a finite verb of the perfect with its participle."""
    if _SIMPLE_PAST.search(part) and not _AHEAD.search(part) and not _PERFECT.search(part):
        return True
    if _NOT_YET.search(part) or _PERFECT.search(part) is None:
        return False
    ahead = _AHEAD.search(part)
    if ahead is not None and ahead[0] in {"wordt", "worden", "zal", "zullen", "moet", "moeten", "gaat", "gaan"}:
        return False
    return _PARTICIPLE.search(part) is not None or sentence.has_participle


def _dated_lies_ahead(one: Reading, sentence: _Sentence, said_on: date) -> bool:
    last = one.end or one.start
    if last is None:
        return True
    part = sentence.part_at(one.position[0])
    if _is_told(part, sentence):
        return (one.start or last) > said_on and not _tells_of_last(one, sentence)
    if last < said_on:
        return (
            _AHEAD.search(part) is not None
            and re.search(r"\b(?:was|werd|waren|had|heeft|is|moest|moesten)\b", part) is None
        )
    return True


def _tells_of_last(one: Reading, sentence: _Sentence) -> bool:
    """Tell whether a time without a year is the last one: "is in september gestart" tells of the September before."""
    if one.precision not in _WITHIN_A_YEAR or re.search(r"\d{4}", one.wording):
        return False
    if _SIMPLE_PAST.search(sentence.part_at(one.position[0])):
        return True
    if one.precision == "day" and _SETS.search(sentence.whole):
        return False
    before = fold(sentence.text[max(0, one.position[0] - 12) : one.position[0]])
    return re.search(r"\b(?:tot|naar|voor|per|uiterlijk|vanaf)\s+$", f"{before.rstrip()} ") is None
