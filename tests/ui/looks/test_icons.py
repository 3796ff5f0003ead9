"""Icons are as sharp as the screen is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tracker.ui.looks.icons import icon


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_has_a_dot_for_each_of_the_screen(ratio: float) -> None:
    made = icon("save").pixmap(QSize(16, 16), ratio)
    assert QApplication.instance() is not None
    assert (made.width(), made.devicePixelRatio()) == (round(16 * ratio), ratio)
