"""Tabs that are never cut: those for which there is no room stand in a list behind a button at the end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QTabWidget, QToolButton, QWidget

from tracker.ui.record.looks import dress_button


class FittingTabs(QTabWidget):
    """A QTabWidget that hides the last tabs where they do not fit. The tab on show always stands in the bar."""

    def __init__(self, more_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        bar = self.tabBar()
        bar.setElideMode(Qt.TextElideMode.ElideNone)
        bar.setUsesScrollButtons(False)
        bar.setExpanding(False)
        self.more_button = QToolButton()
        dress_button(self.more_button, "chevron-down", more_words)
        self.more_button.clicked.connect(self._open_list)
        self.setCornerWidget(self.more_button, Qt.Corner.TopRightCorner)
        self.more_button.hide()
        self.currentChanged.connect(self._fit)

    @property
    def hidden_tabs(self) -> list[int]:
        """Give the places of the tabs that stand in the list."""
        return [place for place in range(self.count()) if not self.isTabVisible(place)]

    def setCurrentIndex(self, index: int) -> None:
        """Show a tab, also one that stands in the list: Qt makes no hidden tab current."""
        if 0 <= index < self.count():
            self.setTabVisible(index, True)
        super().setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def tabInserted(self, index: int) -> None:
        super().tabInserted(index)
        self._fit()

    def _fit(self) -> None:
        bar = self.tabBar()
        for place in range(self.count()):
            self.setTabVisible(place, True)
        widths = [bar.tabRect(place).width() for place in range(self.count())]
        is_full = sum(widths) > self.width()
        self.more_button.setVisible(is_full)
        if not is_full:
            return
        now = self.currentIndex()
        room = self.width() - self.more_button.sizeHint().width() - (widths[now] if now >= 0 else 0)
        for place, width in enumerate(widths):
            if place != now:
                room -= width
                self.setTabVisible(place, room >= 0)

    def _open_list(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in self.hidden_tabs:
            act = menu.addAction(self.tabText(place))
            act.setEnabled(self.isTabEnabled(place))
            act.triggered.connect(lambda _=False, wanted=place: self.setCurrentIndex(wanted))
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))
