"""What an .xlsx says of cells beside their values: hidden rows and columns, comments, error values, unsaved formulas.

Read from the XML as it streams by (``sheet_extent``), without making anything of the cells: openpyxl would need forty
seconds for what takes one.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import Element

from tracker.exchange.incoming.workbook.grid import ErrorValue, Facts, column_number
from tracker.exchange.incoming.workbook.safe_xml import BROKEN, local, parsed

_LARGEST_COMMENTS: Final = 32 << 20
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMNS: Final = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_NUMBER: Final = re.compile(rb'\br="(\d+)"')
_HIDDEN: Final = re.compile(rb'\bhidden="(?:1|true)"')
_MIN: Final = re.compile(rb'\bmin="(\d+)"')
_MAX: Final = re.compile(rb'\bmax="(\d+)"')
_ERROR: Final = re.compile(
    rb'<(?:\w+:)?c\b(?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3})(\d+)"[^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<',
    re.DOTALL,
)
_UNSAVED: Final = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d+)"[^>]*><(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)
_MERGED: Final = re.compile(
    rb"<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})[\"']"
)
NO_VALUE: Final = ErrorValue("formule zonder waarde")
_MOST_ROWS: Final = 1_048_576
_MONTH_AND_YEAR: Final = "17"
"""Excel's own format mmm-yy."""


def holds(piece: bytes, rare: bytes, words: bytes) -> bool:
    """Tell whether words are in a piece. One rare sign is looked for ten times as quickly, and is often not there."""
    return rare in piece and words in piece


class SheetFacts:
    """The facts of all sheets of an archive. What cannot be read says nothing."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        styles = _parsed(archive, "xl/styles.xml")
        self._months, self._struck = _month_cells(styles), _struck_cells(styles)
        self._by_part: dict[str, Facts] = {}

    def note(self, part: str, piece: bytes) -> None:
        """Take in a piece of a part's text in which no cell is cut."""
        facts = self._by_part.setdefault(part, Facts())
        for found, cells in ((facts.months, self._months), (facts.struck, self._struck)):
            for column, row in cells.find(piece) if cells is not None else ():
                found.setdefault(int(row) - 1, set()).add(column_number(column.decode()))
        if holds(piece, b"h", b"hidden="):
            _note_hidden(piece, facts)
        if holds(piece, b"e", b't="e"'):
            for column, row, value in _ERROR.findall(piece):
                _note_error(facts, column, row, ErrorValue(value.decode("utf-8", "replace") or "#"))
        if holds(piece, b"g", b"mergeCell"):
            _note_merged(piece, facts)
        if holds(piece, b"f", b"<f") or holds(piece, b"f", b":f"):
            for column, row in _UNSAVED.findall(piece):
                _note_error(facts, column, row, NO_VALUE)

    def by_sheet(self) -> dict[str, Facts]:
        """Give what was noted by the name of the sheet, with the comments on it."""
        found = {}
        for name, part in _sheet_parts(self._archive).items():
            facts = found[name] = self._by_part.get(part, Facts())
            for comments in _comment_parts(self._archive, part):
                _read_comments(self._archive, comments, facts)
        return found


class _StyledCells:
    """Finds the cells that have one of some styles."""

    def __init__(self, numbers: Sequence[bytes]) -> None:
        style = rb's="(?:' + b"|".join(numbers) + rb')"'
        self._sign = re.compile(style)
        self._usual = re.compile(rb'<c r="([A-Z]{1,3})(\d+)" ' + style)
        self._any = re.compile(rb"<(?:\w+:)?c\b(?=[^>]*\b" + style + rb')[^>]*?\br="([A-Z]{1,3})(\d+)"')

    def find(self, piece: bytes) -> list[tuple[bytes, bytes]]:
        """Give column and row of each; most pieces have none, or write them as Excel does."""
        signs = len(self._sign.findall(piece))
        usual = self._usual.findall(piece) if signs else []
        return usual if len(usual) == signs else self._any.findall(piece)


def _month_cells(styles: Element | None) -> _StyledCells | None:
    """Give what finds the cells that show a day as a month, by the number of their style; None where none does."""
    if styles is None:
        return None
    own = {one.get("numFmtId"): one.get("formatCode", "") for one in styles.iter() if local(one.tag) == "numFmt"}
    cells = next((one for one in styles.iter() if local(one.tag) == "cellXfs"), ())
    numbers = [
        str(place).encode()
        for place, style in enumerate(cells)
        if (code := style.get("numFmtId")) == _MONTH_AND_YEAR or _shows_month(own.get(code, ""))
    ]
    return _StyledCells(numbers) if numbers else None


def _struck_cells(styles: Element | None) -> _StyledCells | None:
    """Give what finds the cells that are struck through; None where none is."""
    if styles is None:
        return None
    fonts = next((one for one in styles.iter() if local(one.tag) == "fonts"), ())
    struck = {
        str(place)
        for place, font in enumerate(fonts)
        if any(local(one.tag) == "strike" and one.get("val", "1") not in {"0", "false"} for one in font)
    }
    cells = next((one for one in styles.iter() if local(one.tag) == "cellXfs"), ())
    numbers = [str(place).encode() for place, style in enumerate(cells) if style.get("fontId") in struck]
    return _StyledCells(numbers) if numbers else None


def _shows_month(code: str) -> bool:
    """Tell whether a number format shows a month and a year and no day: mmm-yy, mmmm jjjj."""
    shown = re.sub(r"\[[^\]]*\]|\"[^\"]*\"|_.|\\", "", code.split(";", maxsplit=1)[0]).lower()
    return re.fullmatch(r"[\s./-]*m{1,5}[\s./-]+[yj]+[\s./-]*", shown) is not None


def _note_merged(piece: bytes, facts: Facts) -> None:
    for left, top, right, bottom in _MERGED.findall(piece):
        rows = sorted((int(top) - 1, int(bottom) - 1))
        columns = sorted((column_number(left.decode()), column_number(right.decode())))
        if rows[0] >= 0:
            facts.merged.append((rows[0], columns[0], rows[1], columns[1]))


def _note_hidden(piece: bytes, facts: Facts) -> None:
    for attributes in _COLUMNS.findall(piece):
        if _HIDDEN.search(attributes) and (first := _MIN.search(attributes)) and (last := _MAX.search(attributes)):
            facts.hidden_columns.update(range(int(first[1]) - 1, min(int(last[1]), 16_384)))
    for attributes in _ROW.findall(piece):
        if _HIDDEN.search(attributes) and (number := _NUMBER.search(attributes)):
            facts.hidden_rows.add(int(number[1]) - 1)


def _note_error(facts: Facts, column: bytes, row: bytes, value: ErrorValue) -> None:
    if 0 < int(row) <= _MOST_ROWS:
        facts.errors.setdefault(int(row) - 1, {})[column_number(column.decode())] = value


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Give the part of each sheet by the sheet's name."""
    book = _parsed(archive, "xl/workbook.xml")
    targets = _targets(archive, "xl/workbook.xml")
    if book is None:
        return {}
    parts = {}
    for one in book.iter():
        if local(one.tag) == "sheet":
            relation = next((value for key, value in one.attrib.items() if local(key) == "id"), "")
            if relation in targets:
                parts[one.attrib.get("name", "")] = targets[relation][1]
    return parts


def _comment_parts(archive: zipfile.ZipFile, part: str) -> list[str]:
    """Give the parts with comments of a sheet: the notes, and the threads of which notes are a copy."""
    targets = _targets(archive, part).values()
    return [target for sort, target in targets if sort.endswith("/comments")]


def _targets(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Give the relations of a part: the sort and the full name of what each points at, by id."""
    folder, name = posixpath.split(part)
    relations = _parsed(archive, f"{folder}/_rels/{name}.rels")
    if relations is None:
        return {}
    found = {}
    for one in relations:
        target = one.attrib.get("Target", "")
        full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[one.attrib.get("Id", "")] = (one.attrib.get("Type", ""), full)
    return found


def _read_comments(archive: zipfile.ZipFile, part: str, facts: Facts) -> None:
    comments = _parsed(archive, part)
    if comments is None:
        return
    for one in comments.iter():
        if local(one.tag) != "comment":
            continue
        place = re.fullmatch(r"([A-Z]{1,3})(\d+)", one.attrib.get("ref", ""))
        text = "".join(words.text or "" for words in one.iter() if local(words.tag) == "t").strip()
        if place and text:
            facts.comments[int(place[2]) - 1, column_number(place[1])] = _without_notice(text)


def _without_notice(text: str) -> str:
    """Leave out what Excel puts before the copy of a thread, for programs that know no threads."""
    found = re.search(r"\n(?:Comment|Opmerking|Notitie)\s*:\s*\n?(.*)", text, re.DOTALL)
    return found[1].strip() if found and text.startswith("[") else text


def _parsed(archive: zipfile.ZipFile, part: str) -> Element | None:
    info = archive.NameToInfo.get(part)
    if info is None or info.file_size > _LARGEST_COMMENTS:
        return None
    try:
        return parsed(archive.read(info))
    except (*BROKEN, zipfile.BadZipFile):
        return None
