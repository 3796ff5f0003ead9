"""Which period is named at a place in a text: a month, a quarter, a half year, a part of one of these.

Each reader keeps to what is said in `days`.
"""

from datetime import date
from typing import Final

from tracker.records.deadline_language import names
from tracker.records.deadline_language import period as periods
from tracker.records.deadline_language.days import (
    Named,
    RecessName,
    after_link,
    known,
    the_year_at,
    year_after,
    year_number,
)
from tracker.records.deadline_language.period import Yearly
from tracker.records.deadline_language.seasons import relative_at, season_at, week_at
from tracker.records.deadline_language.words import Words

_OTHER_QUARTERS: Final = 3


def month_at(words: Words, place: int, on: date) -> Named | None:
    """Juli 2026, de maand juli, komende september, deze maand."""
    is_next = words.words[place] in names.NEXT
    is_previous = words.words[place] in names.PREVIOUS
    place += is_next or is_previous or words.words[place] in names.THIS
    if words.words[place] == "maand":
        place += words.words[place + 1] in names.MONTHS
    name = words.words[place]
    month = names.MONTHS.get(name)
    after = place + 1
    if month is None and name in names.SHORT_MONTHS:
        after += words.words[after] == "." and words.is_glued(after)
        month = names.SHORT_MONTHS[name] if year_number(words, after) else None
    if month is None or _follows_number(words, place):
        return None if month is None else Named(None, after)
    year = year_after(words, after, on)
    if year.number is None or is_previous:
        return Named(None, year.next)
    found = periods.month_of(month, known(year), is_next=is_next)
    return Named(found, year.next, needs_lead=not year.number and not is_next)


def _follows_number(words: Words, place: int) -> bool:
    return place > 0 and words.words[place - 1][:1].isdigit() and int("0" + words.words[place - 1].rstrip("ste")) > 12


def part_at(words: Words, place: int, on: date) -> Named | None:
    """Begin juli, eind 2026, medio volgend jaar, aan het eind van het eerste kwartaal, begin volgende week."""
    part = names.PARTS.get(words.words[place])
    if part is None:
        return None
    after = place + 1
    if words.words[after] == "van":
        after += 1
    is_short = words.words[after : after + 3] == ["v", "/", "h"]
    if part == "eind" and words.words[after + 3 * is_short] in names.YEAR_WORDS:  # einde jaar, eind v/h jaar
        first, last = names.PARTS_OF_YEAR[part]
        return Named(periods.stretch_of_months("part of year", first, last, on.year), after + 3 * is_short + 1)
    if year := the_year_at(words, after, on):
        first, last = names.PARTS_OF_YEAR[part]
        return Named(periods.stretch_of_months("part of year", first, last, year.number), year.next)
    has_article = words.words[after] in names.ARTICLES
    inner = after + has_article
    if words.words[inner] in names.PREVIOUS or season_at(words, inner, on):
        return Named(None, inner + 1)
    if words.words[inner] == "maand" and has_article:
        return Named(periods.part_of_month(part, on.month, on.year), inner + 1)
    return _part_of(part, relative_at(words, inner, on) or month_at(words, inner, on) or quarter_at(words, inner, on)
                    or week_at(words, inner, on), on)  # fmt: skip


def _part_of(part: str, whole: Named | None, on: date) -> Named | None:
    if whole is None:
        return None
    period = whole.period
    if period is None or isinstance(period, RecessName) or period.kind == "week":
        return whole
    start, _ = period.days(on)
    year = start.year if not isinstance(period, Yearly) or period.is_next else period.year
    if period.kind == "month":
        return Named(periods.part_of_month(part, start.month, year), whole.next)
    if period.kind == "quarter" and not isinstance(period, periods.Stretch):
        month = start.month - 1 + names.PARTS_OF_QUARTER[part]
        return Named(periods.stretch_of_months("part of quarter", month, month, year), whole.next)
    return Named(None, whole.next)


def quarter_at(words: Words, place: int, on: date) -> Named | None:
    """Q3 2026, 2026-Q3, derde kwartaal van 2026, kwartaal 3, Q3 en Q4 2026, eerste en tweede kwartaal."""
    if leading := year_number(words, place):
        return _quarter_after_year(words, place, leading)
    numbers, after = _quarters(words, place)
    if not numbers:
        return None
    after += words.words[after] == "-" and bool(year_number(words, after + 1))
    year = year_after(words, after, on)
    if year.number is None or (words.words[after] == "van" and not year.number):
        return Named(None, year.next)
    first, last = numbers[0], numbers[-1]
    if first == last:
        return Named(_quarter(first, known(year)), year.next)
    if last < first and year.number:
        return Named(None, year.next)
    return Named(periods.Stretch(_quarter(first, known(year)), _quarter(last, known(year))), year.next)


def _quarter_after_year(words: Words, place: int, year: int) -> Named | None:
    """2026-Q3, 2026Q3."""
    inner = place + 1 + (words.words[place + 1] == "-")
    number = _quarter_code(words, inner) if words.is_glued(inner) else None
    return Named(_quarter(number, year), inner + 1) if number else None


def _quarter(number: int, year: int | None) -> Yearly:
    return periods.stretch_of_months("quarter", number * 3 - 2, number * 3, year)


def _quarters(words: Words, place: int) -> tuple[list[int], int]:
    """The numbers of the quarters named here, and the place after them."""
    if words.words[place] in {"kwartaal", "kw"}:
        number = words.words[place + 1]
        return ([int(number)], place + 2) if number in {"1", "2", "3", "4"} else ([], place)
    if first := _quarter_code(words, place):
        numbers, after = [first], place + 1
        for _ in range(_OTHER_QUARTERS):
            link = after_link(words, after) or (after + 1 if words.words[after] == "," else None)
            following = (_quarter_code(words, link) or _glued_quarter(words, link)) if link else None
            if link is None or following is None:
                break
            numbers, after = [*numbers, following], link + 1
        return numbers, after
    return _quarters_in_words(words, place)


def _quarters_in_words(words: Words, place: int) -> tuple[list[int], int]:
    """Derde kwartaal, eerste en tweede kwartaal, het eerste kwartaal of het tweede kwartaal."""
    first = names.ORDINALS.get(words.words[place])
    is_whole = words.words[place + 1] in {"kwartaal", "kw"}
    if not first:
        return [], place
    link = after_link(words, place + 1 + is_whole)
    if link:
        link += words.words[link] == "het"
        second = names.ORDINALS.get(words.words[link])
        if second and words.words[link + 1] == "kwartaal":
            return [first, second], link + 2
    return ([first], place + 2) if is_whole else ([], place)


def _glued_quarter(words: Words, place: int) -> int | None:
    """The 4 of Q3-4 and Q3/4."""
    word = words.words[place]
    return int(word) if word in {"1", "2", "3", "4"} and words.is_glued(place) and words.is_glued(place - 1) else None


def _quarter_code(words: Words, place: int) -> int | None:
    word = words.words[place]
    if len(word) == 2 and word[0] == "q":
        return int(word[1])
    return None


def half_at(words: Words, place: int, on: date) -> Named | None:
    """Eerste helft van 2026, 2e helft, tweede halfjaar 2026, H1 2026, tweede helft van oktober."""
    word, after = words.words[place], place + 1
    if word in {"h1", "h2"}:
        year = year_after(words, after, on)
        return Named(_half(int(word[1]), year.number), year.next) if year.number else None
    number = names.ORDINALS.get(word)
    if number not in {1, 2} or word == "laatste":
        return None
    if words.words[after] in {"helft", "halfjaar"}:
        after += 1
    elif words.words[after : after + 2] == ["half", "jaar"]:
        after += 2
    else:
        return None
    inner = after + (words.words[after] == "van")
    if month := names.MONTHS.get(words.words[inner]):
        year = year_after(words, inner + 1, on)
        found = periods.part_of_month("first" if number == 1 else "second", month, known(year))
        return Named(found if year.number is not None else None, year.next)
    year = year_after(words, after, on)
    if year.number is None or (words.words[after] == "van" and not year.number):
        return Named(None, max(year.next, after))
    return Named(_half(number, known(year)), year.next, needs_lead=not year.number)


def _half(number: int, year: int | None) -> Yearly:
    return periods.stretch_of_months("half-year", number * 6 - 5, number * 6, year)
