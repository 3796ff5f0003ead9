"""The middle of the window: title and count, the search field, the table, and what stands there when it is empty."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
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
from tracker.ui.icons import icon
from tracker.ui.listing.columns import CellWords, Column, usual_columns
from tracker.ui.listing.empty_state import EmptyState
from tracker.ui.listing.model import RecordModel
from tracker.ui.listing.view import RecordList

_SEARCH = Text("Zoeken in alle tekst", "Search all text")
_COLUMNS = Text("Kolommen", "Columns")
_USUAL = Text("&Standaardindeling herstellen", "&Restore the usual columns")
_LIST = Text("Lijst van records", "List of records")
_NARROW_PX = 640


class ListPane(QFrame):
    """Shows a list; what is in it, others decide."""

    words_typed = Signal(str)
    sort_wanted = Signal(str)
    columns_changed = Signal()

    def __init__(self, today: date, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.setProperty("role", "pane")
        self.cell_words = CellWords(today, language)
        self.model = RecordModel(self.cell_words)
        self.list = RecordList(self.model)
        self.list.setAccessibleName(_LIST.to(language))
        self.empty = EmptyState()
        self.title, self.count = QLabel(), QLabel()
        self.title.setProperty("role", "page-title")
        self.count.setProperty("role", "muted")
        self.search = self._make_search()
        self.columns_button = self._make_columns_button()
        self.all_columns: tuple[Column, ...] = ()
        self._own_columns: tuple[Column, ...] | None = None
        self._lay_out()
        self.list.list_header.sectionClicked.connect(lambda place: self.sort_wanted.emit(self.model.columns[place].key))
        self.list.list_header.customContextMenuRequested.connect(self._open_columns_at)
        self.list.resized.connect(self._fit)

    @property
    def chosen_columns(self) -> list[str] | None:
        """Give the keys of the columns that the user chose, or None where the program chooses."""
        return None if self._own_columns is None else [one.key for one in self._own_columns]

    def show_title(self, title: str, count: str) -> None:
        """Show which list this is and how many it holds."""
        self.title.setText(title)
        self.count.setText(count)

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
        menu = QMenu(parent)
        shown = {one.key for one in self.model.columns}
        for column in self.all_columns:
            action = QAction(column.label.to(self.language).replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setEnabled(column.key != "title")
            action.toggled.connect(lambda on, key=column.key: self._toggle(key, shown=on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(_USUAL.to(self.language), self._restore)
        return menu

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

    def _toggle(self, key: str, *, shown: bool) -> None:
        wanted = {one.key for one in self.model.columns}
        wanted = wanted | {key} if shown else wanted - {key}
        self._own_columns = tuple(one for one in self.all_columns if one.key in wanted)
        self._fit()
        self.columns_changed.emit()

    def _restore(self) -> None:
        self._own_columns = None
        self._fit()
        self.columns_changed.emit()

    def _fit(self) -> None:
        self.list.show_columns(self._own_columns or usual_columns(self.list.width()))
        narrow = self.width() < _NARROW_PX
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.columns_button.setToolButtonStyle(style)

    def _open_columns(self) -> None:
        menu = self.columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.columns_button.mapToGlobal(QPoint(0, self.columns_button.height())))

    def _open_columns_at(self, place: QPoint) -> None:
        menu = self.columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.list_header.mapToGlobal(place))

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_SEARCH.to(self.language))
        field.setAccessibleName(_SEARCH.to(self.language))
        field.setClearButtonEnabled(True)
        field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        field.setMinimumWidth(150)
        field.setMaximumWidth(240)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.textChanged.connect(self.words_typed)
        field.installEventFilter(self)
        return field

    def _make_columns_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "field")
        button.setText(f" {_COLUMNS.to(self.language)}")
        button.setAccessibleName(_COLUMNS.to(self.language))
        button.setToolTip(_COLUMNS.to(self.language))
        button.setIcon(icon("columns-3"))
        button.setIconSize(QSize(16, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._open_columns)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        row.addWidget(self.columns_button)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._pages, 1)
