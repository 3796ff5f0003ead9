"""What the window remembers for this user: size, theme, columns, folders."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow

from tracker.basics.paths import user_folder
from tracker.ui.theme import ThemeChoice

_USUAL_SIZE = (1366, 768)


class WindowSettings:
    """Read at the start, written when something changes. A file that makes no sense counts as none."""

    def __init__(self, file: Path | None = None) -> None:
        self._kept = QSettings(str(file or user_folder() / "window.ini"), QSettings.Format.IniFormat)
        self.columns = self._read_columns()

    @property
    def theme(self) -> ThemeChoice:
        """Give the theme that the user chose."""
        try:
            return ThemeChoice(str(self._kept.value("theme", "system")))
        except ValueError:
            return ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._kept.setValue("theme", str(choice))

    @property
    def size(self) -> tuple[int, int]:
        """Give width and height of the window."""
        try:
            width, height = (int(part) for part in str(self._kept.value("size", "")).split("x"))
        except ValueError:
            return _USUAL_SIZE
        return width, height

    def keep_size(self, window: QMainWindow) -> None:
        """Remember the window's size and the chosen columns."""
        if not window.isMaximized():
            self._kept.setValue("size", f"{window.width()}x{window.height()}")
        self._kept.setValue("columns", json.dumps(self.columns))

    def folder(self, task: str) -> Path:
        """Give the folder that was used last for a task."""
        kept = str(self._kept.value(f"folders/{task}", ""))
        return Path(kept) if kept and Path(kept).is_dir() else Path.home()

    def keep_folder(self, task: str, folder: Path) -> None:
        """Remember a folder for a task."""
        self._kept.setValue(f"folders/{task}", str(folder))

    def _read_columns(self) -> dict[str, list[str]]:
        try:
            found = json.loads(str(self._kept.value("columns", "{}")))
        except ValueError:
            return {}
        if not isinstance(found, dict):
            return {}
        return {str(kind): [str(key) for key in keys] for kind, keys in found.items() if isinstance(keys, list)}
