"""The timeline on paper: the days that are on the screen, all rows beneath each other, none cut in two."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from tracker.ui.overview.drawing import fixed_face
from tracker.ui.printing.layout import draw_footer, page_rect
from tracker.ui.timeline.frame import head_px
from tracker.ui.timeline.ink import Ink
from tracker.ui.timeline.sheets import TITLE_PX, WIDTH_PX, Sheet

_MARGIN, _FOOTER = 480.0, 240.0


class TimelinePages:
    """Ready to be drawn as soon as it is made. No row is cut in two."""

    is_wide = True

    def __init__(self, sheet: Sheet, footer: str, page_words: str) -> None:
        self._sheet, self._footer, self._page_words = sheet, footer, page_words
        self._page = page_rect(is_wide=True)
        self._scale = (self._page.width() - 2 * _MARGIN) / WIDTH_PX
        self._pages = self._break()

    @property
    def count(self) -> int:
        return len(self._pages)

    def draw(self, painter: QPainter, place: int) -> None:
        top, bottom = self._pages[place]
        painter.fillRect(self._page, QColor("white"))
        painter.save()
        painter.translate(_MARGIN, _MARGIN)
        painter.scale(self._scale, self._scale)
        self._sheet.paint(painter, top, bottom, has_title=place == 0)
        painter.restore()
        rect = QRectF(_MARGIN, 0, self._page.width() - 2 * _MARGIN, self._page.height())
        draw_footer(painter, rect, "", self._footer, self._page_words.format(place + 1, self.count))

    def _break(self) -> list[tuple[int, int]]:
        """Give the heights at which each page begins and ends."""
        layout = self._sheet.layout
        whole = (self._page.height() - 2 * _MARGIN - _FOOTER) / self._scale - head_px(Ink(fixed_face))
        pages: list[tuple[int, int]] = []
        top = 0
        while top < layout.height or not pages:
            bottom = top + int(whole - (0 if pages else TITLE_PX))
            cut = layout.row_at(bottom)
            if cut is not None:
                before = layout.row_at(cut.y - 1)
                # a heading stays with what it is the heading of
                bottom = before.y if before is not None and before.place is None and before.y > top else cut.y
            pages.append((top, min(bottom, layout.height)))
            top = bottom
        return pages
