"""The middle of the window: title and count, search field, filter, table, and what stands in place of an empty one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.language import Language, Text
from tracker.ui.listing.chips import ChipBar
from tracker.ui.listing.columns import TITLE, CellWords, Column, usual_columns
from tracker.ui.listing.model import RecordModel
from tracker.ui.listing.view import RecordList
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.icons import icon, icon_size
from tracker.ui.parts.eliding_label import ElidingLabel
from tracker.ui.parts.empty_state import EmptyState
from tracker.ui.parts.tick_menu import TickMenu

_SEARCH = Text("Zoeken in alle tekst", "Search all text")
_SEARCH_SHORT = Text("Zoeken", "Search")
_COLUMNS = Text("Kolommen", "Columns")
_SAVE_VIEW = Text("Weergave bewaren…", "Save view…")
_USUAL = Text("&Standaardindeling herstellen", "&Restore the usual columns")
_LIST = Text("Lijst van records", "List of records")
_NARROW_PX, _TINY_PX = 640, 420


class ListPane(QFrame):
    """Shows a list; what is in it, others decide."""

    words_typed = Signal(str)
    columns_changed = Signal()
    usual_layout_wanted = Signal()
    save_view_wanted = Signal()

    def __init__(self, today: date, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.setProperty("role", "pane")
        self.cell_words = CellWords(today, language)
        self.model = RecordModel(self.cell_words)
        self.list = RecordList(self.model)
        self.list.setAccessibleName(_LIST.to(language))
        self.empty = EmptyState()
        self.chips = ChipBar(language)
        self.title, self.count = ElidingLabel(), QLabel()
        self.title.setProperty("role", "page-title")
        self.count.setProperty("role", "muted")
        self.search = self._make_search()
        self.columns_button = self._make_button(_COLUMNS, "columns-3", self._open_columns)
        self.save_button = self._make_button(_SAVE_VIEW, "bookmark-plus", self.save_view_wanted.emit)
        self.save_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.all_columns: tuple[Column, ...] = ()
        self._own_columns: tuple[Column, ...] | None = None
        self._lay_out()
        self.list.columns_moved.connect(self._take_order)
        self.list.resized.connect(self._fit)

    @property
    def chosen_columns(self) -> list[str] | None:
        """Give the keys of the columns that the user chose, or None where the program chooses."""
        return None if self._own_columns is None else [one.key for one in self._own_columns]

    def show_title(self, title: str, count: str, hint: str = "") -> None:
        """Show which list this is and how many it holds; ``hint`` explains the number."""
        self.title.setText(title)
        self.count.setText(count)
        self.count.setToolTip(hint)
        self.count.setAccessibleDescription(hint)

    def show_table(self, *, has_rows: bool) -> None:
        """Show the table, or what stands in its place."""
        self._pages.setCurrentIndex(0 if has_rows else 1)

    def offer_columns(self, columns: tuple[Column, ...], chosen: list[str] | None) -> None:
        """Offer these columns; show those chosen, or the usual ones."""
        self.all_columns = columns
        by_key = {one.key: one for one in columns}
        known = tuple(by_key[key] for key in chosen or () if key in by_key)
        self._own_columns = known or None
        self._fit()

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Make the menu that chooses columns."""
        menu = TickMenu(parent)
        shown = {one.key for one in self.model.columns}
        for column in self.all_columns:
            action = QAction(column.label.to(self.language).replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setEnabled(column.key != TITLE)
            action.toggled.connect(lambda on, key=column.key: self.show_column(key, shown=on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(icon("rotate-ccw", "muted"), _USUAL.to(self.language), self.usual_layout_wanted.emit)
        return menu

    def show_column(self, key: str, *, shown: bool) -> None:
        """Show a column, after the others, or leave it out."""
        kept = [one.key for one in self.model.columns if one.key != key]
        self._take_order([*kept, key] if shown else kept)
        if shown:
            self.list.bring_column(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field: down goes to the list, Esc clears."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _take_order(self, keys: list[str]) -> None:
        by_key = {one.key: one for one in self.all_columns}
        self._own_columns = tuple(by_key[key] for key in keys if key in by_key) or None
        self._fit()
        self.columns_changed.emit()

    def _fit(self) -> None:
        self.list.show_columns(self._own_columns or usual_columns(round(self.list.width() * 100 / grown(100))))
        narrow = self.width() < grown(_NARROW_PX)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.columns_button.setToolButtonStyle(style)
        is_tiny = self.width() < grown(_TINY_PX)  # the title goes before the words in the search field
        self.search.setMinimumWidth(grown(100 if is_tiny else 150))
        self.search.setPlaceholderText((_SEARCH_SHORT if is_tiny else _SEARCH).to(self.language))

    def _open_columns(self) -> None:
        menu = self.columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.columns_button.mapToGlobal(QPoint(0, self.columns_button.height())))

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_SEARCH.to(self.language))
        field.setAccessibleName(_SEARCH.to(self.language))
        field.setClearButtonEnabled(True)
        field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        field.setMinimumWidth(grown(150))
        field.setMaximumWidth(grown(240))
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.textChanged.connect(self.words_typed)
        field.installEventFilter(self)
        return field

    def _make_button(self, words: Text, icon_name: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "field")
        button.setText(f" {words.to(self.language)}")
        button.setAccessibleName(words.to(self.language))
        button.setToolTip(words.to(self.language))
        button.setIcon(icon(icon_name))
        button.setIconSize(icon_size())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False: act())  # type: ignore[operator]
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 8)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        row.addWidget(self.columns_button)
        row.addWidget(self.save_button)
        chips = QHBoxLayout()
        chips.setContentsMargins(8, 0, 16, 8)  # the bar keeps the rest of the margin, where it begins with a chip
        chips.addWidget(self.chips)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(chips)
        column.addWidget(self._pages, 1)
        self.chips.come_after(self.save_button)
