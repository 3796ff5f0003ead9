"""Tabs that are never cut: where there is no room some shrink to an icon, and the last stand in a list at the end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QMenu, QTabWidget, QToolButton, QWidget

from tracker.ui.record.looks import dress_button


class FittingTabs(QTabWidget):
    """A QTabWidget that shortens and hides tabs where they do not fit. The tab on show always stands in the bar.

    ``left_px`` is where the stylesheet lets the first tab begin.
    """

    def __init__(self, more_words: str, parent: QWidget | None = None, *, left_px: int = 0) -> None:
        super().__init__(parent)
        self._left_px = left_px
        self.setDocumentMode(True)
        bar = self.tabBar()
        bar.setDrawBase(False)  # Fusion draws it above the tabs, and leaves the chosen one out
        bar.setElideMode(Qt.TextElideMode.ElideNone)
        bar.setUsesScrollButtons(False)
        bar.setExpanding(False)
        self._short: dict[int, tuple[str, QIcon | str]] = {}
        self.more_button = QToolButton()
        dress_button(self.more_button, "chevron-down", more_words)
        self.more_button.clicked.connect(self._open_list)
        self.setCornerWidget(self.more_button, Qt.Corner.TopRightCorner)
        self.more_button.hide()
        self.currentChanged.connect(self._fit)

    def shorten_to(self, place: int, short: QIcon | str) -> None:
        """Let a tab become an icon or fewer words where all do not fit; its words stay its tooltip and its name.

        Those that were named first become short first.
        """
        words = self.tabText(place)
        self._short[place] = (words, short)
        self.setTabToolTip(place, words)
        self.tabBar().setAccessibleTabName(place, words)
        self._fit()

    def words_of(self, place: int) -> str:
        """Give the words of a tab, also of one that shows an icon."""
        return self._short[place][0] if place in self._short else self.tabText(place)

    @property
    def hidden_tabs(self) -> list[int]:
        """Give the places of the tabs that stand in the list."""
        return [place for place in range(self.count()) if not self.isTabVisible(place)]

    def setCurrentIndex(self, index: int) -> None:
        """Show a tab, also one that stands in the list: Qt makes no hidden tab current."""
        if 0 <= index < self.count():
            self.setTabVisible(index, True)
        super().setCurrentIndex(index)

    def setCurrentWidget(self, widget: QWidget) -> None:
        self.setCurrentIndex(self.indexOf(widget))

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
        for place, (words, _) in self._short.items():
            self.setTabText(place, words)
            self.setTabIcon(place, QIcon())
        for place, (_, short) in self._short.items():
            if self._widths_px() <= self.width() - self._left_px:
                break
            self.setTabText(place, short if isinstance(short, str) else "")
            self.setTabIcon(place, short if isinstance(short, QIcon) else QIcon())
        widths = [bar.tabRect(place).width() for place in range(self.count())]
        is_full = sum(widths) > self.width() - self._left_px
        self.more_button.setVisible(is_full)
        if not is_full:
            return
        now = self.currentIndex()
        room = self.width() - self._left_px - self.more_button.sizeHint().width() - (widths[now] if now >= 0 else 0)
        for place, width in enumerate(widths):
            if place != now:
                room -= width
                self.setTabVisible(place, room >= 0)

    def _widths_px(self) -> int:
        return sum(self.tabBar().tabRect(place).width() for place in range(self.count()))

    def _open_list(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in self.hidden_tabs:
            act = menu.addAction(self.words_of(place))
            act.setEnabled(self.isTabEnabled(place))
            act.triggered.connect(lambda _=False, wanted=place: self.setCurrentIndex(wanted))
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))
