"""Where the environment of the program is and what is in it, read from the stamps that ``making`` leaves there.

This is on the way of every start, so it imports little.
"""

from __future__ import annotations

import hashlib
import os
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parent.parent.parent


class Purpose(NamedTuple):
    """What somebody starts, and what has to be installed for it."""

    module: str
    requirements: str  # a file in the checkout, locked and hashed
    imports: tuple[str, ...]  # looked for, to notice an environment that lost packages or was made by another tool
    covers: tuple[str, ...]  # the modules for which these requirements suffice


_RUN_IMPORTS = (
    "PySide6",
    "alembic",
    "defusedxml",
    "filelock",
    "openpyxl",
    "platformdirs",
    "pypdfium2",
    "python_calamine",
    "rapidfuzz",
    "sqlmodel",
)
_TEST_IMPORTS = ("hatchling", "hypothesis", "importlinter", "mypy", "pytest", "pytestqt", "ruff", "xdist")
PURPOSES = {
    "tracker": Purpose("tracker", "resources/requirements.txt", _RUN_IMPORTS, ("tracker",)),
    "tests": Purpose("tests", "tests/requirements.txt", _RUN_IMPORTS + _TEST_IMPORTS, ("tracker", "tests")),
}


class Environment:
    """A folder with an interpreter and packages, and the stamps that say for what it is complete."""

    def __init__(self, folder: Path, checkout: Path = CHECKOUT) -> None:
        """Look at the environment in ``folder`` (which may not exist yet) for the program in ``checkout``."""
        self.folder = folder
        self.checkout = checkout
        self.lock_file = folder / "tracker.lock"
        self.log_file = folder / "install.log"
        self.unfinished = folder / "tracker-unfinished"
        self._libraries = folder / "tracker-libraries.stamp"

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python3")

    def is_ready(self, purpose: Purpose) -> bool:
        """Whether all that ``purpose`` needs was installed to the end."""
        return self.python.exists() and _read(self._stamp(purpose.module)) == self._digest(purpose)

    def is_sound(self) -> bool:
        """Whether an installation went well here before and none was broken off since, so that one can be added."""
        return self._is_stamped() and self.python.exists() and not self.unfinished.exists()

    def is_from_elsewhere(self) -> bool:
        """Whether another tool made it (``uv run`` uses the same folder), so that the stamps say nothing."""
        return not self._is_stamped() and not self.unfinished.exists()

    def is_this(self) -> bool:
        """Whether the running interpreter is the one inside."""
        return os.path.realpath(sys.prefix) == os.path.realpath(self.folder)

    def may_be_emptied(self) -> bool:
        """Whether the folder holds nothing that somebody could miss: nothing at all, or an environment."""
        if not self.folder.exists():
            return True
        ours = {self.lock_file.name, self.log_file.name}
        return (
            (self.folder / "pyvenv.cfg").exists()
            or self.unfinished.exists()
            or all(path.name in ours for path in self.folder.iterdir())
        )

    def start_work(self) -> None:
        """Note that the packages are being changed: whoever finds this note later finds a half-made environment."""
        self.unfinished.touch()

    def give_up_work(self) -> None:
        """Take the note away because nothing was changed after all."""
        self.unfinished.unlink(missing_ok=True)

    def finish_work(self, purpose: Purpose) -> None:
        """Write the stamps of ``purpose``, last of all."""
        for module in purpose.covers:
            _write(self._stamp(module), self._digest(PURPOSES[module]))
        self.unfinished.unlink(missing_ok=True)

    def forget(self) -> None:
        """Drop every stamp, so that the next start makes the environment anew."""
        self._libraries.unlink(missing_ok=True)
        for module in PURPOSES:
            self._stamp(module).unlink(missing_ok=True)

    def has_libraries(self) -> bool:
        """Whether the shared libraries of the system were all found for the Qt that is installed."""
        return sys.platform != "linux" or _read(self._libraries) == self._digest(PURPOSES["tracker"])

    def note_libraries(self) -> None:
        """Remember that they were."""
        _write(self._libraries, self._digest(PURPOSES["tracker"]))

    def _is_stamped(self) -> bool:
        return any(self._stamp(module).exists() for module in PURPOSES)

    def _stamp(self, module: str) -> Path:
        return self.folder / f"tracker-{module}.stamp"

    def _digest(self, purpose: Purpose) -> str:
        return hashlib.sha256((self.checkout / purpose.requirements).read_bytes()).hexdigest()


def choose(purpose: Purpose, checkout: Path = CHECKOUT) -> Environment:
    """Give the environment to use: the one that TRACKER_VENV names, else ``.venv`` in the checkout.

    Where the checkout cannot be written in and has no complete ``.venv``, it is one in the user's cache folder.
    """
    named = os.environ.get("TRACKER_VENV")
    if named:
        return Environment(Path(os.path.abspath(os.path.expanduser(named))), checkout)
    beside = Environment(checkout / ".venv", checkout)
    if os.access(beside.folder if beside.folder.exists() else checkout, os.W_OK) or beside.is_ready(purpose):
        return beside
    place = hashlib.sha256(os.fsencode(checkout)).hexdigest()[:12]
    return Environment(_cache_folder() / "tracker" / f"venv-{place}", checkout)


def can_import_all(purpose: Purpose) -> bool:
    """Whether this interpreter finds all packages of ``purpose``."""
    return all(PathFinder.find_spec(name) for name in purpose.imports)


def _cache_folder() -> Path:
    """Give the user's cache folder; platformdirs, which knows it too, is not installed yet."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")


def _read(stamp: Path) -> str | None:
    try:
        return stamp.read_text(encoding="ascii")
    except (FileNotFoundError, NotADirectoryError):
        return None


def _write(stamp: Path, text: str) -> None:
    """Write a stamp whole or not at all."""
    new = stamp.with_suffix(".new")
    new.write_text(text, encoding="ascii")
    new.replace(stamp)
