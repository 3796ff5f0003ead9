"""*Laatst geopend*: the registers opened lately, in this window, or with Ctrl in a window of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from tracker.basics.language import Language, Text
from tracker.services.recent import recent_registers

_NONE = Text("Nog niets geopend", "Nothing opened yet")
_HINT = Text("Met Ctrl ingedrukt: in een nieuw venster", "With Ctrl held: in a new window")
MISSING = Text("niet gevonden", "not found")
Open = Callable[[Path], object]


def fill_recent(menu: QMenu, language: Language, here: Open, beside: Open) -> None:
    """Offer the registers opened lately; of those that are not there any more the menu says so."""
    menu.clear()
    for number, path in enumerate(recent_registers(), start=1):
        shown = f"{path.name} — {path.parent}".replace("&", "&&")
        there = "" if path.exists() else f" ({MISSING.to(language)})"
        made = menu.addAction(f"&{number} {shown}{there}" if number < 10 else f"{shown}{there}")
        made.setToolTip(f"{path}\n{_HINT.to(language)}")
        made.triggered.connect(lambda _checked=False, one=path: (beside if _holds_ctrl() else here)(one))
    if menu.isEmpty():
        menu.addAction(_NONE.to(language)).setEnabled(False)


def _holds_ctrl() -> bool:
    return bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
