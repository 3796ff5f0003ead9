"""A letter that names no day of its own is asked for it, in the rehearsal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.files import take_file
from tracker.services.importing.plan import ImportPlan
from tracker.ui.importing.import_dialog import ImportDialog
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LETTER = """Geachte voorzitter,

Met deze brief informeer ik uw Kamer over de voortgang van de aanpak van mensenhandel.

Ik informeer uw Kamer voor het einde van dit jaar over de opvang van slachtoffers in de regio.

Tijdens het commissiedebat Zeden van 3 juni 2026 heb ik het lid Mutluer toegezegd een brief te sturen over scholen.

De minister van Justitie en Veiligheid,

D.M. van Weel
"""


def opened(session: Session, qtbot: QtBot, text: str, folder: Path) -> ImportDialog:
    path = folder / "brief.txt"
    path.write_text(text, encoding="utf-8")
    dialog = ImportDialog(session, [take_file(path, today=build.TODAY)])
    qtbot.addWidget(dialog, before_close_func=lambda shown: shown.done(0))
    dialog.show()
    qtbot.waitUntil(lambda: dialog.is_rehearsed)
    return dialog


def ends(dialog: ImportDialog) -> set[date]:
    found = (part.values.get("end") for number in range(len(dialog.plan.proposals))
             for part in dialog.plan.details(number).parts if part.entity == "deadline")  # fmt: skip
    return {one for one in found if one is not None}


def test_another_day_reads_the_letter_anew_from_that_day(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(session, qtbot, LETTER, tmp_path)
    editor = dialog.letter_days.editors[0]
    assert editor.value() == build.TODAY
    assert ends(dialog) == {date(build.TODAY.year, 12, 31)}

    editor.line.selectAll()
    QTest.keyClicks(editor.line, "12-11-2027")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.is_rehearsed and ends(dialog) == {date(2027, 12, 31)})

    assert dialog.letter_days.editors[0].value() == date(2027, 11, 12)


def test_what_is_no_day_changes_nothing(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(session, qtbot, LETTER, tmp_path)
    editor = dialog.letter_days.editors[0]

    editor.line.setText("ooit")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)

    assert dialog.is_rehearsed
    assert ends(dialog) == {date(build.TODAY.year, 12, 31)}


def test_a_letter_that_names_its_day_is_asked_nothing(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(session, qtbot, f"Den Haag, 3 maart 2026\n\n{LETTER}", tmp_path)

    assert not dialog.letter_days.editors
    assert not dialog.letter_days.isVisible()


def test_a_letter_that_the_register_has_says_so_instead(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "eerder.txt").write_text(LETTER, encoding="utf-8")
    reading = take_file(tmp_path / "eerder.txt", today=date(2026, 6, 25)).reading
    plan = ImportPlan(session.store, [reading], today=build.TODAY).rehearse()
    apply_plan(Editor(session.store), plan)

    dialog = opened(session, qtbot, LETTER, tmp_path)

    assert not dialog.letter_days.editors
    assert dialog.letter_days.isVisible()
