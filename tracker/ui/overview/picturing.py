"""Pictures of the page and its charts, light and at twice the size: on the clipboard or in a PNG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from tracker.basics.errors import CannotWrite
from tracker.basics.whole_file import replacing
from tracker.ui.looks.tokens import LIGHT
from tracker.ui.overview.charts import Tile
from tracker.ui.overview.composing import MARGIN_PX, draw_page, draw_panel
from tracker.ui.overview.content import Panel
from tracker.ui.overview.drawing import Drawing, draw, fixed_face

RATIO = 2
PANEL_PX, WIDE_PANEL_PX, PAGE_PX = 620, 860, 1160


def picture_of_panel(panel: Panel, subtitle: str) -> QImage:
    """Give a picture of one chart, with its title and the day."""
    width = WIDE_PANEL_PX if panel.is_wide else PANEL_PX
    return _picture(draw_panel(panel, width, fixed_face, subtitle=subtitle), QMarginsF(), ground="surface")


def picture_of_page(title: tuple[str, str], tiles: Sequence[Tile], panels: Sequence[Panel]) -> QImage:
    """Give a picture of the whole page."""
    margin = QMarginsF(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
    return _picture(draw_page(title, tiles, panels, PAGE_PX, fixed_face), margin, ground="window")


def copy_picture(picture: QImage) -> None:
    """Put a picture on the clipboard."""
    QGuiApplication.clipboard().setImage(picture)


def save_picture(picture: QImage, target: Path) -> None:
    """Write a picture as PNG, whole or not at all. Raises CannotWrite and DiskFull."""
    with replacing(target) as beside:
        if not picture.save(str(beside), "PNG"):  # type: ignore[call-overload]
            raise CannotWrite(
                f"{target} kan niet worden geschreven. Kies een andere map of naam.",
                f"{target} cannot be written. Choose another folder or name.",
            )


def _picture(drawing: Drawing, margins: QMarginsF, ground: str) -> QImage:
    size = QRectF(0, 0, drawing.width, drawing.height).marginsAdded(margins)
    made = QImage(round(size.width() * RATIO), round(size.height() * RATIO), QImage.Format.Format_RGB32)
    made.fill(QColor(LIGHT.colour(ground)))
    painter = QPainter(made)
    painter.scale(RATIO, RATIO)
    painter.translate(-size.topLeft())
    draw(painter, drawing.items, LIGHT, fixed_face)
    painter.end()
    return made
