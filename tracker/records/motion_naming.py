"""Motions as letters name them: by who tabled them, what they are about, and where they can be found.

>>> named = motions_named("Motie Boomsma (NSC) en Ceder (CU) - instellen van een coördinatiecommissie")[0]
>>> [str(one.text()) for one in named.submitters], named.subject
(['Boomsma (NSC)', '+ Ceder (CU)'], 'instellen van een coördinatiecommissie')
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tracker.records.member import Submitter

_SMALL: Final = r"(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]e|[Tt]en|['’]t|[Ee]l|[Vv]on|[Ll]a|[Dd]i|[Dd]a|[Aa]l|[Ii]n)"
_CAPITAL: Final = r"[A-ZÀ-Þ][a-zà-ÿA-Z'’]{1,30}"
_NAME: Final = (
    rf"(?:{_SMALL}\s){{0,3}}{_CAPITAL}(?:-(?:{_SMALL}\s){{0,2}}{_CAPITAL}){{0,2}}"
    rf"(?:\s(?:{_SMALL}\s){{0,2}}(?!Kamerst|Motie|Over\b|En\b){_CAPITAL}(?:-{_CAPITAL})?)?"
)
_PARTY: Final = r"(?:\s?\((?:lid\s)?[A-Z][A-Za-z0-9/+ -]{1,24}\))?"
_MEMBER: Final = rf"{_NAME}{_PARTY}"
MEMBERS: Final = rf"{_MEMBER}(?:(?:\s?,\s?(?:en\s)?|\sen\s|\s?/\s?|\s&\s)(?:het lid\s)?{_MEMBER}){{0,12}}"
"""A list of members by their names, as letters write it."""
_CS: Final = r"(?P<cs>\s?c\.\s?s\.?)?"
_SORT: Final = r"(?P<sort>(?:[Nn]ader\s)?[Gg]ewijzigde\s)?"
_BY_NAME: Final = re.compile(
    rf"\b{_SORT}(?<![\w-])(?P<many>[Mm]otie(?P<plural>s)?)(?:\s?[-‑]\s?(?=[A-Z'’])|\s+)"
    rf"(?:van\s+)?(?:(?:het|de)\s+)?(?P<members_word>(?:Kamer|oud-)?(?:[Ll]id|"
    rf"[Ll]eden)\s+)?(?P<members>{MEMBERS}){_CS}"
)
_WITHOUT_NAME: Final = re.compile(
    rf"\b{_SORT}(?<![\w-])(?P<many>[Mm]otie(?P<plural>s)?)(?=\s+(?:over|inzake|betreffende|om te|tot|[-–:])\s|"
    rf"\s+\(?\d{{2}}[ .]?\d{{3}}|:\s)"
)
_BY_MOTION: Final = re.compile(
    rf"\b(?:[Hh]et (?:Kamer)?lid|[Dd]e (?:Kamer)?leden)\s+(?P<members>{MEMBERS}){_CS}\s+(?:heeft|"
    rf"hebben|verzochten|verzocht|vroegen|vroeg)\s+(?:(?:de regering|het kabinet|mij)\s+)?(?:bij|per|in een)\s+{_SORT}"
    r"(?P<many>motie(?P<plural>(?!))?)(?:\s+(?:gevraagd|verzocht|opgeroepen))?(?=\s(?:om|te|dat|naar|,))"
)
_ANOTHER: Final = re.compile(
    rf"(?:\ben\b|,|;)\s+(?:(?:de|die|motie|{_SORT[4:-2]})\s+){{0,2}}van\s+(?:het lid|"
    rf"de leden)\s+(?P<members>{MEMBERS}){_CS}"
)
_ONE: Final = re.compile(rf"(?P<name>{_NAME})(?:\s?\((?:lid\s)?(?P<party>[A-Z][A-Za-z0-9/+ -]{{1,24}})\))?")
_ABOUT: Final = re.compile(
    r"\s*(?:(?:\(|\[)[^()\[\]]{0,160}(?:\)|\])\s*)?(?:,\s*)?(?:ingediend\s.{0,60}?\s)?"
    r"(?:(?P<dash>[-–—:]\s+)|(?P<about>over|inzake|betreffende|met betrekking tot|ten aanzien van|tot|om)\s+|"
    r"(?:,?\s*(?:waarin|die|welke)\s+(?:de regering\s+)?(?:wordt\s+)?(?:de regering\s+)?(?:verzocht|verzoekt|vraagt|"
    r"oproept|opgeroepen)"
    r"(?:\s+de regering)?(?:\s+wordt)?\s*,?\s*(?:om\s+)?))"
)
_ENDS_SUBJECT: Final = re.compile(
    r"\s*(?:[(;]|\.(?:\s|$)|,\s+(?=(?:waar|die|dat|en|heb|is|verzoekt|vraagt|wordt|ben|kan|zal|geef|doe|deel|"
    r"informeer|Kamerst)\b)|"
    r"\s(?:is|wordt|verzoekt|vraagt|heb|heeft|zal|geef|beschouw|betrek|acht|doe|roept|ben|kan ik|"
    r"en de (?:nader )?(?:gewijzigde )?motie|"
    r"en van (?:het lid|de leden))\s)"
)
_LONGEST_SUBJECT: Final = 260
_NO_NAMES: Final = frozenset(("de", "het", "een", "over", "in", "op", "met", "ook", "deze", "die"))


@dataclass(frozen=True, slots=True)
class MotionNamed:
    """A motion that is named, from ``start``; ``end`` is where the name with its subject ends.

    ``sort`` is motie, gewijzigde motie or nader gewijzigde motie. ``has_others``: c.s., others signed too.
    """

    start: int
    end: int
    sort: str
    submitters: tuple[Submitter, ...] = ()
    subject: str | None = None
    has_others: bool = False
    names_end: int = field(default=0, compare=False)


def motions_named(text: str, *, is_heading: bool = False) -> list[MotionNamed]:
    """Give the motions that the text names, in order. In a heading everything behind the name is its subject."""
    found: list[MotionNamed] = []
    position = 0
    while (match := _next(text, position)) is not None:
        one = _named(text, match, is_heading=is_heading)
        found.append(one)
        position = max(one.names_end, match.end())
        if match["plural"]:
            for other in _others(text, position):
                found.append(other)
                position = other.names_end
    return found


def _next(text: str, position: int) -> re.Match[str] | None:
    matches = [one for one in (form.search(text, position) for form in (_BY_NAME, _WITHOUT_NAME, _BY_MOTION)) if one]
    return min(matches, key=lambda one: (one.start("many"), -one.end()), default=None)


def _others(text: str, position: int) -> Iterator[MotionNamed]:
    """Give the motions that follow "de moties van het lid A over …" without the word: "en van het lid B over …"."""
    stop = re.search(r"\.\s+[A-Z]", text[position : position + 900])
    end = position + (stop.start() if stop else 900)
    for match in _ANOTHER.finditer(text, position, min(end, len(text))):
        submitters = tuple(submitters_in(match["members"]))
        subject, after = _subject(text, match.end(), is_heading=False)
        start = match.start("members")
        yield MotionNamed(start, after, "motie", submitters, subject, bool(match["cs"]), match.end())


def _named(text: str, match: re.Match[str], *, is_heading: bool) -> MotionNamed:
    members = match.groupdict().get("members") or ""
    subject, after = _subject(text, match.end(), is_heading=is_heading)
    return MotionNamed(
        start=match.start(),
        end=after,
        sort=f"{' '.join((match['sort'] or '').lower().split())} motie".strip(),
        submitters=tuple(submitters_in(members)),
        subject=subject,
        has_others=bool(match.groupdict().get("cs")),
        names_end=match.end(),
    )


def submitters_in(members: str) -> Iterator[Submitter]:
    """Give the members in the order in which they are named; those after the first co-signed."""
    is_first = True
    for one in _ONE.finditer(members):
        if one["name"].lower() in _NO_NAMES:
            continue
        yield Submitter(one["name"], one["party"], co_signed=not is_first)
        is_first = False


def _subject(text: str, position: int, *, is_heading: bool) -> tuple[str | None, int]:
    about = _ABOUT.match(text, position)
    if about is None:
        return None, position
    start = about.end()
    end = min(len(text), start + _LONGEST_SUBJECT)
    stop = None if is_heading and about["dash"] else _ENDS_SUBJECT.search(text, start, end)
    if stop is None and is_heading:
        stop = re.compile(r"\s*\((?=[^()]*\d{2}[ .]?\d{3})").search(text, start, end)
    words = text[start : stop.start() if stop else end].strip(" .,;:")
    if about["about"] == "om" and words.startswith("te "):
        words = f"om {words}"
    return (words or None), start + len(words)
