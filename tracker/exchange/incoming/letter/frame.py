"""The letter itself: its day, subject, signatories and citation, to whom it goes and on whose behalf."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.letter.document import Document, Paragraph
from tracker.records.citation import first_citation
from tracker.records.debate_naming import day_in
from tracker.records.ministers import ministers_in
from tracker.records.proposal import Place
from tracker.records.sentences import sentence_spans

_MOST_FRONT: Final = 45
_MOST_END: Final = 24
_FIRST_LINES: Final = 3
_LONGEST_TITLE: Final = 120
_FEWEST_WORDS: Final = 3
_SUBJECT: Final = re.compile(r"\s*(?:betreft|onderwerp|betreffende)\b\s*:?\s*(?P<words>.*)", re.IGNORECASE)
_DATE: Final = re.compile(
    r"\s*(?:datum|den haag|['’‘]s-gravenhage|aan de tweede kamer,|amsterdam|brussel)\b", re.IGNORECASE
)
_STATED: Final = re.compile(r"\bden haag,\s", re.IGNORECASE)
LABEL: Final = re.compile(
    r"\s*(?:datum|betreft|onderwerp|ons kenmerk|uw kenmerk|kenmerk|bijlage(?:n|\(n\))?|contactpersoon|telefoon|"
    r"postadres|bezoekadres)\b",
    re.IGNORECASE,
)
"""Begins a line of a letter's head: its day, subject, reference."""
_ADDRESSEE: Final = re.compile(
    r"\bvoorzitter\b.{0,30}\b(?P<which>eerste|tweede)\s+kamer\b|\bkamer der staten-generaal\b", re.IGNORECASE
)
_CHAMBER: Final = re.compile(r"\b(eerste|tweede)\b(?=\s+(?:kamer|en (?:eerste|tweede) kamer))", re.IGNORECASE)
_NUMBER_LINE: Final = re.compile(
    r"\s*nr\.\s*(?P<number>\d{1,5}|[A-Z]{1,3})\b(?:\s+(?:brief|lijst|verslag)\b)?", re.IGNORECASE
)
_DOSSIER_LINE: Final = re.compile(r"\s*(?P<dossier>\d{2}[ .]?\d{3}(?:[ -][IVXA-Z]{1,5})?)\b(?!\s*[A-Z]{2}\s)")
_SESSION_LINE: Final = re.compile(r"\bvergaderjaar\s+(?P<session>\d{4}\s*[-–/]\s*\d{2,4})", re.IGNORECASE)
_ABOUT: Final = re.compile(
    r"\b(?:informeer|bericht|reageer|antwoord|bied|ga|rapporteer|geef)\b[^.]{0,700}?,?\s(?:over|op|in op|"
    r"inzake)\s+(?P<what>[^.]{8,240})\."
)
_SKETCHES: Final = re.compile(
    r"\b(?:schets|beschrijf|geef|bied|presenteer|zet|licht|meld)\b[^.]{0,300}?\b(?P<what>(?:de|het) (?:voortgang|"
    r"stand van zaken|uitkomst\w*|resultaten|hoofdlijnen|ontwikkelingen)\s[^.;]{8,200})\."
)
_MINE: Final = re.compile(
    r"\b(?:in|met|bij|via) deze (?:\w*brief|\w*rapportage)\b|\bhierbij\b|\bbijgaand\b|\bdeze (?:\w*brief|"
    r"\w*rapportage) is\b",
    re.IGNORECASE,
)
_SIGNS: Final = re.compile(
    r"\s*(?:,?\s*mede namens\s+)?(?:de|het)?\s*(?:minister|staatssecretaris|minister-president)\b", re.IGNORECASE
)
_NAME: Final = re.compile(
    r"(?:(?:mr|drs|dr|ir|prof|ing)\.\s*){0,3}(?:[A-ZÀ-Þ]\.\s?(?:[A-ZÀ-Þ]\.\s?){0,5}\(?[A-Za-zÀ-ÿ)]*\)?\s*)?(?:(?:van|"
    r"de|der|den|ter|ten|te|el)\s+){0,3}[A-ZÀ-Þ][\wÀ-ÿ’'-]+(?:[ -](?:(?:van|de|der|"
    r"den)\s+){0,2}[A-ZÀ-Þ][\wÀ-ÿ’'-]+){0,3}"
)
_ON_BEHALF: Final = re.compile(r"\b(?:mede|ook) namens\b", re.IGNORECASE)


@dataclass(slots=True)
class Frame:
    """What the letter says of itself. ``used`` are the paragraphs that were read for it."""

    values: dict[str, Any] = field(default_factory=dict)
    place: Place = field(default_factory=Place)
    day: date | None = None
    is_day_stated: bool = False
    chambers: tuple[str, ...] = ()
    signatory: str | None = None
    notices: list[Text] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def frame_of(document: Document, on: date | None, file_stem: str) -> Frame:
    """Read what the letter says of itself; ``on`` is its day where it names none."""
    frame = Frame()
    front = _front(document.paragraphs)
    _read_day(frame, front, on)
    _read_addressee(frame, front)
    _read_citation(frame, front)
    _read_end(frame, document.paragraphs)
    _read_on_behalf(frame, document.paragraphs)
    _read_title(frame, front, document.paragraphs, file_stem)
    frame.values["state"] = "verzonden"
    return frame


def _front(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Give what stands above the letter's own text."""
    found: list[Paragraph] = []
    for one in paragraphs[:_MOST_FRONT]:
        if len(one.text) > 220 and one.cell is None:
            break
        found.append(one)
        if re.match(r"(?:zeer )?geachte\b|mijnheer de voorzitter", one.text, re.IGNORECASE):
            break
    return found


def _read_day(frame: Frame, front: list[Paragraph], on: date | None) -> None:
    for place, one in enumerate(front):
        if not (_DATE.match(one.text) or _STATED.search(one.text)):
            continue
        for near in front[place : place + 2]:
            if found := day_in(near.text):
                frame.day, frame.is_day_stated = found[0], True
                frame.values |= {"day": found[0], "day_assumed": False}
                frame.place = near.place
                frame.used |= {one.number, near.number}
                return
    alone = [(found[0], one) for one in front if len(one.text) < 40 and (found := day_in(one.text))]
    if len(alone) == 1:
        frame.day, frame.is_day_stated = alone[0][0], True
        frame.values |= {"day": frame.day, "day_assumed": False}
        frame.used.add(alone[0][1].number)
        return
    frame.day = on
    if on is not None:
        frame.values |= {"day": on, "day_assumed": True}
        frame.notices.append(
            Text(
                "De brief noemt zijn eigen dag niet. De opgegeven dag is gebruikt en gemarkeerd als geschat.",
                "The letter does not give its own day. The day that was given is used and marked as estimated.",
            )
        )
    else:
        frame.notices.append(
            Text(
                "De brief noemt zijn eigen dag niet. Geef de dag op (--on): zonder dag blijven termijnen als “voor "
                "het einde "
                "van dit jaar” zonder datum.",
                "The letter does not give its own day. Give the day (--on): without it deadlines such as “before the "
                "end of "
                "this year” have no date.",
            )
        )


def _read_addressee(frame: Frame, front: list[Paragraph]) -> None:
    chambers: list[str] = []
    for one in front:
        if _ADDRESSEE.search(one.text) or re.match(r"\s*aan\b.{0,60}\bkamer\b", one.text, re.IGNORECASE):
            chambers += [f"{found[1].capitalize()} Kamer" for found in _CHAMBER.finditer(one.text)]
            frame.used.add(one.number)
    frame.chambers = tuple(dict.fromkeys(chambers))
    if frame.chambers:
        frame.values["chambers"] = frame.chambers


def _read_citation(frame: Frame, front: list[Paragraph]) -> None:
    """Read the letter's own citation: the dossier and number above a letter that was published as a Kamerstuk."""
    session = next((found["session"] for one in front if (found := _SESSION_LINE.search(one.text))), None)
    dossiers = [
        (found["dossier"], one) for one in front if (found := _DOSSIER_LINE.match(one.text)) and len(one.text) < 160
    ]
    number = next(((found["number"], one) for one in front if (found := _NUMBER_LINE.match(one.text))), None)
    if not dossiers or number is None:
        return
    chamber = "I" if number[0].isalpha() else "II" if number[0].isdecimal() else ""
    words = f"Kamerstukken {chamber} {session + ', ' if session else ''}{dossiers[0][0]}, nr. {number[0]}"
    cited = first_citation(words)
    if cited is not None and cited.kind == "kamerstuk":
        frame.values["citation"] = cited.canonical
        frame.used |= {dossiers[0][1].number, number[1].number}
        if not frame.chambers:
            frame.chambers = ("Eerste Kamer",) if chamber == "I" else ("Tweede Kamer",)
            frame.values["chambers"] = frame.chambers


def _read_end(frame: Frame, paragraphs: Sequence[Paragraph]) -> None:
    """Read who signed: the last lines that name an office, with the names below them."""
    signers: list[str] = []
    names: list[str] = []
    for one in paragraphs[-_MOST_END:]:
        is_name = bool(signers) and _NAME.fullmatch(one.text.strip()) is not None
        if (one.level and not is_name) or len(one.text) > 200:  # a name below an office looks like a heading
            signers, names = [], []
            continue
        if _SIGNS.match(one.text) and (found := ministers_in(one.text)):
            signers += [each for each in found if each not in signers]
            frame.used.add(one.number)
            rest = re.split(r",\s+", one.text.rstrip(" ,"))[-1]
            if len(one.text) < 160 and _NAME.fullmatch(rest) and "." in rest and not ministers_in(rest):
                names.append(rest)
        elif is_name:
            names.append(one.text.strip())
            frame.used.add(one.number)
    if signers:
        frame.signatory = signers[0]
        frame.values["signatory"] = signers[0]
        if len(signers) > 1:
            frame.values["on_behalf_of"] = tuple(signers[1:])
    if names:
        frame.values["remarks"] = f"Ondertekend door {' en '.join(names)}."


def _read_on_behalf(frame: Frame, paragraphs: Sequence[Paragraph]) -> None:
    for one in paragraphs:
        for start, end in sentence_spans(one.text[:20_000]) if not one.level else ():
            sentence = one.text[start:end]
            behalf = _ON_BEHALF.search(sentence)
            if behalf is None or not (_MINE.search(sentence) or re.search(r"\b(?:[Ii]k|[Ww]ij)\b", sentence)):
                continue
            named = [each for each in ministers_in(sentence[behalf.end() :]) if each != frame.signatory]
            known = tuple(frame.values.get("on_behalf_of", ()))
            frame.values["on_behalf_of"] = tuple(dict.fromkeys((*known, *named)))
            return


def _read_title(frame: Frame, front: list[Paragraph], paragraphs: Sequence[Paragraph], stem: str) -> None:
    for place, one in enumerate(front):
        found = _SUBJECT.match(one.text)
        if found is None:
            continue
        words, used = found["words"].strip(), {one.number}
        if not words and place + 1 < len(front) and not LABEL.match(front[place + 1].text):
            words = front[place + 1].text
            used.add(front[place + 1].number)
        if words:
            frame.values["title"] = words
            frame.used |= used
            return
    headed = next((one for one in front[:_FIRST_LINES] if _may_be_title(one, front)), None)
    if headed is not None and _has_front_below(headed, front):
        frame.values["title"] = headed.text.strip()
        frame.used.add(headed.number)
        return
    frame.values["title"] = _told_subject(paragraphs) or stem.replace("-", " ").replace("_", " ")
    frame.notices.append(
        Text(
            f"De brief heeft geen regel “Betreft”. Als titel is gekozen: {frame.values['title']}.",
            f"The letter has no line “Betreft” (subject). The title chosen is: {frame.values['title']}.",
        )
    )


def _may_be_title(one: Paragraph, front: list[Paragraph]) -> bool:
    """Tell whether a line is a heading, or the very first one and no address, day or sentence."""
    if LABEL.match(one.text) or _ADDRESSEE.search(one.text) or _DATE.match(one.text) or _CHAMBER.search(one.text):
        return False
    is_first = one is front[0] and len(one.text) < _LONGEST_TITLE and not one.text.endswith((".", ",", ":"))
    return bool(one.level) or (is_first and len(one.text.split()) >= _FEWEST_WORDS)


def _has_front_below(headed: Paragraph, front: list[Paragraph]) -> bool:
    """Tell whether the address or the day stands below a heading: then it is that of the whole letter."""
    below = front[front.index(headed) + 1 :]
    return any(_ADDRESSEE.search(one.text) or _DATE.match(one.text) or LABEL.match(one.text) for one in below)


def _told_subject(paragraphs: Sequence[Paragraph]) -> str | None:
    """Give what the letter says it is about: "In deze brief informeer ik uw Kamer over …"."""
    for one in paragraphs[:12]:
        if one.level:
            continue
        for start, end in sentence_spans(one.text[:8_000]):
            sentence = one.text[start:end]
            found = (_ABOUT.search(sentence) or _SKETCHES.search(sentence)) if _MINE.search(sentence) else None
            if found:
                words = re.sub(r"^(?:de|het|een)\s+", "", found["what"].strip())
                return words[:1].upper() + words[1:]
    return None


def is_about_end(paragraph: Paragraph, frame: Frame) -> bool:
    """Tell whether a paragraph was read for the letter itself, or is a greeting."""
    return (
        paragraph.number in frame.used
        or re.match(r"(?:zeer )?geachte\b|hoogachtend|met vriendelijke", fold(paragraph.text)) is not None
    )
