"""Without a screen: one line, exit status 1, and the command line works (fault 27)."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.basics.errors import NoDisplay
from tracker.ui.display import refuse_without_display

ROOT = Path(__file__).resolve().parents[2]


def run_program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and name != "QT_QPA_PLATFORM"}
    code = "import sys; from tracker.app import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], check=False, cwd=ROOT, env={**kept, **environment}, text=True,
        capture_output=True, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":4711"}, {"WAYLAND_DISPLAY": "nergens"}])
def test_no_display_gives_one_line_and_status_1(environment: dict[str, str], tmp_path: Path) -> None:
    done = run_program(TRACKER_HOME=str(tmp_path), **environment)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "tracker list" in done.stderr
    assert done.stdout == ""


def test_the_command_line_works_without_a_display(tmp_path: Path) -> None:
    done = run_program("new", str(tmp_path / "register.db"), TRACKER_HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(platform: str) -> None:
    refuse_without_display({}, platform)


def test_drawing_without_a_screen_counts_as_one() -> None:
    refuse_without_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")


def test_a_screen_that_answers_is_taken(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        refuse_without_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}, "linux")


@pytest.mark.parametrize("display", ["localhost:4711", "onzin", "127.0.0.1:99.0", "/nergens/x11"])
def test_a_display_that_does_not_answer_is_refused(display: str) -> None:
    with pytest.raises(NoDisplay):
        refuse_without_display({"DISPLAY": display}, "linux")
