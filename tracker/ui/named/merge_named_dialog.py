"""Two organisations, debates or persons that are one: into which the chosen one goes up, and what moves with it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.services.beside import listed_beside, used_by
from tracker.services.merging_named import merge_named, merge_words
from tracker.services.saved_views import SavedViews
from tracker.ui.named.used_list import UsedList
from tracker.ui.record.form_dialog import CANCEL
from tracker.ui.record.looks import button, label
from tracker.ui.record.style import wear_style
from tracker.ui.session import Session

_TITLE = Text("“{}” samenvoegen", "Merge “{}”")
_INTO = Text("&Gaat op in", "&Goes up in")
_MOVES = Text("Dit verwijst er nu naar, en gaat mee:", "This points at it now, and moves along:")
_MERGE = Text("&Samenvoegen", "&Merge")


class MergeNamedDialog(QDialog):
    """Shows what points at the chosen one; merges when the user says so."""

    def __init__(self, session: Session, entity: str, gone_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._entity, self._gone_id = session, entity, gone_id
        words = session.words
        self.setWindowTitle(words(_TITLE).format(session.store.names()(entity, gone_id, session.language)))
        wear_style(self)
        self.into = QComboBox()
        self.into.setAccessibleName(words(_INTO).replace("&", ""))
        for row in listed_beside(session.store, entity, session.language):
            if row.id != gone_id:
                self.into.addItem(row.cells[0], row.id)
        self._references = len(used_by(session.store, entity, gone_id))
        self.told, self.fault = label("", "explanation"), label("", "fault")
        for one in (self.told, self.fault):
            one.setWordWrap(True)
        self.fault.hide()
        self.used = UsedList(session, entity)
        self.merge_button, cancel = button(words(_MERGE), primary=True), button(words(CANCEL))
        self.merge_button.setDefault(True)
        self.merge_button.setEnabled(self.into.count() > 0)
        self.merge_button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.into.currentIndexChanged.connect(lambda _: self._tell())
        self._lay_out(cancel)
        self.used.show_row(gone_id)
        self._tell()
        self.resize(520, 420)

    def accept(self) -> None:
        """Merge, as one step; stays open with a sentence where that does not succeed."""
        try:
            store, kept_id = self._session.store, self.into.currentData()
            self._session.submit(merge_named(store, self._entity, self._gone_id, kept_id))
            SavedViews(store, self._session.submit).follow_merger(self._entity, self._gone_id, kept_id)
        except TrackerError as error:
            self.fault.setText(self._session.words(error.words))
            self.fault.show()
        else:
            super().accept()

    def _tell(self) -> None:
        if self.into.currentData() is not None:
            told = merge_words(
                self._session.store, self._entity, self._gone_id, self.into.currentData(), self._references
            )
            self.told.setText(self._session.words(told))

    def _lay_out(self, cancel: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        into = label(self._session.words(_INTO), "field")
        into.setBuddy(self.into)
        for part in (into, self.into, self.told, label(self._session.words(_MOVES), "group")):
            column.addWidget(part)
        column.addWidget(self.used, 1)
        column.addWidget(self.fault)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.merge_button)
        column.addLayout(row)
