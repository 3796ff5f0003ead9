"""The timeline to walk through: keys, wheel, mouse and hover."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from tracker.basics.language import Language
from tracker.ui.timeline.layout import Row
from tracker.ui.timeline.scale import STEP, Scale
from tracker.ui.timeline.told import told_at
from tracker.ui.timeline.view import TimelineView

_PAN_SHARE = 0.2


class Canvas(TimelineView):
    """Shows a timeline. ``opened`` carries a record that the user wants to see."""

    opened = Signal(int)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language, parent)
        self._pressed: QPoint | None = None
        self._panned_from: tuple[QPoint, float, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def _row_at(self, place: QPoint) -> Row | None:
        frame = self.frame
        if place.y() < frame.head_px:
            return None
        return self.layout_of_rows.row_at(int(place.y() - frame.head_px) + frame.top)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and len(self.timeline):
            first = self.layout_of_rows.row_at(self.verticalScrollBar().value())
            if first is not None:
                self.choose(first)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _take_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a key asks; gives whether it asks anything."""
        keys, ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
        step = self.frame.days_px * _PAN_SHARE
        page = max(1, self.verticalScrollBar().pageStep() // self.layout_of_rows.row_px - 1)
        walks = {keys.Key_Up: -1, keys.Key_Down: 1, keys.Key_PageUp: -page, keys.Key_PageDown: page}
        acts = {
            keys.Key_Left: lambda: self._side(-step), keys.Key_Right: lambda: self._side(step),
            keys.Key_Plus: lambda: self.zoom(STEP), keys.Key_Equal: lambda: self.zoom(STEP),
            keys.Key_Minus: lambda: self.zoom(1 / STEP), keys.Key_0: self.fit_all,
            keys.Key_Home: self.go_to_today, keys.Key_T: self.go_to_today,
            keys.Key_Return: self._open_current, keys.Key_Enter: self._open_current, keys.Key_Space: self._open_current,
        }  # fmt: skip
        if key in {keys.Key_Home, keys.Key_End} and modifiers & ctrl and self.timeline.groups:
            ends = {keys.Key_Home: 0, keys.Key_End: self.layout_of_rows.height - 1}
            row = self.layout_of_rows.row_at(ends[key])
            if row is not None:
                self.choose(row, brings_bar=True)
            return True
        if key in walks:
            self._walk(walks[key])
            return True
        if key in acts:
            acts[key]()
            return True
        return False

    def _walk(self, steps: int) -> None:
        row = self.current or self.layout_of_rows.row_at(0)
        if row is not None:
            self.choose(self.layout_of_rows.next_to(row, steps) if self.current else row, brings_bar=True)

    def _side(self, px: float) -> None:
        """Left and right close and open a group where its heading is chosen, and else go to other days."""
        row = self.current
        if row is not None and row.place is None and (px < 0) != (row.group in self.layout_of_rows.closed):
            self.toggle_group(row.group)
        else:
            self.pan(px)

    def _open_current(self) -> None:
        if self.current is not None:
            self._open(self.current)

    def _open(self, row: Row) -> None:
        if row.place is None:
            self.toggle_group(row.group)
        else:
            self.opened.emit(self.timeline.record_id(row.place))

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned, modifiers = event.angleDelta(), event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            around = event.position().x() - self.frame.label_px
            self.zoom(STEP ** (turned.y() / 120), around)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or turned.x():
            self.pan(-(turned.x() or turned.y()))
        else:
            super().wheelEvent(event)
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed = event.position().toPoint()
        self._panned_from = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None:
            self._show_cursor(place)
            return
        if self._panned_from is None:
            if (place - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._panned_from = (self._pressed, self.scale.origin, self.verticalScrollBar().value())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        start, origin, top = self._panned_from
        self.scale = Scale(origin - (place.x() - start.x()) / self.scale.px_per_day, self.scale.px_per_day)
        self._settle()
        self.verticalScrollBar().setValue(top - (place.y() - start.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        was_panned, self._panned_from = self._panned_from is not None, None
        place = event.position().toPoint()
        self._show_cursor(place)
        if pressed is None or was_panned:
            return
        row = self._row_at(place)
        if row is None:
            return
        self.choose(row)
        if self.chart.hits(row, self.frame, place.x()):
            self._open(row)

    def _show_cursor(self, place: QPoint) -> None:
        row = self._row_at(place)
        is_link = row is not None and self.chart.hits(row, self.frame, place.x())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()  # the page has one, with what it can do

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = told_at(self.chart, self.frame, self._row_at(event.pos()), QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), "\n".join(words), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)
