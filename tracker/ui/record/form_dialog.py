"""A small dialog around a form: for a deadline, a note, a letter, a debate, or a few values that an act needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QMessageBox, QScrollArea, QVBoxLayout, QWidget

from tracker.basics.errors import InvalidForm, TrackerError
from tracker.basics.language import Text
from tracker.records.entity import model_of
from tracker.records.field import FieldSpec, fields_of
from tracker.records.letter import SENT
from tracker.services import editing
from tracker.services.drafting import Values
from tracker.ui.parts.screens import fit_window, screen_room
from tracker.ui.record.editors.reference import NEW_WORDS, MakeBeside
from tracker.ui.record.form import FieldsForm
from tracker.ui.record.looks import button, label
from tracker.ui.record.style import wear_style
from tracker.ui.session import Session

_THROW_AWAY = Text("Wat u typte is nog niet opgeslagen.", "What you typed is not saved yet.")
_THROW, _KEEP = Text("&Weggooien", "&Throw away"), Text("&Verder typen", "&Go on typing")
_NO_DAY = Text("Vul de dag in waarop de brief is verzonden.", "Fill in the day on which the letter was sent.")
CANCEL = Text("Annuleren", "Cancel")
SAVE = Text("Opslaan", "Save")
Submit = Callable[[dict[str, Any]], None]
"""Does the act with the values of the form; what it raises is shown in the dialog, which stays open."""


class FormDialog(QDialog):
    """Fields, a sentence for what goes wrong, and two buttons. Enter saves, Esc leaves everything as it was."""

    def __init__(  # noqa: PLR0913 - what all such dialogs share, and little beside
        self, session: Session, title: str, specs: Iterable[FieldSpec], values: Mapping[str, Any], submit: Submit,
        parent: QWidget | None = None, *, accept_words: Text = SAVE, explanation: str = "",
        make: MakeBeside | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.session = session
        self._submit = submit
        wear_style(self)
        self.setWindowTitle(title)
        self.form = FieldsForm(session, specs, make_beside=make or make_beside)
        self.form.load(values)
        self.fault = label("", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.accept_button = button(session.words(accept_words), primary=True)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.submit)
        self.cancel_button = button(session.words(CANCEL))
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out(explanation)
        self._add_keys()
        self._text_field().setFocus()

    def reject(self) -> None:
        """Leave everything as it was; what was typed is thrown away only when the user says so."""
        if not self.form.changed_fields or self._may_throw_away():
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Grow by what would have to be scrolled, now that the words have their size."""
        super().showEvent(event)
        QApplication.sendPostedEvents(self, QEvent.Type.LayoutRequest)
        hidden = self._scrolled.verticalScrollBar().maximum()
        self.resize(self.width(), min(self.height() + hidden, screen_room(self).height() - 80))

    def _may_throw_away(self) -> bool:
        words = self.session.words
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), words(_THROW_AWAY), parent=self)
        throw = box.addButton(words(_THROW), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(words(_KEEP), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is throw

    def _text_field(self) -> QWidget:
        """Give the field to type in first: a text that is required and empty, else the first."""
        editors = self.form.editors.values()
        wanted = (one for one in editors if one.spec.required and one.spec.type.widget == "area" and not one.kept())
        return next(wanted, next(iter(editors))).input

    def _add_keys(self) -> None:
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(self.accept_button.text().replace("&", ""))
            shortcut.activated.connect(self.submit)

    def put_back(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed at an earlier time and never saved, as if it was typed just now."""
        for name, kept in typed.items():
            if name in self.form.editors:
                self.form.editors[name].put_back(kept)

    def submit(self) -> None:
        """Do what the dialog is for; stays open with the faults shown where that does not succeed."""
        given, faults = self.form.read()
        try:
            if faults:
                self._collect_further(given, faults)
            self._submit(given)
        except InvalidForm as error:
            self._say(" ".join(self.form.show_faults(error.faults)))
        except TrackerError as error:
            self._say(self.session.words(error.words))
        else:
            self.accept()

    def _collect_further(self, given: dict[str, Any], faults: dict[str, Text]) -> None:
        """Raise all faults at once: those of the inputs, and required fields that are empty."""
        for name, editor in self.form.editors.items():
            if editor.spec.required and name in given and given[name] in {None, ""}:
                faults[name] = Text("Vul dit veld in.", "Fill in this field.")
        raise InvalidForm(faults)

    def _say(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def _lay_out(self, explanation: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(8)
        if explanation:
            words = label(explanation, "explanation")
            words.setWordWrap(True)
            words.setContentsMargins(16, 12, 16, 0)
            column.addWidget(words)
        scrolled = self._scrolled = QScrollArea()
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields scroll it
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(self.form)
        column.addWidget(scrolled, 1)
        self.fault.setContentsMargins(16, 0, 16, 0)
        column.addWidget(self.fault)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addStretch()
        row.addWidget(self.cancel_button)
        row.addWidget(self.accept_button)
        column.addLayout(row)
        fit_window(self, 520)


def make_beside(session: Session, entity: str, parent: QWidget, start: Values | None = None) -> int | None:
    """Ask for a new letter or debate and make it; gives its id. ``start`` holds values that it begins with."""
    made: list[int] = []

    def submit(given: dict[str, Any]) -> None:
        if start is not None and given.get("state") == SENT and given["day"] is None:
            raise InvalidForm({"day": _NO_DAY})
        step, row_id = editing.make_beside(session.store, entity, given)
        session.submit(step)
        made.append(row_id)

    specs, values = own_specs(entity), {**defaults(entity), **(start or {})}
    title = session.words(NEW_WORDS[entity]).rstrip("…")
    # of the window, not of the field: what holds the field is taken out and put back when the new row is heard of
    dialog = FormDialog(session, title, specs, values, submit, parent.window())
    dialog.exec()
    return made[0] if made else None


def make_sent_letter(session: Session, entity: str, parent: QWidget) -> int | None:
    """Ask for a letter in which the Kamer was told of something: one that was sent, on a day."""
    return make_beside(session, entity, parent, {"state": SENT})


def own_specs(entity: str) -> tuple[FieldSpec, ...]:
    """Give the fields of a row beside the records, where a choice with a start value may not be left empty."""
    start = defaults(entity)
    return tuple(
        replace(spec, required=True) if spec.type.widget == "choice" and start[spec.name] is not None else spec
        for spec in fields_of(model_of(entity))
    )


def defaults(entity: str) -> Values:
    """Give what a new row of an entity starts with."""
    model = model_of(entity)
    return {
        spec.name: None if (field := model.model_fields[spec.name]).is_required() else field.get_default()
        for spec in fields_of(model)
    }
