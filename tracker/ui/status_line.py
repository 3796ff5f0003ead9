"""The line at the foot: what is shown and chosen on the left; saved, backup, file and who may write on the right."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from tracker.basics.language import Language, Text
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.icons import IconLabel

_MESSAGE_MS = 8000
_GONE = Text("Niet gevonden", "Not found")
_READ_ONLY = Text("Alleen lezen", "Read only")
_EDITING = Text("U bewerkt", "You are editing")
_SHARED = Text("netwerkmap", "shared folder")
_ABOUT_SHARED = Text(
    "Dit register staat op een netwerkmap. Eén persoon tegelijk kan wijzigen; anderen kijken mee. "
    "Opslaan duurt er iets langer.",
    "This register lies in a shared folder. One person at a time can change it; others can look. "
    "Saving takes a little longer there.",
)


class StatusLine(QFrame):
    """Shows how things stand. A message takes the left side for a while."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.setFixedHeight(grown(28))
        self._language = language
        self._numbers = ""
        self.left = _label()
        self.saved, self.backup, self.file = _label(), _label(), _label()
        self._saved_icon = IconLabel("check", "ok", 14)
        self._backup_icon = IconLabel("archive", "muted", 14)
        self._file_icon = IconLabel("lock-open", "muted", 14)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MESSAGE_MS)
        self._timer.timeout.connect(lambda: self.left.setText(self._numbers))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(7)
        row.addWidget(self.left, 1)
        pairs = ((self._saved_icon, self.saved), (self._backup_icon, self.backup), (self._file_icon, self.file))
        for sign, words in pairs:
            row.addSpacing(16)
            row.addWidget(sign)
            row.addWidget(words)
        self.show_saved(None)
        self._backup_icon.hide()
        self._file_icon.hide()

    def show_numbers(self, words: str) -> None:
        """Show how many of what is on show there are, and how many are chosen (see ``shown_numbers``)."""
        self._numbers = words
        if not self._timer.isActive():
            self.left.setText(words)

    def say(self, words: str) -> None:
        """Show a message for a while: what was done and how it is undone."""
        self.left.setText(words)
        self._timer.start()

    def show_saved(self, at: datetime | None) -> None:
        """Show when something was written last; None: nothing yet."""
        self.saved.setVisible(at is not None)
        self._saved_icon.setVisible(at is not None)
        if at is not None:
            self.saved.setText(Text(f"Opgeslagen om {at:%H:%M}", f"Saved at {at:%H:%M}").to(self._language))

    def show_backup(self, made: datetime | None, today: datetime) -> None:
        """Show the age of the newest backup; None: there is none."""
        self._backup_icon.show()
        self.backup.setText(_backup_words(made, today).to(self._language))

    def show_file(
        self, path: Path | None, refusal: str | None, *, is_shared: bool = False, is_gone: bool = False
    ) -> None:
        """Show which register this is, whether it can be changed, and whether it lies in a shared folder."""
        self._file_icon.setVisible(path is not None)
        if path is None:
            self.file.setText("")
            return
        self._file_icon.set_icon("lock" if refusal else "lock-open", "soon" if refusal else "muted")
        state = _GONE if is_gone else _READ_ONLY if refusal else _EDITING
        shared = f" · {_SHARED.to(self._language)}" if is_shared else ""
        self.file.setText(f"{state.to(self._language)} · {path.name}{shared}")
        told = [refusal or str(path), *([_ABOUT_SHARED.to(self._language)] if is_shared else [])]
        self.file.setToolTip("\n".join(told))


def _label() -> QLabel:
    made = QLabel()
    made.setProperty("role", "status-words")
    return made


def _backup_words(made: datetime | None, today: datetime) -> Text:
    if made is None:
        return Text("Nog geen reservekopie", "No backup yet")
    days = (today.date() - made.date()).days
    if days <= 0:
        return Text(f"Reservekopie van vandaag {made:%H:%M}", f"Backup of today {made:%H:%M}")
    if days == 1:
        return Text(f"Reservekopie van gisteren {made:%H:%M}", f"Backup of yesterday {made:%H:%M}")
    return Text(f"Reservekopie van {days} dagen geleden", f"Backup of {days} days ago")
