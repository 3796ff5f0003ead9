"""Going several steps back at once, and forward again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import builders as build
from tracker.basics.errors import NothingToUndo
from tracker.services.editor import Changed, Editor
from tracker.services.undoing import past_steps
from tracker.store.integrity import check
from tracker.store.record_store import Store


def labels(store: Store, *, undone: bool = False) -> list[str]:
    return [one.label.nl for one in past_steps(store, undone=undone)]


def test_the_list_tells_what_when_who_and_which_records(store: Store, clock: build.FixedClock) -> None:
    made = [build.motion(store) for _ in range(5)]
    build.delete(store, *made)
    newest = past_steps(store, undone=False)[0]
    assert (newest.label.nl, newest.at, newest.by, newest.distance) == (
        "5 records verwijderen",
        clock.now,
        build.ACTOR,
        1,
    )
    assert newest.records.nl == "M-1, M-2, M-3 en nog 2"


def test_several_steps_back_and_forward_again_heard_of_once(store: Store) -> None:
    editor, heard = Editor(store), list[Changed]()
    records = [build.motion(store, title=title) for title in ("Een", "Twee", "Drie")]
    editor.listen(heard.append)
    assert len(editor.undo_several(2)) == 2
    assert store.counts(build.TODAY)[""] == 1
    assert heard[0].records == {records[1].id, records[2].id}
    assert labels(store) == ["Motie M-1 toevoegen"]
    assert labels(store, undone=True) == ["Motie M-2 toevoegen", "Motie M-3 toevoegen"]
    editor.redo_several(2)
    assert [one["title"] for one in store.records([record.id for record in records])] == ["Een", "Twee", "Drie"]
    assert len(heard) == 2
    assert check(store) == []


def test_the_list_is_there_after_a_restart(path: Path, store: Store) -> None:
    build.motion(store)
    build.commitment(store)
    store.undo()
    store.close()
    with build.open_store(path) as again:
        assert labels(again) == ["Motie M-1 toevoegen"]
        assert labels(again, undone=True) == ["Toezegging T-1 toevoegen"]


def test_steps_that_were_taken_back_are_told_of_also_when_one_fails(store: Store) -> None:
    editor, heard = Editor(store), list[Changed]()
    record = build.motion(store)
    editor.listen(heard.append)
    with pytest.raises(NothingToUndo):
        editor.undo_several(2)
    assert heard[0].records == {record.id}


def test_only_the_last_steps_are_listed(store: Store) -> None:
    for _ in range(4):
        build.motion(store)
    assert [one.distance for one in past_steps(store, undone=False, limit=3)] == [1, 2, 3]
