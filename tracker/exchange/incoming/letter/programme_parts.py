"""Programmes that a letter tells of within a part about others: by their names, by a country, or by what is sent there.

"Ook in Irak draagt Nederland via COMPASS bij" tells of the part of COMPASS in one country, which has its own state of
affairs; "het programma CyberSouth+" has a name below a heading that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tracker.exchange.incoming.letter.bodies import partners_in
from tracker.exchange.incoming.letter.context import Sentence
from tracker.exchange.incoming.letter.spoken_of import is_spoken_of
from tracker.records.country_names import countries_in

_NAME: Final = r"[A-Z][\w+-]{0,24}(?:[A-Z\d+]|-[a-z]\b)[\w+-]{0,24}"
"""A name as programmes have: more capitals than the first, a figure or a sign: COMPASS, CyberSouth+, GLACY-e."""
_NAMED: Final = re.compile(
    rf"\b(?:[Hh]et|[Dd]e)\s+(?:programma|project)\s+(?P<after>{_NAME})(?![\w+])|"
    rf"\b(?:[Hh]et|[Dd]e)\s+(?P<before>{_NAME})[ -](?:programma|project)\b"
)
_IN_FULL: Final = r"[A-Z][\w+-]+(?:\s(?:(?:and|in|for|of|to|the|on|against|voor|van|tegen)\s){0,2}[A-Z][\w+-]+){1,8}"
_NAMED_IN_FULL: Final = re.compile(
    rf"\b(?:[Hh]et|[Dd]e)\s+(?:programma|project)\s+[‘'“\"]?(?P<after>{_IN_FULL}[’'”\"]?\s\([A-Z][\w+-]{{1,14}}\))|"
    rf"\b(?:[Hh]et|[Dd]e)\s+(?P<before>(?:{_IN_FULL}\s)(?:(?<=Programme\s)|(?<=Project\s)|(?<=Facility\s)|"
    rf"(?<=Initiative\s)|(?<=Fund\s))\([A-Z][\w+-]{{1,14}}\))"
)
"""A programme by its full name and its letters: "het Regional Development and Protection Programme (RDPP)"."""
_CARRIED_OUT: Final = re.compile(
    r"\b(?:[Hh]et|[Ee]en)\s+(?:internationale )?(?:programma|project)\s+[‘'“\"]?"
    r"(?P<name>[A-Z][\w+-]*(?: (?:[A-Z0-9][\w+-]*|to|of|for|the|and|in|on)){0,6})[’'”\"]?,? "
    r"(?:dat|die|wordt|is|van|voert|loopt|richt)\b"
)
_ABROAD: Final = re.compile(
    r"\b(?:\w+ )?landen\b|\bin het buitenland\b|\b(?:Afrika|Azië|Balkan|Latijns-Amerika|Oost-Europa)\b"
)
_IN: Final = re.compile(r"^(?:Ook |Verder |Daarnaast |Tot slot )?[Ii]n (?P<where>[A-Z][\w-]+(?: [A-Z][\w-]+)?)\b")
_SENT: Final = re.compile(
    r"\bwordt een (?P<what>[a-z][^,.;]{3,50}?) (?:in samenwerking met [^,.;]{3,60} )?(?:ingezet|opgezet|aangeboden) in "
    r"(?P<where>[A-Z][\w-]+(?: [A-Z][\w-]+)?)\b"
)
_SUBJECT: Final = re.compile(r"(?:De|Het) (?!programma|project)([a-zà-ÿ-]{4,40})\b")
_HERE: Final = frozenset(("Nederland", "Nederlandse", "Europa", "Den", "Rotterdam", "Amsterdam", "Brussel"))


@dataclass(frozen=True, slots=True)
class Part:
    """A programme told of in these sentences. ``is_within``: it is a part of the one whose heading it stands under."""

    title: str
    sentences: Sequence[Sentence]
    is_within: bool
    countries: Sequence[str] = ()
    partners: Sequence[str] = ()


def named_in(sentences: Sequence[Sentence]) -> list[Part]:
    """Give the programmes that the sentences name, each with what follows it up to the next."""
    found: list[tuple[str, list[Sentence]]] = []
    for sentence in sentences:
        name = _name_in(sentence.text)
        if name is not None and name not in {one for one, _ in found}:
            found.append((name, [sentence]))
        elif found and not _is_another(sentence, found[-1][1]):
            found[-1][1].append(sentence)
    return [Part(name, told, is_within=False) for name, told in found]


def _is_another(sentence: Sentence, told: Sequence[Sentence]) -> bool:
    """Tell whether a sentence is about a thing that those about the programme do not bring up."""
    subject = _SUBJECT.match(sentence.text)
    return subject is not None and not is_spoken_of(subject[1], " ".join(one.text for one in told))


def _name_in(text: str) -> str | None:
    named = _NAMED_IN_FULL.search(text) or _NAMED.search(text)
    return " ".join((named["after"] or named["before"]).split()) if named else None


def carried_out_in(sentences: Sequence[Sentence]) -> Iterator[Part]:
    """Give the programmes abroad that a sentence names with who carries them out, or for which countries."""
    for sentence in sentences:
        named = _CARRIED_OUT.search(sentence.text)
        if named is not None and _ABROAD.search(sentence.text):
            yield Part(named["name"].strip(), [sentence], is_within=False)
        elif (full := _NAMED_IN_FULL.search(sentence.text)) and countries_in(sentence.text):
            yield Part(" ".join((full["after"] or full["before"]).split()), [sentence], is_within=False)
        elif (short := _NAMED.search(sentence.text)) and _abroad(sentence.text):
            yield Part(short["after"] or short["before"], [sentence], is_within=False)


def parts_of(title: str, sentences: Sequence[Sentence]) -> Iterator[Part]:
    """Give the parts of a programme that a letter tells of by themselves."""
    if re.fullmatch(r"[A-Z0-9][\w+-]{2,30}", title):
        yield from _by_country(title, sentences)
    for sentence in sentences:
        sent = _SENT.search(sentence.text)
        if sent is not None and sent["where"].split()[0] not in _HERE:
            what = f"{sent['what'][:1].upper()}{sent['what'][1:]} in {sent['where']}"
            yield Part(what, [sentence], True, countries_in(sent["where"]), partners_in(sent[0]))


def _abroad(text: str) -> bool:
    return any(country != "Nederland" for country in countries_in(text))


def _by_country(title: str, sentences: Sequence[Sentence]) -> Iterator[Part]:
    about = re.compile(rf"\bdit (?:programma|project)\b|\b(?:via|binnen|vanuit) (?:het )?{re.escape(title)}\b")
    told: dict[str, list[Sentence]] = {}
    last: str | None = None
    for sentence in sentences:
        led = _IN.match(sentence.text)
        countries = countries_in(led["where"]) if led else []
        if len(countries) == 1 and about.search(sentence.text):
            last = countries[0] if countries[0] not in told else None
            if last is not None:
                told[last] = [sentence]
        elif last is not None:
            told[last].append(sentence)
    for country, some in told.items():
        yield Part(f"{title} {country}", some, True, (country,))
