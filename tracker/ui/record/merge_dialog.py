"""*Samenvoegen in…*: one act that sets the status, relates the two, and takes along what the user ticks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.formats import day_words
from tracker.basics.language import Text
from tracker.records.relation import relation_words
from tracker.records.snapshot import Part, Record, RecordParts
from tracker.services import handling
from tracker.ui.parts.screens import fit_window
from tracker.ui.record.form_dialog import CANCEL
from tracker.ui.record.looks import button, label
from tracker.ui.record.picker import RecordPicker
from tracker.ui.record.style import wear_style
from tracker.ui.session import Session

_TITLE = Text("samenvoegen in een andere actie", "merge into another action")
_INTO = Text("&In welke actie", "&Into which action")
_MOVING = Text("&Wat verhuist mee", "&What moves along")
_ACCEPT = Text("Samenvoegen", "Merge")
_NOTHING = Text("Er hangt niets aan deze actie.", "Nothing hangs on this action.")
_WHY = Text(
    "De status wordt “samengevoegd” en de samenhang wordt vastgelegd. U kunt dit in één keer ongedaan maken.",
    "The status becomes “merged” and the relation is recorded. You can undo this in one go.",
)
_KINDS = {
    "deadline": Text("Termijn", "Deadline"),
    "progress_note": Text("Stand van zaken", "State of affairs"),
    "relation": Text("Samenhang", "Relation"),
}


class MergeDialog(QDialog):
    """Asks for the action that takes this one in, and what goes with it; writes the one step."""

    def __init__(self, session: Session, record: Record, parts: RecordParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._record = session, record
        wear_style(self)
        self.setWindowTitle(f"{record.reference}: {session.words(_TITLE)}")
        self.picker = RecordPicker(session, kind="action", without=record.id)
        self.moving = QListWidget()
        self.moving.setAccessibleName(session.words(_MOVING).replace("&", ""))
        self.moving.setWordWrap(True)
        self.moving.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (*parts.deadlines, *parts.notes, *parts.relations):
            self.moving.addItem(self._ticked(part))
        self.fault = label("", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.accept_button = button(session.words(_ACCEPT), primary=True)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.submit)
        self.picker.chosen_changed.connect(self._show_possible)
        self._lay_out()
        self._show_possible()

    def chosen_parts(self) -> list[Part]:
        """Give what is ticked to move along."""
        items = [self.moving.item(row) for row in range(self.moving.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked]

    def submit(self) -> None:
        """Merge; stays open and says what is wrong where that does not succeed."""
        into = self.picker.chosen()
        if into is None:
            return
        try:
            step = handling.merge_action(self._session.store, self._record, into, self.chosen_parts())
            self._session.submit(step)
        except TrackerError as error:
            self.fault.setText(self._session.words(error.words))
            self.fault.show()
        else:
            self.accept()

    def _show_possible(self) -> None:
        self.accept_button.setEnabled(self.picker.list.currentItem() is not None)

    def _ticked(self, part: Part) -> QListWidgetItem:
        item = QListWidgetItem(f"{self._session.words(_KINDS[part.entity])}: {self._words(part)}")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        item.setData(Qt.ItemDataRole.UserRole, part)
        return item

    def _words(self, part: Part) -> str:
        if part.entity == "deadline":
            end = day_words(part["end"], self._session.language) if part["end"] else ""
            return str(part["wording"] or part["what"] or end or part["waits_for"] or "–")
        if part.entity == "progress_note":
            text = " ".join(part["text"].split())
            return text if len(text) < 90 else f"{text[:88]}…"
        starts_here = part["record_id"] == self._record.id
        other = part["to_id"] if starts_here else part["record_id"]
        reference = self._session.store.references([other]).get(other, "?")
        how = relation_words(part["how"], reversed_side=not starts_here, language=self._session.language)
        return f"{how} {reference}"

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        title = label(f"{self._record.reference} {self._record.summary.title}", "card-caption")
        why = label(self._session.words(_WHY), "explanation")
        for words in (title, why):
            words.setWordWrap(True)
            column.addWidget(words)
        for caption, widget in ((_INTO, self.picker), (_MOVING, self.moving)):
            over = label(self._session.words(caption), "label")
            over.setBuddy(widget)
            column.addWidget(over)
            column.addWidget(widget, 1)
        if not self.moving.count():
            self.moving.hide()
            column.addWidget(label(self._session.words(_NOTHING), "hint"))
        column.addWidget(self.fault)
        cancel = button(self._session.words(CANCEL))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.accept_button)
        column.addLayout(row)
        fit_window(self, 560, 600)
