"""Where the program's own files and the user's files are."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resources_folder() -> Path:
    """Give the folder of icons, sample register, report texts and the like.

    In a wheel it lies inside the package, in a checkout beside it.
    """
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def user_folder() -> Path:
    """Give the folder for the default register and the user's settings, made when first asked for.

    ``TRACKER_HOME`` overrules the platform's own place (used by tests and by portable installations).
    """
    named = os.environ.get("TRACKER_HOME")
    if named:
        folder = Path(named)
    else:
        import platformdirs  # not needed where TRACKER_HOME is set

        folder = Path(platformdirs.user_data_dir("tracker", appauthor=False, roaming=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def free_name(path: Path) -> Path:
    """Give this name where no file has it, or else the first free one with a number: voorbeeld-2.db."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free


def is_same_file(one: Path, other: Path) -> bool:
    """Tell whether two names are of one file; a name of nothing is only the same as itself."""
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
