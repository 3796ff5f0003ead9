"""The table of what one proposal does: rows as high as their words, Space for the tick, Enter goes down."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tracker.ui.importing.fields_model import BECOMES, FIELD, NOW, PLACE, FieldsModel
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.tokens import tokens

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX = 30
_HIGHEST_ROW_PX = 320
_AROUND_PX = 6
_AROUND_TICK_PX = 2
_WIDTHS_PX = {FIELD: 140, PLACE: 84}
_LEAST_TEXT_PX = 110
_FIELD_SHARE = 40
"""In hundredths of a narrow table."""


class FieldsTable(QTableView):
    """What stands there now has no column of its own where nothing does, so that what comes has the room."""

    def __init__(self, model: FieldsModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column in (NOW, BECOMES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(max(map(header.sectionSizeHint, _WIDTHS_PX | {NOW: 0, BECOMES: 0})))
        for column, width in _WIDTHS_PX.items():
            header.resizeSection(column, grown(width))

    def fit(self) -> None:
        """Show the columns that say something, and let each row be as high as its words need, up to some lines."""
        self.setColumnHidden(NOW, not self._fields.has_before)
        self._give_words_room()
        for row in range(self._fields.rowCount()):
            self.setRowHeight(row, max(grown(_ROW_PX), min(self.sizeHintForRow(row), grown(_HIGHEST_ROW_PX))))

    def _give_words_room(self) -> None:
        """For large letters on a small screen: where in the file it stands gives way to what it says.

        That stands above the table too.
        """
        width, texts = self.viewport().width(), 2 if self._fields.has_before else 1
        needed = sum(map(grown, _WIDTHS_PX.values())) + texts * grown(_LEAST_TEXT_PX)
        self.setColumnHidden(PLACE, width < needed)
        widest = width * _FIELD_SHARE // 100
        self.horizontalHeader().resizeSection(FIELD, min(grown(_WIDTHS_PX[FIELD]), max(widest, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._fields.toggle(row)
        elif event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self._type_in(row)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.state() is QAbstractItemView.State.EditingState:
                QTimer.singleShot(0, self, self._go_down)  # what was typed is taken over first
            else:
                self._go_down()
        else:
            super().keyPressEvent(event)

    def _type_in(self, row: int) -> None:
        """Let what the field becomes be typed, whichever cell of its row is the current one."""
        becomes = self._fields.index(row, BECOMES)
        if becomes.isValid() and becomes.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(becomes)
            self.edit(becomes)

    def _go_down(self) -> None:
        current = self.currentIndex()
        if current.row() + 1 < self._fields.rowCount():
            self.setCurrentIndex(self._fields.index(current.row() + 1, current.column()))


class _Cells(QStyledItemDelegate):
    """Some room around the words, a line below, and a text of several lines in an editor that shows them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return super().sizeHint(option, index) + QSize(0, 2 * _AROUND_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        whole = option.rect
        painter.fillRect(whole.left(), whole.bottom(), whole.width(), 1, tokens().line)
        option.rect = self._words_rect(option, index)
        super().paint(painter, option, index)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        option.rect = self._words_rect(option, index)  # where the tick was painted
        return super().editorEvent(event, model, option, index)

    def _words_rect(self, option: QStyleOptionViewItem, index: _Index) -> QRect:
        """Give where words stand; a tick stands in the middle of that, so its words get no more than they need."""
        rect = option.rect.adjusted(0, _AROUND_PX, 0, -_AROUND_PX)
        if index.column() == FIELD:
            tick = option.widget.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorHeight, option, option.widget)
            needed = max(super().sizeHint(option, index).height(), tick + _AROUND_TICK_PX)
            rect.setHeight(min(max(rect.height(), tick + _AROUND_TICK_PX), needed))
        return rect

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        if "\n" in str(index.data(Qt.ItemDataRole.EditRole) or ""):
            return QPlainTextEdit(parent)
        return super().createEditor(parent, option, index)
