"""Files that are replaced whole: written beside, forced to disk, then put in place."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.basics.errors import CannotWrite, DiskFull


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a path beside the target to write to; on a clean exit it takes the target's place.

    Whatever goes wrong, the target stays as it was and nothing half-written is left behind.
    Raises DiskFull and CannotWrite (the target is open in another program, or its folder is
    missing or closed to us).
    """
    beside = _name_beside(target)
    try:
        yield beside
        _force_to_disk(beside)
        beside.replace(target)
        _force_folder_to_disk(target.parent)
    except OSError as error:
        raise writing_failed(target, error) from error
    finally:
        beside.unlink(missing_ok=True)


def writing_failed(target: Path, error: OSError) -> CannotWrite | DiskFull:
    """Give the sentence for a failed write to the target."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFull(
            f"De schijf is vol: {target.name} is niet bewaard. Maak ruimte en probeer het opnieuw.",
            f"The disk is full: {target.name} was not saved. Make room and try again.",
        )
    return CannotWrite(
        f"{target} kan niet worden geschreven ({error.strerror}). "
        "Staat het bestand open in Excel? Sluit het, of kies een andere naam.",
        f"{target} cannot be written ({error.strerror}). Is it open in Excel? Close it, or choose another name.",
    )


def _name_beside(target: Path) -> Path:
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=target.suffix)
    except OSError as error:
        raise writing_failed(target, error) from error
    os.close(handle)
    return Path(name)


def _force_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _force_folder_to_disk(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened there; NTFS journals the rename itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
