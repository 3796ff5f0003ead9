"""Files dragged onto the window: those that can be taken in, and what is meant where they land on a record."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from tracker.basics.language import Language, Text
from tracker.ui.looks.icons import icon

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".docx", ".doc", ".txt", ".pdf", ".json", ".zip")
"""What is offered; the older sorts among them are refused in a sentence that says what to do."""
_IMPORT = Text("&Importeren…", "&Import…")
_CANCEL = Text("Annuleren", "Cancel")


class Meant(Enum):
    """What a file dropped on a record is for."""

    IMPORT = auto()
    EVIDENCE = auto()


def importable(places: Sequence[str]) -> list[Path]:
    """Give the files among these, where all of them can be taken in."""
    paths = [Path(one) for one in places]
    return paths if paths and all(one.suffix.lower() in ENDINGS for one in paths) else []


def dropped_files(carried: QMimeData) -> list[Path]:
    """Give the files that a drag carries, whatever they are called; none where it carries something else too.

    What a file is, its content tells; one that cannot be taken in is refused in a sentence, and not by the cursor.
    """
    if not all(url.isLocalFile() for url in carried.urls()):
        return []
    return [Path(url.toLocalFile()) for url in carried.urls()]


def ask_what_is_meant(window: QWidget, reference: str, language: Language) -> Meant | None:
    """Ask, under the cursor, what files dropped on a record are for; None where the user thought better of it."""
    menu = QMenu(window)
    evidence_words = Text(f"&Bewijsstuk bij {reference}…", f"&Evidence with {reference}…")
    taking_in = menu.addAction(icon("file-input", "muted"), _IMPORT.to(language))
    evidence = menu.addAction(icon("paperclip", "muted"), evidence_words.to(language))
    menu.addSeparator()
    menu.addAction(_CANCEL.to(language))
    chosen = menu.exec(QCursor.pos())
    menu.deleteLater()
    return Meant.IMPORT if chosen is taking_in else Meant.EVIDENCE if chosen is evidence else None
