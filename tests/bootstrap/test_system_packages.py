"""What is said and run to get missing parts of the system."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tracker.bootstrap import system_packages
from tracker.bootstrap.system_packages import MANAGERS, advice, find_manager, supply

_NEEDS = ["libGL.so.1", "libEGL.so.1", "libxcb-cursor.so.0"]
_MANAGERS = {manager.program: manager for manager in MANAGERS}


@pytest.mark.parametrize(
    ("program", "line"),
    [
        ("apt-get", "sudo apt-get install libgl1 libegl1 libxcb-cursor0"),
        ("dnf", "sudo dnf install 'libGL.so.1()(64bit)' 'libEGL.so.1()(64bit)' 'libxcb-cursor.so.0()(64bit)'"),
        ("zypper", "sudo zypper install 'libGL.so.1()(64bit)' 'libEGL.so.1()(64bit)' 'libxcb-cursor.so.0()(64bit)'"),
        ("pacman", "sudo pacman -S libglvnd xcb-util-cursor"),
    ],
)
def test_line_to_run_names_each_package_once(program: str, line: str) -> None:
    assert advice(_NEEDS, _MANAGERS[program]).endswith(f"voer uit: {line}")


@pytest.mark.parametrize("manager", MANAGERS, ids=lambda manager: manager.program)
def test_venv_module_has_a_package_everywhere(manager: system_packages.Manager) -> None:
    assert manager.packages(["venv"]) != []


def test_library_without_a_known_package_is_named() -> None:
    assert advice(["libGL.so.1", "libnew.so.7"], _MANAGERS["apt-get"]).endswith(
        "install libgl1 (en zoek het pakket met libnew.so.7)"
    )
    assert "libGL.so.1, libEGL.so.1" in advice(_NEEDS[:2], None)


def test_manager_is_the_one_that_is_there() -> None:
    assert find_manager(lambda program: "/usr/bin/dnf" if program == "dnf" else None) is _MANAGERS["dnf"]
    assert find_manager(lambda _: None) is None


def test_user_gets_the_line_and_nothing_is_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(system_packages, "is_root", lambda: False)
    monkeypatch.setattr(system_packages, "find_manager", lambda: _MANAGERS["apt-get"])
    assert supply(_NEEDS, tmp_path / "log") == advice(_NEEDS, _MANAGERS["apt-get"])
    assert not (tmp_path / "log").exists()


@pytest.fixture
def apt_calls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Stand in for apt-get as root: notes its calls, and installs only after its lists were fetched."""
    if sys.platform == "win32":
        pytest.skip("no package manager there")
    calls = tmp_path / "calls"
    apt = tmp_path / "apt-get"
    lists = tmp_path / "lists"
    script = f'#!/bin/sh\necho "$@" >> {calls}\ncase $1 in update) touch {lists};; esac\ntest -e {lists}\n'
    apt.write_text(script, encoding="utf-8")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(system_packages, "is_root", lambda: True)
    monkeypatch.setattr(system_packages, "find_manager", lambda: _MANAGERS["apt-get"])
    return calls


def test_root_fetches_the_lists_only_when_installing_failed(apt_calls: Path, tmp_path: Path) -> None:
    assert supply(["libGL.so.1"], tmp_path / "log") is None
    assert [line.split()[0] for line in apt_calls.read_text().splitlines()] == ["install", "update", "install"]
    apt_calls.unlink()
    assert supply(["libGL.so.1"], tmp_path / "log") is None
    assert [line.split()[0] for line in apt_calls.read_text().splitlines()] == ["install"]


def test_failing_installation_is_told_with_the_log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "apt-get").write_text("#!/bin/sh\nexit 100\n", encoding="utf-8")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(system_packages, "is_root", lambda: True)
    monkeypatch.setattr(system_packages, "find_manager", lambda: _MANAGERS["apt-get"])
    assert str(tmp_path / "log") in (supply(["libGL.so.1"], tmp_path / "log") or "")
