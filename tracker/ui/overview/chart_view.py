"""A chart in the window: it paints itself, and each of its parts is a button for mouse, keyboard and screen reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from tracker.ui.looks.tokens import tokens
from tracker.ui.overview.charts import Chart
from tracker.ui.overview.drawing import Drawing, Mark, draw, screen_face

_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_ON = {Qt.Key.Key_Right, Qt.Key.Key_Down}
PADDING_PX = 4
"""Around the chart, so that the edge of a part with the focus has room."""


class MarkButton(QAbstractButton):
    """Lies over a part of a chart. Enter and Space open it; the arrow keys walk to its neighbours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.radius = 3.0
        self.mark: Mark | None = None

    def show_name(self, name: str) -> None:
        """Say what this part is, to hover and to the screen reader."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        elif event.key() in _BACK | _ON:
            event.ignore()  # the chart walks
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus() and not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(tokens().focus if self.hasFocus() else tokens().control), width))
        edge = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), self.radius, self.radius)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class ChartView(QWidget):
    """Shows a chart; ``chosen`` carries what a part opens. One part is a stop for Tab, arrow keys go on from there."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart: Chart | None = None
        self.marks: list[MarkButton] = []
        self._drawing = Drawing(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chart(self, chart: Chart) -> None:
        """Show another chart, or other figures in it; the part that had the focus keeps it."""
        self.chart = chart
        self._arrange()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = self.width() or 400
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 20)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self.chart is None:
            return 0
        return round(self.chart.arrange(width - 2 * PADDING_PX, screen_face).height + 2 * PADDING_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(PADDING_PX, PADDING_PX)
        draw(painter, self._drawing.items, tokens(), screen_face)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys that a part did not take come here."""
        step = -1 if event.key() in _BACK else 1 if event.key() in _ON else 0
        at = next((place for place, one in enumerate(self.marks) if one.hasFocus()), None)
        if at is None or not step:
            super().keyPressEvent(event)
            return
        self._focus_on((at + step) % len(self.marks))

    def _focus_on(self, place: int) -> None:
        for one in self.marks:
            one.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.marks[place].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.marks[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        if self.chart is None or self.width() <= 0:
            return
        self._drawing = self.chart.arrange(self.width() - 2 * PADDING_PX, screen_face)
        self._place_marks(self._drawing.marks)
        self.update()

    def _place_marks(self, wanted: list[Mark]) -> None:
        while len(self.marks) < len(wanted):
            self.marks.append(self._make_button())
        for left in self.marks[len(wanted) :]:
            left.deleteLater()
        del self.marks[len(wanted) :]
        for button, mark in zip(self.marks, wanted, strict=True):
            button.show_name(mark.name)
            button.setGeometry(mark.rect.translated(PADDING_PX, PADDING_PX).adjusted(-3, -1, 3, 1).toAlignedRect())
            button.mark = mark
        stops = [one for one in self.marks if one.focusPolicy() == Qt.FocusPolicy.StrongFocus]
        if self.marks and not stops:
            self.marks[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _make_button(self) -> MarkButton:
        made = MarkButton(self)
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        made.clicked.connect(lambda _=False: self._tell(made))
        made.show()
        return made

    def _tell(self, button: MarkButton) -> None:
        if button.mark is not None:
            self.chosen.emit(button.mark.target)
