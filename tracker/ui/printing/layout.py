"""Rows of cells on pages: wrapped, broken between pages, the heading row repeated. All in tenths of a point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPageLayout, QPageSize, QPainter, QTextLayout, QTextOption

from tracker.services.paper import Cell, Look, Paper, Row
from tracker.ui.looks.tokens import LIGHT
from tracker.ui.overview.drawing import fixed_face

UNITS_PER_POINT = 10
UNITS_PER_INCH = 720
_MARGIN = 480.0
_PADDING, _COLUMN_GAP = 24.0, 110.0
_SIZES = {Look.TITLE: 175.0, Look.HEADING: 125.0, Look.COLUMN: 85.0}
_BODY, _SMALL = 95.0, 80.0
_BOLD = {Look.TITLE, Look.BOLD, Look.LATE, Look.HEADING, Look.COLUMN}
_COLOURS = {Look.MUTED: "muted", Look.COLUMN: "muted", Look.LATE: "late"}
_RULE = 5.0
_SPLIT_FROM_SHARE = 0.35
_LEAST_LINES = 2


class Pages(Protocol):
    """A document that is ready to be drawn, on whatever device: in units of a tenth of a point."""

    is_wide: bool

    @property
    def count(self) -> int:
        """Give how many pages there are."""
        ...

    def draw(self, painter: QPainter, place: int) -> None:
        """Draw a page, counted from 0."""
        ...


def page_layout(*, is_wide: bool) -> QPageLayout:
    """Give the paper: A4, standing or lying. The margins are in the drawing."""
    orientation = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    made = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF())
    made.setMode(QPageLayout.Mode.FullPageMode)
    return made


UNITS_PER_PX = _BODY / 13
"""A px of the window's table on paper, where text of 13 px has the size of the body."""


def body_width(*, is_wide: bool) -> float:
    """Give the width between the margins, in px of the window's table."""
    return (page_rect(is_wide=is_wide).width() - 2 * _MARGIN) / UNITS_PER_PX


def page_rect(*, is_wide: bool) -> QRectF:
    """Give a page in units."""
    size = page_layout(is_wide=is_wide).fullRect(QPageLayout.Unit.Point)
    return QRectF(0, 0, size.width() * UNITS_PER_POINT, size.height() * UNITS_PER_POINT)


@dataclass(frozen=True, slots=True)
class _Placed:
    """Lines of one cell at their place."""

    rect: QRectF
    lines: tuple[str, ...]
    look: Look
    is_right: bool


@dataclass(slots=True)
class _Broken:
    """A row with its cells broken into lines."""

    row: Row
    cells: list[tuple[Cell, float, float, list[str]]]

    def height(self) -> float:
        return max((len(lines) * _line(cell.look) for cell, _, _, lines in self.cells), default=0) + 2 * _PADDING

    def split(self, height: float) -> _Broken | None:
        """Keep what fits in a height, and give the rest; None where too little fits to be worth it."""
        kept = [max(0, int((height - 2 * _PADDING) / _line(cell.look))) for cell, *_ in self.cells]
        if min(kept) < _LEAST_LINES:
            return None
        rest = [(cell, x, width, lines[n:]) for (cell, x, width, lines), n in zip(self.cells, kept, strict=True)]
        self.cells = [(cell, x, width, lines[:n]) for (cell, x, width, lines), n in zip(self.cells, kept, strict=True)]
        return _Broken(self.row, rest)


class PaperPages:
    """The pages of a document of rows. ``build`` must run to its end before they can be drawn."""

    def __init__(self, paper: Paper, footer: str, page_words: str) -> None:
        self.paper, self.is_wide = paper, paper.is_wide
        self._footer, self._page_words = footer, page_words
        self._page = page_rect(is_wide=paper.is_wide)
        self._body = self._page.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN - 240)
        self._pages: list[list[_Placed | QRectF]] = []
        self._y = self._fresh_y = 0.0

    @property
    def count(self) -> int:
        return len(self._pages)

    def build(self) -> Iterator[int]:
        """Lay out row by row; gives how many are done after each, so that the window can breathe in between."""
        self._pages = []
        self._open_page()
        waiting: list[_Broken] = []
        for number, row in enumerate(self.paper.rows, 1):
            waiting.append(self._break(row))
            if not row.keeps_next:
                self._place_together(waiting)
                waiting = []
            yield number
        self._place_together(waiting)

    def draw(self, painter: QPainter, place: int) -> None:
        painter.fillRect(self._page, QColor("white"))
        for item in self._pages[place]:
            if isinstance(item, QRectF):
                painter.fillRect(item, QColor(LIGHT.border))
            else:
                _draw_lines(painter, item)
        room = QRectF(self._body.left(), self._page.top(), self._body.width(), self._page.height())
        draw_footer(painter, room, self.paper.warning, self._footer, self._page_words.format(place + 1, self.count))

    # --- placing ------------------------------------------------------------------------------------------------------

    def _open_page(self) -> None:
        self._pages.append([])
        self._y = self._body.top()
        if len(self._pages) == 1:
            self._add_text(self.paper.title, Look.TITLE)
            for line in self.paper.about:
                self._add_text(line, Look.MUTED)
            self._y += 110
        if self.paper.head is not None:
            self._put(self._break(self.paper.head))
            self._rule()
        self._fresh_y = self._y

    def _add_text(self, text: str, look: Look) -> None:
        lines = wrap(text, _SIZES.get(look, _BODY), look in _BOLD, self._body.width())
        rect = QRectF(self._body.left(), self._y, self._body.width(), len(lines) * _line(look))
        self._pages[-1].append(_Placed(rect, tuple(lines), look, is_right=False))
        self._y = rect.bottom()

    def _place_together(self, rows: list[_Broken]) -> None:
        """Place rows that belong together: on the next page where this one has no room for the first lines of all."""
        if not rows:
            return
        last = rows[-1]
        heads = sum(one.height() for one in rows[:-1])
        least = min(last.height(), _LEAST_LINES * _line(Look.BODY) + 2 * _PADDING)
        splits = last.height() > self._body.height() * _SPLIT_FROM_SHARE
        needed = heads + (least if splits else last.height())
        if self._y + needed > self._body.bottom() and not self._is_fresh:
            self._open_page()
        for one in rows[:-1]:
            self._put(one)
        self._flow(last)

    def _flow(self, broken: _Broken) -> None:
        rest: _Broken | None = broken
        while rest is not None:
            room = self._body.bottom() - self._y
            if rest.height() <= room:
                self._put(rest)
                return
            head, rest = rest, rest.split(room)
            if rest is None and not self._is_fresh:
                self._open_page()
                rest = head
            else:
                self._put(head)
                if rest is not None:
                    self._open_page()

    @property
    def _is_fresh(self) -> bool:
        """Whether the page holds nothing yet but what it begins with."""
        return self._y <= self._fresh_y

    def _put(self, broken: _Broken) -> None:
        is_heading = broken.row.cells[0].look is Look.HEADING
        if (is_heading or broken.row.opens) and not self._is_fresh:
            self._y += 70
        for cell, x, width, lines in broken.cells:
            if not lines:
                continue  # a cell that had no more to say where its row went on
            rect = QRectF(self._body.left() + x, self._y + _PADDING, width, len(lines) * _line(cell.look))
            self._pages[-1].append(_Placed(rect, tuple(lines), cell.look, cell.is_right))
        self._y += broken.height()
        if broken.row.has_rule or is_heading:
            self._rule()

    def _rule(self) -> None:
        self._pages[-1].append(QRectF(self._body.left(), self._y, self._body.width(), _RULE))
        self._y += _RULE

    def _break(self, row: Row) -> _Broken:
        whole = self._body.width() - _COLUMN_GAP * (len(row.cells) - 1)
        shares = sum(cell.share for cell in row.cells)
        x, cells = 0.0, []
        for cell in row.cells:
            width = whole * cell.share / shares
            lines = wrap(cell.text, _SIZES.get(cell.look, _BODY), cell.look in _BOLD, width)
            cells.append((cell, x, width, lines))
            x += width + _COLUMN_GAP
        return _Broken(row, cells)


def draw_footer(painter: QPainter, room: QRectF, warning: str, words: str, number: str) -> None:
    """Draw the line at the foot of a page: a warning that stands out, what this is, and the number of the page."""
    rect = QRectF(room.left(), room.bottom() - _MARGIN - 130, room.width(), 110)
    painter.fillRect(QRectF(rect.left(), rect.top() - 40, rect.width(), _RULE), QColor(LIGHT.border))
    single = int(Qt.TextFlag.TextSingleLine)
    painter.setFont(fixed_face(_SMALL, False))
    painter.setPen(QColor(LIGHT.muted))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight) | single, number)
    left = int(Qt.AlignmentFlag.AlignLeft) | single
    free = rect.width() - QFontMetricsF(painter.font()).horizontalAdvance(number) - 200
    used = 0.0
    if warning:
        painter.setFont(fixed_face(_SMALL, True))
        painter.setPen(QColor(LIGHT.colour("late")))
        used = QFontMetricsF(painter.font()).horizontalAdvance(warning) + 150
        painter.drawText(rect, left, warning)
        painter.setFont(fixed_face(_SMALL, False))
        painter.setPen(QColor(LIGHT.muted))
    elided = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, max(free - used, 0))
    painter.drawText(rect.adjusted(used, 0, 0, 0), left, elided)


def wrap(text: str, size: float, bold: bool, width: float) -> list[str]:
    """Break a text into lines of a width; a word that is wider is broken inside."""
    face = fixed_face(size, bold)
    metrics = QFontMetricsF(face)
    lines: list[str] = []
    for paragraph in text.split("\n") if text else [""]:
        if metrics.horizontalAdvance(paragraph) <= width:
            lines.append(paragraph)
            continue
        layout = QTextLayout(paragraph, face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        units = paragraph.encode("utf-16-le")  # Qt counts in UTF-16: an emoji is two
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, length = line.textStart(), line.textLength()
            lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le", errors="replace").rstrip())
        layout.endLayout()
    return lines


def _line_px(size: float) -> float:
    return QFontMetricsF(fixed_face(size, False)).lineSpacing()


@cache
def _line(look: Look) -> float:
    return _line_px(_SIZES.get(look, _BODY))


def _draw_lines(painter: QPainter, placed: _Placed) -> None:
    size = _SIZES.get(placed.look, _BODY)
    bold = placed.look in _BOLD
    painter.setFont(fixed_face(size, bold))
    painter.setPen(QColor(LIGHT.colour(_COLOURS.get(placed.look, "text"))))
    metrics = QFontMetricsF(painter.font())
    y = placed.rect.top() + metrics.ascent()
    for line in placed.lines:
        x = placed.rect.right() - metrics.horizontalAdvance(line) if placed.is_right else placed.rect.left()
        painter.drawText(QPointF(x, y), line)
        y += placed.rect.height() / len(placed.lines)
