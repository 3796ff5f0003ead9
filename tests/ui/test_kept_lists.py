"""The list that was on show stands there again at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.programs import register
from tracker.app import Program
from tracker.ui.parts.window_settings import ListOnShow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


def test_a_view_with_a_name_is_shown_again_at_the_next_start(program: Program, tmp_path: Path) -> None:
    path = register(tmp_path / "een.db", "Eerste")
    program.start(None)
    program.open(path)
    area = program.window.work_area
    assert area is not None
    assert area.controller is not None
    area.controller.choose("motion", None)
    area.controller.views.views.keep("Mijn moties", area.controller._definition())
    area.controller.views.follow()
    area.controller.views.show("Mijn moties")
    program.window.close()
    program.window = program._make_window()
    program.start(str(path))
    program.open(path)
    area = program.window.work_area
    assert area is not None
    assert area.list_pane.title.text() == "Mijn moties"


def _kept(program: Program, path: Path, shown: ListOnShow, **columns: object) -> None:
    """Let the window remember a list of a register, and how lists are laid out."""
    program._settings.keep_list_on_show(path, shown)
    program._settings.columns.update(columns)


def test_the_list_that_was_on_show_is_there_at_the_first_paint(program: Program, tmp_path: Path) -> None:
    path = register(tmp_path / "een.db", "Eerste")
    _kept(program, path, ListOnShow(view="no-owner"), **{"no-owner": {"columns": ["reference", "title", "owner"]}})
    program.start(str(path))
    area = program.window.work_area
    assert area is not None
    assert program.window.session is None
    pane = area.list_pane
    assert (pane.title.text(), pane.count.text()) == ("Zonder dossierhouder", "1")
    assert [one.key for one in pane.model.columns] == ["reference", "title", "owner"]
    assert pane.model.rowCount() == 1
    assert area.sidebar.currentIndex().data() == "Zonder dossierhouder"


@pytest.mark.parametrize(
    ("shown", "columns", "title"),
    [
        (ListOnShow(saved="Mijn moties"), {}, "Mijn moties"),
        (ListOnShow("motion"), {"motion": {"sort": [["title", True]]}}, "Moties"),
        (ListOnShow("motion"), {"motion": {"group": "status"}}, "Moties"),
        (ListOnShow("motion"), {"motion": {"columns": ["reference", "field.number"]}}, "Moties"),
    ],
)
def test_a_list_that_takes_the_register_is_awaited_under_its_name_without_other_rows(
    program: Program, tmp_path: Path, shown: ListOnShow, columns: dict[str, object], title: str
) -> None:
    path = register(tmp_path / "een.db", "Eerste")
    _kept(program, path, shown, **columns)
    program.start(str(path))
    assert program.window.work_area is not None
    pane = program.window.work_area.list_pane
    assert (pane.title.text(), pane.count.text(), pane.model.rowCount()) == (title, "", 0)


def test_a_remembered_list_that_is_no_more_gives_way_to_all_records(program: Program, tmp_path: Path) -> None:
    path = register(tmp_path / "een.db", "Eerste")
    _kept(program, path, ListOnShow(view="weg"))
    program.start(str(path))
    assert program.window.work_area is not None
    assert program.window.work_area.list_pane.title.text() == "Alle records"
