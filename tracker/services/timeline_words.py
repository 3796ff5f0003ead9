"""A deadline of the timeline in words: beside its bar, in a line of a list, and in full."""

from __future__ import annotations

from datetime import date

from tracker.basics.formats import count_words, day_words
from tracker.basics.language import Language, Text
from tracker.records.deadline import SORTS
from tracker.records.postponing import Chain
from tracker.services.timeline import Mark, Shape
from tracker.store.timeline_rows import Promised, Words

_PROMISED = "toegezegd"
_TENTATIVE = Text("voorlopig", "tentative")
_NO_DAY = Text("geen dag", "no day")
_STATE = {
    "settled": Text("Afgedaan", "Settled"),
    "none": Text("Geen dag", "No day"),
    "wait": Text("Wacht op een gebeurtenis", "Waits for an event"),
}


def beside(words: Words, mark: Mark, language: Language) -> str:
    """Give what stands beside a bar: the words as they were said, and what they are where that is not a promise."""
    if mark.shape is Shape.WAITS:
        waits = Text(f"wacht op: {words.waits_for}", f"waits for: {words.waits_for}").to(language)
        return waits if not words.wording or _says_event(words) else f"{words.wording} · {waits}"
    said = words.wording or words.what or _NO_DAY.to(language)
    if mark.last and not words.wording:
        said = day_words(date.fromordinal(mark.last), language)
    notes = [_TENTATIVE.to(language)] if words.tentative else []
    if words.sort != _PROMISED:
        notes.append(SORTS.text(words.sort, language))
    return f"{said} ({', '.join(notes)})" if notes else said


def window(words: Words, mark: Mark, language: Language) -> str:
    """Give the days of a deadline in words."""
    if mark.shape is Shape.WAITS:
        return Text(f"Wacht op: {words.waits_for}", f"Waits for: {words.waits_for}").to(language)
    if mark.shape is Shape.NONE:
        return _STATE["none"].to(language)
    first, last = (day_words(date.fromordinal(day), language) for day in (mark.first, mark.last))
    return {
        Shape.SPAN: Text(f"Van {first} tot en met {last}", f"From {first} to {last}"),
        Shape.DAY: Text(f"Op {last}", f"On {last}"),
        Shape.UNTIL: Text(f"Uiterlijk {last}", f"Not later than {last}"),
        Shape.FROM: Text(f"Vanaf {first}", f"From {first} on"),
    }[mark.shape].to(language)


def judgement(words: Words, mark: Mark, today: date, language: Language) -> str:
    """Give how a deadline stands on a day."""
    if mark.tone == "settled":
        if words.met_on is None:
            return _STATE["settled"].to(language)
        met = day_words(words.met_on, language)
        return Text(f"Gehaald op {met}", f"Met on {met}").to(language)
    if mark.tone in _STATE:
        return _STATE[mark.tone].to(language)
    days = mark.last - today.toordinal()
    count = count_words(abs(days), language)
    one = abs(days) == 1
    if days < 0:
        late = Text(f"{count} {'dag' if one else 'dagen'} over tijd", f"{count} {'day' if one else 'days'} overdue")
        past = Text(f"{count} {'dag' if one else 'dagen'} geleden", f"{count} {'day' if one else 'days'} ago")
        return (past if mark.tone == "target" else late).to(language)
    if days == 0:
        return Text("Vandaag", "Today").to(language)
    return Text(f"Nog {count} {'dag' if one else 'dagen'}", f"{count} {'day' if one else 'days'} left").to(language)


def in_full(words: Words, mark: Mark, today: date, language: Language) -> tuple[str, ...]:
    """Give everything about a deadline, a sentence each, the record first."""
    told = [f"{words.reference} {words.title}"]
    if words.what:
        told.append(words.what[:1].upper() + words.what[1:])
    if words.wording:
        said = day_words(words.said_on, language) if words.said_on else ""
        on = Text(f" (gezegd op {said})", f" (said on {said})").to(language) if said else ""
        told.append(f"“{words.wording}”{on}")
    days = window(words, mark, language)
    if words.tentative:
        days = f"{days}, {_TENTATIVE.to(language)}"
    told.append(days)
    if mark.shape is not Shape.WAITS and words.waits_for:
        told.append(Text(f"Wacht op: {words.waits_for}", f"Waits for: {words.waits_for}").to(language))
    if mark.shape not in {Shape.WAITS, Shape.NONE} or mark.tone == "settled":
        told.append(judgement(words, mark, today, language))
    if words.promised is not None:
        told.append(_promised(words.promised, language))
    if words.sort != _PROMISED:
        sort = SORTS.text(words.sort, language)
        told.append(
            Text(f"Soort termijn: {sort}. Telt niet als over tijd.", f"Sort of deadline: {sort}. Never overdue.").to(
                language
            )
            if mark.tone == "target"
            else Text(f"Soort termijn: {sort}", f"Sort of deadline: {sort}").to(language)
        )
    return tuple(told)


def _promised(promised: Promised, language: Language) -> str:
    """Say what was promised first: Eerst toegezegd: “voor de zomer”, uiterlijk 02-07-2026. 2 keer uitgesteld."""
    said = f"“{promised.wording}”" if promised.wording else ""
    start, end = (None if day is None else day_words(day, language) for day in (promised.start, promised.end))
    days = ""
    if end is not None:
        until = Text("uiterlijk", "not later than").to(language)
        days = f"{until} {end}" if start is None else end if start == end else f"{start} – {end}"
    first = ", ".join(part for part in (said, days) if part) or _NO_DAY.to(language)
    times = Chain(promised.times, 0, 0).words.to(language)
    return Text(f"Eerst toegezegd: {first}. {times}", f"Promised first: {first}. {times}").to(language)


def _says_event(words: Words) -> bool:
    """Tell whether the words said are about the event itself: saying both would be saying it twice."""
    return (words.waits_for or "").casefold() in (words.wording or "").casefold()
