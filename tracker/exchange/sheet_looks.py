"""How cells look: fonts, colours (those of the Rijkshuisstijl) and number formats, as styles of openpyxl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from tracker.exchange.sheets import Look
from tracker.exchange.text_width import TEXT_PT

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

LINT_BLUE: Final = "154273"
SKY_BLUE: Final = "007BC7"
LIGHT_BLUE: Final = "E2EEF8"
GREY: Final = "535353"
LINE_GREY: Final = "C8D3DE"
DARK_RED: Final = "A90061"
WHITE: Final = "FFFFFF"

TEXT_FORMAT: Final = "@"
DAY_FORMAT: Final = "dd-mm-yyyy"
WHOLE_FORMAT: Final = "0"
MONEY_FORMAT: Final = "#,##0.00"

BAND_PT: Final = 10
TITLE_PT: Final = 16
_FONT: Final = "Arial"
"""On Windows itself, elsewhere as Liberation Sans, which is as wide: tables break their lines alike everywhere."""
_FONTS: Final = {
    Look.PLAIN: Font(name=_FONT, size=TEXT_PT),
    Look.STRONG: Font(name=_FONT, size=TEXT_PT, bold=True, color=LINT_BLUE),
    Look.LATE: Font(name=_FONT, size=TEXT_PT, bold=True, color=DARK_RED),
    Look.LINK: Font(name=_FONT, size=TEXT_PT, underline="single", color=SKY_BLUE),
    Look.HEADER: Font(name=_FONT, size=TEXT_PT, bold=True, color=WHITE),
    Look.BAND: Font(name=_FONT, size=BAND_PT, bold=True, color=LINT_BLUE),
    Look.TITLE: Font(name=_FONT, size=TITLE_PT, bold=True, color=LINT_BLUE),
    Look.FACT: Font(name=_FONT, size=TEXT_PT, color=GREY),
    Look.REMARK: Font(name=_FONT, size=10, italic=True, color=GREY),
}
_FILLS: Final = {
    Look.HEADER: PatternFill("solid", start_color=LINT_BLUE),
    Look.BAND: PatternFill("solid", start_color=LIGHT_BLUE),
}
BOLD_LOOKS: Final = frozenset(look for look, font in _FONTS.items() if font.b)
NORMAL_FONT: Final = Font(name=_FONT, size=10)
"""Column widths count its digits (seven pixels), whatever font the cells have."""
_SIDE: Final = Side("thin", color=LINE_GREY)
_UNDER_CELLS: Final = Border(bottom=_SIDE)
"""Rules between the rows only: a text that begins at the top of its cell would stand against a box around it."""
_BORDERS: Final = {
    Look.BAND: Border(bottom=_SIDE),
    Look.HEADER: Border(),
    Look.TITLE: Border(bottom=Side("medium", color=SKY_BLUE)),
    Look.FACT: Border(),
    Look.REMARK: Border(),
}
_IN_THE_MIDDLE: Final = {Look.HEADER, Look.BAND, Look.TITLE, Look.FACT}
_AT_THE_EDGE: Final = {Look.TITLE, Look.FACT, Look.REMARK}


class Looks:
    """The styles of one workbook. Each is made once: openpyxl takes ten times as long to style cell by cell."""

    def __init__(self) -> None:
        self._made: dict[tuple[Look, str], Any] = {}

    def style(self, sheet: WriteOnlyWorksheet, look: Look, number_format: str) -> Any:
        """Give the style array for a look, to be shared by cells and not changed."""
        key = (look, number_format)
        if key not in self._made:
            self._made[key] = _model(sheet, look, number_format)._style
        return self._made[key]


def _model(sheet: WriteOnlyWorksheet, look: Look, number_format: str) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    cell.font = _FONTS[look]
    cell.fill = _FILLS.get(look, PatternFill())
    cell.border = _BORDERS.get(look, _UNDER_CELLS)
    vertical = "center" if look in _IN_THE_MIDDLE else "top"
    horizontal = "left" if number_format in {TEXT_FORMAT, DAY_FORMAT} else "center"
    indent = 1 if horizontal == "left" and look not in _AT_THE_EDGE else 0
    cell.alignment = Alignment(horizontal=horizontal, vertical=vertical, wrap_text=look is not Look.BAND, indent=indent)
    cell.number_format = number_format
    cell.quotePrefix = number_format == TEXT_FORMAT
    return cell
