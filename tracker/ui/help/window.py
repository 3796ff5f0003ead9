"""The window of help (F1): contents and search on the left, the page on the right. One goes on working beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.language import Language, Text
from tracker.services.help_pages import CONTENTS, HelpHit, Page, help_folder, read_pages, search_pages
from tracker.ui.help.hit_painter import HIT_ROLE, HitPainter
from tracker.ui.help.keys import keys_page
from tracker.ui.help.page_view import PageView
from tracker.ui.help.places import mark_places, page_for
from tracker.ui.looks.icons import icon, icon_size
from tracker.ui.parts.screens import fit_window

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow

_TITLE = Text("Help bij Tracker", "Help with Tracker")
_SEARCH = Text("Zoeken in de help", "Search help")
_CONTENTS = Text("Inhoud", "Contents")
_FOUND = Text("Gevonden plaatsen", "Places found")
_BACK, _FORWARD = Text("Terug (Alt+links)", "Back (Alt+Left)"), Text("Vooruit (Alt+rechts)", "Forward (Alt+Right)")
_PAGE = Text("Pagina", "Page")
_NOTHING = Text("Niets gevonden. Probeer een ander woord.", "Nothing found. Try another word.")
_SIZE = QSize(940, 680)
_LEFT_PX, _LEFT_LETTERS = 312, 44
_AROUND_SEARCH_PX = 60
_PAGE_ROLE = int(Qt.ItemDataRole.UserRole)


def open_help(window: MainWindow, page: str | None = None) -> HelpWindow:
    """Show help at a page, or at the one that fits where the focus is."""
    focused = QApplication.focusWidget()
    mark_places(window)
    shown = window.findChild(HelpWindow)
    if shown is None:
        shown = HelpWindow(window)
        shown.move(window.frameGeometry().center() - shown.rect().center())
    shown.read(window)
    shown.show_page(page or page_for(focused))
    shown.show()
    shown.search.setFocus()
    shown.raise_()
    shown.activateWindow()
    return shown


class HelpWindow(QWidget):
    """Not modal. Closes with the window it belongs to."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self._language: Language = window.language
        self.pages: dict[str, Page] = {}
        self.current: Page | None = None
        self._before: list[str] = []
        self._after: list[str] = []
        self.search, self.list = QLineEdit(), QListWidget()
        self.nothing = QLabel(_NOTHING.to(self._language))
        self.view = PageView(QUrl.fromLocalFile(f"{help_folder(self._language)}/"))
        self.back, self.forward = QToolButton(), QToolButton()
        self._make_parts()
        self._lay_out()
        self._add_keys()
        self.setWindowTitle(_TITLE.to(self._language))
        fit_window(self, _SIZE.width(), _SIZE.height())

    def read(self, window: MainWindow) -> None:
        """Read the pages, and make that of the keys anew: acts come and go with what is on show."""
        self.pages = read_pages(self._language, [keys_page(window, self._language)])
        self.search.clear()
        self._list_contents()

    def show_page(self, name: str, heading: str = "") -> None:
        """Show a page; one that is not there gives the contents."""
        page = self.pages.get(name, self.pages[CONTENTS])
        if self.current is not None and page.name != self.current.name:
            self._before.append(self.current.name)
            self._after.clear()
        self._show(page, heading)

    def follow(self, target: str) -> None:
        """Follow a link: to another page of help, or to an address outside, which the system opens."""
        if ".md" in target and "://" not in target:
            self.show_page(target.partition(".md")[0])
        else:
            QDesktopServices.openUrl(QUrl(target))

    def go_back(self) -> None:
        """Show the page before this one."""
        self._step(self._before, self._after)

    def go_forward(self) -> None:
        """Show the page that was left by going back."""
        self._step(self._after, self._before)

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field: down goes to the list, Enter shows what is chosen there."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._open(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.search.text():
                self.search.clear()
            else:
                self.close()
            return
        super().keyPressEvent(event)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _step(self, take: list[str], put: list[str]) -> None:
        if take and self.current is not None:
            put.append(self.current.name)
            self._show(self.pages[take.pop()])

    def _show(self, page: Page, heading: str = "") -> None:
        self.current = page
        self.view.show_page(page, heading, self.search.text())
        self.view.setAccessibleName(f"{_PAGE.to(self._language)}: {page.title}")
        self.back.setEnabled(bool(self._before))
        self.forward.setEnabled(bool(self._after))
        if not self.search.text():
            self._choose_current()

    def _search(self, typed: str) -> None:
        if not typed.strip():
            self._list_contents()
            if self.current is not None:
                self.view.show_page(self.current)
            return
        hits = search_pages(self.pages.values(), typed)
        self.list.clear()
        self.list.setAccessibleName(_FOUND.to(self._language))
        for hit in hits:
            self.list.addItem(_hit_item(hit))
        self.nothing.setVisible(not hits)
        if hits:
            self.list.setCurrentRow(0)
        else:
            self.view.mark("")  # what stood marked was typed before

    def _list_contents(self) -> None:
        self.nothing.hide()
        self.list.clear()
        self.list.setAccessibleName(_CONTENTS.to(self._language))
        for page in self.pages.values():
            item = QListWidgetItem(page.title)
            item.setData(_PAGE_ROLE, (page.name, ""))
            self.list.addItem(item)
        self._choose_current()

    def _choose_current(self) -> None:
        if self.current is None:
            return
        was_blocked = self.list.blockSignals(True)
        self.list.setCurrentRow(list(self.pages).index(self.current.name))
        self.list.blockSignals(was_blocked)

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            name, heading = item.data(_PAGE_ROLE)
            self.show_page(name, heading)

    def _make_parts(self) -> None:
        words = self._language
        self.search.setPlaceholderText(_SEARCH.to(words))
        self.search.setAccessibleName(_SEARCH.to(words))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.list.setItemDelegate(HitPainter(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda item, _before: self._open(item))
        self.list.itemClicked.connect(self._open)
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(12, 4, 12, 0)
        self.view.link_followed.connect(self.follow)
        for button, sign, name, act in (
            (self.back, "arrow-left", _BACK, self.go_back), (self.forward, "arrow-right", _FORWARD, self.go_forward),
        ):  # fmt: skip
            button.setIcon(icon(sign))
            button.setIconSize(icon_size())
            button.setToolTip(name.to(words))
            button.setAccessibleName(name.to(words))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)

    def _lay_out(self) -> None:
        left = QWidget()
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 12, 12, 4)
        bar.setSpacing(4)
        bar.addWidget(self.back)
        bar.addWidget(self.forward)
        bar.addWidget(self.search, 1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(bar)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.view)
        splitter.setStretchFactor(1, 1)
        wide = max(_LEFT_PX, self.fontMetrics().horizontalAdvance("x") * _LEFT_LETTERS)
        self.search.setMinimumWidth(
            self.fontMetrics().horizontalAdvance(self.search.placeholderText()) + _AROUND_SEARCH_PX
        )
        splitter.setSizes([wide, max(_SIZE.width() - wide, wide)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)
        self.setTabOrder(self.search, self.list)
        self.setTabOrder(self.list, self.view)

    def _add_keys(self) -> None:
        for keys, act in (
            ("Alt+Left", self.go_back), ("Alt+Right", self.go_forward), ("Ctrl+F", self.search.setFocus),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)


def _hit_item(hit: HelpHit) -> QListWidgetItem:
    title = hit.page.title if hit.heading == hit.page.title else f"{hit.page.title} › {hit.heading}"
    item = QListWidgetItem(title)
    item.setData(_PAGE_ROLE, (hit.page.name, hit.heading))
    item.setData(HIT_ROLE, (hit.excerpt, hit.spans))
    item.setData(int(Qt.ItemDataRole.AccessibleTextRole), f"{title}. {hit.excerpt}")
    return item
