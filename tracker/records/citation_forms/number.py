"""The numbers of papers after a dossier: `nr. 259`, `nrs. 1-3`, `-111`, `, 22`, `, A`."""

import re
from typing import Final

from tracker.records.citation_forms import patterns
from tracker.records.citation_forms.patterns import FlatText
from tracker.records.citation_forms.values import Dossier, Lead, Numbers, reads_as_chapter

MOST_NUMBERS: Final = 40
_WIDEST_RANGE: Final = 100
# The Eerste Kamer has lettered its papers since the middle of the nineties.
_FIRST_LETTERED_DOSSIER: Final = 23_000
_YEARS: Final = range(1900, 2100)


def numbers_after(flat: FlatText, dossier: Dossier, lead: Lead, *, in_list: bool) -> Numbers | None:
    """The numbers after a dossier, in each of the ways they are written.

    A dash binds a number to its own dossier (`36547-32 en 36547-30`), so none counts for a list of dossiers.
    """
    first = marked_numbers(flat, dossier.end)
    if first is None and not in_list:
        first = _dashed_number(flat, dossier, lead)
    is_known = lead.is_named or (dossier.chapter is not None and dossier.is_certain)
    # "28638-54, 55" are two numbers.
    is_doubtful = dossier.has_series and not dossier.is_council_series
    if first is None and is_known and not is_doubtful:
        first = _bracketed_numbers(flat, dossier.end) or _number_after_comma(flat, dossier)
    if first is None:
        first = _letters_after_comma(flat, dossier, lead)
    return first and _further_numbers(flat, first)


def marked_numbers(flat: FlatText, position: int) -> Numbers | None:
    """Numbers after `nr.`, `nrs.`, `nummer` or `letter`."""
    word = patterns.NUMBER_WORD.match(flat.text, position)
    if word is None:
        return None
    is_plural = word["word"].lower().endswith(("s", "stukken"))
    return _number_list(flat, word.end(), is_plural=is_plural)


def _number_list(flat: FlatText, position: int, *, is_plural: bool) -> Numbers | None:
    """The numbers here; after `nr.` more than one only if they rise and end as a list (`nr. 12, 13 en 14`)."""
    found = _number_or_range(flat, position, is_plural=is_plural)
    if found is None:
        return None
    values, end, is_last = found.values, found.end, False
    while not is_last and len(values) < MOST_NUMBERS:
        link = patterns.NEXT_NUMBER.match(flat.text, end)
        further = _number_or_range(flat, link.end(), is_plural=True) if link else None
        if link is None or further is None or patterns.MONTH.match(flat.text, further.end):
            break
        values, end, is_last = values + further.values, further.end, link["sign"].lower() == "en"
    if is_plural or (is_last and _is_rising(values) and patterns.END_OF_NUMBER.match(flat.text, end)):
        return Numbers(values, end)
    return found


def _is_rising(values: tuple[str, ...]) -> bool:
    digits = [int(value) for value in values if value.isdigit() and not _is_year(value)]
    return len(digits) == len(values) and digits == sorted(set(digits))


def _number_or_range(flat: FlatText, position: int, *, is_plural: bool) -> Numbers | None:
    if match := patterns.NUMBER.match(flat.text, position):
        first = (match["digits"] or match["thousand"] + match["hundreds"]).lower()
        until = patterns.RANGE.match(flat.text, match.end()) if first.isdigit() else None
        widest = _WIDEST_RANGE if is_plural else 20
        if until and 0 < int(until["last"]) - int(first) <= widest:
            return Numbers(tuple(map(str, range(int(first), int(until["last"]) + 1))), until.end())
        return Numbers((first,), match.end())
    match = patterns.LETTERS.match(flat.text, position)
    if match is None or (match["letters"].islower() and patterns.WORD_OF_TWO.fullmatch(match["letters"])):
        return None
    first = match["letters"].upper()
    until = patterns.LETTER_RANGE.match(flat.text, match.end()) if is_plural and len(first) == 1 else None
    if until and first < until["last"].upper():
        return Numbers(tuple(map(chr, range(ord(first), ord(until["last"].upper()) + 1))), until.end())
    return Numbers((first,), match.end())


def _further_numbers(flat: FlatText, found: Numbers) -> Numbers:
    """The numbers with those that follow pages (`nr. 6, p. 15-16; nr. 7`)."""
    while len(found.values) < MOST_NUMBERS:
        pages = patterns.PAGES.match(flat.text, found.end)
        link = patterns.NEXT_NUMBER_WORD.match(flat.text, pages.end() if pages else found.end)
        further = marked_numbers(flat, link.end()) if link else None
        if further is None:
            return found
        found = Numbers(found.values + further.values, further.end)
    return found


def _dashed_number(flat: FlatText, dossier: Dossier, lead: Lead) -> Numbers | None:
    """`36410-111`; without a lead word no year and nothing that goes on as a longer number, amount or date."""
    pattern = patterns.NUMBER_AFTER_DASH if lead.is_named else patterns.NUMBER_AFTER_DASH_BARE
    dash = pattern.match(flat.text, dossier.end)
    if dash is None:
        return None
    match = patterns.NUMBER.match(flat.text, dash.end())
    if match is None or match["digits"] is None:
        return _letters(flat, dash.end(), "-", dossier, lead)
    digits = match["digits"].lower()
    if re.match(r"-[0-9]", flat.text[match.end() : match.end() + 2]):
        return None
    if lead.is_named:
        return Numbers((digits,), match.end())
    is_plain = dossier.chapter is None and not dossier.has_series
    if patterns.NO_NUMBER_HERE.match(flat.text, match.end()) or (is_plain and _is_year(digits)) or _is_round(dossier):
        return None
    return Numbers((digits,), match.end())


def _bracketed_numbers(flat: FlatText, position: int) -> Numbers | None:
    match = patterns.NUMBERS_IN_BRACKETS.match(flat.text, position)
    if match is None:
        return None
    return Numbers(tuple(number.strip().lower() for number in match["numbers"].split(",")), match.end())


def _number_after_comma(flat: FlatText, dossier: Dossier) -> Numbers | None:
    """`31459, 22` and `31 459 22`, where nothing follows that would make the number a date, a count or a dossier."""
    comma = patterns.NUMBER_AFTER_COMMA.match(flat.text, dossier.end)
    match = patterns.NUMBER.match(flat.text, comma.end()) if comma else None
    if match is None or match["digits"] is None or not patterns.END_OF_NUMBER.match(flat.text, match.end()):
        return None
    if _is_year(match["digits"]) or len(match["digits"]) == len(dossier.number):
        return None
    return Numbers((match["digits"].lower(),), match.end())


def _letters_after_comma(flat: FlatText, dossier: Dossier, lead: Lead) -> Numbers | None:
    """`36 410, A`, and `A en B` where the Eerste Kamer is named."""
    comma = patterns.NUMBER_AFTER_COMMA.match(flat.text, dossier.end)
    # Run together without a lead word, "28323D" may be anything, such as a colour.
    if comma and not comma.group() and not lead.is_named:
        return None
    found = _letters(flat, comma.end(), comma["comma"], dossier, lead) if comma else None
    while found and lead.chamber == "I" and len(found.values) < MOST_NUMBERS:
        further = patterns.NEXT_LETTER.match(flat.text, found.end)
        if further is None or not further["letter"].isupper() or patterns.INITIAL.match(flat.text, further.end()):
            break
        found = Numbers((*found.values, further["letter"]), further.end())
    return found


def _letters(flat: FlatText, position: int, sign: str, dossier: Dossier, lead: Lead) -> Numbers | None:
    """A letter for a number that no word announces, where it cannot be a word, an initial or a unit."""
    match = patterns.LETTERS.match(flat.text, position)
    # In capitals "36 410 EN 28 638" joins two dossiers.
    if match is None or reads_as_chapter(match["letters"]) or match["letters"].lower() == "en":
        return None
    letters, end = match["letters"], match.end()
    is_ended = patterns.END_OF_NUMBER.match(flat.text, end) is not None
    if not letters.isupper():
        # "p. 3", "d.d." and "c.s." are no numbers: in small letters one is believed only where the citation stops.
        stops = is_ended and (not flat.text.startswith(".", end) or end + 1 == len(flat.text))
        is_announced = len(letters) == 1 and sign != "" and (lead.is_named or not _is_round(dossier))
        is_meant = stops and letters.islower() and not patterns.WORD_OF_TWO.fullmatch(letters)
        is_meant = is_meant and (lead.chamber == "I" or is_announced)
    elif lead.is_named:
        is_word = patterns.WORD_OF_TWO.fullmatch(letters.lower()) is not None and not (is_ended and sign != "")
        is_meant = len(letters) == 1 or (lead.chamber == "I" and not is_word)
        is_meant = is_meant or (is_ended and sign != "" and not patterns.ABBREVIATION.fullmatch(letters))
    else:
        is_meant = _is_bare_letter(flat, end, letters, sign, dossier)
    return Numbers((letters.upper(),), end) if is_meant else None


def _is_bare_letter(flat: FlatText, end: int, letters: str, sign: str, dossier: Dossier) -> bool:
    is_early = int(dossier.number[:5]) < _FIRST_LETTERED_DOSSIER
    if is_early or _is_round(dossier) or patterns.INITIAL.match(flat.text, end):
        return False
    if len(letters) > 1:
        is_ended = patterns.END_OF_NUMBER.match(flat.text, end) is not None
        return sign == "," and is_ended and letters[0] in "AB" and not patterns.ABBREVIATION.fullmatch(letters)
    # "24 500 V" is a voltage.
    return not (sign == "" and letters in "VW" and dossier.number.endswith("00"))


def _is_round(dossier: Dossier) -> bool:
    """Whether more likely a count: `40 000 A` and `15000-20` are no citations without a lead word or `nr.`."""
    return dossier.chapter is None and dossier.number.endswith("000")


def _is_year(digits: str) -> bool:
    return digits.isdigit() and int(digits) in _YEARS
