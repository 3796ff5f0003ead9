"""What a workbook holds, described without openpyxl: sheets of lines, and how each cell is to look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, auto

Value = str | int | Decimal | date | None


class Look(Enum):
    """How a cell looks; the writer knows fonts and colours."""

    PLAIN = auto()
    STRONG = auto()
    LATE = auto()
    LINK = auto()
    HEADER = auto()
    BAND = auto()
    TITLE = auto()
    FACT = auto()
    REMARK = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with a link or a look of its own. A link that begins with ``#`` leads to the sheet of that name."""

    value: Value
    link: str | None = None
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; plain values stand for cells without more."""

    cells: tuple[Value | Cell, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A heading between the rows, across all columns."""

    words: str


Line = Row | Band


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``width`` is in characters; ``name`` is what an import knows it by, in a hidden row above.

    ``is_key``: it tells which record a row is about, so a row in which a long text goes on repeats it.
    """

    label: str
    width: int
    name: str = ""
    is_key: bool = False


@dataclass(frozen=True)
class Heading:
    """The block above the table.

    ``more`` are facts about what is in the table, below the others. ``on_paper`` stands at the head of each page beside
    the title, in the place of both title and ``facts``, where what these say of our own register does not leave the
    house. Without it the whole block is printed.
    """

    title: str
    facts: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    on_paper: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet. ``size`` is the number of lines; ``when_empty`` stands in the place of a table without lines.

    ``for_reading``: a text too long for one row on the screen goes on in the next one, which repeats what stood beside
    it. A sheet for further work keeps it in one cell as long as a workbook can, and repeats the keys only.
    """

    name: str
    columns: tuple[Column, ...]
    lines: Iterable[Line]
    size: int
    when_empty: str
    heading: Heading | None = None
    for_reading: bool = True

    @property
    def has_names(self) -> bool:
        """Tell whether an import can know the columns by their names."""
        return any(column.name for column in self.columns)


@dataclass(frozen=True)
class Book:
    """A workbook. ``page_words`` are the words around the page numbers; ``continued`` marks rows that go on."""

    title: str
    sheets: tuple[Sheet, ...]
    made: datetime
    page_words: tuple[str, str]
    continued: str = "vervolg"
