"""Words that do not fit: cut at their end, or in their middle where the end tells them apart."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tracker.ui.overview.drawing import fixed_face
from tracker.ui.timeline.ink import Ink, Line

_NAME = "B-1 Voortgangsbrief Samen tegen mensenhandel, zomer 2026"


@pytest.mark.parametrize("icon", ["", "mail"])
def test_a_name_that_keeps_its_end_loses_its_middle(qapp: QApplication, icon: str) -> None:
    ink, line = Ink(fixed_face), Line(_NAME, "#000000", 11, icon=icon, keeps_end=True)
    room = ink.width(line) / 2
    cut = ink.elided(line, room)
    assert cut.text.startswith("B-1")
    assert cut.text.endswith("2026")
    assert ink.width(cut) <= room


def test_other_words_lose_their_end(qapp: QApplication) -> None:
    ink, line = Ink(fixed_face), Line(_NAME, "#000000", 11)
    cut = ink.elided(line, ink.width(line) / 2)
    assert _NAME.startswith(cut.text.rstrip("…"))
    assert ink.elided(line, ink.width(line)) == line
