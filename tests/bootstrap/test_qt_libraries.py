"""How missing libraries are found, and what is done about them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bootstrap.copied_checkout import CopiedCheckout
from tracker.bootstrap import qt_libraries, system_packages
from tracker.bootstrap.environment import Environment
from tracker.bootstrap.saying import StartFailed

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings all its libraries")

_LDD = """#!/bin/sh
echo '/PySide6/QtGui.abi3.so:'
echo '	linux-vdso.so.1 (0x00007ffd)'
echo '	libGL.so.1 => not found'
echo '	libc.so.6 => /lib/libc.so.6 (0x00007f)'
echo '/PySide6/Qt/plugins/platforms/libqxcb.so:'
echo '	libGL.so.1 => not found'
echo '	libxcb-cursor.so.0 => not found'
"""


@pytest.fixture
def environment(checkout: CopiedCheckout, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """Give an environment on a machine with apt and a user who is not root."""
    checkout.environment.folder.mkdir()
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(system_packages, "is_root", lambda: False)
    monkeypatch.setattr(system_packages, "find_manager", lambda: system_packages.MANAGERS[0])
    return checkout.environment


def _let_be_missing(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> None:
    """Let the libraries in ``answers`` be missing, one answer for each time that is asked."""
    coming = iter(answers)
    monkeypatch.setattr(qt_libraries, "find_missing", lambda _: next(coming))


def test_linker_names_each_missing_library_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ldd = tmp_path / "ldd"
    ldd.write_text(_LDD, encoding="utf-8")
    ldd.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    found = qt_libraries.missing_according_to_ldd([Path("QtGui.abi3.so")])
    assert found == ["libGL.so.1", "libxcb-cursor.so.0"]


def test_import_names_the_first_missing_library() -> None:
    fault = "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')"
    assert qt_libraries.missing_according_to_import(Path(sys.executable), ["-c", fault]) == ["libEGL.so.1"]


def test_all_libraries_of_this_machine_are_found() -> None:
    assert qt_libraries.find_missing(Environment(Path(sys.prefix))) == []


def test_nothing_missing_is_remembered(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    _let_be_missing(monkeypatch, [])
    qt_libraries.provide(environment, for_window=True)
    assert environment.has_libraries()


def test_window_without_libraries_is_refused_with_the_line_to_run(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    _let_be_missing(monkeypatch, ["libGL.so.1", "libxcb-cursor.so.0"])
    with pytest.raises(StartFailed, match=r"voer uit: sudo apt-get install libgl1 libxcb-cursor0$"):
        qt_libraries.provide(environment, for_window=True)
    assert not environment.has_libraries()


def test_command_goes_on_without_libraries_after_one_line(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _let_be_missing(monkeypatch, ["libGL.so.1"])
    qt_libraries.provide(environment, for_window=False)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("voer uit: sudo apt-get install libgl1\n")
    assert said.err.count("\n") == 1


def test_library_that_stays_missing_after_installing_is_named(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    _let_be_missing(monkeypatch, ["libGL.so.1", "libnew.so.7"], ["libnew.so.7"])
    monkeypatch.setattr(system_packages, "supply", lambda *_: None)
    with pytest.raises(StartFailed, match=r"dit systeem mist libnew\.so\.7"):
        qt_libraries.provide(environment, for_window=True)


def test_import_that_failed_on_a_library_is_explained() -> None:
    error = ImportError("libGL.so.1: cannot open shared object file: No such file or directory")
    assert "libgl" in (qt_libraries.explain(error) or "").lower()
    assert qt_libraries.explain(ImportError("No module named 'nothing'")) is None
