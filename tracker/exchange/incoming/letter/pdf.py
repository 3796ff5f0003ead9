"""Reading a PDF that holds text: its lines put back into paragraphs, without what stands on each page.

A line goes on where the next word would not have fitted any more. Headings are set larger or bolder; a footnote is
called by a small figure, and stands smaller at the foot of its page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Final

from tracker.basics.errors import CannotRead
from tracker.exchange.incoming.letter.document import Document, RunText, assemble
from tracker.exchange.incoming.letter.pdf_lines import Line, lines_of
from tracker.exchange.incoming.letter.pdf_tables import table_at
from tracker.exchange.incoming.letter.raw import RawParagraph
from tracker.exchange.incoming.letter.tables import names_columns
from tracker.records.sentences import ends_in_abbreviation

_MOST_PAGES: Final = 400
_SMALL: Final = 0.93
_NOTE_START: Final = re.compile(r"(?P<label>\d{1,3})\s+(?=\S)")
_PAGE_NUMBER: Final = re.compile(r"(?:pagina|blad|p\.)?\s*\d{1,4}(?:\s*(?:van|/|-)\s*\d{1,4})?", re.IGNORECASE)
_ITEM: Final = re.compile(r"[-–•*·▪‣o]\s+(?=\S)")
_OF_ITS_OWN: Final = re.compile(
    r"(?:datum|betreft|onderwerp|ons kenmerk|uw kenmerk|(?:zeer )?geachte|den haag,|hoogachtend)\b|"
    r"(?:de |het )?(?:minister|staatssecretaris) (?:van|voor) [\w ,-]{3,90},\s*$",
    re.IGNORECASE,
)
"""Begins a paragraph wherever it stands: a line of the head, or the office that signs."""
_EDGE_LINES: Final = 4
_APART: Final = 1.6
_BOLD: Final = 0.5


@dataclass(slots=True)
class _Flow:
    """The lines of one paragraph as they come in."""

    lines: list[Line] = field(default_factory=list)

    def paragraph(self, words_known: set[str]) -> RawParagraph:
        run = RunText()
        item = _ITEM.match(self.lines[0].text)
        for place, line in enumerate(self.lines):
            skip = item.end() if item and place == 0 else 0
            following = self.lines[place + 1].text if place + 1 < len(self.lines) else ""
            line.write(run, skip, _ending(line.text, following, words_known))
        return replace(run.paragraph(), is_item=item is not None, size=_looks(self.lines[0]))


def read_pdf(path: Path) -> Document:
    """Read the document. Raises CannotRead where it is damaged, locked, or holds pictures of pages only."""
    pages, is_cut = lines_of(path, _MOST_PAGES)
    if not any(pages):
        raise CannotRead(
            f"{path.name} bevat geen tekst, alleen beelden van bladzijden. Gebruik het Word-document, of maak er een "
            "PDF met tekst van.",
            f"{path.name} holds no text, only pictures of pages. Use the Word document, or make a PDF with text of it.",
        )
    blank_pages = sum(not page for page in pages)
    kept = _without_repeated(pages)
    pages = kept if any(kept) else pages  # of a letter of the same line on each page nothing would be left
    usual = _usual_size(pages)
    notes: list[tuple[str, str]] = []
    body: list[Line] = []
    for page in pages:
        above, below = _parted(page, usual)
        body += above
        notes += _notes(below)
    known = {word for line in body for word in line.text.lower().split()}
    labels = {label for label, _ in notes}
    for line in body:
        line.keep_calls(labels)
    return replace(assemble(list(_paragraphs(body, known)), notes, is_cut=is_cut), blank_pages=blank_pages)


def _paragraphs(body: list[Line], known: set[str]) -> Iterator[RawParagraph]:
    """Give the paragraphs in order; those of a table cell by cell."""
    right = max((line.right for line in body), default=0)
    place = start = tables = 0
    while place < len(body):
        table = table_at(body, place, names_columns)
        if table is None:
            place += 1
            continue
        yield from (flow.paragraph(known) for flow in _flows(body[start:place], right))
        tables += 1
        for number, row in enumerate(table.rows):
            for column in sorted(row):
                yield replace(_Flow(row[column]).paragraph(known), cell=(tables, number, column), is_item=False)
        place = start = table.end
    yield from (flow.paragraph(known) for flow in _flows(body[start:], right))


def _looks(line: Line) -> float:
    return round(line.size * 2) / 2 + (_BOLD if line.is_bold else 0)


def _usual_size(pages: list[list[Line]]) -> float:
    counted: Counter[float] = Counter()
    for page in pages:
        for line in page:
            counted[line.size] += len(line.text)
    return counted.most_common(1)[0][0]


# --- what stands on each page -----------------------------------------------------------------------------------------


def _without_repeated(pages: list[list[Line]]) -> list[list[Line]]:
    """Leave out headers, footers and page numbers: what stands at the edge of most pages but for its figures."""
    counted: Counter[str] = Counter()
    for page in pages:
        counted.update({_shape(line) for line in _edges(page)})
    often = max(3, len(pages) // 2)
    found = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        found.append(
            [
                line
                for line in page
                if id(line) not in edges
                or not (counted[_shape(line)] >= often or _PAGE_NUMBER.fullmatch(line.text.strip()))
            ]
        )
    return found


def _edges(page: list[Line]) -> list[Line]:
    """Give the few lines at the top and at the foot that stand apart from the text between them."""
    gaps = [round(above.baseline - below.baseline) for above, below in pairwise(page)]
    if not gaps:
        return list(page)
    apart = Counter(gaps).most_common(1)[0][0] * _APART
    first = next((place + 1 for place, gap in enumerate(gaps[:_EDGE_LINES]) if gap > apart), 0)
    last = next((place for place in range(1, min(_EDGE_LINES, len(gaps)) + 1) if gaps[-place] > apart), 0)
    return [*page[:first], *page[len(page) - last :]]


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.strip().lower())


# --- footnotes --------------------------------------------------------------------------------------------------------


def _parted(page: list[Line], usual: float) -> tuple[list[Line], list[Line]]:
    """Give the text of a page, and the footnotes at its foot."""
    start = len(page)
    while start and page[start - 1].size < usual * _SMALL:
        start -= 1
    while start < len(page) and not _NOTE_START.match(page[start].text):
        start += 1
    return page[:start], page[start:]


def _notes(lines: list[Line]) -> Iterator[tuple[str, str]]:
    label = ""
    words: list[str] = []
    for line in lines:
        found = _NOTE_START.match(line.text)
        if found and (not label or int(found["label"]) == int(label) + 1):
            if label:
                yield label, " ".join(words)
            label, words = found["label"], [line.text[found.end() :].strip()]
        else:
            words.append(line.text.strip())
    if label:
        yield label, " ".join(words)


# --- paragraphs -------------------------------------------------------------------------------------------------------


def _flows(lines: list[Line], right: float) -> Iterator[_Flow]:
    gaps = Counter(
        round(above.baseline - below.baseline) for above, below in pairwise(lines) if above.page == below.page
    )
    usual_gap = gaps.most_common(1)[0][0] if gaps else 0
    flow = _Flow()
    for line in lines:
        if flow.lines and not _goes_on(flow.lines[-1], line, right, usual_gap):
            yield flow
            flow = _Flow()
        flow.lines.append(line)
    if flow.lines:
        yield flow


def _goes_on(above: Line, below: Line, right: float, usual_gap: int) -> bool:
    if _looks(above) != _looks(below) or _ITEM.match(below.text) or _OF_ITS_OWN.match(below.text):
        return False
    is_near = (
        above.page != below.page
        or above.baseline - below.baseline < max(usual_gap, above.size) * 1.45 + above.size * 0.3
    )
    if not is_near or above.right + below.first_word_width + above.size * 0.25 < right - above.size * 0.9:
        return is_near and _is_unfinished(above, below)
    return True


def _is_unfinished(above: Line, below: Line) -> bool:
    """Tell whether a line that ends early is in the middle of a sentence all the same."""
    text = above.text.rstrip()
    if text.endswith((".", ":", ";", "!", "?")) and not ends_in_abbreviation(text):
        return False
    return below.text[0].islower() or below.text[0].isdigit() or below.text[0] == "("


def _ending(text: str, following: str, known: set[str]) -> str:
    """Give what to put after a line: a blank, or nothing where a word was broken; a hyphen of the word itself stays."""
    stripped = text.rstrip()
    if stripped.endswith("\u00ad"):
        return ""
    if stripped.endswith("-") and stripped[-2:-1].isalnum() and (following[:1].isupper() or following[:1].isdigit()):
        return ""  # GL-PvdA, TZ202604-011
    if not stripped.endswith("-") or not following[:1].islower():
        return " "
    last, first = stripped[:-1].rsplit(" ", 1)[-1].lower(), following.split(" ", 1)[0].lower().rstrip(".,;:)")
    if f"{last}-{first}" in known or not last.isalpha() or stripped[-2:-1].isupper() or first in {"en", "of"}:
        return "" if first not in {"en", "of"} else " "
    return "\b"
