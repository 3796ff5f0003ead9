"""Which environment is chosen, and what its stamps say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.bootstrap.copied_checkout import CopiedCheckout
from tracker.bootstrap import environment as module
from tracker.bootstrap.environment import PURPOSES, Environment, choose

_TRACKER = PURPOSES["tracker"]
_TESTS = PURPOSES["tests"]


@pytest.fixture
def environment(checkout: CopiedCheckout) -> Environment:
    """Give an environment with an interpreter and nothing else."""
    environment = checkout.environment
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    return environment


def test_environment_without_a_stamp_is_not_ready(environment: Environment) -> None:
    assert not environment.is_ready(_TRACKER)
    assert not environment.is_sound()


def test_environment_for_the_tests_will_do_for_the_program(environment: Environment) -> None:
    environment.finish_work(_TESTS)
    assert environment.is_ready(_TESTS)
    assert environment.is_ready(_TRACKER)


def test_environment_for_the_program_will_not_do_for_the_tests(environment: Environment) -> None:
    environment.finish_work(_TRACKER)
    assert not environment.is_ready(_TESTS)
    assert environment.is_sound()


def test_stamp_of_other_requirements_does_not_count(environment: Environment, checkout: CopiedCheckout) -> None:
    environment.finish_work(_TRACKER)
    (checkout.folder / _TRACKER.requirements).write_text("other==2.0\n", encoding="utf-8")
    assert not environment.is_ready(_TRACKER)
    assert environment.is_sound()


def test_environment_whose_interpreter_is_gone_is_not_ready(environment: Environment) -> None:
    environment.finish_work(_TRACKER)
    environment.python.unlink()
    assert not environment.is_ready(_TRACKER)
    assert not environment.is_sound()


def test_broken_off_addition_leaves_the_program_ready_but_nothing_to_build_on(environment: Environment) -> None:
    environment.finish_work(_TRACKER)
    environment.start_work()
    assert environment.is_ready(_TRACKER)
    assert not environment.is_sound()


def test_environment_of_another_tool_is_recognised_by_having_no_notes(environment: Environment) -> None:
    assert environment.is_from_elsewhere()
    environment.start_work()
    assert not environment.is_from_elsewhere()
    environment.finish_work(_TRACKER)
    assert not environment.is_from_elsewhere()


def test_environment_beside_the_program_is_chosen(monkeypatch: pytest.MonkeyPatch, checkout: CopiedCheckout) -> None:
    monkeypatch.delenv("TRACKER_VENV", raising=False)
    assert choose(_TRACKER, checkout.folder).folder == checkout.folder / ".venv"


def test_named_environment_is_chosen(monkeypatch: pytest.MonkeyPatch, checkout: CopiedCheckout) -> None:
    monkeypatch.setenv("TRACKER_VENV", "~/somewhere")
    assert choose(_TRACKER, checkout.folder).folder == Path.home() / "somewhere"


def test_read_only_checkout_gets_its_environment_in_the_cache_folder(
    monkeypatch: pytest.MonkeyPatch, checkout: CopiedCheckout, tmp_path: Path
) -> None:
    monkeypatch.delenv("TRACKER_VENV", raising=False)
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(module, "_cache_folder", lambda: tmp_path / "cache")
    assert choose(_TRACKER, checkout.folder).folder.parent == tmp_path / "cache" / "tracker"


def test_read_only_checkout_with_a_complete_environment_uses_that(
    monkeypatch: pytest.MonkeyPatch, environment: Environment
) -> None:
    monkeypatch.delenv("TRACKER_VENV", raising=False)
    environment.finish_work(_TRACKER)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert choose(_TRACKER, environment.checkout).folder == environment.folder
