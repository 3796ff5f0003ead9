"""Tab *Geschiedenis*: who changed what, when; newest first. The pane fills it when it is looked at."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from tracker.basics.language import Text
from tracker.records.entity import model_of
from tracker.records.field import field_of
from tracker.records.snapshot import Record, RecordParts
from tracker.services.history import FieldChange, field_changes
from tracker.services.restoring import can_restore, restore_value
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.looks import button, label
from tracker.ui.record.tabs.history_words import RESTORE_LINK, fields_in, step_in_html
from tracker.ui.record.tabs.record_tab import RecordTab
from tracker.ui.session import Session

_EMPTY = Text("Nog geen wijzigingen.", "No changes yet.")
_EMPTY_FIELD = Text("Dit veld is nooit gewijzigd.", "This field never changed.")
_NAME = Text("Geschiedenis van dit record", "History of this record")
_MORE = Text("Oudere wijzigingen tonen", "Show older changes")
_FIELD = Text("&Veld", "F&ield")
_ALL_FIELDS = Text("Alle velden", "All fields")
_STEPS_AT_ONCE = 60


class HistoryTab(RecordTab):
    """The change log of one record, in the words of its fields; or of one of its fields."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._steps_shown = _STEPS_AT_ONCE
        self._changes: list[FieldChange] = []
        self._wanted: tuple[str, str] | None = None
        self.fields = CalmCombo()
        self.text = QTextBrowser()

    def show_record(self, record: Record, parts: RecordParts) -> None:
        """Show the history of a record; the choice of a field holds for one record only."""
        if self.record is not None and self.record.id != record.id:
            self._wanted = None
        super().show_record(record, parts)

    def show_field(self, name: str, entity: str = "") -> None:
        """Show the history of one field of the record, or of what stands beside it. The pane shows the tab."""
        if self.record is not None:
            self._wanted = (entity or self.record.kind.table, name)
            self.fill()

    def fill(self) -> None:
        self._steps_shown = _STEPS_AT_ONCE
        self.read()

    def show_older(self) -> None:
        """Show more of the past."""
        self._steps_shown += _STEPS_AT_ONCE
        self.read()

    def read(self) -> None:
        """Read the log and show it."""
        had_focus = self.text.hasFocus()
        self.clear_cards()
        if self.record is None:
            return
        self._changes = list(field_changes(self.session.store, self.record.id, language=self.session.language))
        if not self._changes:
            self.add_empty_words(_EMPTY)
            self.end_cards()
            return
        self._outer.addWidget(self._make_choice())
        chosen = [
            (place, one) for place, one in enumerate(self._changes)
            if self._wanted is None or (one.entity, one.field) == self._wanted
        ]  # fmt: skip
        if not chosen:
            self.add_empty_words(_EMPTY_FIELD)
            self.end_cards()
            return
        steps = [list(lines) for _, lines in groupby(chosen, lambda numbered: numbered[1].step_id)]
        self.text = self._make_text(steps[: self._steps_shown])
        self._outer.addWidget(self.text, 1)
        self.text.show()  # what is not shown yet takes no focus
        if had_focus:
            self.text.setFocus()
        if len(steps) > self._steps_shown:
            older = button(self.session.words(_MORE), link=True)
            older.clicked.connect(self.show_older)
            self._outer.addWidget(older)

    def restore(self, number: int) -> None:
        """Put the value from before a change back, in one step."""
        record = self.record
        if record is not None:
            self.submit(lambda: restore_value(self.session.store, record, self._changes[number]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.read()  # the colours of the differences stand in the text itself

    def _make_text(self, steps: list[list[tuple[int, FieldChange]]]) -> QTextBrowser:
        text = QTextBrowser()
        text.setAccessibleName(self.session.words(_NAME))
        text.setProperty("role", "history")
        text.setOpenLinks(False)
        text.setFrameShape(QTextBrowser.Shape.NoFrame)
        text.document().setDocumentMargin(0)
        text.setHtml("".join(step_in_html(self.session, [self._judged(one) for one in step]) for step in steps))
        text.anchorClicked.connect(self._follow)
        return text

    def _judged(self, numbered: tuple[int, FieldChange]) -> tuple[int, FieldChange, bool]:
        number, one = numbered
        if self.record is None or not self.session.may_write:
            return number, one, False
        return number, one, can_restore(self.record, self.parts, one, self.session.store.names())

    def _make_choice(self) -> QWidget:
        self.fields = CalmCombo()
        self.fields.addItem(self.session.words(_ALL_FIELDS), None)
        known = fields_in(self._changes)
        if self._wanted is not None and self._wanted not in known:
            known[self._wanted] = self._caption_of(*self._wanted)
        for key, words in known.items():
            self.fields.addItem(words, key)
            if key == self._wanted:
                self.fields.setCurrentIndex(self.fields.count() - 1)
        caption = label(self.session.words(_FIELD), "label")
        caption.setBuddy(self.fields)
        self.fields.setAccessibleName(self.session.words(_FIELD).replace("&", ""))
        self.fields.activated.connect(self._choose_field)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(caption)
        line.addWidget(self.fields, 1)
        return row

    def _caption_of(self, entity: str, name: str) -> str:
        spec = field_of(model_of(entity), name)
        return name if spec is None else self.session.words(spec.label)

    def _choose_field(self) -> None:
        chosen = self.fields.currentData()
        self._wanted = None if chosen is None else (chosen[0], chosen[1])
        self.fill()
        self.fields.setFocus()

    def _follow(self, link: QUrl) -> None:
        words = link.toString()
        if words.startswith(RESTORE_LINK):
            self.restore(int(words.removeprefix(RESTORE_LINK)))
