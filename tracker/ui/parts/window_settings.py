"""What the window remembers for this user: place and size, panes, theme, columns, the list on show, folders."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QDialog, QMainWindow

from tracker.basics.paths import user_folder
from tracker.ui.looks.theme import ThemeChoice
from tracker.ui.parts.screens import screen_room

if TYPE_CHECKING:
    from tracker.records.view_definition import Density

DENSITY = "*density"
"""Where the height of rows stands among the layouts of lists."""
_USUAL_SIZE = (1366, 768)
_FRAME_PX = 32
"""What a window's frame and title take, about; Qt does not know before the window stands."""


@dataclass(frozen=True, slots=True)
class ListOnShow:
    """What is on show of a register: a kind, a view of the program, or a view with a name; and the chosen record.

    ``asked`` holds the words and conditions that narrow it, as a definition in JSON, and ``page`` what stands in its
    place. Those are kept for after a crash, not for the next morning: then all of a list is wanted.
    """

    kind: str | None = None
    view: str | None = None
    saved: str | None = None
    record: int | None = None
    asked: str | None = None
    page: str | None = None


class WindowSettings:
    """Read at the start, written when something changes. A file that makes no sense counts as none."""

    def __init__(self, file: Path | None = None) -> None:
        self._kept = QSettings(str(file or user_folder() / "window.ini"), QSettings.Format.IniFormat)
        self.columns = self._read_columns()
        """How lists are laid out, by kind or view; see ``ui.listing.layout_controls``."""

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
    def density(self) -> Density:
        """Give the height of rows in all lists."""
        from tracker.records.view_definition import Density  # not before the first paint

        kept = self.columns.get(DENSITY)
        return Density(kept) if kept in list(Density) else Density.NORMAL

    @density.setter
    def density(self, density: Density) -> None:
        self.columns[DENSITY] = str(density)

    def restore_place(self, window: QMainWindow) -> None:
        """Put the window where it stood, as large as it was; a screen that is gone gives its place to another."""
        kept = self._kept.value("geometry")
        if not isinstance(kept, QByteArray) or not window.restoreGeometry(kept):
            _fit(window)

    def keep_place(self, window: QMainWindow) -> None:
        """Remember the window's place and size, and the layouts of lists."""
        self._kept.setValue("geometry", window.saveGeometry())
        self._kept.setValue("columns", json.dumps(self.columns))

    def keep_window(self, dialog: QDialog, name: str) -> None:
        """Put a window beside this one where it stood last, and remember that when it closes."""
        kept = self._kept.value(f"windows/{name}")
        if isinstance(kept, QByteArray):
            dialog.restoreGeometry(kept)
        dialog.finished.connect(lambda _: self._kept.setValue(f"windows/{name}", dialog.saveGeometry()))

    def pane_sizes(self, screen_width_px: int) -> list[int]:
        """Give the widths of list and record as they were on a screen of this width; none where never moved."""
        kept = str(self._kept.value(f"panes/{screen_width_px}", ""))
        return [int(size) for size in kept.split(",")] if re.fullmatch(r"\d+,\d+", kept) else []

    def keep_pane_sizes(self, screen_width_px: int, sizes: list[int]) -> None:
        """Remember the widths of list and record, for each width of screen apart."""
        self._kept.setValue(f"panes/{screen_width_px}", ",".join(map(str, sizes)))

    def list_on_show(self, register: Path) -> ListOnShow:
        """Give what was on show of this register the last time."""
        try:
            return ListOnShow(**json.loads(str(self._kept.value(f"shown/{_key(register)}", "{}"))))
        except (ValueError, TypeError):
            return ListOnShow()

    def keep_list_on_show(self, register: Path, shown: ListOnShow) -> None:
        """Remember what is on show of a register, also for after a crash."""
        self._kept.setValue(f"shown/{_key(register)}", json.dumps(asdict(shown)))

    def folder(self, task: str) -> Path:
        """Give the folder that was used last for a task."""
        kept = str(self._kept.value(f"folders/{task}", ""))
        return Path(kept) if kept and Path(kept).is_dir() else Path.home()

    def keep_folder(self, task: str, folder: Path) -> None:
        """Remember a folder for a task."""
        self._kept.setValue(f"folders/{task}", str(folder))

    def remembered(self, what: str) -> list[str]:
        """Give what was kept under a name, the last one first; nothing where nothing was kept."""
        try:
            found = json.loads(str(self._kept.value(f"remembered/{what}", "[]")))
        except ValueError:
            return []
        return [str(one) for one in found] if isinstance(found, list) else []

    def remember(self, what: str, words: list[str]) -> None:
        """Keep some words under a name."""
        self._kept.setValue(f"remembered/{what}", json.dumps(words))

    def _read_columns(self) -> dict[str, Any]:
        try:
            found = json.loads(str(self._kept.value("columns", "{}")))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


def _key(register: Path) -> str:
    """Give a short name for a file that can stand in a settings file."""
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]  # hashlib brings all of OpenSSL
    except ImportError:  # a later Python
        from hashlib import sha256
    return str(sha256(str(register.absolute()).encode()).hexdigest()[:16])


def _fit(window: QMainWindow) -> None:
    """Give a new window its usual size, or the whole screen where that is too small for it and its frame."""
    room = screen_room(window)
    width, height = _USUAL_SIZE
    window.resize(min(width, room.width()), min(height, room.height()))
    if room.width() < width + _FRAME_PX or room.height() < height + _FRAME_PX:
        window.setWindowState(Qt.WindowState.WindowMaximized)
