"""Relating the shown record to another: the word, read from either side, and the other record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.records.relation import RELATIONS
from tracker.records.snapshot import Record
from tracker.services.relating import relate_many
from tracker.ui.parts.screens import fit_window
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.form_dialog import CANCEL
from tracker.ui.record.looks import button, label
from tracker.ui.record.picker import RecordPicker
from tracker.ui.record.style import wear_style
from tracker.ui.session import Session

_TITLE = Text("samenhang toevoegen", "add a relation")
_HOW = Text("&Samenhang", "&Relation")
_OTHER = Text("&Ander record", "&Other record")
_MOST_NAMED = 6
_ACCEPT = Text("Toevoegen", "Add")


class RelateDialog(QDialog):
    """Asks how and with which record; writes the step. ``others`` are those that were dropped: nothing to choose."""

    def __init__(
        self, session: Session, record: Record, parent: QWidget | None = None, others: Sequence[Record] = ()
    ) -> None:
        super().__init__(parent)
        self._session, self._record, self._others = session, record, tuple(others)
        wear_style(self)
        self.setWindowTitle(f"{record.reference}: {session.words(_TITLE)}")
        self.how = CalmCombo()
        self.how.setAccessibleName(session.words(_HOW).replace("&", ""))
        for reversed_side in (False, True):
            for how, words in RELATIONS.items():
                if how != "samengevoegd in":  # merging is an act of its own
                    self.how.addItem(session.words(words[int(reversed_side)]), (how, reversed_side))
        self.picker = RecordPicker(session, without=record.id)
        self.fault = label("", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.accept_button = button(session.words(_ACCEPT), primary=True)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.submit)
        self.picker.list.itemDoubleClicked.connect(lambda _: self.submit())
        self.picker.chosen_changed.connect(self._show_possible)
        self._lay_out()
        self._show_possible()

    def submit(self) -> None:
        """Write the relation; stays open and says what is wrong where that does not succeed."""
        chosen = self.picker.chosen() if not self._others else None
        others = self._others or (() if chosen is None else (chosen,))
        if not others:
            return
        how, reversed_side = self.how.currentData()
        try:
            step = relate_many(self._session.store, self._record, how, others, reversed_side=reversed_side)
            self._session.submit(step)
        except TrackerError as error:
            self.fault.setText(self._session.words(error.words))
            self.fault.show()
        else:
            self.accept()

    def _show_possible(self) -> None:
        self.accept_button.setEnabled(bool(self._others) or self.picker.list.currentItem() is not None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        title = label(f"{self._record.reference} {self._record.summary.title}", "card-caption")
        title.setWordWrap(True)
        column.addWidget(title)
        other: QWidget = self._named_others() if self._others else self.picker
        for words, widget in ((_HOW, self.how), (_OTHER, other)):
            caption = label(self._session.words(words), "label")
            caption.setBuddy(widget)
            column.addWidget(caption)
            column.addWidget(widget, int(widget is other))
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
        fit_window(self, 520, 240 if self._others else 440)
        (self.how if self._others else self.picker).setFocus()

    def _named_others(self) -> QLabel:
        self.picker.hide()
        self.picker.setParent(self)
        named = [f"{one.reference}  {one.summary.title}" for one in self._others[:_MOST_NAMED]]
        more = [f"+ {len(self._others) - _MOST_NAMED}"] if len(self._others) > _MOST_NAMED else []
        words = label("\n".join([*named, *more]), "value")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        return words
