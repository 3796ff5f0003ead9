"""Organisations as letters name them, and what they do: lead, take part, carry out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_CAP: Final = r"[A-ZÀ-Þ][\wÀ-ÿ!’'&-]*"
_PHRASE: Final = (
    rf"(?:{_CAP}(?:(?<=-)\sen\s{_CAP})?(?:\s(?:of|for|and)\s{_CAP}|\s{_CAP}){{0,5}}"
    rf"(?:\s(?:van|voor|tegen|der|des|tot)\s(?:de\s|het\s)?{_CAP}(?:\s{_CAP}|\sen\s[A-Z][a-z-]+){{0,3}}){{0,3}})"
)
_LINK: Final = r"(?:het|de|een|onze|diverse)\s+"
_NAMED_LATER: Final = re.compile(
    r"[^.;()]{0,210}?\((?P<hereafter>hierna:?\s+(?:de\s+|het\s+)?)?(?P<short>[A-Z][\w!&-]{1,18})\)"
)
_SHORT: Final = re.compile(r"\s*\((?:hierna:?\s+(?:de\s+|het\s+)?)?(?P<short>[A-Z][\w!&-]{1,18})\)")
_PUBLIC: Final = {
    "politie": "politie",
    "nationale politie": "politie",
    "openbaar ministerie": "OM",
    "om": "OM",
    "koninklijke marechaussee": "KMar",
    "kmar": "KMar",
    "marechaussee": "KMar",
    "nederlandse arbeidsinspectie": "NLA",
    "nla": "NLA",
    "vereniging van nederlandse gemeenten": "VNG",
    "vng": "VNG",
}
_BODY: Final = re.compile(
    rf"(?:{_LINK})?(?:(?P<public>politie|marechaussee)\b|(?P<name>(?:[a-z]+(?:centrum|dienst)\s)?{_PHRASE}))"
)
_BETWEEN: Final = re.compile(r"\s*(?:,\s*(?:en\s+)?|\s+en\s+|\s+of\s+)(?:door\s+|met\s+)?")
_LEADS: Final = re.compile(
    r"\b(?:[Oo]nder (?:leiding|coördinatie|regie|aanvoering) van|getrokken door|geleid door|gecoördineerd door|"
    r"[Tt]rekker(?:\s+is|:)?|"
    r"in opdracht van|uitgevoerd door|begeleid door)\s+"
)
_WITH: Final = re.compile(
    r"\b(?:[Ii]n (?:nauwe\s+)?samenwerking met|[Ss]amen met|[Tt]ezamen met|[Gg]ezamenlijk met|"
    r"werkt? (?:\w+\s){0,4}samen met|samenwerking (?:is|wordt) (?:gezocht|opgezet) met)\s+"
)
_LETTERS: Final = re.compile(r"[A-Z][A-Z&]{1,9}\b|[A-Z][a-z-]{3,}(?: [A-Z][a-z-]{3,})+ [a-z]")
_DOES: Final = re.compile(
    r"\s+(?:actualiseert|beproeft|bouwt|breidt|evalueert|herziet|inventariseert|monitort|ontwikkelt|onderzoekt|"
    r"organiseert|publiceert|richt|stelt|toetst|verhoogt|verkent|vernieuwt|voert|werkt)\b|"
    r"\s+heeft\b[^.;]{0,140}\b(?:geopend|ontwikkeld|gebruik genomen|ingericht|opgericht|opgezet|uitgebreid|"
    r"vernieuwd|verhoogd|gestart)\b|\s+is\b[^.;]{0,140}\b(?:begonnen|gestart)\b"
)
_TOGETHER: Final = re.compile(r"\bwerken\b[^.]{0,60}\bsamen\b|\bwerken\b[^.]{0,90}\baan\b")
_NO_BODY: Final = frozenset(
    (
        "ik",
        "er",
        "dit",
        "deze",
        "de",
        "het",
        "in",
        "op",
        "nederland",
        "actieplan",
        "kamer",
        "tweede kamer",
        "eerste kamer",
        "rijk",
    )
)


def _short(text: str, position: int, name: str) -> re.Match[str] | None:
    """Give the short name in brackets behind a name, also where small words stand in between."""
    short = _SHORT.match(text, position)
    if short is not None or re.match(r"\s*(?:,|en\b)", text[position:]):
        return short
    later = _NAMED_LATER.match(text, position)
    if later is None or not (later["hereafter"] or later["short"][0] == name[0]):
        return None
    return None if not later["hereafter"] and re.search(r",\s+(?:de|het|die)\b", later[0]) else later


def leads_in(text: str) -> list[str]:
    """Give who leads what the text is about."""
    return [
        name
        for found in _LEADS.finditer(text)
        if not found[0].startswith(("in opdracht", "begeleid"))
        for name in _names(text, found.end())
    ][:1]


def doer_in(text: str) -> str | None:
    """Give the organisation that a sentence begins with and that does what it tells: "De politie beproeft …"."""
    article = re.match(r"(?:[Dd]e|[Hh]et)\s+", text)
    found = _BODY.match(text, article.end() if article else 0)
    if found is None or (article is None and not _LETTERS.match(text)):
        return None
    raw = found["public"] or found["name"]
    short = None if found["public"] else _SHORT.match(text, found.end())
    if _DOES.match(text, short.end() if short else found.end()) is None:
        return None
    name = short["short"] if short else _PUBLIC.get(raw.lower(), raw)
    return None if name.lower() in _NO_BODY else name


def partners_in(text: str) -> list[str]:
    """Give who takes part in it."""
    found = [name for one in _WITH.finditer(text) for name in _names(text, one.end())]
    found += [name for one in re.finditer(r"\bbegeleid door\s+", text) for name in _names(text, one.end())]
    if _TOGETHER.search(text) and (first := re.match(rf"(?:(?i:{_LINK}))?(?={_CAP}|politie)", text)):
        names = list(_names(text, first.end()))
        if len(names) > 1:
            found += names
    return list(dict.fromkeys(found))


def _names(text: str, position: int) -> Iterator[str]:
    """Give the organisations of a list that starts here: the politie, Comensha and the VNG."""
    for _ in range(12):
        found = _BODY.match(text, position)
        if found is None:
            return
        raw = found["public"] or found["name"]
        short = None if found["public"] else _short(text, found.end(), raw)
        name = short["short"] if short else _PUBLIC.get(raw.lower(), raw)
        if name.lower() in _NO_BODY:
            return
        yield name
        link = _BETWEEN.match(text, short.end() if short else found.end())
        if link is None:
            return
        position = link.end()
