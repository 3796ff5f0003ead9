"""Reading a .docx: its paragraphs in the order of the text, with their headings, footnotes, lists and tables.

Tracked insertions count, deletions do not. Of a text box that is there twice (for old and for new versions of Word)
one is read. The file is looked at by ``exchange.incoming.recognising`` before it comes here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]

from tracker.basics.errors import CannotRead
from tracker.exchange.incoming.letter.document import MOST_CHARACTERS, Document, RunText, assemble
from tracker.exchange.incoming.letter.raw import RawParagraph

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MOST_BYTES: Final = 120_000_000
_HEADING_NAME: Final = re.compile(r"(?:heading|kop|koptekst|berschrift|titre)\s*([1-9])", re.IGNORECASE)
_NEVER_READ: Final = {
    f"{_W}{name}"
    for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "tblPr", "sdtPr")
} | {f"{_MC}Fallback"}
_MOST_DEPTH: Final = 200
_BOLD: Final = 1.0


def read_docx(path: Path) -> Document:
    """Read the document. Raises CannotRead where it is damaged."""
    try:
        with ZipFile(path) as archive:
            body = _part(archive, "word/document.xml")
            if body is None:
                raise _damaged(path)
            styles = _heading_styles(_part(archive, "word/styles.xml"))
            notes = _notes(_part(archive, "word/footnotes.xml"), "footnote", styles)
            ends = _notes(_part(archive, "word/endnotes.xml"), "endnote", styles)
    except (BadZipFile, ParseError, DefusedXmlException, KeyError, OSError, NotImplementedError, EOFError) as error:
        raise _damaged(path) from error
    reader = _Body(styles)
    raw = list(reader.paragraphs(body))
    called = {f"footnote {label}": words for label, words in notes} | {
        f"endnote {label}": words for label, words in ends
    }
    ordered = [(number, called[key]) for key, number in reader.numbers.items() if key in called]
    return assemble(raw, ordered, is_cut=reader.is_cut)


def _part(archive: ZipFile, name: str) -> Element | None:
    if name not in archive.namelist():
        return None
    if archive.getinfo(name).file_size > _MOST_BYTES:
        raise BadZipFile
    root: Element = fromstring(archive.read(name))
    return root


def _damaged(path: Path) -> CannotRead:
    return CannotRead(
        f"{path.name} is geen leesbaar Word-document. Open het in Word, bewaar het opnieuw als .docx en probeer het "
        f"nog "
        "eens.",
        f"{path.name} is no readable Word document. Open it in Word, save it as .docx again and try once more.",
    )


# --- styles and footnotes ---------------------------------------------------------------------------------------------


def _heading_styles(root: Element | None) -> dict[str, int]:
    """Give the level of each style that is a heading's, also of those that are based on one."""
    if root is None:
        return {}
    levels: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in root.iter(f"{_W}style"):
        key = style.get(f"{_W}styleId", "")
        name = style.find(f"{_W}name")
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        parent = style.find(f"{_W}basedOn")
        found = _HEADING_NAME.search(name.get(f"{_W}val", "") if name is not None else key)
        if found:
            levels[key] = int(found[1])
        elif outline is not None and outline.get(f"{_W}val", "").isdecimal() and int(outline.get(f"{_W}val", "9")) < 9:
            levels[key] = int(outline.get(f"{_W}val", "0")) + 1
        if parent is not None:
            based[key] = parent.get(f"{_W}val", "")
    for key in based:
        ancestor, steps = key, 0
        while ancestor not in levels and ancestor in based and steps < 20:
            ancestor, steps = based[ancestor], steps + 1
        if ancestor in levels:
            levels[key] = levels[ancestor]
    return levels


def _notes(root: Element | None, tag: str, styles: dict[str, int]) -> list[tuple[str, str]]:
    if root is None:
        return []
    found = []
    for note in root.iter(f"{_W}{tag}"):
        if note.get(f"{_W}type") in {"separator", "continuationSeparator", "continuationNotice"}:
            continue
        words = " ".join(one.text for one in _Body(styles).paragraphs(note) if one.text)
        found.append((note.get(f"{_W}id", ""), words))
    return found


# --- the body ---------------------------------------------------------------------------------------------------------


class _Body:
    """The paragraphs of one part, and the footnotes called in it, numbered as Word shows them."""

    def __init__(self, styles: dict[str, int]) -> None:
        self._styles = styles
        self._tables = 0
        self._characters = 0
        self.numbers: dict[str, str] = {}
        self.is_cut = False

    def paragraphs(
        self, parent: Element, cell: tuple[int, int, int] | None = None, depth: int = 0
    ) -> Iterator[RawParagraph]:
        """Give the paragraphs in order; those of a table cell by cell, those of a text box before its paragraph."""
        for child in parent:
            if child.tag in _NEVER_READ or depth > _MOST_DEPTH or self._characters > MOST_CHARACTERS:
                self.is_cut |= self._characters > MOST_CHARACTERS
                continue
            if child.tag == f"{_W}p":
                yield from self._paragraph(child, cell, depth)
            elif child.tag == f"{_W}tbl" and cell is None:
                yield from self._table(child, depth)
            else:
                yield from self.paragraphs(child, cell, depth + 1)

    def _table(self, table: Element, depth: int) -> Iterator[RawParagraph]:
        self._tables += 1
        number = self._tables
        for row_number, row in enumerate(table.iter(f"{_W}tr")):
            for column, each in enumerate(one for one in row if one.tag == f"{_W}tc"):
                yield from self.paragraphs(each, (number, row_number, column), depth + 1)

    def _paragraph(self, element: Element, cell: tuple[int, int, int] | None, depth: int) -> Iterator[RawParagraph]:
        run = RunText()
        boxes: list[Element] = []
        self._collect(element, run, boxes, depth)
        for box in boxes:
            yield from self.paragraphs(box, cell, depth + 1)
        level, is_item = self._shape(element.find(f"{_W}pPr"))
        found = run.paragraph()
        self._characters += len(found.text)
        size = _BOLD if found.text and _is_all_bold(element) else 0
        yield replace(found, level=level, is_item=is_item, cell=cell, size=size)

    def _collect(self, element: Element, run: RunText, boxes: list[Element], depth: int) -> None:
        for child in element:
            tag = child.tag
            if tag in _NEVER_READ or depth > _MOST_DEPTH:
                continue
            if tag == f"{_W}t":
                run.add(child.text or "")
            elif tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
                run.add(" ")
            elif tag == f"{_W}noBreakHyphen":
                run.add("-")
            elif tag in {f"{_W}footnoteReference", f"{_W}endnoteReference"}:
                sort = "footnote" if tag.endswith("footnoteReference") else "endnote"
                key = f"{sort} {child.get(f'{_W}id', '')}"
                run.call(self.numbers.setdefault(key, str(len(self.numbers) + 1)))
            elif tag == f"{_W}txbxContent":
                boxes.append(child)
            else:
                self._collect(child, run, boxes, depth + 1)

    def _shape(self, properties: Element | None) -> tuple[int | None, bool]:
        if properties is None:
            return None, False
        style = properties.find(f"{_W}pStyle")
        outline = properties.find(f"{_W}outlineLvl")
        level = self._styles.get(style.get(f"{_W}val", "")) if style is not None else None
        if level is None and outline is not None and outline.get(f"{_W}val", "9").isdecimal():
            wanted = int(outline.get(f"{_W}val", "9"))
            level = wanted + 1 if wanted < 9 else None
        return level, properties.find(f"{_W}numPr") is not None


def _is_all_bold(element: Element) -> bool:
    """Tell whether every piece of text is bold: how a heading looks that was given no style."""
    pieces = [run for run in element.iter(f"{_W}r") if any(text.text for text in run.iter(f"{_W}t"))]
    return bool(pieces) and all(_is_on(run.find(f"{_W}rPr/{_W}b")) for run in pieces)


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(f"{_W}val", "true") not in {"0", "false", "off"}
