"""A register whose file is moved or deleted while it is open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import builders as build
from tracker.basics.errors import CannotWrite, MovedRegister
from tracker.services.opening import save_elsewhere

pytestmark = pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")


def test_a_write_to_a_register_that_is_gone_says_so_and_saves_nothing(tmp_path: Path) -> None:
    path, away = tmp_path / "r.db", tmp_path / "weg.db"
    with build.new_store(path) as store:
        build.motion(store, title="Eerste")
        path.rename(away)
        with pytest.raises(MovedRegister, match=r"is er niet meer.*Zoek het register op"):
            build.motion(store, title="Tweede")
    assert not path.exists()
    with build.open_store(away) as store:
        assert [one.title for one in store.summaries([1, 2])] == ["Eerste"]


def test_another_file_in_its_place_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with build.new_store(path) as store:
        build.motion(store)
        path.unlink()
        path.write_bytes(b"iets anders")
        with pytest.raises(MovedRegister, match="ander bestand"):
            build.motion(store)
    assert path.read_bytes() == b"iets anders"


def test_a_register_that_came_back_can_be_written_again(tmp_path: Path) -> None:
    path, away = tmp_path / "r.db", tmp_path / "weg.db"
    with build.new_store(path) as store:
        path.rename(away)
        assert store.moved() is not None
        away.rename(path)
        assert store.moved() is None
        build.motion(store)


def test_a_register_that_is_gone_is_saved_elsewhere_with_all_that_is_in_it(tmp_path: Path) -> None:
    path, saved = tmp_path / "r.db", tmp_path / "gered.db"
    with build.new_store(path) as store:
        build.motion(store, title="Blijft")
        path.unlink()
        save_elsewhere(store, saved)
    with build.open_store(saved) as store:
        assert [one.title for one in store.summaries([1])] == ["Blijft"]


def test_saving_elsewhere_does_not_write_over_the_register_itself(tmp_path: Path) -> None:
    with build.new_store(tmp_path / "r.db") as store, pytest.raises(CannotWrite, match="zelf"):
        save_elsewhere(store, tmp_path / "r.db")
