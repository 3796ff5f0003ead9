"""Persons: all that is kept of one, and taking somebody out for good while the log stays whole."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests import builders as build
from tracker.basics.errors import NotFound
from tracker.records.person import REMOVED_NAME
from tracker.store import backup
from tracker.store.integrity import check
from tracker.store.people import personal_data, persons, remove_person
from tracker.store.record_store import Store

NAME, ADDRESS = "Sanne de Vries", "sanne.devries@minjenv.nl"


@pytest.fixture
def owner(store: Store) -> int:
    motion = build.motion(store, owner=f"{NAME} <{ADDRESS}>", title="Opvang")
    found = motion["owner"]
    assert isinstance(found, int)
    return found


def test_persons_are_listed_with_how_many_records_they_own(store: Store, owner: int) -> None:
    line = next(one for one in persons(store) if one.id == owner)
    assert (line.name, line.email, line.records) == (NAME, ADDRESS, 1)


def test_all_that_is_kept_of_a_person_can_be_shown(store: Store, owner: int) -> None:
    build.rename_person(store, owner, "Sanne Bakker")
    told = personal_data(store, owner)
    assert told["name"] == "Sanne Bakker"
    assert [version["name"] for version in told["versions"]] == [NAME, "Sanne Bakker"]
    assert told["records"] == [{"reference": "M-1", "title": "Opvang"}]
    assert json.loads(json.dumps(told)) == told


def test_a_removed_person_leaves_no_bytes_in_the_file(store: Store, path: Path, owner: int) -> None:
    build.rename_person(store, owner, "Sanne Bakker")
    remove_person(store, owner)
    store.close()
    content = path.read_bytes()
    for word in (NAME, ADDRESS, "sanne", "Sanne", "Bakker", "bakker"):
        assert word.encode() not in content


def test_the_log_stays_whole_and_says_that_somebody_was_removed(store: Store, owner: int) -> None:
    before = store.history()
    remove_person(store, owner)
    assert store.history()[1:] == before
    assert store.names()("person", owner) == REMOVED_NAME.nl
    assert store.find("M-1")["owner"] == owner
    assert check(store) == []


def test_a_removal_cannot_be_undone(store: Store, owner: int) -> None:
    remove_person(store, owner)
    assert store.to_undo() == "Motie M-1 toevoegen"


def test_a_removed_person_is_no_longer_found(store: Store, owner: int) -> None:
    remove_person(store, owner)
    texts = " ".join(text for _, text in store.texts(store.text_ids()))
    assert "sanne" not in texts


def test_undo_goes_on_after_somebody_was_removed(store: Store, owner: int) -> None:
    build.rename_person(store, owner, "Sanne Bakker")
    remove_person(store, owner)
    store.undo()
    store.undo()
    assert store.counts(build.TODAY)[""] == 0
    assert store.names()("person", owner) == REMOVED_NAME.nl


def test_backups_that_still_name_the_person_are_listed(store: Store, path: Path, owner: int) -> None:
    named = backup.dated_backup(path, build.NOW, "met naam")
    _, backups = remove_person(store, owner)
    assert backups == [named]
    clean = backup.dated_backup(path, build.NOW.replace(hour=12), "zonder naam")
    assert clean.exists()


def test_who_removes_themselves_can_go_on_working(store: Store) -> None:
    build.motion(store)
    remove_person(store, store.actor_id())
    assert build.motion(store).reference == "M-2"
    assert check(store) == []


def test_an_unknown_person_is_said(store: Store) -> None:
    with pytest.raises(NotFound, match="99"):
        remove_person(store, 99)


def test_two_persons_of_one_address_are_one(store: Store, owner: int) -> None:
    assert build.motion(store, owner=f"S. de Vries <{ADDRESS.upper()}>")["owner"] == owner


def test_a_copy_beside_the_register_that_holds_the_name_is_named(store: Store, path: Path) -> None:
    person = build.person(store, "Sanne de Vries")
    copy = backup.copy_register(path, path.with_name("kopie van de week.db"))
    later = build.FixedClock(build.NOW + timedelta(days=1))
    with build.new_store(path.with_name("ander.db"), clock=later) as other:
        build.person(other, "Iemand anders")
    _, named = remove_person(store, person)
    assert copy in named
    assert other.path not in named
