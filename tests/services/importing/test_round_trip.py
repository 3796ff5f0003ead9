"""The register's own workbook goes out and comes in again without a single difference."""

from __future__ import annotations

from pathlib import Path

from tests import builders as build
from tests.services.importing.proposing import all_unchanged, verdicts
from tests.services.importing.round_trip import contents, plan_for, taken_in, written
from tracker.services.sample import fill_with_sample
from tracker.store.integrity import check
from tracker.store.record_store import Store


def test_everything_comes_back(store: Store, tmp_path: Path) -> None:
    build.everything(store)
    file = written(store, tmp_path / "uit.xlsx")
    with build.new_store(tmp_path / "leeg.db") as empty:
        plan = taken_in(empty, file)
        assert set(verdicts(plan)) == {"new"}
        assert contents(empty) == contents(store)
        assert plan.readings[0].account.adds_up
        assert plan.readings[0].account.not_understood == []
        assert check(empty) == []


def test_the_sample_comes_back(store: Store, tmp_path: Path) -> None:
    fill_with_sample(store)
    file = written(store, tmp_path / "uit.xlsx")
    with build.new_store(tmp_path / "leeg.db") as empty:
        taken_in(empty, file)
        assert contents(empty) == contents(store)


def test_into_the_register_itself_it_changes_nothing(store: Store, tmp_path: Path) -> None:
    build.everything(store)
    plan = plan_for(store, written(store, tmp_path / "uit.xlsx"))
    assert all_unchanged(plan)
    assert plan.changed_rows() == []
