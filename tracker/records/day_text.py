"""Days as cells of other lists hold them as text, and what a whole column says about the order of day and month."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from tracker.basics.folding import fold


class DayOrder(StrEnum):
    """Which of two numbers is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


_NUMBERS: Final = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?:[ t,]+\d{1,2}[:.]\d\d.*)?")
_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?")
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_WEEKDAY: Final = re.compile(
    r"^(?:(?:ma|di|wo|do|vr|za|zo)(?:andag|nsdag|ensdag|nderdag|ijdag|terdag|ndag)?|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?,?\s+"
)
_WRITTEN: Final = re.compile(r"(\d{1,2})(?:e|ste|de|st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+'?(\d{4}|\d{2})")
_ENGLISH: Final = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_YEAR: Final = re.compile(r"([a-z]{3,9})\.?[\s-]+'?(\d{4}|\d{2})|(\d{1,2})[/-](\d{4})")
_LEADS: Final = re.compile(r"^(?:d\.?d\.?|op|on|dated|datum|date)\s*:?\s+")
MONTH_NAMES: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "januari jan january", "februari feb february febr", "maart mrt mar maa march", "april apr",
            "mei may", "juni jun june", "juli jul july", "augustus aug august", "september sep sept",
            "oktober okt oct october", "november nov", "december dec",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip


class Parts(NamedTuple):
    """A day in three numbers, of which the first two may be meant either way round."""

    first: int
    second: int
    year: int
    sign: str


def month_of(word: str) -> int | None:
    """Give the number of a month by its Dutch or English name or abbreviation."""
    return _MONTHS.get(word)


def numbers_of(text: str) -> Parts | None:
    """Give the numbers of a day written with three numbers, the year last; None for any other text."""
    found = _NUMBERS.fullmatch(text.strip().lower())
    if found is None:
        return None
    return Parts(int(found[1]), int(found[3]), _year(found[4]), found[2])


def read_day(text: str, order: DayOrder = DayOrder.DAY_FIRST) -> date | None:
    """Read a text that is one day and nothing else; None where it is not. ``order`` decides where both would do."""
    words = _LEADS.sub("", _WEEKDAY.sub("", fold(text).strip(" .")))
    try:
        if parts := numbers_of(words):
            return _ordered(parts, order)
        if found := _ISO.fullmatch(words) or _COMPACT.fullmatch(words):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if (found := _WRITTEN.fullmatch(words)) and (month := month_of(found[2])):
            return date(_year(found[3]), month, int(found[1]))
        if (found := _ENGLISH.fullmatch(words)) and (month := month_of(found[1])):
            return date(int(found[3]), month, int(found[2]))
    except ValueError:
        return None
    return None


def is_month(text: str) -> bool:
    """Tell whether a text names a month of a year and no day: apr 2025, sep-26, 04/2025."""
    return month_words(text) is not None


def month_words(text: str) -> str | None:
    """Give a month as people write it (april 2025) of a text that names one and no day; None for any other."""
    found = _MONTH_YEAR.fullmatch(fold(text).strip(" ."))
    if found is None:
        return None
    month = month_of(found[1]) if found[1] else int(found[3])
    if month is None or not 1 <= month <= 12:
        return None
    return f"{MONTH_NAMES[month - 1]} {_year(found[2] or found[4])}"


class OrderFound(NamedTuple):
    """What a column says of the order: which it is (None: not said), and whether its days contradict each other."""

    order: DayOrder | None
    is_mixed: bool
    is_said: bool


def order_of(texts: Iterable[str]) -> OrderFound:
    """Judge a column of days as a whole: a number above twelve is a day, whatever stands around it."""
    day_first = month_first = 0
    signs = set()
    for text in texts:
        parts = numbers_of(text)
        if parts is None:
            continue
        signs.add(parts.sign)
        day_first += parts.first > 12 >= parts.second
        month_first += parts.second > 12 >= parts.first
    if day_first and month_first:
        return OrderFound(DayOrder.DAY_FIRST if day_first >= month_first else DayOrder.MONTH_FIRST, True, True)
    if day_first or month_first:
        return OrderFound(DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST, False, True)
    # Nobody who puts the month first parts the numbers by a dash or a dot.
    return OrderFound(DayOrder.DAY_FIRST if signs and "/" not in signs else None, False, False)


def swapped(day: date) -> date | None:
    """Give the day with day and month the other way round; None where that is no day or the same one."""
    if day.day > 12 or day.day == day.month:
        return None
    return day.replace(month=day.day, day=day.month)


def _ordered(parts: Parts, order: DayOrder) -> date:
    first, second = parts.first, parts.second
    is_month_first = (order is DayOrder.MONTH_FIRST and first <= 12) or second > 12
    day, month = (second, first) if is_month_first else (first, second)
    return date(parts.year, month, day)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits) - (100 if int(digits) >= 70 else 0)
