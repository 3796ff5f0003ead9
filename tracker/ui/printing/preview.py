"""A page as it will be printed, drawn at the size of the widget; PgUp and PgDn turn pages."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tracker.ui.looks.tokens import tokens
from tracker.ui.printing.layout import Pages, page_rect

_EDGE_PX = 12


class PagePreview(QLabel):
    """Shows one page of a document. ``turned`` carries its place, from 0. A label: so readers know its role."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: Pages | None = None
        self.place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(620, 640)

    def show_pages(self, pages: Pages | None) -> None:
        """Show another document, at the same place where it has one; None: it is not ready."""
        self.pages = pages
        self.turn_to(self.place)
        self.update()

    def turn_to(self, place: int) -> None:
        """Show another page."""
        last = 0 if self.pages is None else max(self.pages.count - 1, 0)
        self.place = min(max(place, 0), last)
        self.turned.emit(self.place)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_PageUp: self.place - 1, Qt.Key.Key_PageDown: self.place + 1, Qt.Key.Key_Home: 0,
            Qt.Key.Key_Up: self.place - 1, Qt.Key.Key_Down: self.place + 1, Qt.Key.Key_End: 1 << 30,
            Qt.Key.Key_Left: self.place - 1, Qt.Key.Key_Right: self.place + 1,
        }  # fmt: skip
        wanted = steps.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self.turn_to(wanted)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if abs(event.angleDelta().y()) >= 60:
            self.turn_to(self.place + (-1 if event.angleDelta().y() > 0 else 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = tokens()
        painter.fillRect(self.rect(), QColor(colours.window))
        room = QRectF(self.rect()).adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        if self.pages is not None and self.pages.count:
            page = page_rect(is_wide=self.pages.is_wide)
            scale = min(room.width() / page.width(), room.height() / page.height())
            painter.translate(room.center() - page.center() * scale)
            painter.scale(scale, scale)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.save()
            painter.setClipRect(page)
            self.pages.draw(painter, self.place)
            painter.restore()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.control))
            painter.drawRect(page)
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QColor(colours.focus))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
