"""The timeline to look at and walk through: paints only what is seen, and knows keys, wheel and mouse."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from tracker.basics.language import Language
from tracker.services.timeline import Shape, Timeline
from tracker.ui.overview.drawing import screen_face
from tracker.ui.timeline.chart import Chart
from tracker.ui.timeline.frame import Frame, head_px
from tracker.ui.timeline.ink import ScreenInk
from tracker.ui.timeline.layout import GROUP_PX, ROW_PX, Layout, Row
from tracker.ui.timeline.scale import STEP, Scale, Zoom
from tracker.ui.timeline.told import told_at, told_of
from tracker.ui.tokens import tokens

_LABEL_PX, _LABEL_SHARE = 300, 0.34
_TODAY_SHARE = 0.4
_YEARS_AROUND = 40
_MARGIN_DAYS = 90
_PAN_SHARE = 0.2


class Canvas(QAbstractScrollArea):
    """Shows a timeline. ``opened`` carries a record that the user wants to see."""

    opened = Signal(int)
    current_changed = Signal(str)
    """Carries everything about the deadline that is chosen, in words."""
    zoomed = Signal()
    resized = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.timeline = Timeline(date.min)
        self.layout_of_rows = Layout(())
        self.current: Row | None = None
        self.scale = Scale(0, Zoom.MONTHS.px_per_day)
        self._closed: set[str] = set()
        self._pressed: QPoint | None = None
        self._panned_from: tuple[QPoint, float, int] | None = None
        self._is_placed, self._first_day = False, 0
        self._ink = ScreenInk(screen_face, self.devicePixelRatioF())
        self._chart: Chart | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # each frame paints all of it
        self.verticalScrollBar().setSingleStep(ROW_PX)
        self.horizontalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().valueChanged.connect(self._follow_bar)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_timeline(self, timeline: Timeline) -> None:
        """Show other deadlines; place, zoom, closed groups and the chosen record stay."""
        kept = (
            None if self.current is None or self.current.place is None else self.timeline.record_id(self.current.place)
        )
        self.timeline = timeline
        self._lay_out()
        if not self._is_placed:
            self._is_placed = True
            self.go_to_today()
        self._set_bars()
        self.current = None
        if kept is not None:
            self.choose_record(kept, tells=False)
        self.viewport().update()

    @property
    def chart(self) -> Chart:
        """Give what paints, in the colours in force and as sharp as the screen is."""
        ratio, colours = self.devicePixelRatioF(), tokens()
        if self._ink.ratio != ratio:
            self._ink, self._chart = ScreenInk(screen_face, ratio), None
        if self._chart is None or self._chart.colours is not colours:
            self._chart = Chart(self.timeline, self.layout_of_rows, self.language, self._ink, colours)
        return self._chart

    @property
    def frame(self) -> Frame:
        """Give what is seen now."""
        size = self.viewport().size()
        return Frame(
            size.width(), size.height(), round(min(_LABEL_PX, size.width() * _LABEL_SHARE)), head_px(self._ink),
            self.scale, self.verticalScrollBar().value(), self.current, self.hasFocus(),
        )  # fmt: skip

    def choose_record(self, record_id: int, *, tells: bool = True) -> bool:
        """Choose the first deadline of a record; gives whether it is here."""
        place = self.timeline.place_of(record_id)
        if place is not None:
            self._choose(self.layout_of_rows.row_of(self.timeline.group_of(place), place), tells=tells)
        return place is not None

    # --- moving -------------------------------------------------------------------------------------------------------

    def zoom(self, factor: float, around_x: float | None = None) -> None:
        """Zoom by a factor around a place in the window; without one around today, or else around the middle."""
        frame = self.frame
        if around_x is None:
            today_x = self.scale.x(self.timeline.today.toordinal())
            around_x = today_x if 0 <= today_x <= frame.days_px else frame.days_px / 2
        self.scale = self.scale.zoomed(factor, max(around_x, 0.0))
        self._settle()
        self.zoomed.emit()

    def zoom_to(self, zoom: Zoom) -> None:
        """Zoom to a scale that has a name."""
        self.zoom(zoom.px_per_day / self.scale.px_per_day)

    def go_to_today(self) -> None:
        """Bring today into sight, with more of what comes than of what was."""
        days = self.frame.days_px / self.scale.px_per_day
        self.scale = Scale(self.timeline.today.toordinal() - days * _TODAY_SHARE, self.scale.px_per_day)
        self._settle()

    def fit_all(self) -> None:
        """Zoom so that all days are seen at once."""
        first, last = self._reach(0)
        wanted = self.frame.days_px / max(last - first + 30, 1)
        self.scale = Scale(first - 15, 1.0).zoomed(wanted, 0)
        self._settle()
        self.zoomed.emit()

    def pan(self, px: float) -> None:
        """Go some pixels to later days, or back."""
        self.scale = Scale(self.scale.origin + px / self.scale.px_per_day, self.scale.px_per_day)
        self._settle()

    def toggle_group(self, group: int) -> None:
        """Close a group, or open it."""
        name = self.timeline.groups[group].label.nl
        self._closed ^= {name}
        self._lay_out()
        self._set_bars()
        self._choose(self.layout_of_rows.row_of(group, None))

    def _choose(self, row: Row, *, tells: bool = True, brings_bar: bool = False) -> None:
        self.current = row
        frame, bar = self.frame, self.verticalScrollBar()
        room = int(frame.height - frame.head_px)
        if row.y < bar.value():
            bar.setValue(row.y)
        elif row.y + row.height > bar.value() + room:
            bar.setValue(row.y + row.height - room)
        if brings_bar:
            self._bring_bar(row)
        self.viewport().update()
        if tells:
            words = ". ".join(told_of(self.timeline, row, self.language))
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            self.current_changed.emit(words)

    def _bring_bar(self, row: Row) -> None:
        """Let the bar of a row be seen, where it is out of sight altogether."""
        if row.place is None:
            return
        mark, frame = self.timeline.mark(row.place), self.frame
        if mark.shape in {Shape.WAITS, Shape.NONE}:
            return
        left, right = self.scale.x(mark.first), self.scale.x(mark.last + 1)
        if right <= 0 or left >= frame.days_px:
            self.pan(left - frame.days_px / 3 if right <= 0 else max(right, left) - frame.days_px * 2 / 3)

    # --- days and heights ---------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        line = self._ink.height(13)
        closed = {at for at, group in enumerate(self.timeline.groups) if group.label.nl in self._closed}
        self._chart = None
        self.layout_of_rows = Layout(
            self.timeline.groups, frozenset(closed),
            row_px=max(ROW_PX, round(line) + 7), group_px=max(GROUP_PX, round(line) + 5),
        )  # fmt: skip

    def _reach(self, margin: int = _MARGIN_DAYS) -> tuple[int, int]:
        """Give the first and last day that can be gone to; a day typed a century off does not stretch it."""
        here, around = self.timeline.today.toordinal(), round(_YEARS_AROUND * 365.25)
        first, last = self.timeline.first_day, self.timeline.last_day
        return max(first, here - around, 1) - margin, min(last, here + around) + margin

    def _settle(self) -> None:
        """Keep the days within reach, and let the scroll bars show where we are."""
        first, last = self._reach()
        days = self.frame.days_px / self.scale.px_per_day
        last = max(last, round(first + days), round(self.timeline.today.toordinal() + days * (1 - _TODAY_SHARE)))
        first = min(first, round(self.timeline.today.toordinal() - days * _TODAY_SHARE))
        origin = min(max(self.scale.origin, first), max(first, last - days))
        self.scale = Scale(origin, self.scale.px_per_day)
        bar = self.horizontalScrollBar()
        bar.blockSignals(True)
        bar.setRange(0, max(0, round((last - first - days) * self.scale.px_per_day)))
        bar.setPageStep(round(self.frame.days_px))
        bar.setValue(round((origin - first) * self.scale.px_per_day))
        bar.blockSignals(False)
        self._first_day = first
        self.viewport().update()

    def _set_bars(self) -> None:
        frame, bar = self.frame, self.verticalScrollBar()
        room = int(frame.height - frame.head_px)
        bar.setRange(0, max(0, self.layout_of_rows.height - room))
        bar.setPageStep(max(room, 1))
        self._settle()

    def _follow_bar(self, value: int) -> None:
        self.scale = Scale(self._first_day + value / self.scale.px_per_day, self.scale.px_per_day)
        self.viewport().update()

    def _row_at(self, place: QPoint) -> Row | None:
        frame = self.frame
        if place.y() < frame.head_px:
            return None
        return self.layout_of_rows.row_at(int(place.y() - frame.head_px) + frame.top)

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.chart.paint(painter, self.frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_bars()
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_ink"):
            self._ink = ScreenInk(screen_face, self.devicePixelRatioF())
            self._lay_out()
            self._set_bars()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and len(self.timeline):
            first = self.layout_of_rows.row_at(self.verticalScrollBar().value())
            if first is not None:
                self._choose(first)
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
                self._choose(row, brings_bar=True)
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
            self._choose(self.layout_of_rows.next_to(row, steps) if self.current else row, brings_bar=True)

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
        self._choose(row)
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
