"""What an .ods says of cells beside their values: hidden rows and columns, and comments."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from tracker.exchange.incoming.workbook.grid import ErrorValue, Facts
from tracker.exchange.incoming.workbook.safe_xml import events, local

_READ_AFTER: Final = ("META-INF/manifest.xml", "content.xml")
_MOST_REPEATED: Final = 16_384
_MONTH_SHOWN: Final = re.compile(r"[^\W\d]{3,12}\.?[\s./-]+['’]?(?:\d{2}|\d{4})|\d{1,2}[\s./-]\d{4}")
"""How a day is shown as a month: okt-26, oktober 2026, 10-2026."""
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
    except (ValueError, LookupError) as error:  # no number where one belongs; an encoding that is none
        raise ParseError(str(error)) from error
    return found


def _read(archive: zipfile.ZipFile, reader: _Reader) -> None:
    for part in _READ_AFTER:
        if part not in archive.NameToInfo:
            continue
        with archive.open(part) as file:
            for event, element in events(file):
                if part != "content.xml":
                    continue
                if event == "start":
                    reader.start(element)
                else:
                    reader.end(element)


class _Reader:
    """Counts rows and columns as the sheets stream by."""

    def __init__(self, found: dict[str, Facts], guard: Callable[[Extent], None]) -> None:
        self._found = found
        self._guard = guard
        self._facts = Facts()
        self._extent = Extent()
        self._row = self._column = self._declared = 0
        self._filled = self._last_filled = self._letters = 0

    def start(self, element: Element) -> None:
        tag = local(element.tag)
        if tag == "table":
            self._facts = self._found.setdefault(_attribute(element, "name"), Facts())
            self._extent = Extent(self._extent.filled, self._extent.letters)
            self._row = self._declared = 0
        elif tag == "table-row":
            self._column = self._filled = self._letters = 0

    def end(self, element: Element) -> None:
        tag = local(element.tag)
        times = min(_repeated(element), _MOST_REPEATED)
        if tag == "table-column":
            if _attribute(element, "visibility") in _HIDDEN:
                self._facts.hidden_columns.update(range(self._declared, self._declared + times))
            self._declared += times
        elif tag in {"table-cell", "covered-table-cell"}:
            repeated = _repeated(element)
            if len(element) or element.text or _attribute(element, "value-type"):
                self._cell(element, times)
                self._filled += repeated
                self._last_filled = self._column + repeated
            self._column += repeated
            element.clear()
        elif tag == "table-row":
            if _attribute(element, "visibility") in _HIDDEN:
                self._facts.hidden_rows.update(range(self._row, self._row + times))
            if times > 1 and (months := self._facts.months.get(self._row)):
                self._facts.months |= dict.fromkeys(range(self._row + 1, self._row + times), months)
            self._reach(_repeated(element))
            self._row += _repeated(element)
            element.clear()

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

    def _cell(self, element: Element, times: int) -> None:
        wide, high = (int(_attribute(element, f"number-{what}-spanned") or 1) for what in ("columns", "rows"))
        if wide > 1 or high > 1:
            self._facts.merged.append((self._row, self._column, self._row + high - 1, self._column + wide - 1))
        for child in element:
            if local(child.tag) == "annotation":
                words = ["".join(part.itertext()).strip() for part in child if local(part.tag) == "p"]
                text = "\n".join(word for word in words if word)
                if text:
                    self._facts.comments[self._row, self._column] = text
        shown = "".join("".join(part.itertext()) for part in element if local(part.tag) == "p").strip()
        self._letters += len(shown) * _repeated(element)
        if _attribute(element, "value-type") == "date" and _MONTH_SHOWN.fullmatch(shown):
            self._facts.months.setdefault(self._row, set()).update(range(self._column, self._column + times))
        if _attribute(element, "formula") and shown.startswith(("#", "Err:")):
            self._facts.errors.setdefault(self._row, {})[self._column] = ErrorValue(shown)


def _repeated(element: Element) -> int:
    what = "columns" if local(element.tag) != "table-row" else "rows"
    return int(_attribute(element, f"number-{what}-repeated") or 1)


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if local(key) == name), "")
