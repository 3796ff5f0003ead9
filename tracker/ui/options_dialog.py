"""*Opties*: what this user prefers, and what holds for the register, in one dialog."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.errors import TrackerError
from tracker.basics.language import Language, Text
from tracker.records.view_definition import Density
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.theme import ThemeChoice
from tracker.ui.record.looks import label

if TYPE_CHECKING:
    from tracker.ui.register_window import RegisterWindow

_TITLE = Text("Opties", "Options")
_YOURS = Text("Voor u", "For you")
_REGISTER = Text("Voor dit register (voor iedereen die ermee werkt)", "For this register (for all who work with it)")
_LANGUAGE = Text("&Taal", "&Language")
_THEME = Text("T&hema", "T&heme")
_DENSITY = Text("&Rijhoogte", "&Row height")
_BACKUPS = Text("Reservekopieën &bewaren", "&Keep backups for")
_DAYS = Text(" dagen", " days")
_KEPT = Text(
    "De nieuwste blijft altijd. Oudere gaan weg bij de eerste wijziging van een dag.",
    "The newest always stays. Older ones go at the first change of a day.",
)
_OPEN_FIRST = Text("Open eerst een register.", "Open a register first.")
_SAVE, _CANCEL = Text("&Opslaan", "&Save"), Text("&Annuleren", "&Cancel")

_TEXT_LEFT_PX = 6
_LABEL_PX = 160
"""So that the fields of both groups begin under each other."""


class OptionsDialog(QDialog):
    """Nothing changes before *Opslaan*; another language comes last, for it makes a new window."""

    def __init__(self, window: RegisterWindow) -> None:
        super().__init__(window)
        self._window = window
        language = window.language
        self.setWindowTitle(_TITLE.to(language))
        self.language_box = _choices({one: one.own_name for one in Language}, language)
        self.theme_box = _choices({one: one.words.to(language) for one in ThemeChoice}, window.theme.choice)
        self.density_box = _choices({one: one.words.to(language) for one in Density}, self._density())
        self.days_box = QSpinBox()
        self.days_box.setSuffix(_DAYS.to(language))
        self.days_box.lineEdit().setTextMargins(_TEXT_LEFT_PX, 0, 0, 0)
        self.fault = QLabel()
        self.fault.setProperty("role", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.save_button, self.cancel_button = QPushButton(_SAVE.to(language)), QPushButton(_CANCEL.to(language))
        self.save_button.setProperty("primary", True)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._days = self._load_days()
        self._lay_out()
        self.language_box.setFocus()

    def accept(self) -> None:
        """Let everything hold from now on; stays open where the register does not take it."""
        try:
            self._keep_days()
        except TrackerError as error:
            self.fault.setText(error.to(self._window.language))
            self.fault.show()
            return
        super().accept()
        theme, density = ThemeChoice(self.theme_box.currentData()), Density(self.density_box.currentData())
        if theme is not self._window.theme.choice:
            self._window.choose_theme(theme)
        if density is not self._density():
            self._window.choose_density(density)
        language = Language(self.language_box.currentData())
        if language is not self._window.language:
            self._window.language_wanted.emit(language)

    def _density(self) -> Density:
        return self._window.settings.density

    def _load_days(self) -> int | None:
        """Give the days of the register, or None where it cannot be changed now."""
        from tracker.services.register_settings import LONGEST_DAYS, backup_days  # the store: after the first paint

        self.days_box.setRange(1, LONGEST_DAYS)
        session = self._window.session
        days = None if session is None else backup_days(session.store)
        may_write = session is not None and session.may_write
        self.days_box.setEnabled(may_write)
        self.days_box.setValue(days or 1)
        if days is None:
            self.days_box.setSpecialValueText("–")
        return days

    def _keep_days(self) -> None:
        from tracker.services.register_settings import keep_backup_days  # the store: after the first paint

        session = self._window.session
        if session is not None and self.days_box.isEnabled() and self.days_box.value() != self._days:
            session.editor.tell(keep_backup_days(session.store, self.days_box.value()))

    def _lay_out(self) -> None:
        language = self._window.language
        yours = self._group(
            _YOURS, ((_LANGUAGE, self.language_box), (_THEME, self.theme_box), (_DENSITY, self.density_box))
        )
        of_register = self._group(_REGISTER, ((_BACKUPS, self.days_box),))
        session = self._window.session
        refusal = None if session is None else session.editor.refusal
        hint = QLabel((_OPEN_FIRST if session is None else _KEPT if refusal is None else refusal.words).to(language))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        for part in (yours, of_register, hint, self.fault):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setMinimumWidth(grown(440))

    def _group(self, title: Text, rows: tuple[tuple[Text, QWidget], ...]) -> QFrame:
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        head = QLabel(title.to(self._window.language))
        head.setWordWrap(True)
        head.setProperty("role", "card-title")
        column.addWidget(head)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        for words, widget in rows:
            shown = words.to(self._window.language)
            widget.setAccessibleName(shown.replace("&", ""))
            caption = label(shown, "label")
            caption.setBuddy(widget)
            caption.setMinimumSize(grown(_LABEL_PX), widget.sizeHint().height())
            form.addRow(caption, widget)
        column.addLayout(form)
        return frame


def _choices(words: Mapping[StrEnum, str], now: StrEnum) -> QComboBox:
    made = QComboBox()
    for value, shown in words.items():
        made.addItem(shown.replace("&", ""), value)
    made.setCurrentIndex(list(words).index(now))
    return made
