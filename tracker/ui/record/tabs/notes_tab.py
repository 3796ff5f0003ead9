"""Tab *Stand van zaken*: what was written on the record, for which letter, newest first."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from tracker.basics.formats import day_words
from tracker.basics.language import Text
from tracker.records.snapshot import Part
from tracker.services.unsaved import Unsaved
from tracker.ui.record.kept_parts import as_it_was
from tracker.ui.record.looks import button, label
from tracker.ui.record.pills import Pill, PillWords
from tracker.ui.record.tabs.record_tab import RecordTab

_NOTE = "progress_note"
_ADD = Text("Stand van zaken toevoegen…", "Add a state of affairs…")
_NEW = Text("nieuwe stand van zaken", "new state of affairs")
_CHANGE = Text("stand van zaken wijzigen", "change the state of affairs")
_CHANGE_BUTTON = Text("Wijzigen…", "Change…")
_DELETE = Text("Verwijderen", "Delete")
_INTERNAL = Text("Alleen intern", "Internal only")
_UNDATED = Text("Zonder dag en brief", "Without day and letter")
_EMPTY = Text("Nog geen stand van zaken.", "No state of affairs yet.")


class NotesTab(RecordTab):
    """The texts on a record."""

    typed_parts = frozenset({_NOTE})

    def fill(self) -> None:
        self.clear_cards()
        add = button(self.session.words(_ADD), icon_name="plus")
        add.clicked.connect(self.add_note)
        self.add_row_of(add)
        if not self.parts.notes:
            self.add_empty_words(_EMPTY)
        for note in newest_first(self.parts.notes):
            self._add_note_card(note)
        self.end_cards()

    def add_note(self) -> None:
        """Ask for a new text, for the letter that is being worked on."""
        self._ask_new()

    def _ask_new(self, kept: Unsaved | None = None) -> None:
        letter = self.session.letter_at_hand
        self.ask_part(_NOTE, _NEW, None, {"on": self.session.today, "letter": letter}, kept=kept)

    def put_back(self, kept: Unsaved) -> None:
        note = kept.part_in(self.parts)
        if note is None:
            self._ask_new(kept)
        else:
            self._change(as_it_was(note, kept), kept)

    def _add_note_card(self, note: Part) -> None:
        column = self.add_card()
        head = QHBoxLayout()
        title = label(self._title(note), "card-caption")
        title.setWordWrap(True)
        head.addWidget(title, 1)
        if note["internal"]:
            words = self.session.words(_INTERNAL)
            head.addWidget(Pill(PillWords("wait", "", _INTERNAL), words))
        column.addLayout(head)
        text = label(note["text"], "value")
        text.setWordWrap(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column.addWidget(text)
        if note["citations"]:
            cited = label("; ".join(note["citations"]), "hint")
            cited.setWordWrap(True)
            column.addWidget(cited)
        acts = ((_CHANGE_BUTTON, self._change), (_DELETE, self.delete_part))
        self.add_links(((words, partial(act, note)) for words, act in acts), self._title(note))

    def _title(self, note: Part) -> str:
        names = self.session.store.names()
        parts = [] if note["letter"] is None else [names("letter", note["letter"], self.session.language)]
        if note["on"] is not None:
            parts.append(day_words(note["on"], self.session.language))
        return " · ".join(parts) or self.session.words(_UNDATED)

    def _change(self, note: Part, kept: Unsaved | None = None) -> None:
        self.ask_part(_NOTE, _CHANGE, note, kept=kept)


def newest_first(notes: tuple[Part, ...]) -> list[Part]:
    """Give notes by day, the newest first; those without a day come in the order in which they were made."""
    return sorted(notes, key=lambda note: (note["on"] or date.min, note.id), reverse=True)
