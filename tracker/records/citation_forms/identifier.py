"""Citations written as identifiers of registers, alone (`kst-28638-183`, `2025D52215`) or in an address."""

import re
from typing import Final

from tracker.records.citation_forms import patterns
from tracker.records.citation_forms.patterns import FlatText
from tracker.records.citation_forms.values import Found, Reading, is_budget_chapter, reads_as_chapter, session_of

# Addresses of Handelingen gave pages (h-tk-20062007-3564-3568) until they gave items.
_FIRST_YEAR_OF_ITEMS: Final = 2009
_MOST_MEETINGS: Final = 150


def in_address(flat: FlatText, start: re.Match[str]) -> Found:
    """What an address names; of a case and its document (`id=…&did=…`) the document."""
    end = start.start() + len(start.group().rstrip(".,;:!?)'"))
    address = flat.words(start.start(), end) if end > start.start() else ""
    named: dict[tuple[str, str | None, str | None, str | None], Reading] = {}
    by_document = False
    for match in patterns.IDENTIFIERS.finditer(flat.text, start.start(), end):
        reading = _identified(match, address)
        before = flat.text[max(0, match.start() - 4) : match.start()].lower()
        if reading is None or (by_document and before.endswith("id=")):
            continue
        if before == "did=" and not by_document:
            by_document = True
            named = {key: other for key, other in named.items() if other.kind not in {"zaak", "document", "activiteit"}}
        named.setdefault((reading.kind, reading.dossier, reading.chapter, reading.number), reading)
    return Found(start.end(), list(named.values()))


def at_identifier(flat: FlatText, start: re.Match[str]) -> Found:
    """What the identifier at the start names."""
    match = patterns.IDENTIFIERS.match(flat.text, start.start())
    if match is None:
        return Found(start.start())
    reading = _identified(match, flat.words(match.start(), match.end()))
    return Found(match.end(), [reading] if reading else [])


def _identified(match: re.Match[str], text: str) -> Reading | None:
    if code := match["code"]:
        kind = {"Z": "zaak", "D": "document", "A": "activiteit"}[match["code_letter"].upper()]
        return Reading(text, kind, code.upper())
    if promise := match["tz"]:
        return Reading(text, "toezegging", promise.upper().replace(" ", ""), chamber="II")
    if promise := match["t"]:
        return Reading(text, "toezegging", promise.upper(), chamber="I")
    if match["sort"]:
        return _identified_minutes(match, text)
    return _identified_paper(match, text)


def _identified_minutes(match: re.Match[str], text: str) -> Reading | None:
    session = session_of(match["first_year"], match["last_year"])
    chamber = "II" if match["house"].lower() == "tk" else "I"
    meeting, item, last_page = match["meeting"], match["item"], match["last_page"]
    if session is None:
        return None
    if match["sort"].lower() == "ah":
        return None if item else Reading(text, "aanhangsel", meeting, chamber, session)
    pages_only = item is not None and last_page is None and int(match["first_year"]) < _FIRST_YEAR_OF_ITEMS
    if int(meeting) > _MOST_MEETINGS or pages_only:
        return None
    number = f"{meeting}-{item}" if item and (last_page is None or not last_page.isdigit()) else meeting
    return Reading(text, "handelingen", number, chamber, session)


def _identified_paper(match: re.Match[str], text: str) -> Reading | None:
    if match["glued"]:
        dossier, chapter, number = match["glued"], match["glued_chapter"], match["glued_number"]
    else:
        dossier, chapter, number = match["dossier"] or match["roman"].upper(), match["chapter"], match["number"]
        if match["series"]:
            dossier = f"{dossier}-{match['series']}"
    chapter = re.sub(r"[() ]", "", chapter).upper() if chapter else None
    if chapter and len(chapter) > 1 and not chapter.startswith("R") and not is_budget_chapter(chapter):
        return None
    if number.isalpha() and chapter is None and reads_as_chapter(number):
        return Reading(text, "dossier", dossier=dossier, chapter=number.upper())
    # The letters go on from Z to AA; what is longer is another word.
    if number.isalpha() and len(number) > 2:
        return None
    chamber = "I" if number.isalpha() or match["roman"] else None
    return Reading(text, "kamerstuk", _number(number), chamber, None, dossier, chapter)


def _number(written: str) -> str:
    return written.upper() if written.isalpha() else written.lower()
