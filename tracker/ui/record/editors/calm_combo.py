"""A choice box that leaves the wheel to the form, keeps within its column and opens with F4 and Alt+Down."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStylePainter,
    QWidget,
)

from tracker.ui.parts.screens import screen_room

_EDGES_PX, _LINE_EDGE_PX, _AROUND_PX = 4, 2, 8


class CalmCombo(QComboBox):
    """A QComboBox as a form wants it. With ``is_open`` any text may be typed, and the words are offered."""

    def __init__(self, *, is_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # without a delegate of its own the list ignores the stylesheet's colours for the current row
        self.setItemDelegate(QStyledItemDelegate(self))
        if is_open:
            self.setLineEdit(ElidingLine())
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = QCompleter(self.model(), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            self.setCompleter(completer)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """End words that do not fit in an ellipsis: Qt cuts them off."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - _EDGES_PX
        if (
            self.isEditable()
            or self.currentIndex() < 0
            or self.fontMetrics().horizontalAdvance(option.currentText) <= room
        ):
            super().paintEvent(event)
            return
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        """Open the list, wide enough for its longest words, yet within the pane: longer ones end in an ellipsis."""
        super().showPopup()
        view = self.view()
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        needed = view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width() + 12
        room = self._pane_room().intersected(screen_room(self))
        popup = view.window()
        width = min(max(self.width(), needed), max(self.width(), room.width() - _AROUND_PX))
        left = max(min(popup.x(), room.right() - width), room.left())
        popup.setGeometry(left, popup.y(), width, popup.height())

    def _pane_room(self) -> QRect:
        """Give the place on the screen of what scrolls around this box, or else of its window."""
        around: QWidget = self
        while (parent := around.parentWidget()) is not None and not around.isWindow():
            around = parent
            if isinstance(around, QScrollArea):
                break
        return QRect(around.mapToGlobal(QPoint(0, 0)), around.size())


class ElidingLine(QLineEdit):
    """A line that ends in an ellipsis where its words do not fit and nobody types in it; all stand in its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(lambda _words: self._tell_all())

    @property
    def shown(self) -> str:
        """Give the words as they stand there now."""
        if self.hasFocus() or self._fits():
            return self.text()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown
        if shown == self.text():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self._room(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _tell_all(self) -> None:
        self.setToolTip("" if self._fits() else self.text())

    def _fits(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) <= self._room().width()

    def _room(self) -> QRect:
        return self.contentsRect().marginsRemoved(self.textMargins()).adjusted(_LINE_EDGE_PX, 0, -_LINE_EDGE_PX, 0)
