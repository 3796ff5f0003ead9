"""What the window asks and tells in dialogs: files, what this program is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QWidget

from tracker import __version__
from tracker.basics.language import Language, Text
from tracker.services.recent import forget_register
from tracker.ui.parts.window_settings import WindowSettings

_ENDING = ".db"
_OPEN = Text("Register openen", "Open a register")
_NEW = Text("Nieuw register bewaren als", "Save the new register as")
_BACK_UP = Text("Reservekopie bewaren als", "Save the backup as")
_ELSEWHERE = Text("Verdergaan in een ander bestand", "Go on in another file")
_NOT_FOUND = Text("Register niet gevonden", "Register not found")
_FIND = Text("&Opzoeken…", "&Find…")
_FORGET = Text("Uit de &lijst halen", "Take off the &list")
_REGISTERS = Text("Register", "Register")
_IMPORT = Text("Bestanden importeren", "Import files")
_IMPORTABLE = Text("Werkmappen, brieven en open data", "Workbooks, letters and open data")
_ALL_FILES = Text("Alle bestanden", "All files")
_CLOSE = Text("&Sluiten", "&Close")
_ABOUT = Text("Over Tracker", "About Tracker")
_NEW_NAME = Text("Mijn register", "My register")


def ask_register(window: QWidget, settings: WindowSettings, language: Language) -> Path | None:
    """Ask which register to open."""
    from PySide6.QtWidgets import QFileDialog  # when it is asked for, here and below: most starts ask nothing

    pattern = f"{_REGISTERS.to(language)} (*{_ENDING});;{_ALL_FILES.to(language)} (*)"
    name, _ = QFileDialog.getOpenFileName(window, _OPEN.to(language), str(settings.folder("register")), pattern)
    return _kept(settings, "register", name)


def ask_new_register(
    window: QWidget, settings: WindowSettings, language: Language, name: str | None = None
) -> Path | None:
    """Ask where a new register goes; ``name`` is proposed for it, or else one that fits any."""
    proposed = settings.folder("register") / f"{name or _NEW_NAME.to(language)}{_ENDING}"
    return _ask_target(window, settings, language, _NEW, "register", proposed)


def ask_files_to_import(window: QWidget, settings: WindowSettings, language: Language) -> list[Path]:
    """Ask which files to import, starting in the folder of the last time; none where the user thought better of it."""
    from tracker.ui.parts.dropped_files import ENDINGS  # when it is asked for

    return ask_files(window, settings, language, _IMPORT, _IMPORTABLE, ENDINGS)


def ask_files(
    window: QWidget, settings: WindowSettings, language: Language, title: Text, sorts: Text, endings: Sequence[str],
    *, task: str = "import",
) -> list[Path]:  # fmt: skip
    """Ask for files of these sorts, starting in the folder of the last time for this task."""
    from PySide6.QtWidgets import QFileDialog  # when it is asked for

    dialog = QFileDialog(window, title.to(language), str(settings.folder(task)))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    patterns = " ".join(f"*{ending}" for ending in endings)
    dialog.setNameFilters([f"{sorts.to(language)} ({patterns})", f"{_ALL_FILES.to(language)} (*)"])
    if not dialog.exec():
        return []
    chosen = [Path(name) for name in dialog.selectedFiles()]
    if chosen:
        settings.keep_folder(task, chosen[0].parent)
    return chosen


def ask_back_up(window: QWidget, settings: WindowSettings, language: Language, register: Path) -> Path | None:
    """Ask where a copy of the register goes."""
    proposed = settings.folder("backup") / f"{register.stem} {Text('reservekopie', 'backup').to(language)}{_ENDING}"
    return _ask_target(window, settings, language, _BACK_UP, "backup", proposed)


def ask_save_elsewhere(window: QWidget, settings: WindowSettings, language: Language, register: Path) -> Path | None:
    """Ask where the register goes on, in another file."""
    proposed = settings.folder("register") / f"{register.stem} {Text('kopie', 'copy').to(language)}{_ENDING}"
    return _ask_target(window, settings, language, _ELSEWHERE, "register", proposed)


def ask_about_missing(window: QWidget, settings: WindowSettings, language: Language, missing: Path) -> Path | None:
    """Say that a register opened lately is not there; gives the file the user points out instead, if any."""
    from PySide6.QtWidgets import QMessageBox  # when it is asked for

    words = Text(
        f"{missing} is niet gevonden. Het is verplaatst of verwijderd, of de schijf of netwerkmap is niet verbonden.",
        f"{missing} was not found. It was moved or deleted, or its disk or shared folder is not connected.",
    )
    box = QMessageBox(QMessageBox.Icon.Warning, _NOT_FOUND.to(language), words.to(language), parent=window)
    find = box.addButton(_FIND.to(language), QMessageBox.ButtonRole.AcceptRole)
    forget = box.addButton(_FORGET.to(language), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(find)
    box.exec()
    if box.clickedButton() is forget:
        forget_register(missing)
    return ask_register(window, settings, language) if box.clickedButton() is find else None


def dropped_register(dropped: QMimeData) -> Path | None:
    """Give the one register that was dragged here, or None."""
    urls = [url for url in dropped.urls() if url.isLocalFile()]
    if len(urls) != 1:
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == _ENDING else None


def show_about(window: QWidget, language: Language) -> QDialog:
    """Show what this program is made of."""
    lines = [
        ("Tracker", __version__),
        ("PySide6", pyside_version),
        (Text("Licentie", "Licence").to(language), "EUPL-1.2"),
        (Text("Pictogrammen", "Icons").to(language), "Lucide 0.460.0 (ISC, MIT)"),
    ]
    return _show_lines(window, _ABOUT.to(language), lines, language)


def _show_lines(window: QWidget, title: str, lines: list[tuple[str, str]], language: Language) -> QDialog:
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    grid = QGridLayout(dialog)
    grid.setContentsMargins(20, 20, 20, 16)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    for row, (left, right) in enumerate(lines):
        keys = QLabel(left)
        keys.setProperty("role", "reference")
        grid.addWidget(keys, row, 0)
        grid.addWidget(QLabel(right), row, 1)
    close = QPushButton(_CLOSE.to(language))
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    grid.addWidget(close, len(lines), 1, Qt.AlignmentFlag.AlignRight)
    dialog.open()
    return dialog


def _ask_target(
    window: QWidget, settings: WindowSettings, language: Language, title: Text, task: str, proposed: Path
) -> Path | None:
    from PySide6.QtWidgets import QFileDialog  # when it is asked for

    pattern = f"{_REGISTERS.to(language)} (*{_ENDING})"
    name, _ = QFileDialog.getSaveFileName(window, title.to(language), str(proposed), pattern)
    path = _kept(settings, task, name)
    return path if path is None or path.suffix else path.with_suffix(_ENDING)


def _kept(settings: WindowSettings, task: str, name: str) -> Path | None:
    if not name:
        return None
    path = Path(name)
    settings.keep_folder(task, path.parent)
    return path
