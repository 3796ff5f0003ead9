"""Tab *Geschiedenis*: who changed what, when; newest first. The pane fills it when it is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from html import escape
from itertools import groupby

from PySide6.QtWidgets import QTextBrowser

from tracker.basics.language import Text
from tracker.services.history import FieldChange, field_changes
from tracker.ui.record.looks import button
from tracker.ui.record.tabs.record_tab import RecordTab

_EMPTY = Text("Nog geen wijzigingen.", "No changes yet.")
_NAME = Text("Geschiedenis van dit record", "History of this record")
_UNDONE = Text("Ongedaan gemaakt: ", "Undone: ")
_REDONE = Text("Opnieuw gedaan: ", "Redone: ")
_MORE = Text("Oudere wijzigingen tonen", "Show older changes")
_NOTHING = Text("leeg", "empty")
_STEPS_AT_ONCE = 60
_LONG = 400


class HistoryTab(RecordTab):
    """The change log of one record, in the words of its fields."""

    def fill(self) -> None:
        self._steps_shown = _STEPS_AT_ONCE
        self.read()

    def show_older(self) -> None:
        """Show more of the past."""
        self._steps_shown += _STEPS_AT_ONCE
        self.read()

    def read(self) -> None:
        """Read the log and show it."""
        self.clear_cards()
        if self.record is None:
            return
        changes = field_changes(self.session.store, self.record.id, language=self.session.language)
        steps = [
            (head, list(lines)) for head, lines in groupby(changes, lambda one: (one.at, one.by, one.act, one.label))
        ]
        if not steps:
            self.add_empty_words(_EMPTY)
            self.end_cards()
            return
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.session.words(_NAME))
        self.text.setProperty("role", "history")
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(0)
        self.text.setHtml("".join(self._step(head, lines) for head, lines in steps[: self._steps_shown]))
        self._outer.addWidget(self.text, 1)
        if len(steps) > self._steps_shown:
            older = button(self.session.words(_MORE), link=True)
            older.clicked.connect(self.show_older)
            self._outer.addWidget(older)

    def _step(self, head: tuple[datetime, str, str, str], lines: Iterable[FieldChange]) -> str:
        at, by, act, label = head
        before = {"undo": self.session.words(_UNDONE), "redo": self.session.words(_REDONE)}.get(act, "")
        when = f"{at.astimezone():%d-%m-%Y %H:%M}"
        rows = "".join(self._line(one) for one in lines)
        return (
            f'<p style="margin:0 0 0 0">{escape(when)} · {escape(by)}</p>'
            f'<p style="margin:0 0 2px 0"><b>{escape(before + label)}</b></p>'
            f'<table cellspacing="0" cellpadding="1" style="margin:0 0 14px 0">{rows}</table>'
        )

    def _line(self, one: FieldChange) -> str:
        caption = f"{one.what}: {one.caption}" if one.what else one.caption
        nothing = f"<i>{escape(self.session.words(_NOTHING))}</i>"
        was, becomes = (_in_html(words) or nothing for words in (one.before, one.after))
        change = becomes if not one.before else f"{was} → {becomes}"
        return f'<tr><td style="padding-right:8px">{escape(caption)}</td><td>{change}</td></tr>'


def _in_html(words: str) -> str:
    short = words if len(words) <= _LONG else f"{words[:_LONG]}…"
    return escape(short).replace("\n", "<br>")
