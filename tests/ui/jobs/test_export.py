"""Exporting from the window: the file is there whole, the log knows it, and a target in use keeps the data."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.basics.language import Language
from tracker.records.filter import Filter
from tracker.services.editor import Editor
from tracker.services.reporting import Scope, report_names
from tracker.store.record_store import Store
from tracker.ui.jobs import export
from tracker.ui.jobs.export import Export, export_report, proposed_name
from tracker.ui.jobs.scope import ask_scope
from tracker.ui.looks.theme import Theme, ThemeChoice
from tracker.ui.main_window import MainWindow
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_WAIT_MS = 60_000


@pytest.fixture
def session(store: Store) -> Session:
    return Session(store, Editor(store), build.TODAY)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _choose(monkeypatch: pytest.MonkeyPatch, *targets: Path) -> None:
    """Stand in for the file dialog of the system."""
    waiting = list(targets)
    monkeypatch.setattr(export, "ask_for_target", lambda *_: waiting.pop(0))


def _shown(window: QWidget) -> Export:
    found = window.findChild(Export)
    assert isinstance(found, Export)
    return found


def _answer(monkeypatch: pytest.MonkeyPatch, wanted: str) -> None:
    """Let the question about the scope be answered with the button of these words."""

    def press(box: QMessageBox) -> int:
        next(one for one in box.buttons() if one.text().replace("&", "") == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)


def _newest_label(store: Store) -> str:
    with store.read() as connection:
        return str(connection.exec_driver_sql("SELECT label FROM step ORDER BY id DESC LIMIT 1").scalar_one())


def test_the_name_that_is_proposed_has_day_and_title(session: Session) -> None:
    register = next(one for one in report_names() if one.code == "register")
    assert proposed_name(session, register) == f"2026-07-01 {register.title.nl}.xlsx"


def test_a_report_is_written_and_noted_in_the_log(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: QWidget, session: Session, store: Store, tmp_path: Path
) -> None:
    build.action(store, title="Een actie", theme="opvang")
    target = tmp_path / "uit.xlsx"
    _choose(monkeypatch, target)
    _answer(monkeypatch, "Alleen deze lijst (1)")
    export_report(window, session, "register", Filter(where=(("theme", "opvang"),)), 1)
    shown = _shown(window)
    qtbot.waitUntil(lambda: not shown.open_button.isHidden(), timeout=_WAIT_MS)
    assert target.stat().st_size > 1000
    assert "uit.xlsx is klaar. 1 record." in shown.words.text()
    assert _newest_label(store) == "Export: register naar uit.xlsx (filter theme = opvang, 1 record)"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".xlsx"] == ["uit.xlsx"]


def test_a_target_that_cannot_be_written_offers_another_name(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: QWidget, session: Session, store: Store, tmp_path: Path
) -> None:
    build.action(store)
    closed, other = tmp_path / "er niet" / "uit.xlsx", tmp_path / "anders.xlsx"
    _choose(monkeypatch, closed, other)
    export_report(window, session, "register", Filter(), 1)
    shown = _shown(window)
    qtbot.waitUntil(lambda: not shown.other_button.isHidden(), timeout=_WAIT_MS)
    assert "er niet bestaat niet. Maak die map eerst, of kies een andere." in shown.words.text()
    shown.other_button.click()
    qtbot.waitUntil(lambda: not shown.open_button.isHidden(), timeout=_WAIT_MS)
    assert other.exists()


def test_cancelling_an_export_leaves_no_file(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: QWidget, session: Session, store: Store, tmp_path: Path
) -> None:
    build.action(store)
    _choose(monkeypatch, tmp_path / "uit.xlsx")
    export_report(window, session, "register", Filter(), 1)
    shown = _shown(window)
    with qtbot.waitSignal(shown.finished, timeout=_WAIT_MS):
        shown.cancel_button.click()
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".xlsx"] == []


def test_a_narrow_list_does_not_narrow_a_report_by_itself(
    monkeypatch: pytest.MonkeyPatch, window: QWidget, session: Session
) -> None:
    narrow = Filter(kind="action")
    _answer(monkeypatch, "Hele register (0)")
    assert ask_scope(window, session, narrow, 4) == Scope()
    _answer(monkeypatch, "Alleen deze lijst (4)")
    assert ask_scope(window, session, narrow, 4) == Scope(narrow)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.reject())
    assert ask_scope(window, session, narrow, 4) is None


def test_chosen_rows_can_be_what_a_report_is_about(
    monkeypatch: pytest.MonkeyPatch, window: QWidget, session: Session
) -> None:
    _answer(monkeypatch, "Alleen gekozen rijen (2)")
    assert ask_scope(window, session, Filter(), 4, [7, 9]) == Scope(Filter(), frozenset({7, 9}))


@pytest.mark.parametrize("rows", [[], [7], [1, 2, 3, 4]])
def test_the_whole_register_asks_nothing(
    monkeypatch: pytest.MonkeyPatch, window: QWidget, session: Session, rows: list[int]
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: pytest.fail("asked"))
    assert ask_scope(window, session, Filter(), 4, rows) == Scope()


def test_a_report_on_chosen_rows_holds_those_and_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: QWidget, session: Session, store: Store, tmp_path: Path
) -> None:
    made = [build.action(store).id for _ in range(3)]
    target = tmp_path / "uit.xlsx"
    _choose(monkeypatch, target)
    _answer(monkeypatch, "Alleen gekozen rijen (2)")
    export_report(window, session, "annex", Filter(), 3, made[:2])
    shown = _shown(window)
    qtbot.waitUntil(lambda: not shown.open_button.isHidden(), timeout=_WAIT_MS)
    assert _newest_label(store) == "Export: annex naar uit.xlsx (filter 2 gekozen records, 2 records)"


def test_the_menu_names_the_list_on_show_and_writes_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, session: Session, store: Store, tmp_path: Path, qapp: QApplication
) -> None:
    for place in range(3):
        build.motion(store, title=f"Motie {place}", theme="opvang" if place else None)
    theme, settings = Theme(qapp, ThemeChoice.LIGHT), WindowSettings(tmp_path / "w.ini")
    main = MainWindow(theme, settings, build.TODAY, Language.DUTCH)
    qtbot.addWidget(main)
    main.resize(1366, 768)
    main.show()
    main.attach(session)
    assert main.work_area is not None
    controller = main.work_area.controller
    assert controller is not None
    controller.choose("motion", None)
    controller.layouts.group("theme")
    controller.browsing.toggle_all()  # what is closed on the screen goes out all the same
    menu = main.menus.submenus["REPORTS"]
    menu.aboutToShow.emit()
    entry = menu.actions()[0]
    assert entry.text() == "&Deze lijst: Moties, 3 records…"
    assert not menu.actions()[1].isVisible()
    target = tmp_path / "lijst.xlsx"
    _choose(monkeypatch, target)
    entry.trigger()
    shown = _shown(main)
    qtbot.waitUntil(lambda: not shown.open_button.isHidden(), timeout=_WAIT_MS)
    sheet = load_workbook(target).active
    assert sheet is not None
    first = [row[0].value for row in sheet.iter_rows()]
    assert first[0] == "Moties"
    assert first[-5:] == ["opvang (2)", "M-2", "M-3", "Thema: leeg (1)", "M-1"]
    assert _newest_label(store) == "Export: list naar lijst.xlsx (filter Moties, 3 records)"
    main.detach()
