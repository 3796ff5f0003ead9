"""No dialog cuts off its words, speaks the other language, or has an input that a screen reader cannot name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.doing.screens import dialogs, finish
from tests.ui.survey import cut_off, nameless
from tracker.basics.language import Language
from tracker.services.editor import Editor
from tracker.store.record_store import Store
from tracker.ui.looks.theme import Theme
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


@pytest.fixture(params=list(Language), ids=str)
def spoken(request: pytest.FixtureRequest, store: Store, qapp: QApplication) -> Iterator[Session]:
    """A session in each language, over six records, in the looks of the program."""
    Theme(qapp)
    for _ in range(3):
        build.deadline(store, build.commitment(store), wording="voor de zomer", end=build.TODAY)
        build.motion(store, status="in uitvoering")
    yield Session(store, Editor(store), build.TODAY, request.param)
    qapp.setStyleSheet("")


def test_dialogs_show_their_words_whole_and_name_their_inputs(spoken: Session, qtbot: QtBot) -> None:
    problems: list[str] = []
    for name, dialog in dialogs(spoken):
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        finish(dialog)
        problems += [f"{name}: {one}" for one in (*cut_off(dialog), *nameless(dialog))]
        dialog.reject()
    assert problems == []
