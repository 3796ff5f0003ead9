"""Which record of the register a row of a file means, where it is none of those that were offered."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tracker.basics.language import Text
from tracker.records.snapshot import Record
from tracker.ui.doing.doing_dialog import DoingDialog
from tracker.ui.record.looks import label
from tracker.ui.record.picker import RecordPicker
from tracker.ui.session import Session

_TITLE = Text("Welk record is dit?", "Which record is this?")
_NOTE = Text("", "")
_THIS_ONE = Text("&Dit is het", "&This is it")


class LinkDialog(DoingDialog):
    """``chosen`` is the record, once it was accepted. ``title`` is what the file calls it, ``kind`` its kind's code."""

    def __init__(self, session: Session, title: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(session, _TITLE, parent, note=_NOTE)
        self.chosen: Record | None = None
        self.picker = RecordPicker(session, kind=kind)
        words = label(title, "card-caption")
        words.setWordWrap(True)
        self.body.addWidget(words)
        self.body.addWidget(self.picker, 1)
        self.accept_button.clicked.connect(self.submit)
        self.picker.list.itemDoubleClicked.connect(lambda _: self.submit())
        self.picker.chosen_changed.connect(self._show_possible)
        self.offer(_THIS_ONE)
        self.fit(560, 460)
        self._show_possible()

    def first_input(self) -> QWidget:
        return self.picker.line

    def submit(self) -> None:
        """Take the record that is marked."""
        self.chosen = self.picker.chosen()
        if self.chosen is not None:
            self.accept()

    def _show_possible(self) -> None:
        self.accept_button.setEnabled(self.picker.list.currentItem() is not None)
