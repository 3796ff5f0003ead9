"""Years and days as they stand in a text, and what every reader of periods gives.

Each reader looks at most a few words ahead, so that reading stays linear. A reader gives None where nothing of its sort
stands, and a `Named` without a period where something stands that must not be read, so that no part of it is either:
31 februari is not februari.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from tracker.records.deadline_language import names
from tracker.records.deadline_language import period as periods
from tracker.records.deadline_language.period import Period, Yearly
from tracker.records.deadline_language.words import Words

_YEARS: Final = range(1900, 2100)
_DAYS_OF_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class RecessName:
    """A recess by its name, whose days only the calendar knows; no name for "het reces"."""

    name: str | None
    year: int | None = None
    is_next: bool = False


class Named(NamedTuple):
    """What is named and the place of the word after it; `needs_lead` where only a word before it makes it a moment."""

    period: Period | RecessName | None
    next: int
    needs_lead: bool = False


class Year(NamedTuple):
    """A year and the place after it; None where a year is meant that is not known."""

    number: int | None
    next: int


# --- years ------------------------------------------------------------------------------------------------------------


def year_at(words: Words, place: int, on: date) -> Year | None:
    """A year in figures or as dit jaar, volgend jaar, vorig jaar."""
    word = words.words[place]
    if number := year_number(words, place):
        return Year(number, place + 1)
    if word == "'" and _is_short_year(words, place + 1):
        return Year(2000 + int(words.words[place + 1]), place + 2)
    if word == "het":
        place += 1
        word = words.words[place]
    if words.words[place + 1] in names.YEAR_WORDS:
        for sort, step in ((names.THIS, 0), (names.NEXT, 1), (names.PREVIOUS, -1)):
            if word in sort:
                return Year(on.year + step, place + 2)
    return None


def the_year_at(words: Words, place: int, on: date) -> Year | None:
    """Also het jaar (which is dit jaar) and het jaar 2026."""
    if year := year_at(words, place, on):
        return year
    if words.words[place] == "het" and words.words[place + 1] in names.YEAR_WORDS:
        if number := year_number(words, place + 2):
            return Year(number, place + 3)
        return Year(on.year, place + 2)
    return None


def year_after(words: Words, place: int, on: date) -> Year:
    """The year that belongs to what stands before this place, with `van` or without; the place itself where none."""
    start = place
    if words.words[place] in {"van", "in", ","}:
        start = place + 1
    year = the_year_at(words, start, on)
    if year and (start == place or words.words[place] != "," or year_number(words, start)):
        return year
    following = words.words[place : place + 4]
    if following[0] == "van" and not names.YEAR_WORDS.isdisjoint(following):
        return Year(None, place + 1 + next(i for i, word in enumerate(following) if word in names.YEAR_WORDS))
    # A footnote run into the year (2022 and 14 as 202214), or a quantity.
    if following[0].isdigit() and len(following[0]) > 2:
        return Year(None, place + 1)
    return Year(0, place)


def known(year: Year) -> int | None:
    """The number of the year, None where none was said."""
    return year.number or None


def year_number(words: Words, place: int) -> int | None:
    """A year of four figures that stands free: no part of a number, a code or an amount."""
    word = words.words[place]
    if len(word) != 4 or not word.isdecimal() or int(word) not in _YEARS or not _stands_free(words, place):
        return None
    return int(word)


def last_year_number(words: Words, place: int) -> int | None:
    """The second year of a range, which may be joined to the first."""
    word = words.words[place]
    if len(word) != 4 or not word.isdecimal() or int(word) not in _YEARS or not _ends_free(words, place):
        return None
    return int(word)


def _is_short_year(words: Words, place: int) -> bool:
    word = words.words[place]
    return len(word) == 2 and word.isdecimal() and words.is_glued(place) and _ends_free(words, place)


def _stands_free(words: Words, place: int) -> bool:
    """Whether a number is no part of a longer one, nor of a code."""
    if words.is_glued(place):
        before = words.words[place - 1]
        if before.isalnum() or (before in {".", ",", "/", "-", ":"} and place > 1 and words.words[place - 2].isdigit()):
            return before in {"-", "/"} and not words.is_glued(place - 1)
        if before in names.MONEY or before in {"#", "_", "="}:
            return False
    return words.words[place - 1 if place else -1] not in names.MONEY and _ends_free(words, place)


def _ends_free(words: Words, place: int) -> bool:
    after = words.words[place + 1]
    if after in names.COUNTED:
        return False
    if not words.is_glued(place + 1):
        return True
    if len(after) == 2 and after[0] == "q":
        return True
    is_decimal = after in {".", ","} and _is_glued_number(words, place + 2)
    return not (after.isalnum() or after == "_" or is_decimal)


def _is_glued_number(words: Words, place: int) -> bool:
    return words.is_glued(place) and words.words[place].isdigit()


# --- days -------------------------------------------------------------------------------------------------------------


def day_at(words: Words, place: int, on: date) -> Named | None:
    """15 juli 2026, 15 jul, vrijdag 3 maart, 15-7-2026, 2026-07-15, 14 en 15 september."""
    if words.words[place] in names.WEEKDAYS or words.words[place] in names.SHORT_WEEKDAYS:
        place += 1 + (words.words[place + 1] in {",", "."})
    word = words.words[place].rstrip("e") if words.words[place][:1].isdigit() else ""
    if not word.isdecimal() or not _begins_free(words, place):
        return None
    return _day_in_figures(words, place) or _day_and_month(words, place, word, on) or _two_days(words, place, on)


def _begins_free(words: Words, place: int) -> bool:
    if not words.is_glued(place):
        return True
    before = words.words[place - 1]
    return not before.isalnum() and before not in {".", ",", "_", "#", "=", "+", "€", "$"}


def _day_and_month(words: Words, place: int, word: str, on: date) -> Named | None:
    month_place = place + 1
    name = words.words[month_place]
    month = names.MONTHS.get(name) or names.SHORT_MONTHS.get(name)
    if month is None or len(word) > 2:
        return None
    after = month_place + 1 + (words.words[month_place + 1] == "." and words.is_glued(month_place + 1))
    year = year_after(words, after, on)
    return Named(_checked_day(int(word), month, year), year.next)


def _checked_day(number: int, month: int, year: Year) -> Yearly | None:
    """The day, None where the calendar has no such day: 31 februari, 29 februari 2026."""
    if year.number is None or not 1 <= number <= _DAYS_OF_MONTH[month - 1]:
        return None
    day = periods.day(number, month, known(year))
    try:
        day.in_year(known(year) or 2000)
    except ValueError:
        return None
    return day


def _two_days(words: Words, place: int, on: date) -> Named | None:
    """14 en 15 september 2026, 17 t/m 19 juli."""
    after = after_link(words, place + 1)
    if after is None or len(words.words[place]) > 2:
        return None
    second = words.words[after]
    if not second.isdecimal() or len(second) > 2:
        return None
    last = _day_and_month(words, after, second, on)
    if last is None or not isinstance(last.period, Yearly):
        return None
    month_name = words.words[after + 1]
    month = names.MONTHS.get(month_name) or names.SHORT_MONTHS[month_name]
    first = _checked_day(int(words.words[place]), month, Year(last.period.year or 0, 0))
    return Named(periods.Stretch(first, last.period) if first else None, last.next)


def after_link(words: Words, place: int) -> int | None:
    """Give the place after en, of, /, -, t/m, tot en met."""
    if words.words[place] in names.AND or words.words[place] in {"-", "t/m"}:
        return place + 1
    if words.words[place : place + 3] == ["tot", "en", "met"]:
        return place + 3
    return None


def _day_in_figures(words: Words, place: int) -> Named | None:
    parts, end = [words.words[place]], place + 1
    sign = words.words[end]
    if sign not in {"-", "/", "."} or not words.is_glued(end):
        return None
    while len(parts) < 3 and words.words[end] == sign and words.is_glued(end):
        inner = end + 1 + (len(parts) == 2 and words.words[end + 1] == "'")  # 1-10-'26
        if not _is_glued_number(words, inner):
            break
        parts.append(words.words[inner])
        end = inner + 1
    if words.is_glued(end) and (words.words[end].isalnum() or (words.words[end] in "-/" and words.is_glued(end + 1))):
        return None
    lengths = [len(part) for part in parts]
    if lengths == [4, 2, 2] and sign == "-":
        year, month, number = map(int, parts)
    elif len(parts) == 3 and max(lengths[:2]) <= 2 and lengths[2] in {2, 4}:
        number, month, year = map(int, parts)
        year += 2000 if lengths[2] == 2 else 0
    elif len(parts) == 2 and max(lengths) <= 2 and sign == "-":
        number, month, year = int(parts[0]), int(parts[1]), 0
    else:
        return None
    if not 1 <= month <= 12 or (year and year not in _YEARS):
        return Named(None, end) if year else None
    return Named(_checked_day(number, month, Year(year, 0)), end, needs_lead=not year)
