"""Where the program's own files and the user's are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.basics.paths import resources_folder, user_folder


def test_the_users_folder_is_the_one_named_and_made_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "van mij" / "tracker"
    monkeypatch.setenv("TRACKER_HOME", str(named))
    assert user_folder() == named
    assert named.is_dir()


def test_without_a_name_the_platform_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKER_HOME")
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, **_: str(tmp_path / name))
    assert user_folder() == tmp_path / "tracker"


def test_the_resources_are_there() -> None:
    assert (resources_folder() / "sample").is_dir()
