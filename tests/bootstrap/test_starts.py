"""Starts of the program in a copy of the checkout: what is made, what is said, and how it ends."""

from __future__ import annotations

import shutil
import signal
import sys
import venv
from pathlib import Path

import pytest

from tests.bootstrap.copied_checkout import CopiedCheckout
from tracker.bootstrap.environment import PURPOSES
from tracker.bootstrap.making import only_one

_WAITING = "Tracker: een andere start maakt de omgeving al; even wachten.\n"


def test_first_start_says_each_step_and_runs_the_program(started_checkout: CopiedCheckout) -> None:
    first = (started_checkout.folder / "first-start.txt").read_text(encoding="utf-8").splitlines()
    assert first[0].startswith("app ['list']")
    assert [line.split(":")[0] for line in first[1:]] == ["Tracker"] * 3
    assert first[2] == "Tracker: pakketten installeren uit de map wheels/ …"


def test_second_start_says_nothing_and_passes_arguments_and_status(started_checkout: CopiedCheckout) -> None:
    done = started_checkout.start("tracker", "list", "--search", "keten in Łódź")
    assert done.stderr == ""
    assert done.stdout == f"app ['list', '--search', 'keten in Łódź'] {started_checkout.environment.folder}\n"
    assert done.returncode == 3


def test_start_passes_the_options_of_the_interpreter(started_checkout: CopiedCheckout) -> None:
    app = started_checkout.folder / "tracker/app.py"
    app.write_text("import sys\n\n\ndef main(argv):\n    return int(sys.flags.dev_mode)\n", encoding="utf-8")
    assert started_checkout.start("tracker").returncode == 0
    assert started_checkout.start("tracker", options=("-X", "dev")).returncode == 1


def test_tests_add_their_packages_and_going_back_installs_nothing(started_checkout: CopiedCheckout) -> None:
    tests = started_checkout.start("tests", "-k", "word")
    assert tests.stdout.startswith("checks ['-k', 'word']")
    assert "maken" not in tests.stderr
    assert (started_checkout.packages / "pytest").is_dir()
    assert started_checkout.start("tracker").stderr == ""
    assert started_checkout.start("tests").stderr == ""


def test_failed_addition_says_what_to_do_and_leaves_the_program_usable(started_checkout: CopiedCheckout) -> None:
    next(started_checkout.wheels.glob("test_packages*")).unlink()
    done = started_checkout.start("tests")
    assert done.returncode == 1
    assert done.stdout == ""
    last = done.stderr.splitlines()[-1]
    assert "in de map wheels/ ontbreekt test_packages==1.0" in last
    assert str(started_checkout.environment.log_file) in last
    assert "No matching distribution" in started_checkout.environment.log_file.read_text(encoding="utf-8")
    assert started_checkout.start("tracker").stderr == ""


def test_package_with_another_hash_is_refused(started_checkout: CopiedCheckout) -> None:
    started_checkout.add_wheel("test_packages", ["another"])
    done = started_checkout.start("tests")
    assert done.returncode == 1
    assert "een pakket is niet het pakket dat is vastgelegd" in done.stderr.splitlines()[-1]
    assert not (started_checkout.packages / "another").exists()


def test_changed_requirements_are_installed_at_the_next_start(started_checkout: CopiedCheckout) -> None:
    requirements = started_checkout.folder / PURPOSES["tracker"].requirements
    with requirements.open("a", encoding="utf-8") as file:
        file.write(started_checkout.add_wheel("newcomer", ["newcomer"]))
    assert "Tracker: de omgeving is klaar." in started_checkout.start("tracker").stderr
    assert (started_checkout.packages / "newcomer").is_dir()


def test_half_made_environment_is_made_anew(started_checkout: CopiedCheckout) -> None:
    environment = started_checkout.environment
    environment.forget()
    environment.start_work()
    left_behind = started_checkout.packages / "half"
    left_behind.mkdir()
    done = started_checkout.start("tracker")
    assert "Tracker: de omgeving opnieuw maken in" in done.stderr
    assert done.stdout.startswith("app")
    assert not left_behind.exists()


def test_environment_that_lost_packages_is_made_anew(started_checkout: CopiedCheckout) -> None:
    shutil.rmtree(started_checkout.packages / "openpyxl")
    done = started_checkout.start("tracker")
    assert done.stderr.startswith("Tracker: de omgeving mist pakketten en wordt opnieuw gemaakt.\n")
    assert done.stdout.startswith("app")


def test_second_of_two_starts_waits_and_says_so(started_checkout: CopiedCheckout) -> None:
    environment = started_checkout.environment
    environment.forget()
    with only_one(environment.lock_file):
        process = started_checkout.begin("tracker", "list")
        assert process.stderr is not None
        assert process.stderr.readline() == _WAITING
        environment.finish_work(PURPOSES["tracker"])
        environment.note_libraries()
    said, complained = process.communicate()
    assert said.startswith("app ['list']")
    assert complained == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal for one process")
def test_breaking_off_is_one_line(started_checkout: CopiedCheckout) -> None:
    environment = started_checkout.environment
    environment.forget()
    with only_one(environment.lock_file):
        process = started_checkout.begin("tracker")
        assert process.stderr is not None
        assert process.stderr.readline() == _WAITING
        process.send_signal(signal.SIGINT)
        _, complained = process.communicate()
    assert process.returncode == 130
    assert complained == "Tracker: afgebroken; de volgende start begint hier opnieuw.\n"


def test_named_environment_is_used(started_checkout: CopiedCheckout, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    started_checkout.environment.folder.rename(elsewhere)
    done = started_checkout.start("tracker", variables={"TRACKER_VENV": str(elsewhere)})
    assert done.stdout == f"app [] {elsewhere}\n"
    assert not started_checkout.environment.folder.exists()


def test_named_folder_with_something_else_in_it_is_left_alone(checkout: CopiedCheckout, tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "answer.docx").touch()
    done = checkout.start("tracker", variables={"TRACKER_VENV": str(letters)})
    assert done.returncode == 1
    assert done.stderr == f"Tracker: {letters} is geen omgeving; kies met TRACKER_VENV een lege map.\n"
    assert [path.name for path in letters.iterdir()] == ["answer.docx"]


def test_complete_environment_of_another_tool_is_used_as_it_is(
    started_checkout: CopiedCheckout, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    venv.create(other, symlinks=sys.platform != "win32")
    packages = next(other.glob("[Ll]ib*/**/site-packages"))
    (packages / "all.pth").write_text(str(started_checkout.packages), encoding="utf-8")
    shutil.move(started_checkout.environment.folder / "pyvenv.cfg", tmp_path)  # nobody could use that one now
    python = other / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python3")
    done = started_checkout.start("tracker", python=python)
    assert done.stdout == f"app [] {other}\n"
    assert done.stderr == ""


def test_environment_that_never_comes_right_ends_in_a_line(started_checkout: CopiedCheckout) -> None:
    done = started_checkout.start("tracker", variables={"TRACKER_STARTS": "3"})
    assert done.returncode == 1
    assert done.stderr.endswith("werkt niet; verwijder die map en start opnieuw.\n")


def test_missing_library_of_the_system_is_one_line(started_checkout: CopiedCheckout) -> None:
    text = "libGL.so.1: cannot open shared object file: No such file or directory"
    app = started_checkout.folder / "tracker/app.py"
    app.write_text(f"def main(argv):\n    raise ImportError({text!r})\n", encoding="utf-8")
    done = started_checkout.start("tracker")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("Tracker: ")


def test_other_failing_import_is_a_bug_and_stays_visible(started_checkout: CopiedCheckout) -> None:
    app = started_checkout.folder / "tracker/app.py"
    app.write_text("import tracker.nowhere\n", encoding="utf-8")
    assert "No module named 'tracker.nowhere'" in started_checkout.start("tracker").stderr


def test_installed_program_needs_no_environment(checkout: CopiedCheckout) -> None:
    (checkout.folder / "pyproject.toml").unlink()
    done = checkout.start("tracker")
    assert done.stdout.startswith("app []")
    assert not checkout.environment.folder.exists()
