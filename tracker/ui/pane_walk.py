"""F6: from one part of the window to the next with the keyboard, also past the pages in the place of the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_REASON = Qt.FocusReason.OtherFocusReason
Stop = tuple[QWidget, Callable[[], object] | None]
"""A part, and how it takes the focus where that is more than being given it."""


def go_to_next(stops: Sequence[Stop], *, backwards: bool = False) -> None:
    """Give the focus to the part in sight that comes after (or before) the one that has it."""
    shown = [stop for stop in stops if stop[0].isVisible()]
    focused = QApplication.focusWidget()
    at = next(
        (i for i, (part, _) in enumerate(shown) if focused and (part is focused or part.isAncestorOf(focused))), -1
    )
    part, enter = shown[(at + (-1 if backwards else 1)) % len(shown)]
    if enter is None:
        part.setFocus(_REASON)
    else:
        enter()
