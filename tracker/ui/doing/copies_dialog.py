"""*Reservekopieën*: the copies beside the register, a new one with a name, and *Terugzetten*."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMessageBox, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.formats import moment_words
from tracker.basics.language import Text
from tracker.services.copies import Copy, copies_of, keep_copy
from tracker.services.opening import refuse_spoiled
from tracker.ui.doing.doing_dialog import CLOSE, DoingDialog
from tracker.ui.doing.lines_table import LineColumn, LinesModel, make_lines_table
from tracker.ui.jobs.beside import Beside
from tracker.ui.looks.icons import icon
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_TITLE = Text("Reservekopieën", "Backups")
_NOTE = Text(
    "Voor het terugzetten wordt eerst een kopie gemaakt van hoe het nu is.",
    "Before a copy is put back, one is made of how it is now.",
)
_NAME = Text("Naam voor een kopie van nu, bijvoorbeeld: voor de brief", "Name for a copy of now: before the letter")
_KEEP = Text("Nu een &kopie maken", "Make a &copy now")
_RESTORE = Text("&Terugzetten", "Put &back")
_EMPTY = Text("Er is nog geen kopie van dit register.", "There is no copy of this register yet.")
_CHECKED = Text("De kopie wordt nagekeken. Er verandert nog niets.", "The copy is being checked. Nothing changes yet.")
_COLUMNS = (
    LineColumn(Text("Gemaakt", "Made"), 176),
    LineColumn(Text("Waarom, of de naam", "Why, or its name")),
    LineColumn(Text("Stappen daarna", "Steps since"), 130),
    LineColumn(Text("Grootte", "Size"), 90),
)


class CopiesDialog(DoingDialog):
    """Lists the copies. ``chosen`` is the one that is to take the place of the register, checked; None: none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, _TITLE, parent, note=_NOTE, closes_with=CLOSE)
        self.chosen: Path | None = None
        self._copies: list[Copy] = []
        words = session.words
        self.name = QLineEdit()
        self.name.setPlaceholderText(words(_NAME))
        self.name.setAccessibleName(words(_NAME))
        self.keep_button = button(words(_KEEP), icon_name="archive")
        self.keep_button.setAutoDefault(False)
        self.keep_button.clicked.connect(self.keep)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.keep_button)
        self.model = LinesModel(_COLUMNS, session.language, self)
        self.table = make_lines_table(self.model, _COLUMNS, words(_TITLE))
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.doubleClicked.connect(lambda _: self.restore())
        self.empty = label(words(_EMPTY), "empty")
        self.offer(_RESTORE, "archive-restore")
        self.accept_button.clicked.connect(self.restore)
        self.body.addLayout(row)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.table, 1)
        self.fit(820, 480)
        self.read()

    def first_input(self) -> QWidget:
        return self.table if self._copies else self.name

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the name makes the copy; elsewhere it puts the chosen one back, after its question."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.name.hasFocus():
            self.keep()
        else:
            super().keyPressEvent(event)

    def read(self) -> None:
        """Read anew which copies there are."""
        self._copies = copies_of(self.session.store)
        language = self.session.language
        rows = [
            (moment_words(one.at, language), one.why.to(language), str(one.steps_since), _size(one.size_bytes))
            for one in self._copies
        ]
        self.model.show_rows(
            rows, [icon("bookmark-plus" if one.is_named else "archive", "muted") for one in self._copies]
        )
        if rows:
            self.table.selectRow(0)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.accept_button.setEnabled(bool(rows) and self.session.may_write)

    def keep(self) -> None:
        """Make a copy of now under the name that was typed."""
        try:
            keep_copy(self.session.store, self.name.text())
        except TrackerError as error:
            self.tell(error.words)
            self.name.setFocus()
            return
        self.tell(None)
        self.name.clear()
        self.read()
        self.table.setFocus()

    def restore(self) -> None:
        """Check the chosen copy, ask, and let it take the place of the register."""
        place = self.table.currentIndex().row()
        if not (0 <= place < len(self._copies) and self.session.may_write):
            return
        chosen = self._copies[place]
        try:
            window = Beside(self.session, chosen.path.name, lambda _: refuse_spoiled(chosen.path), self)
            window.wait(self.session.words(_CHECKED), may_cancel=False)
        except TrackerError as error:
            self.tell(error.words)
            return
        if self._is_sure(chosen):
            self.chosen = chosen.path
            self.accept()

    def _is_sure(self, chosen: Copy) -> bool:
        """Ask with the number of steps that are left out from then on: undo does not bring them back."""
        words, when = self.session.words, moment_words(chosen.at, self.session.language)
        steps = Text(
            "1 stap" if chosen.steps_since == 1 else f"{chosen.steps_since} stappen",
            "1 step" if chosen.steps_since == 1 else f"{chosen.steps_since} steps",
        )
        asked = Text(
            f"Het register wordt weer zoals op {when}. Wat daarna is gedaan ({steps.nl}), staat er dan niet meer in. "
            "Er wordt eerst een kopie gemaakt van hoe het nu is.",
            f"The register becomes as on {when} again. What was done since ({steps.en}) is not in it any more then. "
            "A copy of how it is now is made first.",
        )
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), words(asked), parent=self)
        yes = box.addButton(words(_RESTORE), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)
        box.exec()
        return box.clickedButton() is yes


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1_000_000:.1f} MB".replace(".", ",")
