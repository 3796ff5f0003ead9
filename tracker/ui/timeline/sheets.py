"""The timeline as a picture, or to be put on paper: the days on the screen, with all rows beneath each other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tracker.basics.language import Language
from tracker.services.timeline import Timeline
from tracker.ui.looks.tokens import LIGHT
from tracker.ui.overview.drawing import fixed_face
from tracker.ui.timeline.chart import Chart
from tracker.ui.timeline.frame import Frame, head_px
from tracker.ui.timeline.ink import Ink, Line
from tracker.ui.timeline.layout import Layout
from tracker.ui.timeline.legend import draw_legend, legend_width
from tracker.ui.timeline.scale import Scale

WIDTH_PX = 1240
"""How wide a sheet is in the px of the window: on A4 lying down its letters are then 8 points."""
PICTURE_ROWS = 120
_LABEL_PX = 330
TITLE_PX = 46
_MARGIN_PX = 16
_RATIO = 2


@dataclass(frozen=True)
class Sheet:
    """What a picture or page shows: which deadlines, from which day, and how many days."""

    timeline: Timeline
    layout: Layout
    first_day: float
    days: float
    title: str
    about: str
    language: Language

    @property
    def scale(self) -> Scale:
        """Give the scale that fits the days into the width."""
        return Scale(self.first_day, (WIDTH_PX - _LABEL_PX) / max(self.days, 1))

    def paint(self, painter: QPainter, top: int, bottom: int, *, has_title: bool) -> float:
        """Paint the rows between two heights from (0, 0) on; gives how high all of it is."""
        ink = Ink(fixed_face)
        painter.save()
        height = 0.0
        if has_title:
            self._paint_title(painter, ink)
            height = TITLE_PX
            painter.translate(0, TITLE_PX)
        frame = Frame(WIDTH_PX, head_px(ink) + bottom - top, _LABEL_PX, head_px(ink), self.scale, top)
        painter.setClipRect(QRectF(0, 0, frame.width, frame.height))
        Chart(self.timeline, self.layout, self.language, ink, LIGHT).paint(painter, frame)
        painter.restore()
        return height + frame.height

    def _paint_title(self, painter: QPainter, ink: Ink) -> None:
        middle = TITLE_PX / 2 - 4
        used = ink.write(painter, 0, middle, Line(self.title, LIGHT.text, 18, bold=True))
        legend = legend_width(ink, self.language)
        room = WIDTH_PX - used - legend - 32
        ink.write(painter, used + 8, middle + 1, ink.elided(Line(self.about, LIGHT.muted), room))
        draw_legend(painter, WIDTH_PX - legend, middle, ink, self.language, LIGHT)


def picture_of(sheet: Sheet, top: int) -> QImage:
    """Give a picture of the rows from a height on, at most ``PICTURE_ROWS`` of them."""
    bottom = min(sheet.layout.height, top + PICTURE_ROWS * sheet.layout.row_px)
    height = TITLE_PX + head_px(Ink(fixed_face)) + bottom - top
    made = QImage(
        round((WIDTH_PX + 2 * _MARGIN_PX) * _RATIO), round((height + 2 * _MARGIN_PX) * _RATIO),
        QImage.Format.Format_RGB32,
    )  # fmt: skip
    made.fill(QColor(LIGHT.surface))
    painter = QPainter(made)
    painter.scale(_RATIO, _RATIO)
    painter.translate(_MARGIN_PX, _MARGIN_PX)
    sheet.paint(painter, top, bottom, has_title=True)
    painter.end()
    return made
