"""*Prullenbak*: what was deleted, when and by whom; and *Terugzetten*."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.folding import fold
from tracker.basics.formats import moment_words
from tracker.basics.language import Text
from tracker.records.registry import kind_of
from tracker.services.bin import Deleted, deleted_records, restore_records
from tracker.ui.doing.doing_dialog import CLOSE, DoingDialog
from tracker.ui.doing.lines_table import LineColumn, LinesModel, make_lines_table
from tracker.ui.looks.icons import icon
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_TITLE = Text("Prullenbak", "Bin")
_SEARCH = Text("&Zoeken in de prullenbak", "&Search the bin")
_NOTE = Text(
    "Terugzetten is een stap als alle andere: u kunt het ongedaan maken.",
    "Restoring is a step like all others: you can undo it.",
)
_EMPTY = Text("De prullenbak is leeg.", "The bin is empty.")
_NOT_FOUND = Text("Geen verwijderde records met deze woorden.", "No deleted records with these words.")
_COLUMNS = (
    LineColumn(Text("Nr", "No."), 92),
    LineColumn(Text("Onderwerp", "Subject")),
    LineColumn(Text("Soort", "Kind"), 120),
    LineColumn(Text("Verwijderd", "Deleted"), 140),
    LineColumn(Text("Door", "By"), 120),
    LineColumn(Text("Hoe", "How"), 180),
)


class BinDialog(DoingDialog):
    """Lists what is in the bin; Enter or the button brings the chosen records back. It stays open for the next."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, _TITLE, parent, note=_NOTE, closes_with=CLOSE)
        self.restored: list[int] = []
        self._all: list[Deleted] = []
        self._shown: list[Deleted] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(session.words(_SEARCH).replace("&", ""))
        self.search.setAccessibleName(session.words(_SEARCH).replace("&", ""))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._show)
        self.model = LinesModel(_COLUMNS, session.language, self)
        self.table = make_lines_table(self.model, _COLUMNS, session.words(_TITLE))
        self.table.doubleClicked.connect(lambda _: self.restore())  # Enter presses the button
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_possible())
        self.empty = label("", "empty")
        self.left_out = label("", "hint")
        self.left_out.setWordWrap(True)
        self.left_out.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.accept_button.clicked.connect(self.restore)
        for widget, stretch in ((self.search, 0), (self.empty, 0), (self.table, 1), (self.left_out, 0)):
            self.body.addWidget(widget, stretch)
        self.left_out.hide()
        session.changed.connect(self.read)
        self.finished.connect(lambda _: session.changed.disconnect(self.read))
        self.fit(940, 560)
        self.read()

    def first_input(self) -> QWidget:
        return self.table if self._all else self.search

    def read(self) -> None:
        """Read the bin anew."""
        self._all = deleted_records(self.session.store)
        self._show()

    def restore(self) -> None:
        """Bring the chosen records back, in one step; says what could not come along."""
        ids = [one.id for one in self._chosen()]
        if not ids:
            return
        try:
            restoring = restore_records(self.session.store, ids)
        except TrackerError as error:
            self.tell(error.words)
            return
        if self.write(restoring.step):
            self.restored = ids
            self.left_out.setText("\n".join(self.session.words(words) for words in restoring.left_out))
            self.left_out.setVisible(bool(restoring.left_out))

    def _chosen(self) -> list[Deleted]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self._shown[row] for row in rows]

    def _show(self) -> None:
        words = fold(self.search.text()).split()
        self._shown = [one for one in self._all if all(word in one.folded for word in words)]
        language = self.session.language
        rows = [
            (
                one.reference, one.title, kind_of(one.kind).one.to(language), moment_words(one.at, language),
                one.by, one.how.to(language),
            )
            for one in self._shown
        ]  # fmt: skip
        self.model.show_rows(rows, [icon(kind_of(one.kind).icon, "muted") for one in self._shown])
        if rows:
            self.table.selectRow(0)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.setText(self.session.words(_NOT_FOUND if self._all else _EMPTY))
        self._show_possible()

    def _show_possible(self) -> None:
        count = len(self._chosen())
        self.accept_button.setEnabled(bool(count) and self.session.may_write)
        if count > 1:
            words = Text(f"{count} records terugzetten", f"Restore {count} records")
        else:
            words = Text("&Terugzetten", "&Restore")
        self.offer(words, "archive-restore")
