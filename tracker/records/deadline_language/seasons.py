"""Which period is named at a place in a text: a season, a week, a range of years, a recess, volgende maand."""

from datetime import date, timedelta

from tracker.records.deadline_language import names
from tracker.records.deadline_language import period as periods
from tracker.records.deadline_language.days import (
    Named,
    RecessName,
    after_link,
    day_at,
    known,
    last_year_number,
    the_year_at,
    year_after,
    year_at,
    year_number,
)  # fmt: skip
from tracker.records.deadline_language.period import Fixed, Stretch, Yearly
from tracker.records.deadline_language.words import Words


def season_at(words: Words, place: int, on: date) -> Named | None:
    """Zomer 2026, de winter van 2026-2027, dit voorjaar, komend najaar; not afgelopen zomer."""
    before = words.words[place]
    is_next, is_this, is_previous = before in names.NEXT, before in names.THIS, before in names.PREVIOUS
    place += is_next or is_this or is_previous
    months = names.SEASONS.get(words.words[place])
    if months is None:
        return None
    kind = words.words[place]
    year = year_after(words, place + 1, on)
    after = year.next
    if kind == "winter" and year.number and words.words[after] in {"-", "/"}:
        after += 2 if words.words[after + 1] in {str(year.number + 1), str(year.number + 1)[2:]} else 0
    if year.number is None or is_previous:
        return Named(None, after)
    found = periods.stretch_of_months("season", *months, known(year), is_next=is_next)
    return Named(found, after, needs_lead=not (year.number or is_next or is_this))


def week_at(words: Words, place: int, on: date) -> Named | None:  # noqa: PLR0911 - one return for each form
    """Week 27 van 2026, de week van 6 juli; not de eerste week van september."""
    if words.words[place] not in {"week", "wk"}:
        return None
    number, after = words.words[place + 1], place + 2
    if number == "van" and words.words[place] == "week":
        day = day_at(words, after, on)
        if day is None or not isinstance(day.period, Yearly):
            return day
        return Named(Fixed("week", periods.week_around(day.period.days(on)[0])), day.next)
    if not number.isdecimal() or not 1 <= int(number[:3]) <= 53:
        return None
    year = year_after(words, after, on)
    if year.number is None:
        return Named(None, year.next)
    link = after_link(words, after)
    if link and words.words[link].isdecimal() and len(words.words[link]) <= 2 and not words.words[link + 1].isalpha():
        first = periods.week(int(number), None)
        year = year_after(words, link + 1, on)
        last = periods.week(min(int(words.words[link]), 53), known(year))
        return Named(None if year.number is None else Stretch(first, last), year.next)
    found = periods.week(int(number), known(year))
    try:
        found.days(on)
    except ValueError:
        return Named(None, year.next)
    return Named(found, year.next)


def relative_at(words: Words, place: int, on: date) -> Named | None:  # noqa: PLR0911 - one return for each form
    """Deze maand, volgende week, komend kwartaal, volgende week vrijdag, dit jaar."""
    if words.words[place] == "het" and words.words[place + 1] in names.NEXT | names.THIS:
        place += 1
    first, unit = words.words[place], words.words[place + 1]
    step = 0 if first in names.THIS else 1 if first in names.NEXT else None
    if step is None:
        return None
    after = place + 2
    if unit in names.YEAR_WORDS:
        return Named(whole_year(on.year + step), after)
    if unit == "week":
        monday = periods.week_around(on + timedelta(days=7 * step))[0]
        if words.words[after] in names.WEEKDAYS:
            day = monday + timedelta(days=names.WEEKDAYS.index(words.words[after]))
            return Named(Fixed("day", (day, day)), after + 1)
        return Named(Fixed("week", (monday, monday + timedelta(days=6))), after)
    if unit == "maand":
        return Named(Fixed("month", periods.months(on.year, on.month + step, on.month + step)), after)
    if unit == "kwartaal":
        month = (on.month - 1) // 3 * 3 + 1 + 3 * step
        return Named(Fixed("quarter", periods.months(on.year, month, month + 2)), after)
    return None


def whole_year(number: int) -> Yearly:
    """The days of one year."""
    return periods.stretch_of_months("year", 1, 12, number)


def years_at(words: Words, place: int, on: date) -> Named | None:
    """2026, 2026-2027, 2026 en 2027, 2026 tot en met 2029; each needs a word before it that makes it a time."""
    first = year_number(words, place)
    if first is None:
        year = year_at(words, place, on) if words.words[place] == "'" else None
        return Named(whole_year(year.number), year.next, needs_lead=True) if year and year.number else None
    link = after_link(words, place + 1)
    if link is None:
        return Named(whole_year(first), place + 1, needs_lead=True)
    last = last_year_number(words, link)
    if last is None:
        # 2025/26 is a session or a school year; "2026 en" goes on with something else.
        is_session = words.words[place + 1] in {"/", "-"} and words.words[link].isdigit() and words.is_glued(link)
        return Named(None, link + 1) if is_session else Named(whole_year(first), place + 1, needs_lead=True)
    if last <= first:
        return Named(None, link + 1)
    return Named(Stretch(whole_year(first), whole_year(last), is_range_of_years=True), link + 1, needs_lead=True)


def recess_at(words: Words, place: int, on: date) -> Named | None:
    """zomerreces, zomerreces van 2027, komend kerstreces, het reces."""
    is_next = words.words[place] in names.NEXT
    is_previous = words.words[place] in names.PREVIOUS
    place += is_next or is_previous or words.words[place] in names.THIS
    word = words.words[place]
    if not word.endswith("reces"):
        return None
    return _recess(words, place, None if word == "reces" else word, on, is_next=is_next, is_refused=is_previous)


def recess_by_season_at(words: Words, place: int, on: date) -> Named | None:
    """Zomer and kerst after voor and na, where they mean the recess; not de zomervakantie."""
    is_next = words.words[place] in names.NEXT
    is_previous = words.words[place] in names.PREVIOUS
    place += is_next or is_previous or words.words[place] in names.THIS
    name = {"zomer": "zomerreces", "kerst": "kerstreces", "kerstmis": "kerstreces"}.get(words.words[place])
    return _recess(words, place, name, on, is_next=is_next, is_refused=is_previous) if name else None


def _recess(words: Words, place: int, name: str | None, on: date, *, is_next: bool, is_refused: bool) -> Named:
    year = year_after(words, place + 1, on)
    if is_refused or year.number is None:
        return Named(None, year.next)
    return Named(RecessName(name, known(year), is_next), year.next, needs_lead=True)


def prinsjesdag_at(words: Words, place: int, on: date) -> Named | None:
    """Prinsjesdag, Prinsjesdag 2026."""
    if words.words[place] != "prinsjesdag":
        return None
    year = year_after(words, place + 1, on)
    return Named(None if year.number is None else periods.prinsjesdag(known(year)), year.next, needs_lead=True)


def vague_at(words: Words, place: int) -> int | None:
    """The place after a moment within a month that no day can be given for: de derde donderdag in mei."""
    if words.words[place] not in names.ORDINALS or words.words[place + 1] not in {"week", *names.WEEKDAYS}:
        return None
    has_link = words.words[place + 2] in {"van", "in"}
    inner = place + 2 + has_link
    inner += words.words[inner] in {*names.ARTICLES, *names.THIS, *names.NEXT}
    if words.words[inner] in names.MONTHS or words.words[inner] in {"maand", "kwartaal", "jaar"}:
        return inner + 1
    if year := the_year_at(words, inner, date(2000, 1, 1)):
        return year.next
    return None
