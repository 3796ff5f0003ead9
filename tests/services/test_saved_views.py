"""Views with a name: personal until shared, kept whole, and known to the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidValue, NotFound, TrackerError
from tracker.records.condition import Condition, Operation
from tracker.records.filter import Filter
from tracker.records.view_definition import Density, Layout, ViewDefinition, definition_from_json
from tracker.services.saved_views import FILE_NAME, SavedViews, view_filter
from tracker.store.record_store import Store

DEFINITION = ViewDefinition(
    Filter("motion", "overdue", "keten", conditions=(Condition("theme", Operation.ONE_OF, ("Zorg", None)),)),
    Layout(("reference", "title"), {"title": 300}, 1, (("theme", True), ("title", False)), "owner", Density.COMPACT),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / FILE_NAME


@pytest.fixture
def views(store: Store, file: Path) -> SavedViews:
    file.parent.mkdir()
    return SavedViews(store, store.apply, file)


def _names(views: SavedViews) -> tuple[list[str], list[str]]:
    return [one.name for one in views.personal], [one.name for one in views.shared]


def test_json_keeps_a_definition_whole() -> None:
    assert definition_from_json(DEFINITION.to_json()) == DEFINITION
    assert definition_from_json(ViewDefinition().to_json()) == ViewDefinition()


@pytest.mark.parametrize("text", ["", "[]", "7", '{"conditions": 1}', '{"conditions": [1]}', '{"kind": "kind"}'])
def test_a_definition_that_makes_no_sense_is_said(text: str) -> None:
    with pytest.raises(TrackerError):
        definition_from_json(text)


def test_a_layout_that_makes_no_sense_is_as_usual() -> None:
    broken = '{"columns": 7, "widths": {"title": -3}, "frozen": "x", "sort": [1], "group": 4, "density": "huge"}'
    assert definition_from_json(broken).layout == Layout()


def test_a_personal_view_is_there_at_the_next_start(store: Store, views: SavedViews, file: Path) -> None:
    views.keep("  Uitvraag   december ", DEFINITION)
    again = SavedViews(store, store.apply, file)
    assert _names(again) == (["Uitvraag december"], [])
    assert again.named("uitvraag DECEMBER").definition == DEFINITION


def test_a_shared_view_is_in_the_register_and_undo_takes_it_back(store: Store, views: SavedViews) -> None:
    views.share(views.keep("Uitvraag", DEFINITION))
    assert _names(views) == ([], ["Uitvraag"])
    views.rename(views.named("Uitvraag"), "Navraag")
    views.overwrite(views.named("Navraag"), ViewDefinition())
    assert views.named("Navraag").definition == ViewDefinition()
    views.delete(views.named("Navraag"))
    assert _names(views) == ([], [])
    store.undo()
    assert _names(views) == ([], ["Navraag"])
    views.make_personal(views.named("Navraag"))
    assert _names(views) == (["Navraag"], [])


def test_two_windows_keep_views_without_taking_each_others_away(store: Store, views: SavedViews, file: Path) -> None:
    other = SavedViews(store, store.apply, file)
    views.keep("Van venster een", DEFINITION)
    other.keep("Van venster twee", DEFINITION)
    assert _names(views) == _names(other) == (["Van venster een", "Van venster twee"], [])


def test_a_personal_view_is_renamed_overwritten_and_deleted(views: SavedViews) -> None:
    view = views.rename(views.keep("Een", DEFINITION), "Twee")
    views.overwrite(view, ViewDefinition())
    assert views.named("twee").definition == ViewDefinition()
    views.delete(view)
    assert _names(views) == ([], [])


@pytest.mark.parametrize("name", ["", "  ", "een", "ÉÉN", "overdue", "Over tijd"])
def test_a_name_must_be_given_and_free(views: SavedViews, name: str) -> None:
    views.share(views.keep("Één", DEFINITION))
    with pytest.raises(InvalidValue):
        views.keep(name, DEFINITION)


@pytest.mark.parametrize("content", ["{", "[1]", '{"register.db": 3}'])
def test_a_broken_file_is_said_and_put_aside_not_overwritten(store: Store, file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    views = SavedViews(store, store.apply, file)
    assert str(file) in str(views.problem)
    assert views.personal == []
    views.keep("Een", DEFINITION)
    assert str(views.problem) == "None"
    assert file.with_suffix(".broken.json").read_text(encoding="utf-8") == content
    assert _names(SavedViews(store, store.apply, file)) == (["Een"], [])


def test_a_register_that_may_only_be_read_keeps_the_view_personal(store: Store, path: Path, file: Path) -> None:
    file.parent.mkdir()
    with build.open_store(path, read_only=True) as reader:
        views = SavedViews(reader, reader.apply, file)
        view = views.keep("Een", DEFINITION)
        with pytest.raises(TrackerError):
            views.share(view)
        assert _names(views) == (["Een"], [])


def test_the_command_line_takes_a_view_by_name_and_narrows_it_further(store: Store) -> None:
    SavedViews(store, store.apply).keep("Uitvraag", DEFINITION)
    chosen, sort = view_filter(store, Filter(view="uitvraag", words="zorg", where=(("lead", "OM"),)))
    assert (chosen.view, chosen.kind, chosen.words) == ("overdue", "motion", "keten zorg")
    assert chosen.conditions == DEFINITION.filter.conditions
    assert chosen.where == (("lead", "OM"),)
    assert sort == DEFINITION.layout.sort
    assert view_filter(store, Filter(view="overdue")) == (Filter(view="overdue"), None)
    with pytest.raises(NotFound, match=r"overdue.*“Uitvraag”"):
        view_filter(store, Filter(view="morgen"))
    with pytest.raises(InvalidValue, match="motion"):
        view_filter(store, Filter("action", "uitvraag"))
