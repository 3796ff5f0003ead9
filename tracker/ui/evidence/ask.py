"""The question how evidence is kept: stored beside the register, or only linked. The answer can hold from then on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.language import Text
from tracker.basics.paths import user_folder
from tracker.records.evidence import LINKED, STORED
from tracker.services.evidence_files import is_address
from tracker.ui.parts.screens import fit_window
from tracker.ui.record.form_dialog import CANCEL
from tracker.ui.record.looks import button, label
from tracker.ui.record.style import wear_style
from tracker.ui.session import Session

_CHOICE_SETTING, _FOLDER_SETTING = "evidence/kept", "folders/evidence"
_TITLE = Text("bewijsstuk toevoegen", "add evidence")
_PLACE = Text("&Bestand of adres (https://…)", "&File or address (https://…)")
_BROWSE = Text("Bla&deren…", "B&rowse…")
_ADDRESSES = Text("Een adres wordt altijd gekoppeld.", "An address is always linked.")
_STORE = Text("Be&waren bij het register", "&Store with the register")
_STORE_WHY = Text(
    "Een kopie in de map naast het register. Die blijft zoals zij nu is.",
    "A copy in the folder beside the register. It stays as it is now.",
)
_LINK = Text("&Koppelen", "&Link")
_LINK_WHY = Text(
    "Alleen waar het staat. Wordt het bestand verplaatst of gewijzigd, dan merkt u dat hier.",
    "Only where it is. If the file is moved, you will see that here.",
)
_REMEMBER = Text("&Voortaan niet meer vragen bij slepen", "Do not &ask again when I drag")
_ACCEPT = Text("&Toevoegen", "&Add")
_NOTHING = Text("Kies een bestand of typ een adres.", "Choose a file or type an address.")
_NOT_THERE = Text("Dit bestand is er niet: ", "This file is not there: ")
_NAMED = 5


def remembered_choice() -> str | None:
    """Give how dropped evidence is kept without asking, or None where the user wants to be asked."""
    found = str(_settings().value(_CHOICE_SETTING, ""))
    return found if found in {STORED, LINKED} else None


def remember_choice(kept: str | None) -> None:
    """Keep the answer for the next time; None: ask again."""
    _settings().setValue(_CHOICE_SETTING, kept or "")


class EvidenceDialog(QDialog):
    """Asks for a file or address, unless they were dropped, and how it is kept."""

    def __init__(
        self, session: Session, reference: str, dropped: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._dropped = session, tuple(dropped)
        self._chosen: tuple[str, ...] = ()
        wear_style(self)
        self.setWindowTitle(f"{reference}: {session.words(_TITLE)}")
        self.line = QLineEdit()
        self.line.setAccessibleName(session.words(_PLACE).replace("&", ""))
        self.store, self.link = QRadioButton(session.words(_STORE)), QRadioButton(session.words(_LINK))
        (self.link if remembered_choice() == LINKED else self.store).setChecked(True)
        self.remember = QCheckBox(session.words(_REMEMBER))
        self.remember.setChecked(remembered_choice() is not None)
        self.fault = label("", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.accept_button = button(session.words(_ACCEPT), primary=True)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.submit)
        self._lay_out()

    @property
    def places(self) -> tuple[str, ...]:
        """Give the files and addresses that are meant."""
        if self._dropped:
            return self._dropped
        typed = self.line.text().strip()
        return self._chosen if self._chosen and typed == "; ".join(self._chosen) else (typed,) if typed else ()

    @property
    def kept(self) -> str:
        """Give how they are to be kept."""
        return LINKED if self.link.isChecked() else STORED

    def submit(self) -> None:
        """Accept where there is something to add, and remember the answer as wished."""
        missing = next((one for one in self.places if not is_address(one) and not Path(one).exists()), None)
        if not self.places or missing is not None:
            words = self._session.words
            self.fault.setText(words(_NOTHING) if missing is None else f"{words(_NOT_THERE)}{missing}")
            self.fault.show()
            return
        remember_choice(self.kept if self.remember.isChecked() else None)
        self.accept()

    def browse(self) -> None:
        """Choose files, starting in the folder of the last time."""
        start = str(_settings().value(_FOLDER_SETTING, "")) or str(Path.home())
        names, _ = QFileDialog.getOpenFileNames(self, self._session.words(_TITLE).capitalize(), start)
        if names:
            _settings().setValue(_FOLDER_SETTING, str(Path(names[0]).parent))
            self.take(names)

    def take(self, places: Sequence[str]) -> None:
        """Show files that were chosen."""
        self._chosen = tuple(places)
        self.line.setText("; ".join(places))

    def _lay_out(self) -> None:
        words = self._session.words
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        if self._dropped:
            named = [one if is_address(one) else Path(one).name for one in self._dropped[:_NAMED]]
            more = [f"+ {len(self._dropped) - _NAMED}"] if len(self._dropped) > _NAMED else []
            shown = label("\n".join([*named, *more]), "card-caption")
            shown.setWordWrap(True)
            column.addWidget(shown)
        else:
            self._add_line(column)
        for radio, why in ((self.store, _STORE_WHY), (self.link, _LINK_WHY)):
            column.addWidget(radio)
            hint = label(words(why), "hint")
            hint.setWordWrap(True)
            hint.setContentsMargins(24, 0, 0, 0)
            radio.setAccessibleDescription(words(why))
            column.addWidget(hint)
        column.addSpacing(4)
        column.addWidget(self.remember)
        column.addWidget(self.fault)
        cancel = button(words(CANCEL))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.accept_button)
        column.addStretch()
        column.addLayout(row)
        fit_window(self, 460)

    def _add_line(self, column: QVBoxLayout) -> None:
        words = self._session.words
        caption = label(words(_PLACE), "label")
        caption.setBuddy(self.line)
        browse = button(words(_BROWSE))
        browse.clicked.connect(self.browse)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(browse)
        column.addWidget(caption)
        column.addLayout(row)
        column.addWidget(label(words(_ADDRESSES), "hint"))
        self.line.setFocus()


def _settings() -> QSettings:
    return QSettings(str(user_folder() / "window.ini"), QSettings.Format.IniFormat)
