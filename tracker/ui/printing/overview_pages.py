"""The overview on paper: its cards as they stand in the window, with no card cut in two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from tracker.ui.looks.tokens import LIGHT
from tracker.ui.overview.charts import Tile
from tracker.ui.overview.composing import GAP_PX, page_blocks
from tracker.ui.overview.content import Panel
from tracker.ui.overview.drawing import Drawing, draw, fixed_face
from tracker.ui.printing.layout import draw_footer, page_rect

WIDTH_PX = 900
_MARGIN, _FOOTER = 480.0, 240.0


class OverviewPages:
    """Ready to be drawn as soon as it is made."""

    is_wide = False

    def __init__(
        self, title: tuple[str, str], tiles: Sequence[Tile], panels: Sequence[Panel], footer: str, page_words: str
    ) -> None:
        self._footer, self._page_words = footer, page_words
        self._page = page_rect(is_wide=False)
        self._scale = (self._page.width() - 2 * _MARGIN) / WIDTH_PX
        room = (self._page.height() - 2 * _MARGIN - _FOOTER) / self._scale
        self._pages: list[Drawing] = []
        for block in page_blocks(title, tiles, panels, WIDTH_PX, fixed_face):
            if not self._pages or self._pages[-1].height + GAP_PX + block.height > room:
                self._pages.append(Drawing(WIDTH_PX))
            page = self._pages[-1]
            page.add(block, 0, page.height + (GAP_PX if page.height else 0))

    @property
    def count(self) -> int:
        return len(self._pages)

    def draw(self, painter: QPainter, place: int) -> None:
        painter.fillRect(self._page, QColor("white"))
        painter.save()
        painter.translate(_MARGIN, _MARGIN)
        painter.scale(self._scale, self._scale)
        draw(painter, self._pages[place].items, LIGHT, fixed_face)
        painter.restore()
        rect = QRectF(_MARGIN, 0, self._page.width() - 2 * _MARGIN, self._page.height())
        draw_footer(painter, rect, "", self._footer, self._page_words.format(place + 1, self.count))
