"""Registers of every schema that was ever released can be opened, and hold what they held."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import builders as build
from tests.store.past_schemas import SAMPLES, sample_path
from tracker.records.entity import columns_of
from tracker.records.filter import Filter
from tracker.records.registry import KINDS
from tracker.store.header import SCHEMA_VERSION, read_header
from tracker.store.integrity import check

VERSIONS = range(1, SCHEMA_VERSION + 1)


def test_every_schema_has_its_sample() -> None:
    assert {path.name for path in SAMPLES.glob("register-schema-*.db")} == {sample_path(one).name for one in VERSIONS}


@pytest.fixture(params=VERSIONS)
def sample(request: pytest.FixtureRequest, path: Path) -> Path:
    """A copy of the sample, for opening may bring it up to date."""
    shutil.copyfile(sample_path(request.param), path)
    assert read_header(path).schema_version == request.param
    return path


def test_a_past_register_opens_and_is_whole(sample: Path) -> None:
    with build.open_store(sample) as opened:
        assert check(opened) == []
    assert read_header(sample).schema_version == SCHEMA_VERSION


def test_a_past_register_holds_a_record_of_each_kind_with_its_values(sample: Path) -> None:
    with build.open_store(sample) as opened:
        found = opened.records(opened.order(Filter(), build.TODAY))
        assert {one.kind.code for one in found} == {kind.code for kind in KINDS}
        for one in found:
            assert set(one.values) == set(columns_of(one.kind.table))
            assert one["title"] == "Onderwerp é Onderwerp"
            parts = opened.parts(one.id)
            assert parts.deadlines
            assert parts.postponements
            assert parts.notes
            assert parts.relations


def test_a_past_register_can_be_worked_with_and_taken_back(sample: Path) -> None:
    with build.open_store(sample) as opened:
        motion = opened.find("M-1")
        build.change(opened, motion, title="nieuw")
        opened.undo()
        assert opened.find("M-1")["title"] == motion["title"]
        while opened.to_undo() is not None:
            opened.undo()
        assert list(opened.order(Filter(), build.TODAY)) == []
        assert check(opened) == []


def test_an_estimated_day_of_a_letter_is_not_found_as_a_motion_that_was_adopted(sample: Path) -> None:
    with build.open_store(sample) as opened:
        assert any(one.values["day_assumed"] for one in opened.rows("letter"))
        assert len(opened.order(Filter(words="dag geschat"), build.TODAY)) > 0
        assert len(opened.order(Filter(words="aangenomen)"), build.TODAY)) == 0
