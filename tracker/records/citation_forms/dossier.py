"""The ways in which the digits, series, chapter and Kingdom number at a place can be one dossier."""

import re
from collections.abc import Iterator
from typing import Final

from tracker.records.citation_forms import patterns
from tracker.records.citation_forms.patterns import FlatText
from tracker.records.citation_forms.values import Dossier, Lead, is_budget_chapter, reads_as_chapter

# Dossiers grow by some four hundred a year and stood at 36 900 in 2026: what lies outside is none without a lead word.
_BARE_DOSSIERS: Final = range(10_000, 45_000)
# Dossiers had four digits until the end of the sixties.
_LAST_YEAR_OF_FOUR_DIGITS: Final = 1970


def dossiers_at(flat: FlatText, position: int, lead: Lead) -> Iterator[Dossier]:
    """The ways to read a dossier here, likeliest first: with series, Kingdom number or chapter, and plain.

    Only one of them can be followed by a further dossier, so trying each does not multiply over a list.
    """
    plain = _plain_dossier(flat, position, lead)
    if plain is None:
        return
    if series := patterns.SERIES.match(flat.text, plain.end):
        yield from _with_suffixes(flat, Dossier(f"{plain.number}-{series['series']}", None, series.end()), lead)
    yield from _with_suffixes(flat, plain, lead)


def _plain_dossier(flat: FlatText, position: int, lead: Lead) -> Dossier | None:
    pattern = patterns.DOSSIER_AFTER_LEAD if lead.is_named else patterns.DOSSIER_BARE
    if match := pattern.match(flat.text, position):
        number = match["ten"] + match["rest"]
        return Dossier(number, None, match.end()) if lead.is_named or int(number) in _BARE_DOSSIERS else None
    if not lead.is_named:
        return None
    is_old = lead.session is not None and int(lead.session[:4]) < _LAST_YEAR_OF_FOUR_DIGITS
    if is_old and (match := patterns.OLD_DOSSIER.match(flat.text, position)):
        return Dossier(match["rest"], None, match.end())
    match = patterns.ROMAN_DOSSIER.match(flat.text, position)
    if match and lead.chamber != "II" and _is_roman_dossier(match["roman"], is_led=lead.chamber == "I"):
        return Dossier(match["roman"].upper(), None, match.end())
    return None


def _is_roman_dossier(letters: str, *, is_led: bool) -> bool:
    """Whether a dossier of the Eerste Kamer (CXXIV); they have passed a hundred, and small letters need the chamber."""
    if not (letters.isupper() or is_led):
        return False
    return re.fullmatch(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", letters.upper()) is not None


def _with_suffixes(flat: FlatText, plain: Dossier, lead: Lead) -> Iterator[Dossier]:
    if kingdom := patterns.KINGDOM.match(flat.text, plain.end):
        digits = kingdom["in_brackets"] or kingdom["after_dash"] or kingdom["after_blank"]
        yield Dossier(plain.number, f"R{digits}", kingdom.end(), is_certain=True)
    match = patterns.CHAPTER.match(flat.text, plain.end)
    letters = match["chapter"] if match else ""
    is_marked = match is not None and (match["word"] is not None or match["mark"].strip() != "")
    if match and (len(letters) == 1 or is_budget_chapter(letters)):
        is_free = letters.isupper() or is_marked or reads_as_chapter(letters)
        is_ended = letters.islower() and patterns.END_OF_NUMBER.match(flat.text, match.end()) is not None
        is_plain_chapter = reads_as_chapter(letters) and (letters.isupper() or lead.is_named or is_ended)
        is_certain = match["word"] is not None or is_plain_chapter
        if is_free:
            yield Dossier(plain.number, letters.upper(), match.end(), is_certain)
    yield plain
