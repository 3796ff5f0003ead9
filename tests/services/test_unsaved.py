"""What was typed and not saved outlives the program; what was saved leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tracker.services.unsaved import Unsaved, UnsavedTexts

ONE = Unsaved("action", 7, "A-7", "Titel", "2026-07-01T09:30:00+00:00", {"theme": "getypt"}, {"theme": "was"})


@pytest.fixture
def texts(tmp_path: Path) -> UnsavedTexts:
    return UnsavedTexts(tmp_path / "register.db")


def test_what_is_kept_is_read_back_in_another_program(texts: UnsavedTexts, tmp_path: Path) -> None:
    texts.keep(ONE)
    assert UnsavedTexts(tmp_path / "register.db").all() == [ONE]
    assert UnsavedTexts(tmp_path / "ander.db").all() == []
    assert texts.file.stat().st_mode & 0o777 == 0o600


def test_the_newest_of_a_record_takes_the_place_of_the_one_before(texts: UnsavedTexts) -> None:
    newer = replace(ONE, typed={"theme": "meer"})
    other = replace(ONE, record_id=8)
    new = replace(ONE, record_id=None)
    for one in (ONE, other, new, newer):
        texts.keep(one)
    assert texts.all() == [other, new, newer]


def test_letting_go_of_the_last_removes_the_file(texts: UnsavedTexts) -> None:
    texts.keep(ONE)
    texts.drop("9")
    assert texts.all() == [ONE]
    texts.drop(ONE.key)
    assert not texts.file.exists()
    texts.drop(ONE.key)


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"kind": "action"}]', "null"])
def test_a_file_that_makes_no_sense_counts_as_none(texts: UnsavedTexts, content: str) -> None:
    texts.file.parent.mkdir(parents=True)
    texts.file.write_text(content)
    assert texts.all() == []


def test_a_closed_folder_does_not_stop_the_work(texts: UnsavedTexts) -> None:
    texts.file.parent.parent.mkdir(exist_ok=True)
    texts.file.parent.write_text("a file where the folder should be")
    texts.keep(ONE)
    assert texts.all() == []
