"""Which shared libraries Qt wants from the system and does not find; asked of the dynamic linker, never assumed."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from tracker.bootstrap import system_packages
from tracker.bootstrap.environment import Environment
from tracker.bootstrap.saying import StartFailed, say

# What the program loads of Qt. The platform plugin is not linked to by anything, yet without it no window opens.
_LOADED = (
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtPrintSupport.abi3.so",
    "QtSvg.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
)
_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
_CANNOT_OPEN = re.compile(r"(\S+\.so[.\d]*): cannot open shared object file")


def provide(environment: Environment, *, may_go_on: bool) -> None:
    """See to it that Qt finds its libraries: install them as root, else say how.

    Raises StartFailed where they stay missing, unless the caller ``may_go_on`` without a window.
    """
    missing = find_missing(environment)
    if missing and system_packages.supply(missing, environment.log_file):
        missing = find_missing(environment)
    if not missing:
        _note(environment)
    # Under Wayland it is not the X11 plugin that opens the window; what Qt itself misses is said when it loads.
    elif may_go_on or os.environ.get("WAYLAND_DISPLAY"):
        say("zonder deze systeemonderdelen werkt alleen de opdrachtregel.")
    else:
        raise StartFailed("zonder deze systeemonderdelen kan het venster niet open; de opdrachtregel werkt wel.")


def find_missing(environment: Environment) -> list[str]:
    """Give the names of the libraries that are missing (libGL.so.1), each once."""
    packages = next(iter(environment.folder.glob("lib/python3*/site-packages/PySide6")), None)
    if packages is None:
        return []
    try:
        return missing_according_to_ldd([packages / name for name in _LOADED if (packages / name).exists()])
    except FileNotFoundError:  # no ldd
        return missing_according_to_import(environment.python)


def missing_according_to_ldd(files: Iterable[Path]) -> list[str]:
    """Ask the dynamic linker what ``files`` need and cannot get, what their own libraries need included."""
    call = ["ldd", *map(str, files)]
    answer = subprocess.run(call, check=False, capture_output=True, text=True)
    return list(dict.fromkeys(_NOT_FOUND.findall(answer.stdout)))


def missing_according_to_import(python: Path, call: Sequence[str] = ("-c", "import PySide6.QtWidgets")) -> list[str]:
    """Try to load Qt and give the library that this stumbles over: the first one only, more is not said."""
    answer = subprocess.run([str(python), *call], check=False, capture_output=True, text=True)
    return _CANNOT_OPEN.findall(answer.stderr)[:1]


def explain(error: ImportError) -> str | None:
    """Give the one line for an import that failed on a missing library of the system; None for any other failure."""
    missing = _CANNOT_OPEN.findall(str(error))
    return system_packages.advice(missing, system_packages.find_manager()) if missing else None


def _note(environment: Environment) -> None:
    """Remember that nothing is missing; where the environment is read-only the linker is asked again each time."""
    try:
        environment.note_libraries()
    except PermissionError:
        return
