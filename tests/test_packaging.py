"""What is delivered: the lock files, and a wheel that finds its resources without a checkout around it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tracker.basics.paths import resources_folder

_CHECKOUT = Path(__file__).resolve().parent.parent
_LOCKS = ("resources/requirements.txt", "tests/requirements.txt")
_ASK = "from tracker.basics.paths import resources_folder; print(resources_folder())"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it, which is what installing comes down to."""
    built = tmp_path_factory.mktemp("wheel")
    call = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)]
    done = subprocess.run(call, cwd=_CHECKOUT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(built / "unpacked")
    return built / "unpacked"


def _locked(name: str) -> dict[str, set[str]]:
    """Give the hashes for each pinned requirement in a lock file."""
    text = (_CHECKOUT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return {line.split()[0]: set(re.findall(r"--hash=(\S+)", line)) for line in lines}


def _resources_seen_from(place: Path, elsewhere: Path) -> Path:
    """Ask a fresh interpreter in another folder that finds the program in ``place``."""
    call = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(place)!r}); {_ASK}"]
    done = subprocess.run(call, cwd=elsewhere, check=True, capture_output=True, encoding="utf-8")
    return Path(done.stdout.strip())


def test_installed_program_finds_the_resources_it_brought(installed: Path, tmp_path: Path) -> None:
    resources = _resources_seen_from(installed, tmp_path)
    assert resources == installed / "tracker" / "resources"
    assert (resources / "requirements.txt").is_file()


def test_wheel_brings_every_resource_and_no_tests(installed: Path) -> None:
    source = _CHECKOUT / "resources"
    brought = installed / "tracker" / "resources"
    left_out = [path for path in source.rglob("*") if not (brought / path.relative_to(source)).exists()]
    assert left_out == []
    assert {path.name for path in installed.iterdir() if path.suffix != ".dist-info"} == {"tracker"}


def test_checkout_finds_the_resources_beside_the_program(tmp_path: Path) -> None:
    assert _resources_seen_from(_CHECKOUT, tmp_path) == _CHECKOUT / "resources" == resources_folder()
    assert (resources_folder() / "requirements.txt").is_file()


def test_wheel_carries_the_licence_and_the_command(installed: Path) -> None:
    (information,) = installed.glob("*.dist-info")
    assert "tracker = tracker.app:run" in (information / "entry_points.txt").read_text(encoding="utf-8")
    licence = (information / "licenses" / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in licence
    assert licence.rstrip().endswith("require the production of a new EUPL version.")


@pytest.mark.parametrize("name", _LOCKS)
def test_lock_pins_and_hashes_everything(name: str) -> None:
    locked = _locked(name)
    assert locked
    assert [pin for pin, hashes in locked.items() if "==" not in pin or not hashes] == []


@pytest.mark.parametrize("name", _LOCKS)
def test_lock_names_no_index_and_no_folder_of_a_machine(name: str) -> None:
    text = (_CHECKOUT / name).read_text(encoding="utf-8")
    assert re.findall(r"\w+://\S+|--(?:extra-)?index-url|--find-links|(?<![\w.])/\w+|[A-Z]:\\", text) == []


def test_lock_of_the_tests_holds_the_lock_of_the_program() -> None:
    tests = _locked("tests/requirements.txt")
    assert {pin: tests.get(pin) for pin in _locked("resources/requirements.txt")} == _locked(
        "resources/requirements.txt"
    )


def test_locks_answer_what_the_project_asks() -> None:
    project = tomllib.loads((_CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[^\w.-]", line)[0].lower() for line in asked}
    assert names <= {pin.partition("==")[0] for pin in _locked("tests/requirements.txt")}
