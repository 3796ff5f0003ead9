"""Which deadlines stand in a text: finds them word by word, then joins what belongs together."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from tracker.basics.language import Text
from tracker.records.citation import read_citations
from tracker.records.deadline_language.days import RecessName
from tracker.records.deadline_language.events import Event, event_after_length, event_at, in_any_case_at
from tracker.records.deadline_language.found import Found, both, recess_words, spoken
from tracker.records.deadline_language.frames import before_meeting_at, dated_at, named_at
from tracker.records.deadline_language.leads import LEADS
from tracker.records.deadline_language.names import (
    ARTICLES,
    MONTHS,
    NEXT,
    NUMBERS,
    ORDINALS,
    PARTS,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    THIS,
    WEEKDAYS,
)  # fmt: skip
from tracker.records.deadline_language.phrases import FIXED, fixed_at, length_at, recurs_words, running_period, step_at
from tracker.records.deadline_language.tables import word_set
from tracker.records.deadline_language.values import Length
from tracker.records.deadline_language.words import Words
from tracker.records.recess import Calendar

# Only a text with a dossier in it, or the Handelingen, can hold a citation that looks like a time.
_MAY_CITE: Final = re.compile(
    r"[1-9][0-9][ .\u00a0\u2009\u202f]?[0-9]{3}|kamerst|handelingen|aanhangsel|\b[te]k\b", re.IGNORECASE
)
_STARTERS: Final = (
    frozenset(LEADS) | frozenset(FIXED) | frozenset(MONTHS) | frozenset(SHORT_MONTHS) | frozenset(SEASONS) | THIS | NEXT
    | frozenset(PARTS) | frozenset(ORDINALS) | frozenset(WEEKDAYS) | SHORT_WEEKDAYS | frozenset(NUMBERS)
    | word_set(
    "tussen van kwartaal kw week wk q1 q2 q3 q4 h1 h2 prinsjesdag binnen over na bij zodra nadat wanneer",
    "anderhalf driekwart halfjaar ' het vorig vorige afgelopen verleden maand +",
)
)  # fmt: skip
_STREAMS: Final = word_set("streven streef streeft streefden gestreefd streefdatum streeftermijn")
_CLAUSE_SIGNS: Final = frozenset(",:(")
_ROUGHLY: Final = word_set("circa ca ongeveer grofweg")
_AT_MOST: Final = word_set("maximaal hooguit hoogstens uiterlijk")
_NOW: Final = word_set("heden vandaag nu")
_LIMITING: Final = word_set(", ( - maar doch echter en in ieder elk geval wel")
_MOST_WORDS_BETWEEN: Final = 40
_MOST_WORDS_BEFORE_EVENT: Final = 2  # "in 2027 zal, na afronding van"; more would be another sentence part
_NO_DAY: Final = Text("Deze woorden geven geen dag.", "These words give no day.")
_ONGOING: Final = Text("Het gaat door; er is geen laatste dag.", "It goes on; there is no last day.")


def find(words: Words, on: date, calendar: Calendar) -> list[Found]:
    """The deadlines in the text, in order, each with what belongs to it."""
    _hide_citations(words)
    return _joined(words, _marked_tentative(words, list(_each(words, on, calendar))))


def _hide_citations(words: Words) -> None:
    if not _MAY_CITE.search(words.original):
        return
    spans, position = [], 0
    for citation in read_citations(words.original):
        start = words.original.find(citation.text, position)
        if start >= 0:
            position = start + len(citation.text)
            spans.append((start, position))
    words.hide(spans)


# --- finding ----------------------------------------------------------------------------------------------------------


def _each(words: Words, on: date, calendar: Calendar) -> Iterator[Found]:
    place = 0
    while place < words.count:
        found = _at(words, place, on, calendar) if _may_start(words.words[place]) else None
        if isinstance(found, Found):
            yield found
            # Within the words of an event a period of its own may stand.
            place = found.event[0] if found.precision == "event" and found.event else found.next
        else:
            place = max(found or 0, place + 1)


def _may_start(word: str) -> bool:
    return word in _STARTERS or word[0].isdigit() or word.endswith("reces")


def _at(words: Words, place: int, on: date, calendar: Calendar) -> Found | int | None:
    try:
        return _any_at(words, place, on, calendar)
    except (ValueError, OverflowError):  # volgende week, said in the last week of the year 9999
        return None


def _any_at(words: Words, place: int, on: date, calendar: Calendar) -> Found | int | None:
    """What begins at this place, or the place to go on from where something begins that must not be read."""
    if fixed := fixed_at(words, place):
        return _fixed(place, *fixed, on)
    word = words.words[place]
    if step := step_at(words, place):
        return _ahead(place, "over", *step, on)
    if word in {"binnen", "over", "uiterlijk"}:
        counted = _counted(words, place, on, calendar)
        if counted is not None:
            return counted
    elif (length := length_at(words, place)) and words.words[length[1]] in {"voor", "voordat"}:
        return _past_what_follows(words, length[1], on)
    meeting = before_meeting_at(words, place, on) if word in {"voor", "voorafgaand"} else None
    dated = meeting or dated_at(words, place, on, calendar)
    if dated is not None:
        return dated
    event = event_at(words, place, lambda inner: _starts_dated(words, inner, on, calendar))
    return _event_found(place, event) if event else None


def _fixed(place: int, meaning: str, after: int, on: date) -> Found:
    if meaning == "unspecified":
        return Found(place, after, meaning, _NO_DAY)
    if meaning == "ongoing":
        return Found(place, after, meaning, _ONGOING)
    end = running_period(meaning, on)[1]
    reason = both(
        "Keert {} terug; wat nu loopt eindigt op {}.", "Returns {}; what runs now ends on {}.",
        recurs_words(meaning), spoken(end),
    )  # fmt: skip
    return Found(place, after, "recurring", reason, end=end, period=meaning)


def _past_what_follows(words: Words, place: int, on: date) -> int:
    """Past "twee weken voor 1 juli", whose day is neither 1 July nor the day before."""
    inner = place + 1 + (words.words[place + 1] in ARTICLES)
    named = named_at(words, inner, on)
    return named.next if named else place


def _counted(words: Words, place: int, on: date, calendar: Calendar) -> Found | int | None:
    """Binnen zes weken, over een half jaar, uiterlijk een maand na iets."""
    sort = words.words[place]
    length_place = place + 1 + (sort == "uiterlijk" and words.words[place + 1] in {"binnen", "over"})
    sort = words.words[length_place - 1]
    length_place += 3 * (words.words[length_place : length_place + 3] == ["een", "termijn", "van"])
    is_rough = words.words[length_place] in _ROUGHLY
    length_place += is_rough or words.words[length_place] in _AT_MOST
    length = length_at(words, length_place)
    if length is None:
        return None
    offset, after = length
    following = words.words[after]
    is_from_now = following in {"na", "vanaf"} and words.words[after + 1] in _NOW
    if is_from_now:
        after, following = after + 2, ""
    if following in {"voor", "voordat"}:
        return _past_what_follows(words, after, on)
    if following in {"na", "nadat"}:
        return _counted_from(words, place, after, offset, on, calendar)
    if sort == "uiterlijk" and not is_from_now:
        return after
    found = _ahead(place, "over" if sort == "over" and words.words[place] == "over" else "binnen", offset, after, on)
    return replace(found, tentative=is_rough)


def _ahead(place: int, sort: str, offset: Length, after: int, on: date) -> Found:
    """So long after the day on which it was said: within that time, or (over twee weken) on its last day."""
    end = offset.after(on)
    reason = both("{} na {}: {}.", "{} after {}: {}.", offset.words, spoken(on), spoken(end))
    return Found(place, after, "day", reason, start=end if sort == "over" else None, end=end)


def _counted_from(
    words: Words, place: int, after: int, offset: Length, on: date, calendar: Calendar
) -> Found | int | None:
    """A length after a day, after a recess, or after an event; never after the day on which it was said."""
    inner = after + 1 + (words.words[after + 1] in ARTICLES)
    named = named_at(words, inner, on) if words.words[after] == "na" else None
    if named is None:
        event = event_after_length(words, after, offset, lambda each: _starts_dated(words, each, on, calendar))
        return _event_found(place, event) if event else after
    base, tentative, what = _base(named.period, on, calendar)
    if base is None:
        return named.next
    end = offset.after(base)
    reason = both("{} na {}: {}.", "{} after {}: {}.", offset.words, what, spoken(end))
    return Found(place, named.next, "day", reason, end=end, tentative=tentative)


def _base(period: object, on: date, calendar: Calendar) -> tuple[date | None, bool, Text]:
    """The last day of a period or a recess, whether it is extrapolated, and what it is called."""
    if isinstance(period, RecessName):
        recess = None
        if period.name:
            in_year = calendar.in_year(period.name, period.year) if period.year else None
            recess = in_year if period.year else calendar.first_ending_from(period.name, on)
        return (recess.last_day, recess.is_pattern, recess_words(recess)) if recess else (None, False, _NO_DAY)
    if period is None or not hasattr(period, "days"):
        return None, False, _NO_DAY
    last: date = period.days(on)[1]
    return last, False, spoken(last)


def _starts_dated(words: Words, place: int, on: date, calendar: Calendar) -> bool:
    return _may_start(words.words[place]) and isinstance(dated_at(words, place, on, calendar), Found)


def _event_found(place: int, event: Event) -> Found:
    reason = Text("Wacht op een gebeurtenis.", "Waits for an event.")
    if event.offset:
        reason = both(
            "Wacht op een gebeurtenis; daarna {}.", "Waits for an event; after that {}.", event.offset.words
        )  # fmt: skip
    return Found(place, event.next, "event", reason, event=event.own, offset=event.offset)


# --- joining ----------------------------------------------------------------------------------------------------------


def _joined(words: Words, found: list[Found]) -> list[Found]:
    """An event with a period is one deadline, and so is "zo spoedig mogelijk na" an event."""
    joined: list[Found] = []
    for each in found:
        before = joined[-1] if joined else None
        if before is None:
            joined.append(each)
        elif before.event and each.first < max(before.next, before.event[1]):
            if each.is_dated and not before.is_dated:
                joined[-1] = _with_event(each, before)
        elif before.precision == "unspecified" and _says_when(words, before, each):
            joined[-1] = replace(each, first=before.first)
        elif _belong_together(words, before, each):
            joined[-1] = _with_event(each, before) if each.is_dated else _with_event(before, each)
        else:
            joined.append(each)
    return joined


def _with_event(dated: Found, event: Found) -> Found:
    last_word = max(dated.next, event.next)
    return replace(dated, first=min(dated.first, event.first), next=last_word, event=event.event, offset=event.offset)


def _belong_together(words: Words, first: Found, second: Found) -> bool:
    """Whether one of the two is the event and the other the period of the same deadline."""
    if words.sentences[first.first] != words.sentences[second.first] or first.offset or second.offset:
        return False
    between = words.words[first.next : second.first]
    if first.precision == "event" and second.is_dated and in_any_case_at(words, first.next):
        return True
    if first.precision == "event" and second.is_dated:
        return len(between) <= _MOST_WORDS_BETWEEN and "en" not in between and ";" not in between
    if second.precision == "event" and first.is_dated and first.event is None:
        return len(between) <= _MOST_WORDS_BEFORE_EVENT and "en" not in between and ";" not in between
    return False


def _says_when(words: Words, vague: Found, each: Found) -> bool:
    """Whether what has no day is said with its event or its limit: zo spoedig mogelijk, doch uiterlijk 1 november."""
    if each.precision == "event":
        return each.first == vague.next
    between = words.words[vague.next : each.first]
    is_limit = words.words[each.first] in {"uiterlijk", "voor"} or "geval" in between
    return each.is_dated and is_limit and _LIMITING.issuperset(between)


def _marked_tentative(words: Words, found: list[Found]) -> list[Found]:
    """Naar verwachting, in principe, waarschijnlijk and streven make the deadline after them tentative.

    Also the next ones of the same sentence, as long as no comma parts them from it.
    """
    markers = [place for place in range(words.count) if _is_marker(words, place)]
    if not markers:
        return found
    before: Found | None = None
    is_marked = False
    for each in found:
        if each.precision == "unspecified":
            continue
        marker = bisect_left(markers, each.first) - 1
        is_after_marker = marker >= 0 and markers[marker] >= (before.next if before else 0)
        if is_after_marker:
            is_marked = words.sentences[markers[marker]] == words.sentences[each.first]
        else:
            is_marked = is_marked and before is not None and _runs_on(words, before, each)
        each.tentative = each.tentative or is_marked
        before = each
    return found


def _runs_on(words: Words, first: Found, second: Found) -> bool:
    """Whether no comma parts two deadlines of one sentence."""
    is_one_sentence = words.sentences[first.first] == words.sentences[second.first]
    between = words.words[first.next : second.first]
    return is_one_sentence and len(between) <= _MOST_WORDS_BETWEEN and _CLAUSE_SIGNS.isdisjoint(between)


def _is_marker(words: Words, place: int) -> bool:
    word = words.words[place]
    if word.startswith("verwacht"):
        return word != "verwachtingen"
    if word == "principe":
        return place > 0 and words.words[place - 1] == "in"
    return word in {"waarschijnlijk", "waarschijnlijke"} or word in _STREAMS
