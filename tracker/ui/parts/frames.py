"""Small frames of the window: the line between its parts, and the banner on top."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton


def divider() -> QFrame:
    """Make the line between two parts."""
    made = QFrame()
    made.setProperty("role", "divider")
    made.setFixedWidth(1)
    return made


def banner_around(label: QLabel, button: QPushButton) -> QFrame:
    """Make the banner that holds a sentence and a button; it is hidden until there is something to say."""
    frame = QFrame()
    frame.setProperty("role", "banner")
    row = QHBoxLayout(frame)
    row.setContentsMargins(16, 8, 16, 8)
    row.addWidget(label, 1)
    row.addWidget(button)
    frame.hide()
    return frame
