"""Which window the words at a place give: the period that is named, seen through the words before it."""

from datetime import date
from typing import Final

from tracker.records.deadline_language import names
from tracker.records.deadline_language.days import Named, RecessName, day_at, the_year_at
from tracker.records.deadline_language.found import Found
from tracker.records.deadline_language.grammar import half_at, month_at, part_at, quarter_at
from tracker.records.deadline_language.leads import (
    AFTER,
    BEFORE,
    BEFORE_END,
    FOR,
    FROM,
    IN,
    LATER,
    WITH,
    Lead,
    lead_at,
    made_for,
)  # fmt: skip
from tracker.records.deadline_language.period import Days, Fixed, Period, Stretch, Yearly, week_around
from tracker.records.deadline_language.phrases import is_near_amount, running_period
from tracker.records.deadline_language.seasons import (
    prinsjesdag_at,
    recess_at,
    recess_by_season_at,
    relative_at,
    season_at,
    vague_at,
    week_at,
    whole_year,
    years_at,
)  # fmt: skip
from tracker.records.deadline_language.windows import recess_window, window
from tracker.records.deadline_language.words import Words
from tracker.records.recess import Calendar

_MOST_IN_LIST: Final = 6
_LONGEST_MEETING: Final = 9
_LAST_SUCH: Final = frozenset({"jl", "jongstleden"})
_NEXT_SUCH: Final = frozenset({"a.s.", "a.s", "aanstaande", "eerstkomende", "e.k."})
# "De rapportage over 2025", "sinds 1 januari", "het advies uit 2021", "heeft tot 1 juli de tijd": no time of delivery.
_NO_TIME_AFTER: Final = frozenset({"over", "sinds", "uit", "d.d.", "d.d", "dd", "tot", "eerder", "anno", "dan"})
# What is put off or prolonged until a time is to be there by then.
_PUT_OFF: Final = frozenset({"uitgesteld", "verlengd", "verschoven", "doorgeschoven", "verplaatst", "opgeschoven"})
_ORDINARY: Final = (
    relative_at, part_at, half_at, quarter_at, day_at, season_at, month_at, week_at, recess_at, prinsjesdag_at,
    years_at,
)  # fmt: skip


def named_at(words: Words, place: int, on: date) -> Named | None:
    """The period named here, whatever its sort."""
    if skipped := vague_at(words, place):
        return Named(None, skipped)
    for reader in _ORDINARY:
        if named := reader(words, place, on):
            return named
    return None


def dated_at(words: Words, place: int, on: date, calendar: Calendar) -> Found | int | None:
    """What is said from here; the place to go on from where it must not be read; None where nothing is named."""
    if words.words[place] in {"tussen", "van"} and (named := _between(words, place, on)):
        return _found(words, place, Lead(IN, is_limit=False, next=named.next), named, on, calendar)
    lead = lead_at(words, place)
    named = _after_lead(words, lead, on)
    if named is None:
        return None
    return _found(words, place, lead, named, on, calendar)


def _after_lead(words: Words, lead: Lead, on: date) -> Named | None:
    """The period after the lead words, with an article or without; further ones that it runs on to."""
    # "In het jaar waarin" and "vier momenten in het jaar" mean no year of their own.
    if words.words[lead.next] == "het" and (lead.mode == LATER or words.words[lead.next - 1] == "van") and lead.is_said:
        year = the_year_at(words, lead.next, on)
        if year and year.number:
            return Named(whole_year(year.number), year.next)
    if lead.mode == BEFORE_END and (running := _running_at(words, lead.next, on)):
        return running
    means_recess = lead.mode in {BEFORE, AFTER} or (lead.mode == FROM and lead.said == "niet")
    for place in (lead.next, lead.next + 1) if words.words[lead.next] in names.ARTICLES else (lead.next,):
        named = recess_by_season_at(words, place, on) if means_recess else None
        named = named or named_at(words, place, on)
        if named:
            return _run_on(words, named, on)
    return None


def _running_at(words: Words, place: int, on: date) -> Named | None:
    """What runs on the day on which it was said: (voor het einde van) de maand, het kwartaal, de week."""
    word = words.words[place + 1]
    if words.words[place] not in names.ARTICLES or named_at(words, place + 1, on):
        return None
    if word == "week":
        return Named(Fixed("week", week_around(on)), place + 2)
    kind = {"maand": "month", "kwartaal": "quarter"}.get(word)
    return Named(Fixed(kind, running_period(kind, on)), place + 2) if kind else None


def _run_on(words: Words, named: Named, on: date, most: int = _MOST_IN_LIST) -> Named:
    """Juni en juli 2026, 1 juni t/m 31 augustus, 2026 tot en met medio 2027; januari, februari en maart."""
    first = named.period
    link = _link_after(words, named.next) if isinstance(first, Yearly) else None
    if link is None or not isinstance(first, Yearly) or (link[1] and (first.kind != "month" or not most)):
        return named
    place, is_list = link
    last = named_at(words, place + (words.words[place] in names.ARTICLES), on)
    if last and is_list:
        last = _run_on(words, last, on, most - 1)
    end = last.period.last if last and is_list and isinstance(last.period, Stretch) else last and last.period
    if (
        last is None
        or not isinstance(end, Yearly)
        or not _makes_stretch(words, named, last, first, end, is_list=is_list)
    ):
        return named
    return Named(Stretch(first, end), last.next, named.needs_lead and last.needs_lead)


def _link_after(words: Words, place: int) -> tuple[int, bool] | None:
    """The place after a word that links two periods, and whether it lists them (en, a comma) or spans them (t/m)."""
    word = words.words[place]
    if words.words[place : place + 3] == ["tot", "en", "met"]:
        return place + 3, False
    if word in {"t/m", "-"}:
        return place + 1, False
    return (place + 1, True) if word in names.AND or word == "," else None


def _makes_stretch(words: Words, named: Named, last: Named, first: Yearly, end: Yearly, *, is_list: bool) -> bool:
    """Whether two periods that are linked are one time: months in a list, anything with t/m."""
    sign = words.words[named.next]
    if not is_list:
        return sign != "-" or first.kind == end.kind
    if end.kind != "month" or (last.needs_lead and not named.needs_lead):
        return False
    return sign != "," or (first.year is None and isinstance(last.period, Stretch))


def _between(words: Words, place: int, on: date) -> Named | None:  # noqa: PLR0911 - one return for each form
    """Tussen 1 juni en 1 september 2026, van 1 juni tot en met 31 augustus 2026."""
    first_place = place + 1 + (words.words[place + 1] in names.ARTICLES)
    first = named_at(words, first_place, on)
    if first is None:
        return None
    if isinstance(first.period, Stretch):
        return first
    after = first.next
    if words.words[place] == "tussen" and words.words[after] == "en":
        after += 1
    elif words.words[place] == "van" and words.words[after] in {"tot", "t/m", "-"}:
        after += 3 if words.words[after : after + 3] == ["tot", "en", "met"] else 1
    else:
        return None
    last = named_at(words, after + (words.words[after] in names.ARTICLES), on)
    if last is None:
        return None
    if first.period is None or last.period is None:
        return Named(None, last.next)
    if isinstance(first.period, RecessName) or isinstance(last.period, RecessName):
        return Named(None, last.next)
    return Named(Stretch(first.period, last.period), last.next)


def before_meeting_at(words: Words, place: int, on: date) -> Found | None:
    """Voor het commissiedebat Mensenhandel van 14 oktober: the day before it, where that is yet to come."""
    first = place + 1 + (words.words[place : place + 2] == ["voorafgaand", "aan"])
    first += words.words[first] in names.ARTICLES
    if not any(word.endswith(names.MEETINGS) for word in words.words[first : first + 2]):
        return None
    for link in range(first + 1, first + _LONGEST_MEETING):
        if words.words[link] in {"van", "op"} and (named := day_at(words, link + 1, on)):
            period = named.period
            if not isinstance(period, Yearly) or period.days(on)[0] <= on:
                return None
            return window(place, named.next, Lead(BEFORE, is_limit=False, next=link + 1), period, period.days(on), on)
        if not words.words[link].isalpha():
            return None
    return None


# --- what must not be read --------------------------------------------------------------------------------------------


def _found(words: Words, place: int, lead: Lead, named: Named, on: date, calendar: Calendar) -> Found | int:
    """The window of the period as the lead words turn it, or the place to go on from."""
    period = named.period
    if period is None or (named.needs_lead and not lead.is_said and not words.is_alone(place, named.next)):
        return named.next
    if lead.mode == WITH and words.words[lead.next] != "prinsjesdag":
        return named.next
    if isinstance(period, RecessName):
        is_no_time = _is_no_time(words, place, None, on)
        found = None if is_no_time else recess_window(place, named.next, lead, period, on, calendar)
        return found or named.next
    try:
        return _period_found(words, place, lead, named, period, on) or named.next
    except (ValueError, OverflowError):  # no such day: week 53 of a short year, a day after the year 9999
        return named.next


def _period_found(words: Words, place: int, lead: Lead, named: Named, period: Period, on: date) -> Found | None:
    after = named.next
    if words.words[after] == "," and words.words[after + 1] in _LAST_SUCH:
        after += 1
    is_last_such = words.words[after] in _LAST_SUCH
    is_abbreviated = words.words[after] == "jl" and words.words[after + 1] == "." and words.is_glued(after + 1)
    after = after + 1 + is_abbreviated if is_last_such or words.words[after] in _NEXT_SUCH else named.next
    # Before something without a year is before the first that begins after the day on which it was said.
    days = period.last_days(on) if is_last_such else period.days(on, begins_after=lead.mode == BEFORE)
    if _is_no_time(words, place, days if _is_year_said(period) else None, on):
        return None
    mode = FOR if lead.mode == BEFORE and _is_for(words, place, period, named.next) else lead.mode
    return window(place, after, lead._replace(mode=mode), period, days, on)


def _is_year_said(period: Period) -> bool:
    return not isinstance(period, Yearly) or period.year is not None


def _is_no_time(words: Words, place: int, days: Days | None, on: date) -> bool:
    """Whether the words before make it the day of a document or the subject of one, and nothing to come."""
    before = place - 1
    if before >= 0 and words.words[before] in names.ARTICLES:
        before -= 1
    if before < 0:
        return False
    word = words.words[before]
    if word == "." and before > 0 and words.words[before - 1] in {"dd", "d.d"}:
        word = "dd"
    if word == "tot" and (words.words[place] in {"na", "voor", "uiterlijk"} or words.words[before - 1] in _PUT_OFF):
        return False
    if word == "van" and before > 0 and words.words[before - 1].endswith(names.DOCUMENTS):
        return days is None or days[0] <= on
    return word in _NO_TIME_AFTER


def _is_for(words: Words, place: int, period: Period, after: int) -> bool:
    """Whether "voor" means for and not before: with a range of years, and beside an amount or a budget."""
    if isinstance(period, Stretch) and period.is_range_of_years:
        return True
    return period.kind == "year" and (is_near_amount(words, place, after) or made_for(words, place))
