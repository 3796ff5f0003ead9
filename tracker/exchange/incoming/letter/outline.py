"""The headings of a letter as structure: what each part is about, whatever the order and the words.

A heading that says nothing of its own (Verbeteren opvanglandschap) belongs to the part above it, until one comes that
does, or one of a higher level. Letters give the headings within an actielijn the same level as the actielijn itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.letter.document import Document, Paragraph
from tracker.records.action import LINES_OF_ACTION
from tracker.records.motion_naming import motions_named


class Topic(StrEnum):
    """What a part of a letter is about."""

    FRONT = "front"
    OTHER = "other"
    ACTIONS = "actions"
    ACTION = "action"
    RECOMMENDATION = "recommendation"
    INTERNATIONAL = "international"
    EMPACT = "empact"
    INSTRUMENT = "instrument"
    ADVICE = "advice"
    ITEMS = "motions and commitments"
    MOTION = "motion"
    COMMITMENT = "commitment"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of action: its number and name, and the choice of ``Action.action_line`` that it is, where it is one."""

    number: str
    name: str
    choice: str | None


@dataclass(slots=True)
class Section:
    """A heading with what stands below it up to the next. ``within`` is the topic of the part that it belongs to."""

    heading: Paragraph | None
    topic: Topic
    within: Topic
    line: Line | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    parent: str = ""
    """The title of the heading above it that gave it its topic."""

    @property
    def title(self) -> str:
        """Give the words of the heading."""
        return self.heading.text if self.heading else ""


_LINE: Final = re.compile(
    r"\b(?:actielijn|pijler|spoor|speerpunt|programmalijn|prioriteit)\s+(\d{1,2}|[A-Z]\b|[IVX]{1,4}\b)", re.IGNORECASE
)
_TOPICS: Final = (
    (Topic.CLOSING, re.compile(r"(?:\d{1,2}\.?\s+)?(?:tot slot|slot(?:woord)?|afsluit\w*|conclusie|afronding)\b")),
    (Topic.FRONT, re.compile(r"(?:\d{1,2}\.?\s+)?(?:inleiding|leeswijzer|aanleiding|samenvatting)\b")),
    (Topic.COMMITMENT, re.compile(r"(?:[\d.a-z]{1,4}[.)]?\s+)?(?:toezegging(?!en)|tz\d{6}|t\d{5}\b)")),
    (
        Topic.ITEMS,
        re.compile(
            r".{0,60}\b(?:moties|toezeggingen|moties en toezeggingen)\b|.{0,40}\b(?:beantwoording|afdoening) van\b"
        ),
    ),
    (Topic.EMPACT, re.compile(r".{0,30}\bempact\b|.{0,30}\boperationele acties\b")),
    (
        Topic.INSTRUMENT,
        re.compile(
            r"(?:[\d.a-z]{1,4}[.)]?\s+)?(?:(?:het|de|implementatie|herziening|modernisering|goedkeuring|"
            r"wijziging)\s+(?:van\s+)?(?:het\s+|de\s+)?)?"
            r"(?:\w*verdrag|[\w-]*protocol|\w*richtlijn|verordening|wetsvoorstel|wetgeving|wet(?:boek)?)\b|"
            r".{0,50}\b(?:\w*richtlijn|[\w-]*protocol|\w*verdrag|"
            r"wetsvoorstel|verordening|wetgevingstraject\w*)\b"
        ),
    ),
    (
        Topic.ADVICE,
        re.compile(
            r".{0,60}\b(?:beleidsreactie|kabinetsreactie|reactie op|aanbeveling(?:en)?|advies|adviezen)\b|"
            r".{0,40}\b(?:wodc|evaluatie|inspectie)\b.{0,60}\b(?:rapport|onderzoek)"
        ),
    ),
    (
        Topic.INTERNATIONAL,
        re.compile(
            r".{0,60}\b(?:internationa\w+|europese samenwerking|in het buitenland|buitenland|"
            r"latijns-amerika|westelijke balkan|afrika|herkomstlanden|derde landen)\b"
        ),
    ),
    (
        Topic.ACTIONS,
        re.compile(
            r".{0,40}\b(?:voortgang|actieplan|actieprogramma|stand van zaken|uitvoering|acties|maatregelen|aanpak)\b"
        ),
    ),
)
_GOVERNS: Final = {Topic.ACTIONS, Topic.INTERNATIONAL, Topic.ADVICE, Topic.ITEMS}
"""What a heading without a topic of its own goes on with."""


_PROGRESS: Final = re.compile(
    r"\b(?:voortgang\w*|stand van zaken|halfjaarbericht\w*|jaarbericht\w*|actie(?:plan|programma|agenda)|"
    r"\w*rapportage)\b"
)


def outline_of(document: Document, title: str = "") -> list[Section]:
    """Give the parts of the letter in order; the first is what stands above the first heading.

    ``title`` is the letter's own: in one that tells of progress a heading without a topic is about what is being done.
    """
    sections = [Section(None, Topic.FRONT, Topic.FRONT)]
    usual = Topic.ACTIONS if _PROGRESS.search(fold(title)) else Topic.OTHER
    governing, level, line, parent = usual, 0, None, ""
    depth = 0
    # How deep the part that governs is numbered: as its heading is, or the last one above it that has a number.
    for paragraph in document.paragraphs:
        if not paragraph.level:
            sections[-1].paragraphs.append(paragraph)
            continue
        own, own_line = _topic_of(paragraph.text)
        if own_line is not None:
            governing, level, line, parent = Topic.ACTIONS, paragraph.level, own_line, paragraph.text
        elif own in _GOVERNS and not (own is governing and line is not None and paragraph.level > level):
            governing, level, line, parent = own, paragraph.level, None, paragraph.text
        elif own in {Topic.CLOSING, Topic.FRONT} or (own is Topic.OTHER and _ends(paragraph, level, depth)):
            governing, level, line, parent = usual, paragraph.level, None, ""
        elif own in {Topic.MOTION, Topic.COMMITMENT} and governing is not Topic.ITEMS and paragraph.level <= level:
            governing, level, line, parent = Topic.ITEMS, paragraph.level, None, ""
        if parent == paragraph.text or not parent:
            depth = _depth(paragraph.text) or depth
        topic = governing if own is Topic.OTHER else own
        sections.append(Section(paragraph, topic, governing, line, [], parent))
    return sections


def _ends(heading: Paragraph, level: int, depth: int) -> bool:
    """Tell whether a heading that says nothing of its own ends the part above it: higher, or numbered as its peer."""
    own = _depth(heading.text)
    return heading.level < level or 0 < own <= depth


def _depth(title: str) -> int:
    """Give how many figures a heading is numbered with: 1 of "2. Messengeweld", 0 of one without a number."""
    found = _FIGURES.match(title)
    return 1 + found[0].strip(". ").count(".") if found else 0


_FIGURES: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+(?=\S)")
_NUMBERED: Final = re.compile(
    r"(?:[\d.a-z]{1,5}[.)]?\s+)?(?P<what>actie|maatregel|actiepunt|deelactie|activiteit|aanbeveling)\s+"
    r"(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)\b\s*[-–—:.)]*\s*(?P<name>.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a heading numbers: an action of a plan, or a recommendation of a report; ``name`` may be empty."""

    topic: Topic
    number: str
    name: str


def numbered_in(title: str) -> Numbered | None:
    """Give what a heading such as "Actie 3 - Meldplicht" or "Aanbeveling 1: …" numbers."""
    found = _NUMBERED.match(title)
    if found is None:
        return None
    topic = Topic.RECOMMENDATION if found["what"].lower() == "aanbeveling" else Topic.ACTION
    return Numbered(topic, found["number"], found["name"].strip())


_OWN_NUMBER: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[a-z][.)]|[IVX]{1,5}\.)\s+(?=\S)")


def without_number(title: str) -> str:
    """Give a heading without its own number: "1.1 Rechtsinfopunten in bibliotheken"."""
    return _OWN_NUMBER.sub("", title, count=1).strip()


_NUMBER: Final = re.compile(r"\b(?:TZ\d{6}-\d{1,4}|T\d{5})\b")


def _topic_of(title: str) -> tuple[Topic, Line | None]:
    if found := _LINE.search(title):
        return Topic.ACTIONS, _line(title, found)
    if numbered := numbered_in(title):
        return numbered.topic, None
    if re.match(
        r"\W*(?:(?:[\da-z]{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+)?(?:(?:de|aangehouden|nader|gewijzigde)\s+){0,2}motie\b",
        title,
        re.IGNORECASE,
    ) and motions_named(title, is_heading=True):
        return Topic.MOTION, None
    if _NUMBER.search(title):
        return Topic.COMMITMENT, None
    words = fold(title)
    return next((topic for topic, wanted in _TOPICS if wanted.match(words)), Topic.OTHER), None


def _line(title: str, found: re.Match[str]) -> Line:
    name = without_number(f"{title[: found.start()]}{title[found.end() :]}").strip(" ():–-.,")
    number = found[1]
    return Line(number, name or title, _choice(number, name))


def _choice(number: str, name: str) -> str | None:
    """Give the choice of the same number, where the names have a word in common: another plan has other lines."""
    wanted = set(re.findall(r"\w{6,}", fold(name)))
    for code, words in LINES_OF_ACTION.words:
        if code == number and any(word in wanted for word in re.findall(r"\w{6,}", fold(words.nl))):
            return code
    return None
