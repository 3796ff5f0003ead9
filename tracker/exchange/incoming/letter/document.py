"""A document as letters are read from it: paragraphs in order, headings with their level, footnotes at their anchors.

The three formats all come to this one model. ``Document.text`` is what an officer sees beside the proposals: the
paragraphs with blank lines between them, the marks of footnotes as small raised figures, the footnotes at the end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tracker.basics.folding import clean
from tracker.exchange.incoming.letter.headings import with_levels
from tracker.exchange.incoming.letter.raw import BODY, Anchor, RawParagraph
from tracker.records.proposal import Passage, Place

MOST_CHARACTERS: Final = 600_000
"""More than a hundred and fifty pages is no letter; what comes after is left unread, and that is said."""
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SOFT: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BLANKS: Final = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_SENTENCE_END: Final = (".", "!", "?", ":", ";", "”", "’", '"', ")", "…")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in its place: ``number`` counts from 1, ``start`` is where its text begins in the document's."""

    number: int
    text: str
    start: int
    anchors: tuple[Anchor, ...] = ()
    level: int = BODY
    is_item: bool = False
    cell: tuple[int, int, int] | None = None
    is_note: bool = False

    @property
    def place(self) -> Place:
        """Give where it stands, in words."""
        return Place(spot=f"voetnoot {self.number}" if self.is_note else f"alinea {self.number}")

    def passage(self, start: int = 0, end: int | None = None) -> Passage:
        """Give the piece of the document's text in which this piece of the paragraph stands."""
        last = len(self.text) if end is None else end
        return Passage(self._shown(start, inclusive=False), self._shown(last, inclusive=True))

    def _shown(self, offset: int, *, inclusive: bool) -> int:
        """Give the place in the document's text, with the marks of footnotes that stand before it."""
        marks = (one for one in self.anchors if one.at < offset or (inclusive and one.at == offset))
        return self.start + offset + sum(len(mark(one.label)) for one in marks)


@dataclass(frozen=True, slots=True)
class Document:
    """The whole document. ``notes`` are the footnotes by label; ``is_cut``: the file was too long to read.

    ``blank_pages``: so many of its pages gave no text, though the others did.
    """

    paragraphs: tuple[Paragraph, ...]
    notes: dict[str, Paragraph] = field(default_factory=dict)
    text: str = ""
    is_cut: bool = False
    blank_pages: int = 0

    def at(self, position: int) -> Paragraph | None:
        """Give the paragraph in which a place of the text lies."""
        index = bisect_right(self.paragraphs, position, key=lambda one: one.start) - 1
        return self.paragraphs[index] if index >= 0 else None


def mark(label: str) -> str:
    """Give the mark of a footnote as it is shown: its number in small raised figures."""
    return label.translate(_RAISED) if label.isdecimal() and label.isascii() else f"[{label}]"


def tidy(text: str) -> str:
    """Give text without what Word leaves behind: soft hyphens, blanks that do not break, control characters."""
    kept, _ = clean(text)
    return _BLANKS.sub(" ", _SOFT.sub("", kept))


class RunText:
    """The text of one paragraph as its pieces come in, with single blanks, and the anchors in their places."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._ends_in_blank = True
        self.anchors: list[Anchor] = []

    def add(self, text: str) -> None:
        """Add a piece of text."""
        words = tidy(text).replace("\n", " ")
        words = _BLANKS.sub(" ", words)
        if self._ends_in_blank:
            words = words.lstrip(" ")
        if words:
            self._pieces.append(words)
            self._length += len(words)
            self._ends_in_blank = words.endswith(" ")

    def call(self, label: str) -> None:
        """Say that a footnote is called here."""
        self.anchors.append(Anchor(self._length, label))

    def paragraph(self) -> RawParagraph:
        """Give the paragraph, of which nothing is known yet but its text."""
        text = "".join(self._pieces).rstrip()
        return RawParagraph(text, tuple(replace(one, at=min(one.at, len(text))) for one in self.anchors))


def assemble(raw: Sequence[RawParagraph], notes: Sequence[tuple[str, str]], *, is_cut: bool = False) -> Document:
    """Put the paragraphs and the footnotes (label and text) in their places. Empty paragraphs fall away."""
    paragraphs: list[Paragraph] = []
    pieces: list[str] = []
    length = 0
    for one in _rejoined(with_levels([one for one in raw if one.text or one.anchors])):
        if length > MOST_CHARACTERS:
            is_cut = True
            break
        paragraph = Paragraph(
            len(paragraphs) + 1, one.text, length, one.anchors, one.level or BODY, one.is_item, one.cell
        )
        paragraphs.append(paragraph)
        shown = _with_marks(paragraph)
        pieces.append(shown)
        length += len(shown) + 2
    kept: dict[str, Paragraph] = {}
    for label, words in notes:
        if label in kept or length > MOST_CHARACTERS:
            continue
        lead = f"{mark(label)} "
        number = int(label) if label.isdecimal() and len(label) < 6 else len(kept) + 1
        kept[label] = Paragraph(number, words, length + len(lead), is_note=True)
        pieces.append(lead + words)
        length += len(lead) + len(words) + 2
    return Document(tuple(paragraphs), kept, "\n\n".join(pieces), is_cut)


def _with_marks(paragraph: Paragraph) -> str:
    pieces, position = [], 0
    for anchor in sorted(paragraph.anchors, key=lambda one: one.at):
        pieces += [paragraph.text[position : anchor.at], mark(anchor.label)]
        position = anchor.at
    return "".join([*pieces, paragraph.text[position:]])


def _rejoined(raw: Iterable[RawParagraph]) -> Iterable[RawParagraph]:
    """Join what an enter in the middle of a sentence took apart: the one ends in no sign, the next begins small."""
    waiting: list[RawParagraph] = []
    for one in raw:
        if waiting and _goes_on(waiting[-1], one):
            waiting.append(one)
            continue
        if waiting:
            yield _joined(waiting)
        waiting = [one]
    if waiting:
        yield _joined(waiting)


def _goes_on(before: RawParagraph, after: RawParagraph) -> bool:
    if before.level or after.level or before.cell or after.cell or after.is_item or not after.text:
        return False
    return after.text[0].islower() and not before.text.endswith(_SENTENCE_END) and len(before.text) > 40


def _joined(parts: list[RawParagraph]) -> RawParagraph:
    if len(parts) == 1:
        return parts[0]
    anchors: list[Anchor] = []
    length = 0
    for one in parts:
        anchors += [Anchor(length + each.at, each.label) for each in one.anchors]
        length += len(one.text) + 1
    return replace(parts[0], text=" ".join(one.text for one in parts), anchors=tuple(anchors))
