"""Rehearsals of an import, as tests open and read them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.basics.language import Text
from tracker.records.change import LoggedStep
from tracker.records.filter import Filter
from tracker.records.proposal import (
    Account,
    FileReading,
    Place,
    Proposal,
)
from tracker.services.importing.files import TakenFile
from tracker.ui.importing.import_dialog import ImportDialog
from tracker.ui.session import Session

UNKNOWN = Text("Dit woord is niet bekend.", "This word is not known.")


def commitment(number: str, title: str = "Een toezegging", row: int = 2, **more: Any) -> Proposal:
    values = {"number": number, "title": title, **more.pop("values", {})}
    return Proposal("commitment", values, Place("Blad1", f"rij {row}"), **more)


def taken(*proposals: Proposal, text: str = "", account: Account | None = None, name: str = "lijst.xlsx") -> TakenFile:
    told = account or Account(len(proposals), len(proposals))
    return TakenFile(FileReading(name, "xlsx", proposals, account=told, text=text))


def opened(session: Session, qtbot: QtBot, *files: TakenFile) -> ImportDialog:
    dialog = ImportDialog(session, files)
    qtbot.addWidget(dialog, before_close_func=lambda shown: shown.done(0))  # without a question
    dialog.show()
    qtbot.waitUntil(lambda: dialog.is_rehearsed)
    return dialog


def take_over(dialog: ImportDialog, qtbot: QtBot) -> LoggedStep:
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.written is not None
    return dialog.written


def titles(session: Session) -> list[str]:
    store = session.store
    return sorted(one.title for one in store.summaries(store.order(Filter(), build.TODAY)))


def shown(dialog: ImportDialog, column: int) -> list[str]:
    model = dialog.rows.model
    return [model.index(row, column).data() for row in range(model.rowCount())]
