"""Duplicate citations: papers that several records of one kind have as their own, each record a click away."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from tracker.basics.formats import count_words
from tracker.basics.language import Text
from tracker.services.citations_found import SamePaper, same_papers
from tracker.ui.icons import icon
from tracker.ui.record.looks import button, label
from tracker.ui.record.style import wear_style
from tracker.ui.screens import fit_window
from tracker.ui.session import Session

_TITLE = Text("Dubbele vindplaatsen", "Duplicate citations")
_READING = Text("De vindplaatsen worden gelezen…", "Reading the citations…")
_NONE = Text(
    "Geen twee records van een soort hebben dezelfde vindplaats.", "No two records of a kind have the same citation."
)
_CITATION, _SUBJECT = Text("Vindplaats", "Citation"), Text("Onderwerp", "Subject")
_OPEN, _CLOSE = Text("Record tonen", "Show the record"), Text("Sluiten", "Close")
_RECORD_ID = Qt.ItemDataRole.UserRole


class SamePapersDialog(QDialog):
    """Reads beside the event loop. Showing a record closes it."""

    _was_read = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        wear_style(self)
        self.setWindowTitle(session.words(_TITLE))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.told = label(session.words(_READING), "muted")
        self.told.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(session.words(_TITLE))
        self.tree.setHeaderLabels([session.words(_CITATION), session.words(_SUBJECT)])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.itemActivated.connect(lambda _item, _column: self._show_chosen())
        self.tree.currentItemChanged.connect(lambda _now, _before: self._enable())
        self.open_button = button(session.words(_OPEN), primary=True)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._show_chosen)
        close = button(session.words(_CLOSE))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self.tree, 1)
        column.addLayout(foot)
        fit_window(self, 720, 480)
        self._was_read.connect(self._take)
        self._enable()
        self._read()

    def _read(self) -> None:
        store, hand_over = self.session.store, self._was_read

        def read() -> None:
            try:
                made: object = same_papers(store)
            except Exception as error:  # noqa: BLE001 - told in the window's own thread
                made = error
            try:
                hand_over.emit(made)
            except RuntimeError:
                return  # the dialog was closed meanwhile

        threading.Thread(target=read, name="same papers", daemon=True).start()

    def _take(self, made: object) -> None:
        if isinstance(made, Exception):
            raise made
        if isinstance(made, list):
            self._show(made)

    def _show(self, papers: list[SamePaper]) -> None:
        words, language = self.session.words, self.session.language
        for paper in papers:
            group = QTreeWidgetItem(self.tree, [paper.citation.canonical, words(paper.kind.many)])
            group.setIcon(0, icon(paper.kind.icon, "muted"))
            group.setExpanded(True)
            for record in paper.records:
                item = QTreeWidgetItem(group, [record.reference, record.title])
                item.setToolTip(1, record.title)
                item.setData(0, _RECORD_ID, record.id)
        count = count_words(len(papers), language)
        several = Text(
            f"{count} vindplaatsen staan bij meer dan één record. Is het hetzelfde stuk? Voeg de records dan samen.",
            f"{count} citations stand at more than one record. Is it the same paper? Then merge the records.",
        )
        one = Text(
            "Eén vindplaats staat bij meer dan één record. Is het hetzelfde stuk? Voeg de records dan samen.",
            "One citation stands at more than one record. Is it the same paper? Then merge the records.",
        )
        self.told.setText(words(_NONE if not papers else one if len(papers) == 1 else several))
        self.tree.setVisible(bool(papers))
        first = self.tree.topLevelItem(0)
        chosen = None if first is None else first.child(0)
        if chosen is not None:
            self.tree.setCurrentItem(chosen)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()

    def _chosen(self) -> int | None:
        item = self.tree.currentItem()
        found = None if item is None else item.data(0, _RECORD_ID)
        return found if isinstance(found, int) else None

    def _show_chosen(self) -> None:
        record_id = self._chosen()
        if record_id is not None:
            self.accept()
            self.session.record_wanted.emit(record_id)

    def _enable(self) -> None:
        self.open_button.setEnabled(self._chosen() is not None)
