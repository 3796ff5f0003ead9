"""What an .ods says of cells beside their values: hidden rows and columns, and comments."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError, ParserCreate

from tracker.exchange.incoming.workbook.grid import ErrorValue, Facts

_READ_AFTER: Final = ("META-INF/manifest.xml", "content.xml")
_MOST_REPEATED: Final = 16_384
_MONTH_SHOWN: Final = re.compile(r"[^\W\d]{3,12}\.?[\s./-]+['’]?(?:\d{2}|\d{4})|\d{1,2}[\s./-]\d{4}")
"""How a day is shown as a month: okt-26, oktober 2026, 10-2026."""
_CELLS: Final = frozenset(("table-cell", "covered-table-cell"))
_WITHIN_CELL: Final = 2
_HIDDEN: Final = frozenset(("collapse", "filter"))


@dataclass(slots=True)
class Extent:
    """How far the filled cells of a sheet reach, counted from one, and how much those of all sheets so far hold."""

    filled: int = 0
    letters: int = 0
    first_row: int = 0
    last_row: int = 0
    widest: int = 0

    @property
    def rectangle(self) -> int:
        """Give the number of cells from the first filled row to the last."""
        return (self.last_row - self.first_row + 1) * self.widest


def facts_of_tables(archive: zipfile.ZipFile, guard: Callable[[Extent], None]) -> dict[str, Facts]:
    """Give the facts of each sheet by its name; ``guard`` hears of each row how far it reaches, and may raise to stop.

    Raises ParseError where the XML is not whole: on such a file the reader of cells, which comes after, never ends.
    """
    found: dict[str, Facts] = {}
    try:
        _read(archive, _Reader(found, guard))
    except (
        ExpatError,
        ValueError,
        LookupError,
    ) as error:  # no number where one belongs; no encoding
        raise ParseError(str(error)) from error
    return found


def _read(archive: zipfile.ZipFile, reader: _Reader) -> None:
    for part in _READ_AFTER:
        if part not in archive.NameToInfo:
            continue
        parser = ParserCreate()
        parser.StartDoctypeDeclHandler = _refuse_entities
        if part == "content.xml":
            parser.buffer_text = True
            parser.StartElementHandler = reader.start
            parser.EndElementHandler = reader.end
            parser.CharacterDataHandler = reader.text
        with archive.open(part) as file:
            parser.ParseFile(file)


def _refuse_entities(name: str, *_: object) -> None:
    raise ValueError(name)


class _LocalNames(dict[str, str]):
    """Names without their prefix, as they are met."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition(":")[2]
        return self[name]


class _Reader:
    """Counts rows and columns as the sheets stream by."""

    def __init__(self, found: dict[str, Facts], guard: Callable[[Extent], None]) -> None:
        self._found = found
        self._guard = guard
        self._local = _LocalNames()
        self._facts = Facts()
        self._extent = Extent()
        self._row = self._column = self._declared = 0
        self._filled = self._last_filled = self._letters = 0
        self._open: list[dict[str, str]] = []
        """The attributes of the rows and cells that are open."""
        self._depth = 0
        """How deep an element lies in the innermost open cell; 0 outside of cells."""
        self._is_filled = False
        self._shown: list[str] = []
        self._comment: list[str] | None = None
        self._collected: list[str] | None = None
        """Where the text goes that comes now."""

    def start(self, name: str, given: dict[str, str]) -> None:
        """Take in that an element begins."""
        tag = self._local[name]
        if tag in _CELLS:
            self._open.append(self._attributes(given))
            self._depth, self._shown, self._comment, self._collected = 1, [], None, None
            self._is_filled = "value-type" in self._open[-1]
        elif self._depth:
            self._depth += 1
            self._start_within(tag)
        elif tag == "table-row":
            self._open.append(self._attributes(given))
            self._column = self._filled = self._letters = 0
        elif tag == "table-column":
            self._declare(self._attributes(given))
        elif tag == "table":
            self._facts = self._found.setdefault(self._attributes(given).get("name", ""), Facts())
            self._extent = Extent(self._extent.filled, self._extent.letters)
            self._row = self._declared = 0

    def _start_within(self, tag: str) -> None:
        self._is_filled = True
        if tag == "annotation" and self._depth == _WITHIN_CELL:
            self._comment = []
        elif tag == "p" and self._depth == _WITHIN_CELL:
            self._collected = self._shown
        elif tag == "p" and self._depth == _WITHIN_CELL + 1 and self._comment is not None:
            self._comment.append("\n")
            self._collected = self._comment

    def text(self, words: str) -> None:
        """Take in text."""
        if self._collected is not None:
            self._collected.append(words)
        elif self._depth == 1:
            self._is_filled = True

    def end(self, name: str) -> None:
        """Take in that an element ends."""
        tag = self._local[name]
        if self._depth > 1:
            self._depth -= 1
            if tag == "p":
                self._collected = None
            elif tag == "annotation" and self._depth == 1:
                self._note_comment()
        elif tag in _CELLS and self._open:
            self._depth = 0
            self._end_cell(self._open.pop())
        elif tag == "table-row" and self._open:
            self._end_row(self._open.pop())

    def _attributes(self, given: dict[str, str]) -> dict[str, str]:
        """Give attributes without their prefixes; of two with one name the first holds."""
        local = self._local
        return {local[name]: value for name, value in reversed(given.items())}

    def _declare(self, column: dict[str, str]) -> None:
        times = min(_repeated(column, "columns"), _MOST_REPEATED)
        if column.get("visibility") in _HIDDEN:
            self._facts.hidden_columns.update(range(self._declared, self._declared + times))
        self._declared += times

    def _note_comment(self) -> None:
        lines = (line.strip() for line in "".join(self._comment or ()).split("\n"))
        if text := "\n".join(line for line in lines if line):
            self._facts.comments[self._row, self._column] = text
        self._comment = self._collected = None

    def _end_cell(self, cell: dict[str, str]) -> None:
        times = _repeated(cell, "columns")
        if "number-columns-spanned" in cell or "number-rows-spanned" in cell:
            self._merge(cell)
        if self._is_filled:
            self._filled += times
            self._last_filled = self._column + times
            self._note_cell(cell, "".join(self._shown).strip(), times)
        self._column += times

    def _note_cell(self, cell: dict[str, str], shown: str, times: int) -> None:
        facts = self._facts
        self._letters += len(shown) * times
        if cell.get("value-type") == "date" and _MONTH_SHOWN.fullmatch(shown):
            columns = range(self._column, self._column + min(times, _MOST_REPEATED))
            facts.months.setdefault(self._row, set()).update(columns)
        if cell.get("formula") and shown.startswith(("#", "Err:")):
            facts.errors.setdefault(self._row, {})[self._column] = ErrorValue(shown)

    def _merge(self, cell: dict[str, str]) -> None:
        wide, high = (int(cell.get(f"number-{what}-spanned", 1)) for what in ("columns", "rows"))
        if wide > 1 or high > 1:
            self._facts.merged.append((self._row, self._column, self._row + high - 1, self._column + wide - 1))

    def _end_row(self, row: dict[str, str]) -> None:
        repeated = _repeated(row, "rows")
        times = min(repeated, _MOST_REPEATED)
        if row.get("visibility") in _HIDDEN:
            self._facts.hidden_rows.update(range(self._row, self._row + times))
        if times > 1 and (months := self._facts.months.get(self._row)):
            self._facts.months |= dict.fromkeys(range(self._row + 1, self._row + times), months)
        self._reach(repeated)
        self._row += repeated

    def _reach(self, times: int) -> None:
        """Note how far the filled cells of a row reach that stands here so many times."""
        extent = self._extent
        if self._filled:
            extent.filled += self._filled * times
            extent.letters += self._letters * times
            extent.first_row = extent.first_row or self._row + 1
            extent.last_row = self._row + times
            extent.widest = max(extent.widest, self._last_filled)
        self._guard(extent)


def _repeated(attributes: dict[str, str], what: str) -> int:
    return int(attributes.get(f"number-{what}-repeated", 1))
