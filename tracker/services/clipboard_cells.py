"""Cells on the clipboard: tab-separated text and HTML tables, as Excel and its like write and read them. Pure.

What is written here is read back here exactly; see the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape
from html.parser import HTMLParser

Rows = list[list[str]]
Value = date | Decimal | int | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as people read it, and what it is where that is more than text: a day or a number."""

    text: str
    value: Value = None


# --- reading ----------------------------------------------------------------------------------------------------------


def read_cells(text: str, html: str = "") -> Rows:
    """Give the cells on the clipboard; from the HTML table where there is one, for it knows days as days."""
    return cells_of_html(html) or cells_of_text(text)


def cells_of_text(text: str) -> Rows:
    """Read tab-separated text. A cell in quotes may hold tabs, line ends and doubled quotes.

    Every row gets as many cells as the longest one. The line end after the last row counts for nothing.
    """
    unix = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not unix:
        return []
    rows: Rows = [[]]
    place = 0
    while True:
        cell, place = _cell_at(unix, place)
        rows[-1].append(_without_guard(cell))
        if place >= len(unix):
            return _squared(rows)
        if unix[place] == "\n":
            rows.append([])
        place += 1


_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")


def _cell_at(text: str, place: int) -> tuple[str, int]:
    quoted = _QUOTED.match(text, place)
    if quoted:
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, place)
    return (plain[0], plain.end()) if plain else ("", place)


def _squared(rows: Rows) -> Rows:
    width = max(len(row) for row in rows)
    return [row + [""] * (width - len(row)) for row in rows]


def cells_of_html(html: str) -> Rows:
    """Read the first table of an HTML text; no table gives no rows. Joined cells leave the places they cover empty."""
    if "<table" not in html.lower():
        return []
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    rows = reader.rows()
    return _squared(rows) if rows else []


class _TableReader(HTMLParser):
    """Collects the cells of the first table with what they span."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[list[tuple[str, int, int]]] = []
        self._depth = 0
        self._is_over = False
        self._cell: list[str] | None = None
        self._exact: str | None = None
        self._span = (1, 1)
        self._hidden = 0

    def rows(self) -> Rows:
        """Give the cells in their places."""
        rows: Rows = []
        covered: set[tuple[int, int]] = set()
        for y, found in enumerate(self._found):
            row: list[str] = []
            for text, wide, high in found:
                while (y, len(row)) in covered:
                    row.append("")
                covered |= {(y + down, len(row)) for down in range(1, high)}
                covered |= {(y + down, len(row) + right) for down in range(1, high) for right in range(1, wide)}
                row += [text, *[""] * (wide - 1)]
            rows.append(row)
        return rows

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "table":
            self._depth += 1
        elif tag in {"style", "script"}:
            self._hidden += 1
        elif self._is_over or self._depth != 1:
            if tag == "br" and self._cell is not None:
                self._cell.append("\n")
        elif tag == "tr":
            self._end_cell()
            self._found.append([])
        elif tag in {"td", "th"}:
            self._end_cell()
            if not self._found:
                self._found.append([])
            self._cell, self._exact = [], _exact_text(given)
            self._span = _number(given.get("colspan")), _number(given.get("rowspan"))
        elif self._cell is not None and (tag == "br" or (tag in _BLOCKS and "".join(self._cell).strip())):
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            if self._depth == 1:
                self._end_cell()
                self._is_over = self._is_over or bool(self._found)
            self._depth -= 1
        elif tag in {"style", "script"}:
            self._hidden -= 1
        elif tag in {"td", "th", "tr"} and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._hidden and not self._is_over:
            self._cell.append(re.sub(r"[ \t\r\n\f]+", " ", data))

    def _end_cell(self) -> None:
        if self._cell is None or self._is_over:
            return
        lines = (line.strip(" ").replace("\xa0", " ") for line in "".join(self._cell).split("\n"))
        text = "\n".join(line if line.strip() else "" for line in lines)
        self._found[-1].append((self._exact if self._exact is not None else text, *self._span))
        self._cell, self._exact = None, None


_BLOCKS = frozenset(("p", "div", "li"))
_MOST_SPANNED = 1000


def _number(words: str | None) -> int:
    return min(max(1, int(words)), _MOST_SPANNED) if words and words.strip().isdecimal() else 1


_EXCEL_DAY_ZERO = date(1899, 12, 30).toordinal()
_LAST_SERIAL = date.max.toordinal() - _EXCEL_DAY_ZERO


def _exact_text(given: dict[str, str]) -> str | None:
    """Give a day that LibreOffice writes as a number beside its format (``sdval``, ``sdnum``), or None.

    A day in text is written as the other computer likes it, and month and day would be mixed up.
    """
    number, pattern = given.get("sdval", ""), given.get("sdnum", "").upper()
    if not re.fullmatch(r"\d{1,7}(\.0*)?", number) or not ("Y" in pattern or "J" in pattern) or "D" not in pattern:
        return None
    serial = int(float(number))
    return date.fromordinal(_EXCEL_DAY_ZERO + serial).isoformat() if 60 < serial <= _LAST_SERIAL else None


# --- writing ----------------------------------------------------------------------------------------------------------


def written_text(rows: Sequence[Sequence[Cell]]) -> str:
    """Write cells as tab-separated text."""
    return "\r\n".join("\t".join(_quoted(_guarded(cell)) for cell in row) for row in rows) + "\r\n" if rows else ""


def _quoted(text: str) -> str:
    if text.startswith('"') or re.search(r"[\t\r\n]", text):
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text


# What begins so is a formula to Excel, with the words after it as its parts; an apostrophe makes it text.
_FORMULA = re.compile(r"'*[=+@\-]")
_GUARDED = re.compile(r"'+[=+@\-]")


def _guarded(cell: Cell) -> str:
    if cell.value is not None or not _FORMULA.match(cell.text):
        return cell.text
    return f"'{cell.text}"


def _without_guard(text: str) -> str:
    return text[1:] if _GUARDED.match(text) else text


_HEAD = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>'
    '<body><table border="1" cellspacing="0">'
)


def written_html(rows: Sequence[Sequence[Cell]], *, has_headings: bool = False) -> str:
    """Write cells as an HTML table in which Excel and LibreOffice find days as days and text as text."""
    lines = (_html_row(row, "th" if has_headings and place == 0 else "td") for place, row in enumerate(rows))
    return f"{_HEAD}{''.join(lines)}</table></body></html>"


def _html_row(row: Sequence[Cell], tag: str) -> str:
    return f"<tr>{''.join(_html_cell(cell, tag) for cell in row)}</tr>"


def _html_cell(cell: Cell, tag: str) -> str:
    value = cell.value
    if isinstance(value, date):
        serial = value.toordinal() - _EXCEL_DAY_ZERO
        attributes = f'sdval="{serial}" sdnum="1043;1043;DD-MM-YYYY" style="mso-number-format:\'dd\\-mm\\-yyyy\'"'
        shown = value.isoformat()
    elif value is not None:
        attributes, shown = f'x:num="{value}" sdval="{value}" sdnum="1043;"', cell.text
    else:
        attributes, shown = 'sdnum="1043;0;@" style="mso-number-format:\'\\@\'"', cell.text
    return f"<{tag} {attributes}>{_in_html(shown)}</{tag}>"


def _in_html(text: str) -> str:
    """Keep line ends within the cell, and blanks that HTML would join."""
    same_cell = '<br style="mso-data-placement:same-cell">'
    return same_cell.join(re.sub(r"^ | $|(?<= ) ", "&nbsp;", escape(line)) for line in text.split("\n"))


def spread(cells: Rows, rows: int, columns: int) -> Rows:
    """Repeat cells over a selection that is a multiple of them, as Excel does: one value fills all of it."""
    if not cells:
        return []
    high, wide = len(cells), len(cells[0])
    high_wanted = rows if rows > high and rows % high == 0 else high
    wide_wanted = columns if columns > wide and columns % wide == 0 else wide
    return [[cells[y % high][x % wide] for x in range(wide_wanted)] for y in range(high_wanted)]


def columns_named(names: Sequence[str]) -> Iterator[str]:
    """Give the letters of columns as Excel names them, as many as there are names."""
    for place in range(len(names)):
        letters, left = "", place + 1
        while left:
            left, rest = divmod(left - 1, 26)
            letters = chr(65 + rest) + letters
        yield letters
