"""The timeline to look at: which days and rows are seen, and how far they are zoomed. Paints only what is seen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from tracker.basics.language import Language
from tracker.services.timeline import Shape, Timeline
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.tokens import tokens
from tracker.ui.overview.drawing import screen_face
from tracker.ui.timeline.chart import Chart
from tracker.ui.timeline.frame import Frame, head_px
from tracker.ui.timeline.ink import ScreenInk
from tracker.ui.timeline.layout import GROUP_PX, ROW_PX, Layout, Row
from tracker.ui.timeline.scale import Scale, Zoom
from tracker.ui.timeline.told import told_of

_LABEL_PX, _LABEL_SHARE, _WIDE_SHARE = 300, 0.34, 0.24
_TODAY_SHARE = 0.4
_YEARS_AROUND = 40


class TimelineView(QAbstractScrollArea):
    """Shows a timeline."""

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
        self._is_placed, self._first_day = False, 0
        self._ink = ScreenInk(screen_face, self.devicePixelRatioF())
        self._chart: Chart | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
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
        if kept is None or not self.choose_record(kept):
            self.current_changed.emit("")
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
            size.width(), size.height(), self._label_px(size.width()), head_px(self._ink),
            self.scale, self.verticalScrollBar().value(), self.current, self.hasFocus(),
        )  # fmt: skip

    @staticmethod
    def _label_px(width_px: int) -> int:
        """Give the width of the names: never more than a third of it all, and more of them where there is room."""
        return round(min(max(grown(_LABEL_PX), width_px * _WIDE_SHARE), width_px * _LABEL_SHARE))

    def choose_record(self, record_id: int) -> bool:
        """Choose the first deadline of a record; gives whether it is here."""
        place = self.timeline.place_of(record_id)
        if place is not None:
            self.choose(self.layout_of_rows.row_of(self.timeline.group_of(place), place))
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
        self.choose(self.layout_of_rows.row_of(group, None))

    def choose(self, row: Row, *, brings_bar: bool = False) -> None:
        """Make a row the chosen one and bring it in sight, with ``brings_bar`` its bar too."""
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
        words = ". ".join(told_of(self.timeline, row, self.language))
        self.setAccessibleDescription(words)
        if self.hasFocus():
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

    def _reach(self, margin: int) -> tuple[int, int]:
        """Give the first and last day that can be gone to; a day typed a century off does not stretch it."""
        here, around = self.timeline.today.toordinal(), round(_YEARS_AROUND * 365.25)
        first, last = self.timeline.first_day, self.timeline.last_day
        return max(first, here - around, 1) - margin, min(last, here + around) + margin

    def _settle(self) -> None:
        """Keep the days within reach, and let the scroll bars show where we are."""
        days = self.frame.days_px / self.scale.px_per_day
        first, last = self._reach(round(days))  # as much as is seen may be empty, so that any day can stand anywhere
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
