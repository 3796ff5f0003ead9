"""What was looked at is known the next time, of this register alone, and takes no words along."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import builders as build
from tracker.basics.paths import user_folder
from tracker.services.seen import Seen
from tracker.store.record_store import Store


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with build.new_store(tmp_path / "r.db") as made:
        yield made


def test_what_was_seen_is_seen_the_next_time_and_can_be_taken_back(store: Store) -> None:
    key, other = ("difference", "1", "status", "openstaand", "voldaan"), ("missing", "motion", "28638-1")
    seen = Seen(store)
    seen.mark([key, other])
    seen.mark([other], is_seen=False)

    again = Seen(store)

    assert key in again
    assert other not in again


def test_another_register_and_another_value_are_another_thing(store: Store, tmp_path: Path) -> None:
    Seen(store).mark([("difference", "1", "status", "openstaand", "voldaan")])

    assert ("difference", "1", "status", "openstaand", "vervallen") not in Seen(store)
    with Store.new(tmp_path / "other.db", build.ACTOR, build.FixedClock()) as other:
        assert ("difference", "1", "status", "openstaand", "voldaan") not in Seen(other)


def test_no_word_of_the_register_is_kept(store: Store) -> None:
    Seen(store).mark([("missing", "motion", "geheim onderwerp")])

    (file,) = (user_folder() / "seen").iterdir()

    assert "geheim" not in file.read_text(encoding="utf-8")


def test_a_file_that_makes_no_sense_is_nothing_seen(store: Store) -> None:
    Seen(store).mark([("missing", "motion", "1")])
    (file,) = (user_folder() / "seen").iterdir()
    file.write_text('{"half', encoding="utf-8")

    assert ("missing", "motion", "1") not in Seen(store)
