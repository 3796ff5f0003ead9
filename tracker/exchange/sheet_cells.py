"""Values as cells of a workbook: text that is never a formula, real days and numbers, links."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet.hyperlink import Hyperlink

from tracker.basics.folding import clean
from tracker.exchange.long_text import escaped
from tracker.exchange.sheet_looks import DAY_FORMAT, MONEY_FORMAT, TEXT_FORMAT, WHOLE_FORMAT, Looks
from tracker.exchange.sheets import Cell, Look, Value

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

FIRST_EXACT_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; earlier days would shift by one."""
EXACT_DIGITS = 15
LONGEST_ADDRESS = 2_079
_ADDRESS = re.compile(r"https?://[^\s\"<>#\\^`{|}\x00-\x20\x7f-\uffff]+(?:#[^\s\"<>#\\^`{|}\x00-\x20\x7f-\uffff]*)?")


def storable(value: Value) -> Value:
    """Give the value as a workbook can hold it exactly: what would not be exact as a number or day becomes text."""
    if isinstance(value, str):
        return clean(value)[0]
    if isinstance(value, date):
        return value if value >= FIRST_EXACT_DAY else f"{value.day:02}-{value.month:02}-{value.year:04}"
    if isinstance(value, int | Decimal) and len(str(value).lstrip("-").replace(".", "")) > EXACT_DIGITS:
        return str(value)
    return value


def can_be_linked(address: str) -> bool:
    """Tell whether a workbook can hold this address as a link; any other stays text."""
    return len(address) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(address) is not None


def make_cell(sheet: WriteOnlyWorksheet, looks: Looks, cell: Cell) -> Any:
    """Give the openpyxl cell for a value that is storable and short enough."""
    made: Any = WriteOnlyCell(sheet)
    look = Look.LINK if cell.link and cell.look is Look.PLAIN else cell.look
    value = cell.value
    if isinstance(value, str):
        made.value = escaped(value)
        made.data_type = "s"  # openpyxl takes "=…" for a formula and "#REF!" for an error
    elif value is not None:
        made.value = value
    made._style = looks.style(sheet, look, _number_format(value))
    if cell.link:
        made.hyperlink = _hyperlink(cell.link)
    return made


def _number_format(value: Value) -> str:
    if isinstance(value, date):
        return DAY_FORMAT
    if isinstance(value, int):
        return WHOLE_FORMAT
    return MONEY_FORMAT if isinstance(value, Decimal) else TEXT_FORMAT


def _hyperlink(link: str) -> Hyperlink:
    if link.startswith("#"):
        sheet = link[1:].replace("'", "''")
        return Hyperlink(ref="", location=f"'{sheet}'!A1")
    return Hyperlink(ref="", target=link)
