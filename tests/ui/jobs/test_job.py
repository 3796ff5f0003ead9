"""A job runs in another process: it ends once, in one of its ways, and the window stays alive meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.ui.jobs import quick_work
from tracker.basics.errors import CannotWrite, TrackerError
from tracker.ui.jobs.job import BrokenJobError, Job

_WAIT_MS = 30_000


def test_what_the_work_gives_comes_back(qtbot: QtBot) -> None:
    job = Job(quick_work.count, (5,))
    with qtbot.waitSignal(job.done, timeout=_WAIT_MS) as done:
        job.start()
    assert done.args == [5]
    assert not job.is_running


def test_cancelling_leaves_nothing_half_done(qtbot: QtBot, tmp_path: Path) -> None:
    job = Job(quick_work.go_on_until_stopped, (tmp_path,))
    with qtbot.waitSignal(job.progressed, timeout=_WAIT_MS):
        job.start()
    with qtbot.waitSignal(job.cancelled, timeout=_WAIT_MS):
        job.cancel()
    assert list(tmp_path.iterdir()) == []


def test_what_the_world_refuses_comes_back_as_the_same_error(qtbot: QtBot) -> None:
    job = Job(quick_work.refuse, ())
    with qtbot.waitSignal(job.failed, timeout=_WAIT_MS) as failed:
        job.start()
    error = (failed.args or [None])[0]
    assert isinstance(error, CannotWrite)
    assert error.words.nl == "Dat kan niet."


def test_a_fault_of_the_program_is_reported_with_its_traceback(qtbot: QtBot) -> None:
    job = Job(quick_work.break_down, ())
    with capture_exceptions() as caught, qtbot.waitSignal(job.failed, timeout=_WAIT_MS) as failed:
        job.start()
    assert isinstance((failed.args or [None])[0], TrackerError)
    assert [one[0] for one in caught] == [BrokenJobError]
    assert "a fault of the program" in str(caught[0][1])
    caught.clear()


@pytest.mark.parametrize("module", ["tracker.ui.jobs.child", "tracker.ui.jobs.report_work"])
def test_the_other_process_needs_no_qt(module: str) -> None:
    import subprocess
    import sys

    code = f"import sys, {module}; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
