"""Two organisations that are one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidValue
from tracker.records.condition import Condition, Operation
from tracker.records.filter import Filter
from tracker.records.view_definition import ViewDefinition
from tracker.services.editor import Editor
from tracker.services.merging_named import merge_named, merge_words
from tracker.services.saved_views import SavedViews
from tracker.store.integrity import check
from tracker.store.record_store import Store


@pytest.fixture
def two(store: Store) -> tuple[int, int]:
    """Two organisations under which the same one stands, each with records."""
    build.action(store, title="Een", lead="CCV")
    build.action(store, title="Twee", lead="C.C.V.")
    build.action(store, title="Drie", lead="C.C.V.")
    ids = {name: row_id for row_id, name in store.names().by_entity["organisation"].items()}
    return ids["C.C.V."], ids["CCV"]


def leads(store: Store) -> list[str]:
    names = store.names()
    return [names("organisation", one["lead"]) for one in store.records([1, 2, 3])]


def test_all_that_points_at_the_one_points_at_the_other_in_one_step(store: Store, two: tuple[int, int]) -> None:
    gone, kept = two
    editor = Editor(store)
    editor.submit(merge_named(store, "organisation", gone, kept))
    assert leads(store) == ["CCV", "CCV", "CCV"]
    assert gone not in store.names().by_entity["organisation"]
    assert [one["aliases"] for one in store.rows("organisation")] == [("C.C.V.",)]
    assert check(store) == []
    editor.undo()
    assert leads(store) == ["CCV", "C.C.V.", "C.C.V."]
    assert check(store) == []


def test_it_is_told_beforehand_with_numbers(store: Store, two: tuple[int, int]) -> None:
    told = merge_words(store, "organisation", *two, 2)
    assert told.nl.startswith("2 verwijzingen gaan van “C.C.V.” naar “CCV”")


def test_a_row_does_not_go_up_in_itself(store: Store, two: tuple[int, int]) -> None:
    with pytest.raises(InvalidValue):
        merge_named(store, "organisation", two[0], two[0])


def test_a_person_stays_in_the_register_without_references(store: Store) -> None:
    build.motion(store, title="Een", owner="Anna de Vries")
    build.motion(store, title="Twee", owner="A. de Vries")
    ids = {name: row_id for row_id, name in store.names().by_entity["person"].items()}
    Editor(store).submit(merge_named(store, "person", ids["A. de Vries"], ids["Anna de Vries"]))
    assert [one["owner"] for one in store.records([1, 2])] == [ids["Anna de Vries"]] * 2
    assert "A. de Vries" in store.names().by_entity["person"].values()
    assert check(store) == []


def _asking_for(*leads: int | None, kind: str | None = None) -> ViewDefinition:
    return ViewDefinition(Filter(kind, conditions=(Condition("lead", Operation.ONE_OF, leads),)))


def test_views_that_ask_for_the_one_ask_for_the_other(store: Store, two: tuple[int, int], tmp_path: Path) -> None:
    gone, kept = two
    editor = Editor(store)
    views = SavedViews(store, editor.submit, tmp_path / "views.json")
    views.share(views.keep("Gedeeld", _asking_for(gone, None, kept)))
    views.keep("Van mij", _asking_for(gone))
    theme = ViewDefinition(Filter(conditions=(Condition("deadline_end", Operation.OVERDUE_BY, (gone,)),)))
    views.keep("Dagen over tijd", theme)
    editor.submit(merge_named(store, "organisation", gone, kept))
    views.follow_merger("organisation", gone, kept)
    assert views.named("Gedeeld").definition == _asking_for(kept, None)
    assert views.named("Van mij").definition == _asking_for(kept)
    assert store.count_of(views.named("Van mij").definition.filter, build.TODAY) == 3
    assert views.named("Dagen over tijd").definition == theme
    assert check(store) == []
    editor.undo()
    assert views.named("Gedeeld").definition == _asking_for(gone, None, kept)


def test_a_view_that_cannot_be_read_does_not_stop_a_merger(store: Store, two: tuple[int, int], tmp_path: Path) -> None:
    file = tmp_path / "views.json"
    file.write_text(f'{{"{store.path.name}": {{"Vreemd": {{"kind": "niets"}}}}}}', encoding="utf-8")
    SavedViews(store, store.apply, file).follow_merger("organisation", *two)
    assert [one.name for one in SavedViews(store, store.apply, file).personal] == ["Vreemd"]
