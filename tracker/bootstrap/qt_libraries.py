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


def provide(environment: Environment, *, for_window: bool) -> None:
    """See to it that Qt finds its libraries: install them as root, else say in one line how.

    Raises StartFailed where they stay missing and the start is ``for_window``.
    """
    hindrance = _supply(environment)
    if hindrance is None:
        if os.access(environment.folder, os.W_OK):  # elsewhere the linker is asked again each time
            environment.note_libraries()
    # Under Wayland it is not the X11 plugin that opens the window; what Qt itself misses is said when it loads.
    elif for_window and not os.environ.get("WAYLAND_DISPLAY"):
        raise StartFailed(f"het venster kan niet open: {hindrance}")
    else:
        say(f"een venster kan hier niet open: {hindrance}")


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


def _supply(environment: Environment) -> str | None:
    """Install what is missing and give None, or the line that says what stays missing."""
    missing = find_missing(environment)
    hindrance = system_packages.supply(missing, environment.log_file) if missing else None
    if missing and hindrance is None:
        still_missing = find_missing(environment)
        hindrance = system_packages.advice(still_missing, None) if still_missing else None
    return hindrance
