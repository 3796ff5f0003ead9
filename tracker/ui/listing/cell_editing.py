"""Editing in place: one cell at a time, each commit one step, and nothing lost that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tracker.basics.errors import InvalidForm, StaleRecord, TrackerError
from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.snapshot import Record
from tracker.records.typed_day import typed_day
from tracker.records.value_type import Day
from tracker.services import editing
from tracker.services.unsaved import Unsaved, key_of
from tracker.ui.listing.cell_card import CellCard
from tracker.ui.listing.cells import cell_editor, spec_in, why_not
from tracker.ui.listing.columns import Column
from tracker.ui.listing.view import RecordList
from tracker.ui.record.keeper import Keeper
from tracker.ui.record.stale_dialog import StaleDialog, TwoTexts
from tracker.ui.session import Session

_GONE = Text("Dit record is er niet meer.", "This record is not there any more.")


class CellEditing(QObject):
    """Edits the current cell of the list. ``may_leave`` saves what was typed elsewhere; False: it cannot be saved."""

    said = Signal(str)

    def __init__(self, session: Session, rows: RecordList, may_leave: Callable[[], bool]) -> None:
        super().__init__(rows)
        self._session, self._rows, self._may_leave = session, rows, may_leave
        self.card: CellCard | None = None
        self._record: Record | None = None
        self._is_committing = False
        self._keeper = Keeper(session.store.path, self.unsaved, self)
        rows.edit_test = self.can_edit
        rows.scrolled.connect(self._place)
        rows.widths_changed.connect(self._place)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def can_edit(self, row: int, column: Column) -> bool:
        """Tell whether a cell can be edited in place."""
        summary = self._rows.records.summary(row) if self._session.may_write else None
        return summary is not None and spec_in(column, summary.kind) is not None

    @property
    def can_edit_current(self) -> bool:
        """Tell whether the current cell can be edited in place."""
        index = self._rows.currentIndex()
        is_record = self._rows.records.id_at(index.row()) is not None
        return is_record and self._rows.is_editable(index.row(), index.column())

    def start(self, typed: str | None = None, *, opens: bool = False) -> CellCard | None:
        """Edit the current cell: its text, or what was typed over it. Says why where that cannot be."""
        target = self._target()
        if target is None:
            return None
        self._record, spec = target
        record_id, index = self._record.id, self._rows.currentIndex()
        key = self._rows.records.columns[index.column()].key
        self._rows.scrollTo(index)
        editor = cell_editor(spec, self._session)
        editor.input.setAccessibleName(f"{self._record.reference}, {self._session.words(spec.label)}")
        editor.load(self._record[spec.name])
        self.card = card = CellCard(editor, self._rows, lambda: self._cell(record_id, key))
        card.left.connect(self._leave)
        card.cancelled.connect(self.cancel)
        editor.changed.connect(lambda: self._keeper.follow(key_of("", record_id), is_dirty=editor.is_changed))
        card.begin(typed, opens=opens)
        return card

    def commit(self) -> bool:
        """Save what was typed into the cell. False: it cannot be read or saved; the cell says why, nothing is lost."""
        card = self.card
        if card is None or self._is_committing:
            return True
        if not card.editor.is_changed:
            self._close()
            return True
        self._is_committing = True
        try:
            fault = self._written(card)
        finally:
            self._is_committing = False
        if fault is None:
            self._close()
            return True
        card.show_fault(self._session.words(fault))
        return False

    def unsaved(self) -> Unsaved | None:
        """Give what was typed into the cell and is not saved, to outlive a crash; None where there is nothing."""
        card, record = self.card, self._record
        if card is None or record is None or not card.editor.is_changed:
            return None
        spec, now = card.editor.spec, datetime.now(UTC).isoformat(timespec="seconds")
        before = {spec.name: spec.type.to_stored(record[spec.name])}
        typed = {spec.name: card.editor.kept()}
        return Unsaved(record.kind.code, record.id, record.reference, record.summary.title, now, typed, before)

    def keep_unsaved(self) -> None:
        """Write down now what was typed and is not saved."""
        self._keeper.keep()

    def unsay(self, sentences: Sequence[Text]) -> None:
        """Take the fault of the cell away where it is one of these sentences, that are true no more."""
        if self.card is not None and self.card.editor.fault in {self._session.words(one) for one in sentences}:
            self.card.show_fault("")

    def cancel(self) -> None:
        """Leave the cell as it was."""
        self._close()

    def write(self, text: str) -> None:
        """Put a text from elsewhere into the current cell. What cannot be read changes nothing, and is told."""
        target = self._target()
        if target is None:
            return
        record, spec = target
        try:
            value = typed_day(text, self._session.today) if isinstance(spec.type, Day) else text
            self._session.submit(editing.change_record(self._session.store, record, {spec.name: value}))
        except TrackerError as error:
            self._say(error.words)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _target(self) -> tuple[Record, FieldSpec] | None:
        """Give the record and field of the current cell; None, and it is said why, where it cannot be edited."""
        row, column = self._rows.currentIndex().row(), self._rows.current_column
        record_id = self._rows.records.id_at(row)
        if record_id is None or column is None or not self._may_leave():
            return None
        refusal = self._session.editor.refusal
        record = next(iter(self._session.store.records([record_id])), None)
        if refusal is not None or record is None:
            self._say(_GONE if refusal is None else refusal.words)
            return None
        spec = spec_in(column, record.kind.code)
        if spec is None:
            self._say(why_not(column, record.kind.code))
            return None
        return record, spec

    def _written(self, card: CellCard) -> Text | None:
        """Write the value as one step. Gives the sentence for what stands in the way, or None."""
        spec = card.editor.spec
        while self._record is not None:
            try:
                value = card.editor.value()
                self._session.submit(editing.change_record(self._session.store, self._record, {spec.name: value}))
            except InvalidForm as error:
                return error.faults.get(spec.name, error.words)
            except StaleRecord as error:
                if spec.name not in error.differences or not self._settle(card, error):
                    return error.words
            except TrackerError as error:
                return error.words
            else:
                return None
        return None

    def _settle(self, card: CellCard, error: StaleRecord) -> bool:
        """Let the user choose between what was typed and what is there now. False: nothing was chosen."""
        spec, record = card.editor.spec, self._record
        if record is None:
            return False
        found = spec.type.from_stored(error.differences[spec.name][1])  # type: ignore[arg-type]
        both = TwoTexts(spec.name, self._session.words(spec.label), self._text(spec, card.editor.value()),
                        self._text(spec, found))  # fmt: skip
        dialog = StaleDialog(self._session, [both], self._rows.window())
        if not dialog.exec():
            return False
        self._record = replace(record, values={**record.values, spec.name: found})
        if not dialog.keeps_mine(spec.name):
            card.editor.load(found)
        return True

    def _text(self, spec: FieldSpec, value: Any) -> str:
        if isinstance(value, str):
            return value
        return spec.type.text(value, self._session.language, self._session.store.names())

    def _leave(self, rows: int, columns: int) -> None:
        if self.commit() and (rows or columns):
            self._rows.go(rows, columns)

    def _close(self) -> None:
        card, self.card, self._record = self.card, None, None
        if card is None:
            return
        self._keeper.let_go()
        had_focus = card.isAncestorOf(QApplication.focusWidget() or card)
        card.hide()
        card.deleteLater()
        if had_focus:
            self._rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Save the cell when the user goes elsewhere in the window; not for a list or calendar of its own."""
        card = self.card
        if card is None or new is None or card.isAncestorOf(new) or QApplication.activePopupWidget() is not None:
            return
        if new.window() is self._rows.window() and not self.commit():
            QTimer.singleShot(0, card, lambda: card.editor.input.setFocus(Qt.FocusReason.OtherFocusReason))

    def _place(self) -> None:
        if self.card is not None:
            self.card.place()

    def _cell(self, record_id: int, key: str) -> QRect:
        """Give where a cell is, in the table's own coordinates."""
        rows = self._rows
        row = rows.records.row_of(record_id)
        place = next((place for place, one in enumerate(rows.records.columns) if one.key == key), -1)
        if row < 0 or place < 0:
            return QRect()
        index = rows.records.index(row, place)
        view = rows.frozen if rows.frozen.isVisible() and not rows.frozen.isColumnHidden(place) else rows
        found = view.visualRect(index)
        return found.translated(view.viewport().mapTo(rows, QPoint(0, 0)))

    def _say(self, words: Text) -> None:
        self.said.emit(self._session.words(words))
