"""Which citations stand in a text: steps through the forms of `patterns` from each place one can start.

The rules are those of the domain's description of citations (vindplaatsen). Where a form could be something else (an
amount, a telephone number, a date, a case number) it is not read: a missing citation is noticed, a wrong one is not.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from tracker.records.citation_forms import patterns
from tracker.records.citation_forms.dossier import dossiers_at
from tracker.records.citation_forms.identifier import at_identifier, in_address
from tracker.records.citation_forms.number import MOST_NUMBERS, marked_numbers, numbers_after
from tracker.records.citation_forms.patterns import FlatText, flatten
from tracker.records.citation_forms.values import Dossier, Found, Lead, Numbers, Reading, session_of

_MOST_DOSSIERS: Final = 8
_MOST_SESSIONS: Final = 6
_LEFT_CONTEXT: Final = 24


def readings(original: str) -> Iterator[Reading]:
    """Each citation in the text, in order."""
    flat = flatten(original)
    position = 0
    while start := patterns.STARTERS.search(flat.text, position):
        found = _read_at(flat, start)
        yield from found.readings
        position = max(found.end, start.start() + 1)


def _read_at(flat: FlatText, start: re.Match[str]) -> Found:
    readers: dict[str, Callable[[FlatText, re.Match[str]], Found]] = {
        "address": in_address,
        "identifier": at_identifier,
        "minutes": _minutes,
        "papers": _after_word,
        "chamber": _after_chamber,
        "bare": _bare,
        "reversed": _reversed,
    }
    return readers[start.lastgroup or ""](flat, start)


# --- Kamerstukken -----------------------------------------------------------------------------------------------------


def _after_word(flat: FlatText, start: re.Match[str]) -> Found:
    return _papers_after(flat, start, Lead(is_named=True))


def _after_chamber(flat: FlatText, start: re.Match[str]) -> Found:
    chamber = "I" if start["chamber"].lower().startswith("e") else "II"
    return _papers_after(flat, start, Lead(is_named=True, has_only_chamber=True, chamber=chamber))


def _papers_after(flat: FlatText, start: re.Match[str], lead: Lead) -> Found:
    """The papers named after `Kamerstukken`, or after a chamber alone (`TK 2008-2009, 31473, nummer 25`)."""
    position = start.end()
    if not lead.has_only_chamber:
        lead, position = _chamber_after(flat, position, lead)
    lead, position = _session_after(flat, position, lead)
    if annexes := _annexes_within(flat, start.start(), position, lead):
        return annexes
    if before := patterns.BEFORE_DOSSIER.match(flat.text, position):
        position = before.end()
    return _clusters(flat, start.start(), position, lead)


def _chamber_after(flat: FlatText, position: int, lead: Lead) -> tuple[Lead, int]:
    before = patterns.BEFORE_DOSSIER.match(flat.text, position)
    if before and patterns.DOSSIER_AFTER_LEAD.match(flat.text, before.end()):
        return lead, position
    match = patterns.CHAMBER.match(flat.text, position)
    if match is None:
        return lead, position
    chamber = "II" if match["second"] else "I" if match["first"] else None
    return replace(lead, chamber=chamber), match.end()


def _session_after(flat: FlatText, position: int, lead: Lead) -> tuple[Lead, int]:
    """The session named here; of several none is known, and a year that is no session is passed over."""
    sessions: list[str | None] = []
    while len(sessions) < _MOST_SESSIONS and (match := patterns.SESSION.match(flat.text, position)):
        sessions.append(session_of(match["first_year"], match["last_year"]))
        position = match.end()
    if sessions:
        return replace(lead, session=sessions[0] if len(sessions) == 1 else None), position
    year = patterns.YEAR_WITHOUT_SESSION.match(flat.text, position)
    if year is None or lead.has_only_chamber:
        return lead, position
    return lead, year.end()


def _clusters(flat: FlatText, start: int, position: int, lead: Lead) -> Found:
    """The dossier here with its numbers, and those that follow under the same lead (`; 2001/2002, 26 855 (16)`)."""
    found = _cluster(flat, start, position, lead)
    while found.readings and len(found.readings) < MOST_NUMBERS:
        after_pages = patterns.PAGES.match(flat.text, found.end)
        link = patterns.NEXT_CITATION.match(flat.text, after_pages.end() if after_pages else found.end)
        if link is None:
            break
        next_lead, position = _session_after(flat, link.end(), replace(lead, has_only_chamber=False))
        if before := patterns.BEFORE_DOSSIER.match(flat.text, position):
            position = before.end()
        following = _cluster(flat, link.end(), position, next_lead)
        if not any(reading.number for reading in following.readings):
            break
        found = Found(following.end, found.readings + following.readings)
    return found


def _cluster(flat: FlatText, start: int, position: int, lead: Lead) -> Found:
    """One dossier, or several that share the number after the last."""
    if filed := _filed(flat, position, lead, 1):
        dossiers, numbers = filed
        text = _words(flat, start, numbers.end)
        first, also = dossiers[0], tuple(dossier.written for dossier in dossiers[1:])
        common = Reading(text, "kamerstuk", None, lead.chamber, lead.session, first.number, first.chapter, also)
        return Found(numbers.end, [_numbered(common, number, is_named=lead.is_named) for number in numbers.values])
    dossiers = _dossiers_without_number(flat, position, lead)
    if not dossiers:
        return Found(start)
    end, first = dossiers[-1].end, dossiers[0]
    also = tuple(dossier.written for dossier in dossiers[1:])
    reading = Reading("", "dossier", None, lead.chamber, lead.session, first.number, first.chapter, also)
    return Found(end, [replace(reading, text=_words(flat, start, end))])


def _numbered(common: Reading, number: str, *, is_named: bool) -> Reading:
    """The paper with this number; a letter for one means the Eerste Kamer unless the text itself says otherwise."""
    chamber = common.chamber
    if number.isalpha() and (chamber is None or not is_named):
        chamber = "I"
    return replace(common, number=number, chamber=chamber)


def _words(flat: FlatText, start: int, end: int) -> str:
    """The words between, with the bracket that closes one opened among them."""
    opened = flat.text.count("(", start, end) > flat.text.count(")", start, end)
    if opened and flat.text.startswith(")", end):
        end += 1
    return flat.words(start, end)


def _filed(flat: FlatText, position: int, lead: Lead, depth: int) -> tuple[list[Dossier], Numbers] | None:
    """The dossiers from here and the numbers after the last; None where no number follows."""
    for dossier in dossiers_at(flat, position, lead):
        numbers = numbers_after(flat, dossier, lead, in_list=depth > 1)
        if numbers:
            return [dossier], numbers
        others = patterns.AND_OTHERS.match(flat.text, dossier.end)
        if others and (numbers := numbers_after(flat, replace(dossier, end=others.end()), lead, in_list=True)):
            return [dossier], numbers
        # "28638-54, 36 547, nr. 36" are two papers.
        is_listed = not dossier.has_series or dossier.is_council_series
        link = patterns.NEXT_DOSSIER.match(flat.text, dossier.end) if is_listed else None
        if link and depth < _MOST_DOSSIERS and (rest := _filed(flat, link.end(), lead, depth + 1)):
            return [dossier, *rest[0]], rest[1]
    return None


def _dossiers_without_number(flat: FlatText, position: int, lead: Lead) -> list[Dossier]:
    found: list[Dossier] = []
    while len(found) < _MOST_DOSSIERS:
        candidates = [each for each in dossiers_at(flat, position, lead) if not each.has_series]
        candidates = [each for each in candidates if each.is_certain or (lead.is_named and each.chapter is None)]
        if not candidates:
            break
        found.append(candidates[0])
        link = patterns.NEXT_DOSSIER.match(flat.text, candidates[0].end) if lead.is_named else None
        if link is None:
            break
        position = link.end()
    stands_alone = lead.is_named and lead.has_only_chamber and lead.session is None
    if found and stands_alone and not patterns.END_OF_NUMBER.match(flat.text, found[-1].end):
        return []
    return found


# --- numbers of papers ------------------------------------------------------------------------------------------------


# --- without a lead word ----------------------------------------------------------------------------------------------


def _bare(flat: FlatText, start: re.Match[str]) -> Found:
    """A dossier that only its number, chapter or Kingdom number tells from other numbers."""
    position = start.start()
    if _is_something_else(flat.text[max(0, position - _LEFT_CONTEXT) : position]):
        return Found(position)
    return _cluster(flat, position, position, Lead())


def _is_something_else(before: str) -> bool:
    """Whether the words just before make the number an amount, an article, a case, a gazette or a telephone."""
    match = patterns.NO_DOSSIER_AFTER.search(before)
    return match is not None and not before[max(0, match.start() - 1) : match.start()].isalpha()


def _reversed(flat: FlatText, start: re.Match[str]) -> Found:
    """`nr. 928 (31839)`."""
    for dossier in dossiers_at(flat, start.end(), Lead()):
        is_whole = dossier.has_series or dossier.chapter is None or dossier.is_certain
        if is_whole and flat.text.startswith(")", dossier.end):
            text = flat.words(start.start(), dossier.end + 1)
            number = start["reversed_number"].lower()
            return Found(
                dossier.end + 1, [Reading(text, "kamerstuk", number, None, None, dossier.number, dossier.chapter)]
            )
    return Found(start.start())


# --- Handelingen ------------------------------------------------------------------------------------------------------


def _minutes(flat: FlatText, start: re.Match[str]) -> Found:
    """Handelingen with meeting and item, or their Aanhangsel (questions and answers) with its number."""
    word = start["minutes"].lower()
    lead, position = _chamber_after(flat, start.end(), Lead(is_named=True))
    lead, position = _session_after(flat, position, lead)
    if word == "aanhangsel" and (lead.chamber is None or lead.session is None):
        return Found(start.start())
    annex = patterns.ANNEX_WORD.match(flat.text, position)
    if word.startswith("aanh") or annex:
        return _annexes(flat, start.start(), annex.end() if annex else position, lead)
    if lead.chamber is None and lead.session is None:
        return Found(start.start())
    return _meeting(flat, start.start(), position, lead)


def _annexes_within(flat: FlatText, start: int, position: int, lead: Lead) -> Found | None:
    """`Tweede Kamer, vergaderjaar 2019-2020, Aanhangsel van de Handelingen, nr. 89`, and Handelingen likewise."""
    word = patterns.MINUTES_WORD.match(flat.text, position)
    if word is None or lead.session is None:
        return None
    found = (_annexes if word["annex"] else _meeting)(flat, start, word.end(), lead)
    return found if found.readings else None


def _annexes(flat: FlatText, start: int, position: int, lead: Lead) -> Found:
    numbers = marked_numbers(flat, position)
    if numbers is None and lead.session and (bare := patterns.BARE_ANNEX_NUMBER.match(flat.text, position)):
        numbers = Numbers((bare["number"],), bare.end())
    if numbers is None or not all(number.isdigit() for number in numbers.values):
        return Found(start)
    text = flat.words(start, numbers.end)
    return Found(
        numbers.end, [Reading(text, "aanhangsel", number, lead.chamber, lead.session) for number in numbers.values]
    )


def _meeting(flat: FlatText, start: int, position: int, lead: Lead) -> Found:
    """The meeting and its item; a dossier named in between and the pages say nothing that identifies."""
    if dossier := patterns.DOSSIER_BEFORE_MEETING.match(flat.text, position):
        position = dossier.end()
    match = patterns.MEETING.match(flat.text, position)
    if match is None:
        return Found(start)
    item = match["item"] or match["joined_item"]
    meeting = match["marked"] or match["unmarked"]
    number = f"{meeting}-{item}" if item else meeting
    text = flat.words(start, match.end())
    return Found(match.end(), [Reading(text, "handelingen", number, lead.chamber, lead.session)])
