"""Asks for the name of a view; stays open, and says why, where the name cannot be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language, Text
from tracker.ui.parts.screens import fit_window

_NAME = Text("&Naam van de weergave", "&Name of the view")
_KEEP = Text("&Bewaren", "&Save")
_CANCEL = Text("&Annuleren", "&Cancel")
_WIDTH_PX = 420


class NameDialog(QDialog):
    """``act`` takes the name, and raises InvalidValue where it cannot."""

    def __init__(
        self, title: Text, name: str, hint: Text, act: Callable[[str], object], language: Language, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._act, self._language = act, language
        self.setWindowTitle(title.to(language))
        self.line = QLineEdit(name)
        self.line.selectAll()
        self.line.setAccessibleName(_NAME.to(language).replace("&", ""))
        label = QLabel(_NAME.to(language))
        label.setBuddy(self.line)
        about = QLabel(hint.to(language))
        about.setProperty("role", "hint")
        about.setWordWrap(True)
        self.fault = QLabel()
        self.fault.setProperty("role", "fault")
        self.fault.setWordWrap(True)
        self.keep_button, cancel = QPushButton(_KEEP.to(language)), QPushButton(_CANCEL.to(language))
        self.keep_button.setProperty("primary", True)
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self._keep)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (label, self.line, self.fault, about):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.fault.hide()
        fit_window(self, _WIDTH_PX)

    def _keep(self) -> None:
        try:
            self._act(self.line.text())
        except InvalidValue as error:
            self.fault.setText(error.words.to(self._language))
            self.fault.show()
            self.line.setFocus()
            self.line.selectAll()
        else:
            self.accept()
