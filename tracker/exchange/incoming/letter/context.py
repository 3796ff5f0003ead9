"""A letter as the readers of its parts meet it: sentences with their footnotes, parts with their headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tracker.exchange.incoming.letter.document import Document, Paragraph
from tracker.exchange.incoming.letter.outline import Section
from tracker.records.citation import Citation, read_citations
from tracker.records.debate_naming import day_in
from tracker.records.lying_ahead import deadlines_ahead
from tracker.records.proposal import Passage, Place
from tracker.records.recess import Calendar
from tracker.records.sentences import sentence_spans
from tracker.records.wording import Reading

NEVER = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in its paragraph, with the footnotes called in it: where in the sentence, and the footnote."""

    paragraph: Paragraph
    start: int
    end: int
    notes: tuple[tuple[int, Paragraph], ...] = ()

    @property
    def text(self) -> str:
        """Give its words."""
        return self.paragraph.text[self.start : self.end]

    @property
    def passage(self) -> Passage:
        """Give the piece of the letter's text that it is."""
        return self.paragraph.passage(self.start, self.end)

    @property
    def place(self) -> Place:
        """Give where it stands."""
        return self.paragraph.place

    def citations(self, position: int = 0, until: int | None = None) -> list[Citation]:
        """Give the citations that belong to these words: those in the words, then those in footnotes called there."""
        last = len(self.text) if until is None else until
        found = read_citations(self.text[position:last])
        for at, note in self.notes:
            if position <= at <= last:
                found += read_citations(note.text)
        return found


@dataclass
class Letter:
    """What is known of the letter while its parts are read. ``key`` names its own row among those of the file."""

    document: Document
    sections: list[Section]
    calendar: Calendar
    key: str
    day: date | None = None
    chambers: tuple[str, ...] = ()
    signatory: str | None = None
    earlier: dict[str, str] = field(default_factory=dict)
    """The keys of earlier letters by how they are named: a citation's key, a day, a month with its year."""
    claimed: set[int] = field(default_factory=set)
    """Where the sentences begin that a record of their own was read from."""

    framed: frozenset[int] = frozenset()
    """The numbers of the paragraphs in which the letter tells of itself: its head, and who signed."""

    _ahead: dict[tuple[int, int], list[Reading]] = field(default_factory=dict, repr=False)

    @property
    def read_from(self) -> date:
        """Give the day from which relative words are read; what has no day is read for its words only."""
        return self.day or self._latest_day or NEVER

    @cached_property
    def _latest_day(self) -> date | None:
        days = [found[0] for one in self.document.paragraphs if (found := day_in(one.text))]
        return max(days, default=None)

    def sentences(self, section: Section) -> Iterator[Sentence]:
        """Give the sentences below a heading; tables and who signed are left out."""
        for paragraph in section.paragraphs:
            if paragraph.cell is None and paragraph.number not in self.framed:
                yield from self.sentences_of(paragraph)

    def sentences_of(self, paragraph: Paragraph) -> Iterator[Sentence]:
        """Give the sentences of a paragraph (a heading is one)."""
        spans: Sequence[tuple[int, int]]
        spans = [(0, len(paragraph.text))] if paragraph.level else sentence_spans(paragraph.text)
        anchors = paragraph.anchors
        for place, (start, end) in enumerate(spans):
            following = spans[place + 1][0] if place + 1 < len(spans) else len(paragraph.text) + 1
            notes = tuple(
                (min(one.at, end) - start, note)
                for one in anchors
                if (start < one.at < following or (one.at == start == 0))
                and (note := self.document.notes.get(one.label)) is not None
            )
            yield Sentence(paragraph, start, end, notes)

    def ahead(self, sentence: Sentence) -> list[Reading]:
        """Give the deadlines of a sentence that lie ahead; several readers ask for the same ones."""
        place = (sentence.paragraph.start + sentence.start, sentence.end)
        if place not in self._ahead:
            self._ahead[place] = deadlines_ahead(sentence.text, self.read_from, self.calendar)
        return self._ahead[place]

    def claim(self, sentence: Sentence) -> None:
        """Say that a record was read from this sentence."""
        self.claimed.add(sentence.paragraph.start + sentence.start)

    def is_claimed(self, sentence: Sentence) -> bool:
        """Tell whether a record was read from this sentence already."""
        return sentence.paragraph.start + sentence.start in self.claimed
