"""What the tabs beside the form share: a scrolled column of cards about one record, and a way to write steps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.records.change import Step
from tracker.records.snapshot import Part, Record, RecordParts
from tracker.services import editing
from tracker.services.drafting import Values
from tracker.services.unsaved import Unsaved
from tracker.ui.record.flow import FlowRow
from tracker.ui.record.form_dialog import SAVE, FormDialog, defaults, own_specs
from tracker.ui.record.kept_parts import keep_dialog
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

TAB_MARGIN_PX = 14
"""With the edge that shows the focus around a tab, its content begins under the title over it, at 16."""
_CARD_PX, _LINK_EDGE_PX = 16, 6
"""The margin in a card; and what a link keeps free before its words, for its edge while it has the focus."""


class RecordTab(QScrollArea):
    """A tab about one record. ``faulted`` carries what could not be done, for the pane to say."""

    faulted = Signal(object)
    taken_back = Signal(object)
    """What was typed was taken back: carries it as ``services.unsaved.Unsaved``, so that it can be put back."""
    typed_parts: frozenset[str] = frozenset()
    """The entities of which what was typed and never saved can be put back here."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.record: Record | None = None
        self.parts = RecordParts()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "page")
        self._card = QVBoxLayout()
        self._inner = QWidget()
        self._inner.setProperty("role", "page")
        self._outer = QVBoxLayout(self._inner)
        self._outer.setContentsMargins(TAB_MARGIN_PX, 12, TAB_MARGIN_PX, 16)
        self._outer.setSpacing(12)
        self.setWidget(self._inner)

    def show_record(self, record: Record, parts: RecordParts) -> None:
        """Show this record as it is now."""
        self.record, self.parts = record, parts
        self.fill()

    def fill(self) -> None:
        """Build the cards anew."""
        raise NotImplementedError

    def put_back(self, kept: Unsaved) -> None:
        """Show what was typed about a part at an earlier time and never saved, as if it was typed just now."""
        raise NotImplementedError

    def submit(self, make: Callable[[], Step]) -> bool:
        """Make and write a step; what goes wrong is passed on. Gives whether it was written."""
        try:
            self.session.submit(make())
        except TrackerError as error:
            self.faulted.emit(error)
            return False
        return True

    def ask_part(
        self, entity: str, title: Text, part: Part | None, start: Values | None = None, only: Sequence[str] = (),
        kept: Unsaved | None = None,
    ) -> bool:  # fmt: skip
        """Ask for the fields of a new part (or of this one) in a dialog, and write them; ``only``: for these alone.

        ``kept``: begun with what was typed at an earlier time and never saved.
        """
        record = self.record
        if record is None:
            return False
        old: Mapping[str, Any] = {**defaults(entity), **(start or {})} if part is None else part.values

        def submit(given: dict[str, Any]) -> None:
            store = self.session.store
            if part is None:
                self.session.submit(editing.add_part(store, record, entity, given))
            else:
                self.session.submit(editing.change_part(store, record, part, given))

        heading = f"{record.reference}: {self.session.words(title)}"
        specs = [spec for spec in own_specs(entity) if not only or spec.name in only]
        dialog = FormDialog(self.session, heading, specs, old, submit, self, accept_words=SAVE)
        if entity in self.typed_parts:
            keep_dialog(dialog, record, entity, part)
        if kept is not None:
            dialog.put_back(kept.typed)
        return bool(dialog.exec())

    def delete_part(self, part: Part) -> None:
        """Take a part away; undo brings it back."""
        record = self.record
        if record is not None:
            self.submit(lambda: editing.delete_part(self.session.store, record, part))

    # --- laying out ---------------------------------------------------------------------------------------------------

    def clear_cards(self) -> None:
        """Take everything out of the column; a focus in it stays in the tab."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.setFocus()  # what has the focus is about to go, and would hand it to any other part of the window
        while (item := self._outer.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add_row_of(self, *buttons: QPushButton) -> None:
        """Put buttons side by side at the top of the column; they are dead where nothing may be written."""
        row = FlowRow()
        for one in buttons:
            one.setEnabled(self.session.may_write)
            row.add(one)
        self._outer.addWidget(row)

    def add_empty_words(self, words: Text) -> None:
        """Say that there is nothing, and what one can do."""
        empty = label(self.session.words(words), "empty")
        empty.setWordWrap(True)
        self._outer.addWidget(empty)

    def add_card(self) -> QVBoxLayout:
        """Add a card and give the column inside it."""
        card = QFrame()
        card.setProperty("role", "card")
        self._card = QVBoxLayout(card)
        self._card.setContentsMargins(_CARD_PX - _LINK_EDGE_PX, 10, _CARD_PX, 10)
        self._card.setSpacing(6)
        column = QVBoxLayout()
        column.setContentsMargins(_LINK_EDGE_PX, 0, 0, 0)
        column.setSpacing(6)
        self._card.addLayout(column)
        self._outer.addWidget(card)
        return column

    def add_links(
        self, acts: Iterable[tuple[Text, Callable[[], object]]], about: str, reads: Collection[Text] = ()
    ) -> None:
        """Put acts at the foot of the last card, as links whose words stand under its own.

        They are dead where nothing may be written, save those in ``reads``. A screen reader says ``about`` after each.
        """
        row = FlowRow(gap_px=4)
        for caption, act in acts:
            made = button(self.session.words(caption), link=True)
            made.setAccessibleName(f"{self.session.words(caption)} {about}".strip())
            made.setEnabled(self.session.may_write or caption in reads)
            made.clicked.connect(lambda _=False, do=act: do())
            row.add(made)
        self._card.addWidget(row)

    def end_cards(self) -> None:
        """Keep the cards at the top."""
        self._outer.addStretch(1)
