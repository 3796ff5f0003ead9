"""Whether the file of an open register is still where it was: it can be moved or deleted under a running program."""

from __future__ import annotations

import os
from pathlib import Path

from tracker.basics.errors import MovedRegister

Place = tuple[int, int] | None
"""What tells a file from another under the same name: device and number. None on Windows, where an open file stays."""


def place_of(path: Path) -> Place:
    """Give by what to know this file again."""
    if os.name == "nt":
        return None
    found = path.stat()
    return found.st_dev, found.st_ino


def moved(path: Path, place: Place) -> MovedRegister | None:
    """Tell how a register is no longer there: gone, or another file in its place. None: it is there."""
    try:
        there = place_of(path) if path.exists() else False
    except OSError:
        there = False
    if there is False:
        return is_gone(path)
    return (
        None
        if there == place
        else MovedRegister(
            f"Op de plaats van {path} staat nu een ander bestand. Er is niets bewaard; wat u typte staat er nog. "
            "Bewaar het register elders, of open het bestand dat er nu staat.",
            f"In the place of {path} there is another file now. Nothing was saved; what you typed is still there. "
            "Save the register elsewhere, or open the file that is there now.",
        )
    )


def is_gone(path: Path) -> MovedRegister:
    """Say that a register is not there any more."""
    return MovedRegister(
        f"{path} is er niet meer: het is verplaatst, hernoemd of verwijderd, of de schijf is los. Er is niets bewaard; "
        "wat u typte staat er nog. Zoek het register op, of bewaar het elders.",
        f"{path} is not there any more: it was moved, renamed or deleted, or the disk is gone. Nothing was saved; what "
        "you typed is still there. Find the register, or save it elsewhere.",
    )
