"""Motions and commitments in a table of the letter: a row each, the columns known by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.document import Paragraph
from tracker.exchange.incoming.letter.earlier import Rows
from tracker.exchange.incoming.letter.endings import Endings
from tracker.exchange.incoming.letter.making import Draft, deadline_parts, short_title
from tracker.records.debate_naming import debate_in
from tracker.records.motion_naming import motions_named, submitters_in
from tracker.records.proposal import Ending, Link, Sureness

_COLUMNS: Final = (
    ("kind", re.compile(r"soort|type\b|motie/toezegging|m/t\b")),
    ("number", re.compile(r"nr\.?$|nummer|kenmerk|id\b|#")),
    ("members", re.compile(r"indiener|lid\b|leden\b|gedaan aan|kamerlid")),
    ("source", re.compile(r"vindplaats|kamerstuk|bron|debat|datum|herkomst|gedaan (?:in|op|tijdens)")),
    ("state", re.compile(r"stand|status|afdoening|reactie|voortgang|toelichting|beantwoording|hoe afgedaan")),
    ("deadline", re.compile(r"termijn|planning|gereed|uiterlijk|wanneer|deadline")),
    ("what", re.compile(r"omschrijving|onderwerp|titel|inhoud|motie|toezegging|tekst|wat\b")),
)
_DONE: Final = re.compile(r"\s*(?:afgedaan|voldaan|uitgevoerd|nagekomen)\b", re.IGNORECASE)
_UNDERWAY: Final = re.compile(
    r"\s*(?:in uitvoering|in behandeling|openstaand|open|loopt|lopend|onderhanden|deels (?:afgedaan|voldaan))\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\b(?:TZ\d{6}-\d{1,4}|T\d{5})\b")


@dataclass(slots=True)
class _Row:
    cells: dict[int, list[Paragraph]] = field(default_factory=dict)

    def text(self, column: int) -> str:
        return " ".join(one.text for one in self.cells.get(column, ()))


def read_tables(letter: Letter, rows: Rows) -> list[Draft]:
    """Give the motions and commitments that stand in tables."""
    drafts: list[Draft] = []
    for section in letter.sections:
        for table in _tables(section.paragraphs):
            drafts += _Table(letter, rows, table, section.title).read(len(drafts))
    return drafts


def _tables(paragraphs: Sequence[Paragraph]) -> Iterator[list[_Row]]:
    found: dict[int, dict[int, _Row]] = {}
    for one in paragraphs:
        if one.cell is not None:
            table, row, column = one.cell
            found.setdefault(table, {}).setdefault(row, _Row()).cells.setdefault(column, []).append(one)
    for rows in found.values():
        yield [rows[number] for number in sorted(rows)]


def names_columns(words: Sequence[str]) -> bool:
    """Tell whether these are headings of a table of motions and commitments: what each is, and something of it."""
    columns = _columns_of(dict(enumerate(words)))
    return "what" in columns and len(columns) > 1 and 2 * len(columns) > len(words)


def _columns_of(headings: Mapping[int, str]) -> dict[str, int]:
    """Give the column of each sort of thing, by the words in the first row."""
    found: dict[str, int] = {}
    for column, heading in headings.items():
        words = fold(heading)
        sort = next((sort for sort, wanted in _COLUMNS if sort not in found and wanted.match(words)), None)
        sort = sort or next((sort for sort, wanted in _COLUMNS if sort not in found and wanted.search(words)), None)
        if sort is not None and len(words) < 60:
            found[sort] = column
    return found


class _Table:
    def __init__(self, letter: Letter, rows: Rows, table: list[_Row], title: str) -> None:
        self._letter = letter
        self._rows = rows
        self._table = table
        self._title = title
        self._endings = {kind: Endings(letter, rows, kind) for kind in ("motion", "commitment")}

    def read(self, known: int) -> Iterator[Draft]:
        columns = self._columns()
        if "what" not in columns or len(columns) < 2:
            return
        header = fold(self._table[0].text(columns["what"]))
        for place, row in enumerate(self._table[1:], 1):
            kind = self._kind(row, columns, header)
            if kind is None or not row.text(columns["what"]).strip():
                continue
            draft = self._motion(row, columns) if kind == "motion" else self._commitment(row, columns)
            draft.key = f"tabelrij {known + place}"
            self._state(draft, row, columns)
            self._endings[kind].close(draft, is_promised=any(part.entity == "deadline" for part in draft.parts))
            self._close(draft, row, columns)
            for cell in row.cells.values():
                for paragraph in cell:
                    draft.passages.append(paragraph.passage())
                    for sentence in self._letter.sentences_of(paragraph):
                        self._letter.claim(sentence)
            yield draft

    def _columns(self) -> dict[str, int]:
        head = self._table[0]
        return _columns_of({column: head.text(column) for column in sorted(head.cells)})

    def _kind(self, row: _Row, columns: dict[str, int], header: str) -> str | None:
        for words in (
            fold(row.text(columns["kind"])) if "kind" in columns else "",
            fold(row.text(columns["what"]))[:40],
            header,
            fold(self._title),
        ):
            is_motion, is_commitment = "motie" in words, "toezegging" in words
            if is_motion != is_commitment:
                return "motion" if is_motion else "commitment"
        text = " ".join(row.text(column) for column in row.cells)
        if _NUMBER.search(text) or "toegezegd" in fold(text):
            return "commitment"
        return None

    def _sentences(self, row: _Row, column: int) -> Iterator[Sentence]:
        for paragraph in row.cells.get(column, ()):
            yield from self._letter.sentences_of(paragraph)

    def _motion(self, row: _Row, columns: dict[str, int]) -> Draft:
        cell = row.cells[columns["what"]][0]
        text = row.text(columns["what"])
        draft = Draft("motion", {}, cell.place)
        named = motions_named(text, is_heading=True)
        if named:
            one = named[0]
            if one.submitters:
                draft.values["submitters"] = one.submitters
            if one.sort != "motie":
                draft.values["sort"] = one.sort
            draft.values["title"] = short_title(one.subject or text)
        else:
            draft.values["title"] = short_title(text)
        if "members" in columns and "submitters" not in draft.values:
            members = tuple(submitters_in(row.text(columns["members"])))
            if members:
                draft.values["submitters"] = members
        cited = next(
            (
                one
                for column in row.cells
                for sentence in self._sentences(row, column)
                for one in sentence.citations()
                if one.kind == "kamerstuk"
            ),
            None,
        )
        if cited is not None:
            draft.values["citation"] = cited.canonical
            if cited.chamber:
                draft.values["chamber"] = "Eerste Kamer" if cited.chamber == "I" else "Tweede Kamer"
        if "chamber" not in draft.values and len(self._letter.chambers) == 1:
            draft.values["chamber"] = self._letter.chambers[0]
        return draft

    def _commitment(self, row: _Row, columns: dict[str, int]) -> Draft:
        cell = row.cells[columns["what"]][0]
        text = row.text(columns["what"])
        draft = Draft(
            "commitment", {"text": text, "title": short_title(_NUMBER.sub("", text).strip(" ()-–:"))}, cell.place
        )
        whole = " ".join(row.text(column) for column in sorted(row.cells))
        if number := _NUMBER.search(whole):
            draft.values["number"] = number[0]
            draft.values["chamber"] = "Tweede Kamer" if number[0].startswith("TZ") else "Eerste Kamer"
        elif len(self._letter.chambers) == 1:
            draft.values["chamber"] = self._letter.chambers[0]
        sources = [row.text(columns["source"])] if "source" in columns else []
        sentence = next(self._sentences(row, columns["what"]))
        for source in [*sources, text]:
            debate = debate_in(source)
            if debate is not None:
                draft.values["debate"] = self._rows.debate(self._letter, debate, sentence)
                if debate.day:
                    draft.values["made_on"] = debate.day
                break
        return draft

    def _state(self, draft: Draft, row: _Row, columns: dict[str, int]) -> None:
        for name in ("state", "deadline"):
            if name not in columns:
                continue
            for sentence in self._sentences(row, columns[name]):
                self._rows.note_letters(self._letter, sentence)
                draft.parts += deadline_parts(self._letter, sentence)
                if name == "state":
                    draft.told.append(sentence)
                    self._endings[draft.kind].hear(draft, sentence)

    def _close(self, draft: Draft, row: _Row, columns: dict[str, int]) -> None:
        """Take the word with which the cell of the state begins, where its sentences say no more."""
        words = row.text(columns["state"]) if "state" in columns else ""
        is_motion = draft.kind == "motion"
        if draft.ending is None and _DONE.match(words):
            sentence = next(self._sentences(row, columns["state"]))
            earlier = next(
                (link for one in self._sentences(row, columns["state"]) if (link := self._rows.letter_of(one))), None
            )
            draft.ending = Ending.SETTLED_BEFORE if earlier else Ending.SETTLED_HERE
            draft.values["status"] = "afgedaan" if is_motion else "voorgesteld als voldaan"
            draft.values["settled_letter"] = earlier or Link("letter", self._letter.key)
            day = self._rows.day_of(earlier) if earlier else self._letter.day
            if day is not None:
                draft.values["settled_on"] = day
            draft.places["status"] = sentence.place
            if earlier is None:
                draft.doubt(
                    Sureness.LIKELY,
                    Text(
                        "De tabel zegt niet met welke brief dit is afgedaan.",
                        "The table does not say by which letter this was settled.",
                    ),
                )
        elif draft.ending is None and _UNDERWAY.match(words):
            draft.ending = Ending.OPEN
            partly = fold(words).startswith("deels")
            draft.values["status"] = (
                ("deels afgedaan" if partly else "in uitvoering")
                if is_motion
                else ("deels voldaan" if partly else "openstaand")
            )
        if draft.ending in {Ending.SETTLED_HERE, Ending.SETTLED_BEFORE}:
            draft.parts = [part for part in draft.parts if part.entity != "deadline"]
