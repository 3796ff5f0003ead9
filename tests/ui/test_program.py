"""From the start to the open register, and from one register to another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.jobs import quick_work
from tests.ui.programs import register, shown_title
from tracker.app import Program
from tracker.basics.chosen_language import user_language
from tracker.basics.language import Language
from tracker.services.copies import copies_of, keep_copy
from tracker.ui.errors import SentenceDialog
from tracker.ui.jobs.job import Job

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


def test_the_first_start_offers_the_sample_and_opens_it(program: Program) -> None:
    program.start(None)
    assert program.window.start_page is not None
    program.window.start_page.sample_button.click()
    assert program.store is not None
    assert program.store.path.name == "voorbeeld.db"
    assert program.window.work_area is not None
    assert program.window.work_area.list_pane.model.rowCount() > 50


def test_a_register_is_shown_first_and_opened_after_the_first_paint(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.start(str(register(tmp_path / "een.db", "Eerste")))
    assert program.window.session is None
    assert shown_title(program) == "Eerste"
    qtbot.waitUntil(lambda: program.window.session is not None, timeout=20_000)
    assert shown_title(program) == "Eerste"


def test_another_register_takes_the_place_of_the_first(program: Program, tmp_path: Path) -> None:
    program.start(None)
    program.open(register(tmp_path / "een.db", "Eerste"))
    program.open(register(tmp_path / "twee.db", "Tweede"))
    assert shown_title(program) == "Tweede"
    with build.open_store(tmp_path / "een.db") as store:
        assert store.read_only_because is None


def test_a_file_that_is_no_register_leaves_the_open_one_as_it_was(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.start(None)
    program.open(register(tmp_path / "een.db", "Eerste"))
    (tmp_path / "leeg.db").touch()
    program.open(tmp_path / "leeg.db")
    qtbot.waitUntil(lambda: program.errors.dialog is not None)
    assert isinstance(program.errors.dialog, SentenceDialog)
    assert "leeg" in program.errors.dialog.sentence.text()
    program.errors.dialog.accept()
    assert shown_title(program) == "Eerste"


@pytest.mark.parametrize("content", [None, b"", b"onzin"])
def test_a_named_register_that_cannot_be_opened_is_told_on_the_start_page(
    program: Program, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "weg.db"
    if content is not None:
        path.write_bytes(content)
    program.start(str(path))
    assert program.window.start_page is not None
    assert "weg.db" in program.window.start_page.problem.text()


def test_closing_gives_the_register_back(program: Program, tmp_path: Path) -> None:
    path = register(tmp_path / "een.db", "Eerste")
    program.start(None)
    program.open(path)
    program.window.close()
    assert not (tmp_path / ".een.db.holder").exists()
    with build.open_store(path) as store:
        assert store.read_only_because is None


def test_a_second_sample_gets_a_name_of_its_own(program: Program) -> None:
    program.start(None)
    program.window.sample_wanted.emit()
    program.window.sample_wanted.emit()
    assert sorted(path.name for path in Path(os.environ["TRACKER_HOME"]).glob("voorbeeld*.db")) == [
        "voorbeeld-2.db",
        "voorbeeld.db",
    ]


def test_a_damaged_register_offers_its_backup_and_keeps_the_damaged_file(program: Program, tmp_path: Path) -> None:
    path = register(tmp_path / "stuk.db", "Heel")
    with build.open_store(path) as store:
        build.motion(store, title="Later")  # the first change of a day: its backup holds what was there before
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    program.start(str(path))
    page = program.window.start_page
    assert page is not None
    assert "reservekopie" in page.problem.text()
    assert not page.restore_button.isHidden()
    page.restore_button.click()
    assert shown_title(program) == "Heel"
    kept = list((tmp_path / "stuk-reservekopieen").glob("*.bewaard"))
    assert [one.read_bytes() for one in kept] == [whole[: len(whole) // 2]]


def test_a_file_that_is_no_register_offers_no_backup(program: Program, tmp_path: Path) -> None:
    other = tmp_path / "geen.db"
    other.write_text("geen register", encoding="utf-8")
    program.start(str(other))
    assert program.window.start_page is not None
    assert program.window.start_page.restore_button.isHidden()


def test_another_language_takes_over_register_list_and_record(program: Program, tmp_path: Path) -> None:
    program.start(None)
    program.open(register(tmp_path / "een.db", "Eerste"))
    first = program.window
    assert first.work_area is not None
    assert first.work_area.controller is not None
    first.work_area.controller.choose("motion", None)
    first.work_area.open_record(1)
    program.change_language(Language.ENGLISH)
    assert program.window is not first
    assert not first.isVisible()
    assert program.window.menuBar().actions()[0].text() == "&File"
    area = program.window.work_area
    assert area is not None
    assert area.list_pane.title.text() == "Motions"
    assert area.record_pane is not None
    assert area.record_pane.record is not None
    assert area.record_pane.record["title"] == "Eerste"
    assert program.store is not None
    assert program.store.read_only_because is None
    assert user_language() is Language.ENGLISH


def test_the_same_language_changes_nothing(program: Program) -> None:
    program.start(None)
    first = program.window
    program.change_language(Language.DUTCH)
    assert program.window is first


def test_buttons_of_qt_speak_the_language_of_the_window(program: Program) -> None:
    program.start(None)

    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")

    assert cancel() == "Annuleren"
    program.change_language(Language.ENGLISH)
    assert cancel() == "Cancel"


def test_a_register_opens_with_the_list_and_the_panes_that_were_on_show(program: Program, tmp_path: Path) -> None:
    path = register(tmp_path / "een.db", "Eerste")
    program.start(None)
    program.open(path)
    area = program.window.work_area
    assert area is not None
    assert area.controller is not None
    area.controller.choose(None, "no-owner")
    program.window.resize(1366, 768)
    area.splitter.setSizes([678, 470])
    area.splitter.splitterMoved.emit(0, 1)
    program.window.close()
    program.window = program._make_window()
    program.start(str(path))
    program.open(path)
    area = program.window.work_area
    assert area is not None
    assert area.controller is not None
    assert area.controller.filter.view == "no-owner"
    program.window.resize(1366, 768)
    assert area.splitter.sizes()[1] == 470


def test_closing_asks_about_tasks_that_go_on(
    program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.start(None)
    program.open(register(tmp_path / "een.db", "Eerste"))
    job = Job(quick_work.go_on_until_stopped, (tmp_path,), program.window)
    job.start()
    answers = iter(("Wachten", "Stoppen en afsluiten"))

    def answer(box: QMessageBox) -> int:
        wanted = next(answers)
        next(one for one in box.buttons() if one.text().replace("&", "") == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    assert not program.window.close()
    assert job.is_running
    with qtbot.waitSignal(job.cancelled):
        assert program.window.close()


# --- several windows --------------------------------------------------------------------------------------------------


def test_a_second_register_gets_a_window_of_its_own(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    program.start(None)
    program.open(register(tmp_path / "een.db", "Eerste"))
    program.open_beside(register(tmp_path / "twee.db", "Tweede"))
    other = program.programs[1]
    qtbot.waitUntil(lambda: other.window.session is not None, timeout=20_000)
    assert (shown_title(program), shown_title(other)) == ("Eerste", "Tweede")
    other.window.close()
    assert program.programs == [program]
    assert shown_title(program) == "Eerste"


def test_a_register_that_is_open_already_keeps_its_window(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    one, two = register(tmp_path / "een.db", "Eerste"), register(tmp_path / "twee.db", "Tweede")
    program.start(None)
    program.open(one)
    program.open_beside(two)
    other = program.programs[1]
    qtbot.waitUntil(lambda: other.window.session is not None, timeout=20_000)
    other.open(one)
    program.open_beside(two)
    program.open(one)
    assert len(program.programs) == 2
    assert (shown_title(program), shown_title(other)) == ("Eerste", "Tweede")
    assert program.store is not None
    assert program.store.read_only_because is None
    other.window.close()


def test_quitting_closes_all_windows_and_gives_their_registers_back(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.start(None)
    program.open(register(tmp_path / "een.db", "Eerste"))
    program.open_beside(register(tmp_path / "twee.db", "Tweede"))
    other = program.programs[1]
    qtbot.waitUntil(lambda: other.window.session is not None, timeout=20_000)
    program.window.actions_["quit"].trigger()
    assert not list(tmp_path.glob(".*.holder"))
    assert not program.window.isVisible()


def test_quitting_closes_no_window_where_one_has_to_wait(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.start(None)
    program.open(register(tmp_path / "een.db", "Eerste"))
    program.open_beside(register(tmp_path / "twee.db", "Tweede"))
    other = program.programs[1]
    qtbot.waitUntil(lambda: other.window.session is not None, timeout=20_000)
    job = Job(quick_work.go_on_until_stopped, (tmp_path,), other.window)
    job.start()
    answers = iter(("Wachten", "Stoppen en afsluiten"))

    def answer(box: QMessageBox) -> int:
        wanted = next(answers)
        next(one for one in box.buttons() if one.text().replace("&", "") == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    program.quit()
    assert program.window.isVisible()
    assert program.window.session is not None
    with qtbot.waitSignal(job.cancelled):
        program.quit()
    assert program.programs == [other]  # the last one keeps its window for the end of the program
    assert not other.window.isVisible()


def test_another_language_holds_for_all_windows(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    program.start(None)
    program.open(register(tmp_path / "een.db", "Eerste"))
    program.open_beside(register(tmp_path / "twee.db", "Tweede"))
    other = program.programs[1]
    qtbot.waitUntil(lambda: other.window.session is not None, timeout=20_000)
    program.window.language_wanted.emit(Language.ENGLISH)
    assert [one.window.menuBar().actions()[0].text() for one in program.programs] == ["&File", "&File"]
    other.window.close()


# --- registers that moved ---------------------------------------------------------------------------------------------


def test_a_copy_takes_the_place_of_the_register_and_the_register_is_kept(program: Program, tmp_path: Path) -> None:
    path = register(tmp_path / "een.db", "Eerste")
    program.start(None)
    program.open(path)
    assert program.store is not None
    copy = keep_copy(program.store, "voor de brief")
    build.motion(program.store, title="Later")
    program.window.restore_wanted.emit(copy)
    assert program.store is not None
    assert program.store.counts(program.window.today)["motion"] == 1
    assert "Teruggezet" in program.window.status.left.text()
    assert "voor een kopie werd teruggezet" in [one.why.nl for one in copies_of(program.store)]


def test_an_older_register_says_once_that_it_was_brought_up_to_date(program: Program, tmp_path: Path) -> None:
    old = Path(__file__).parent.parent / "samples" / "register-schema-1.db"
    path = tmp_path / "oud.db"
    path.write_bytes(old.read_bytes())
    program.start(None)
    program.open(path)
    area = program.window.work_area
    assert area is not None
    assert not area.notice.isHidden()
    assert "is bijgewerkt" in area.notice.words.text()
    area.notice.buttons[0].click()
    assert area.notice.isHidden()
