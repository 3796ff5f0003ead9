"""The bar over the window after a crash: there is still something that was typed and not saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tracker.basics.formats import moment_words
from tracker.basics.language import Text
from tracker.records.entity import model_of
from tracker.records.field import field_of
from tracker.records.registry import kind_of
from tracker.services.unsaved import POSTPONEMENT, Unsaved, UnsavedTexts
from tracker.ui.looks.icons import IconLabel
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_STILL = Text("Er stond nog iets dat niet was opgeslagen", "Something was typed and not saved")
_TAKEN_BACK = Text("Weggehaald wat u typte", "Taken back what you typed")
_GONE = Text("Het record is er niet meer.", "The record is gone.")
_NEW = Text("nieuw record", "new record")
_PUT_BACK = Text("Terug&zetten", "&Put back")
_COPY = Text("&Kopiëren", "&Copy")
_THROW = Text("Weg&gooien", "&Throw away")


class UnsavedBar(QFrame):
    """Shows what was kept, one record at a time."""

    put_back_wanted = Signal(object)

    def __init__(self, session: Session, texts: UnsavedTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._texts = session, texts
        self._kept: list[Unsaved] = []
        self._taken_back: Unsaved | None = None
        self.setProperty("role", "banner")
        self.words = label("", "banner-words")
        self.words.setWordWrap(True)
        self.put_back_button = button(session.words(_PUT_BACK))
        self.copy_button = button(session.words(_COPY))
        self.throw_button = button(session.words(_THROW))
        self.put_back_button.clicked.connect(self._put_back)
        self.copy_button.clicked.connect(self._copy)
        self.throw_button.clicked.connect(self._throw_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel("history", "soon"))
        row.addWidget(self.words, 1)
        for one in (self.put_back_button, self.copy_button, self.throw_button):
            row.addWidget(one)
        self.hide()

    def offer(self) -> None:
        """Show what was kept of an earlier time; nothing where there is nothing, or it may not be saved now."""
        self._kept = self._texts.all() if self._session.may_write else []
        self._show_first()

    def offer_taken_back(self, typed: Unsaved) -> None:
        """Show what was taken back just now, before anything that was kept of an earlier time."""
        self._kept = [typed, *(one for one in self._kept if one.key != typed.key)]
        self._taken_back = typed
        self._show_first()

    def _show_first(self) -> None:
        self.setVisible(bool(self._kept))
        if not self._kept:
            return
        first = self._kept[0]
        is_there = first.is_there(self._session.store)
        name = f"{first.reference} {first.title}" if first.record_id is not None else self._session.words(_NEW)
        when = moment_words(datetime.fromisoformat(first.at), self._session.language)
        what = _TAKEN_BACK if first is self._taken_back else _STILL
        sentence = f"{self._session.words(what)}: {name} ({', '.join(self._captions(first))}; {when})."
        self.words.setText(sentence if is_there else f"{sentence} {self._session.words(_GONE)}")
        self.put_back_button.setVisible(is_there)
        self.copy_button.setVisible(not is_there)

    def _captions(self, one: Unsaved) -> list[str]:
        entities = [one.part, "deadline"] if one.part == POSTPONEMENT else [one.part]
        models = [model_of(entity) for entity in entities] if one.part else [kind_of(one.kind).model]
        found = (next((spec for model in models if (spec := field_of(model, name))), None) for name in one.typed)
        return [self._session.words(spec.label) for spec in found if spec is not None]

    def _put_back(self) -> None:
        first = self._kept.pop(0)
        self._show_first()
        self.put_back_wanted.emit(first)

    def _copy(self) -> None:
        first = self._kept[0]
        lines = [
            f"{caption}: {words}" for caption, words in zip(self._captions(first), first.typed.values(), strict=False)
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _throw_away(self) -> None:
        self._texts.drop(self._kept.pop(0).key)
        self._show_first()
