"""The small parts that the record pane is put together from: labels by role, buttons, icons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from tracker.ui.looks.fonts import around_line, font
from tracker.ui.looks.icons import IconLabel, icon, icon_size

_FONTS: dict[str, tuple[float, bool]] = {"card-caption": (13, True), "soon": (12, False)}
"""Size and weight of roles for which the window's stylesheet has none."""


def dress_button(button: QToolButton, name: str, words: str) -> None:
    """Make a small button with an icon only; its words are its tooltip and its accessible name."""
    button.setIcon(icon(name))
    button.setIconSize(icon_size())
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setAutoRaise(True)
    button.setProperty("role", "small")  # without the padding that would make its icon smaller
    button.setFixedSize(around_line(28), around_line(28))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def icon_label(name: str, role: str, size_px: int) -> IconLabel:
    """Make a label that shows an icon in the colour of a role or tone."""
    return IconLabel(name, role, size_px)


def label(words: str, role: str, parent: QWidget | None = None) -> QLabel:
    """Make a label that the stylesheet knows by its role. Words of the register are never read as markup."""
    made = QLabel(words, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    if role in _FONTS:
        size, bold = _FONTS[role]
        made.setFont(font(size, bold=bold))
    return made


class _Button(QPushButton):
    """A button that Enter presses while it has the focus, also where it is not the default of its dialog.

    Qt would leave Enter to the dialog then, which presses the primary button: on *Annuleren* the very opposite.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and is_plain:
            self.click()
            return
        super().keyPressEvent(event)


def button(words: str, *, primary: bool = False, link: bool = False, icon_name: str = "") -> QPushButton:
    """Make a button; a view has one primary button at most. A link is a button that looks like text."""
    made = _Button(f" {words}" if icon_name else words)  # Fusion sets icon and words too close together
    made.setAutoDefault(False)  # the default of a dialog stays its primary button, and looks so
    if primary:
        made.setProperty("primary", True)
    if link:
        made.setProperty("link", True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon_name:
        made.setIcon(icon(icon_name, "on_accent" if primary else "text"))
        made.setIconSize(icon_size())
    return made
