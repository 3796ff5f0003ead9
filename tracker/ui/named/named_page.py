"""One list of named things (letters, debates, organisations or persons): to search, add, change and take away."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.errors import TrackerError
from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.records.entity import BESIDE
from tracker.records.value_type import DAY
from tracker.services.beside import (
    LISTS,
    captions_of,
    delete_beside,
    listed_beside,
    save_beside,
    specs_of,
    used_by,
    values_beside,
)
from tracker.services.editor import Changed
from tracker.services.merging_named import MERGED
from tracker.store.people import remove_person
from tracker.ui.jobs.beside import Beside
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.icons import icon
from tracker.ui.named.merge_named_dialog import MergeNamedDialog
from tracker.ui.named.used_list import UsedList
from tracker.ui.record.form_dialog import CANCEL, FormDialog, defaults, own_specs
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_SEARCH = Text("Zoeken in deze lijst", "Search this list")
_REMOVING = Text(
    "De naam wordt overal in het bestand gewist. Dit kan even duren.",
    "The name is being erased everywhere in the file. This can take a moment.",
)
_MERGE = Text("Sa&menvoegen…", "&Merge…")
_ADD, _CHANGE, _DELETE = Text("&Nieuw…", "&New…"), Text("&Wijzigen…", "&Change…"), Text("&Verwijderen", "&Delete")
_REMOVE = Text("Uit het register &halen…", "Take &out of the register…")
_REMOVE_ACCEPT = Text("Voorgoed uit het register halen", "Take out for good")
_USED = Text("Waar gebruikt", "Where it is used")
_NEW_WORDS = {
    "letter": Text("Nieuwe brief", "New letter"), "debate": Text("Nieuw debat", "New debate"),
    "organisation": Text("Nieuwe organisatie", "New organisation"), "person": Text("Nieuwe persoon", "New person"),
}  # fmt: skip


class NamedPage(QWidget):
    """Shows one list, with where the chosen row is used beneath it."""

    open_record = Signal(int)

    def __init__(self, session: Session, entity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.entity = session, entity
        words = session.words
        self.search = QLineEdit()
        self.search.setPlaceholderText(words(_SEARCH))
        self.search.setAccessibleName(words(_SEARCH))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.table = QTableWidget(0, len(captions_of(entity)))
        self._widths_px: list[tuple[int, int]] = []
        """How wide each column likes to be, and how narrow it can be."""
        self.used = UsedList(session, entity)
        self.fault = label("", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.add_button, self.change_button = button(words(_ADD)), button(words(_CHANGE))
        self.delete_button = button(words(_REMOVE if entity == "person" else _DELETE))
        self.merge_button = button(words(_MERGE))
        self.merge_button.setVisible(entity in MERGED)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self._set_behaviour()
        self._lay_out()
        self.show_rows()

    @property
    def current_id(self) -> int | None:
        """Give the id of the chosen row, or None."""
        item = self.table.item(self.table.currentRow(), 0) if self.table.currentRow() >= 0 else None
        return None if item is None else int(item.data(Qt.ItemDataRole.UserRole))

    @property
    def shown_count(self) -> int:
        """Give how many rows the search leaves."""
        return sum(not self.table.isRowHidden(row) for row in range(self.table.rowCount()))

    def choose(self, row_id: int | None) -> None:
        """Choose a row, and bring it in sight; a search that hides it is cleared."""
        self.search.clear()
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and item.data(Qt.ItemDataRole.UserRole) == row_id:
                self.table.setCurrentCell(row, 0)
                self.table.scrollToItem(item)

    def show_rows(self) -> None:
        """Read the list anew; the chosen row stays chosen."""
        chosen = self.current_id
        rows = listed_beside(self.session.store, self.entity, self.session.language)
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, words in enumerate(row.cells):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                if column == 0:
                    cell.setData(Qt.ItemDataRole.UserRole, row.id)
                self.table.setItem(place, column, cell)
        self._narrow()
        if chosen is not None and self.current_id != chosen:
            self.choose(chosen)
        elif self.current_id is None and rows:
            self.table.setCurrentCell(0, 0)
        self._show_possible()

    def follow(self, changed: Changed) -> None:
        """Keep up with a step: the list itself, or only where things are used."""
        if changed.entities & {self.entity, "organisation"}:
            self.show_rows()
        self.used.show_row(self.current_id)

    # --- acts ---------------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a new row, and make it."""
        start = {"name": None, "email": None} if self.entity == "person" else defaults(self.entity)
        made = self._ask(None, start)
        if made is not None:
            self.choose(made)
            self.table.setFocus()

    def change(self) -> None:
        """Ask for other values of the chosen row."""
        row_id = self.current_id
        if row_id is not None and self.session.may_write:
            try:
                self._ask(row_id, values_beside(self.session.store, self.entity, row_id))
            except TrackerError as error:
                self._say(self.session.words(error.words))

    def merge(self) -> None:
        """Let the chosen row go up in another one, after showing what moves."""
        row_id = self.current_id
        if row_id is not None and self.session.may_write:
            self._say("")
            MergeNamedDialog(self.session, self.entity, row_id, self).exec()

    def delete(self) -> None:
        """Take the chosen row away; what is used stays, and it is said where."""
        row_id = self.current_id
        if row_id is None or not self.session.may_write:
            return
        self._say("")
        try:
            if self.entity == "person":
                self._remove(row_id)
            else:
                self.session.submit(delete_beside(self.session.store, self.entity, row_id))
        except TrackerError as error:
            self._say(self.session.words(error.words))

    def _ask(self, row_id: int | None, values: Any) -> int | None:
        saved: list[int] = []

        def submit(given: dict[str, Any]) -> None:
            step, made = save_beside(self.session.store, self.entity, row_id, given)
            self.session.submit(step)
            saved.append(made)

        specs = specs_of("person") if self.entity == "person" else own_specs(self.entity)
        what = BESIDE[self.entity]
        title = (
            _NEW_WORDS[self.entity] if row_id is None else Text(f"{what.nl.capitalize()} wijzigen", f"Change {what.en}")
        )
        FormDialog(self.session, self.session.words(title), specs, values, submit, self).exec()
        return saved[0] if saved else None

    def _remove(self, person_id: int) -> None:
        """Take a person out for good, after a question with numbers: this cannot be undone."""
        name = self.session.store.names()("person", person_id)
        count = len({one.summary.id for one in used_by(self.session.store, "person", person_id) if one.summary})
        question = Text(
            f"Naam en adres van {name} worden voorgoed gewist. Bij {count} records staat daarna “verwijderde persoon”. "
            "Dit kan niet ongedaan worden gemaakt.",
            f"Name and address of {name} are erased for good. {count} records will say “removed person” after that. "
            "This cannot be undone.",
        )
        box = QMessageBox(
            QMessageBox.Icon.Warning, self.window().windowTitle(), self.session.words(question), parent=self
        )
        accept = box.addButton(self.session.words(_REMOVE_ACCEPT), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(self.session.words(CANCEL), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        if box.clickedButton() is not accept:
            return
        store = self.session.store
        window = Beside(
            self.session, self.session.words(_REMOVE_ACCEPT), lambda _: remove_person(store, person_id), self
        )
        logged, backups = window.wait(self.session.words(_REMOVING), may_cancel=False)
        self.session.editor.tell(logged)
        if backups:
            named = ", ".join(path.name for path in backups)
            self._say(self.session.words(Text(f"De naam staat nog in reservekopieën: {named}.",
                                              f"The name is still in backups: {named}.")))  # fmt: skip

    # --- helpers ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def _fit_columns(self) -> None:
        """Give each column what it likes; where that is too much, all give in so far as their captions can.

        The one with the name gives in when the others cannot any more.
        """
        name = 1 if self.entity == "letter" else 0
        others = [one for place, one in enumerate(self._widths_px) if place != name]
        liked, least = (sum(one) for one in zip(*others, strict=True))
        room = self.table.viewport().width()
        name_px = max(self._widths_px[name][1], min(self._widths_px[name][0], room - least))
        part = max(0.0, min(1.0, (room - name_px - least) / (liked - least))) if liked > least else 1.0
        for place, (wide, narrow) in enumerate(self._widths_px):
            self.table.setColumnWidth(place, name_px if place == name else narrow + int((wide - narrow) * part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_table = self.focusWidget() is self.table
        if event.key() == Qt.Key.Key_Delete and in_table:
            self.delete()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and in_table:
            self.change()
        else:
            super().keyPressEvent(event)

    def _narrow(self) -> None:
        wanted = fold(self.search.text()).split()
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in range(self.table.columnCount()))
            text = fold(" ".join(cell.text() for cell in cells if cell is not None))
            self.table.setRowHidden(row, not all(word in text for word in wanted))
        shown, total = self.shown_count, self.table.rowCount()
        of = Text(f"{shown} van {total}", f"{shown} of {total}")
        self.count.setText(self.session.words(of) if wanted else str(total))

    def _show_possible(self) -> None:
        may, chosen = self.session.may_write, self.current_id is not None
        self.add_button.setEnabled(may)
        self.change_button.setEnabled(may and chosen)
        self.delete_button.setEnabled(may and chosen)
        self.merge_button.setEnabled(may and chosen and self.table.rowCount() > 1)

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def _on_chosen(self) -> None:
        self._say("")
        self._show_possible()
        self.used.show_row(self.current_id)

    def _set_behaviour(self) -> None:
        table = self.table
        table.setAccessibleName(self.session.words(LISTS[self.entity]))
        table.setHorizontalHeaderLabels([self.session.words(caption) for caption in captions_of(self.entity)])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if self.entity == "letter":
            self._widths_px.append((grown(64), grown(64)))
        for spec in specs_of(self.entity):
            words = table.fontMetrics().horizontalAdvance(self.session.words(spec.label)) + 24
            liked = max(grown(spec.width_px), words)
            self._widths_px.append((liked, liked if spec.type == DAY else words + (liked - words) // 3))
        table.viewport().installEventFilter(self)
        table.currentCellChanged.connect(lambda *_: self._on_chosen())
        table.itemDoubleClicked.connect(lambda _: self.change())
        self.search.textChanged.connect(self._narrow)
        self.add_button.clicked.connect(self.add)
        self.change_button.clicked.connect(self.change)
        self.delete_button.clicked.connect(self.delete)
        self.merge_button.clicked.connect(self.merge)
        self.used.open_record.connect(self.open_record)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self.count)
        for one in (self.add_button, self.change_button, self.merge_button, self.delete_button):
            head.addWidget(one)
        beneath = QWidget()
        column = QVBoxLayout(beneath)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(label(self.session.words(_USED), "group"))
        column.addWidget(self.used, 1)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.table)
        both.addWidget(beneath)
        both.setSizes([320, 180])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addWidget(self.fault)
        outer.addWidget(both, 1)
