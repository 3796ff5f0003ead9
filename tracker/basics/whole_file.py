"""Files that are replaced whole: written beside, forced to disk, then put in place."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.basics.errors import CannotWrite, DiskFull
from tracker.basics.language import Text


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


def writing_failed(target: Path, error: OSError, *, in_folder: bool = False) -> CannotWrite | DiskFull:
    """Give the sentence for a failed write to the target: what stands in the way, and what to do about it.

    ``in_folder``: it was a new file in the target's folder that was refused, not the target itself.
    """
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFull(
            f"De schijf is vol: {target.name} is niet bewaard. Maak ruimte en probeer het opnieuw.",
            f"The disk is full: {target.name} was not saved. Make room and try again.",
        )
    refused = _refused(target, error, in_folder=in_folder)
    return CannotWrite(
        f"{target} kan niet worden geschreven: {refused.nl}", f"{target} cannot be written: {refused.en}"
    )


def _refused(target: Path, error: OSError, *, in_folder: bool) -> Text:
    folder = target.parent
    if error.errno in {errno.ENOENT, errno.ENOTDIR} and not folder.is_dir():
        return Text(
            f"de map {folder} bestaat niet. Maak die map eerst, of kies een andere.",
            f"the folder {folder} does not exist. Make it first, or choose another.",
        )
    if error.errno in {errno.EISDIR, errno.ENOTEMPTY} or target.is_dir():
        return Text("dat is een map. Kies een andere naam.", "that is a folder. Choose another name.")
    if error.errno == errno.EROFS:
        return Text(
            f"de map {folder} staat op een schijf die alleen gelezen kan worden. Kies een andere map.",
            f"the folder {folder} is on a disk that can only be read. Choose another folder.",
        )
    if error.errno == errno.ENAMETOOLONG:
        return Text("de naam is te lang. Kies een kortere.", "the name is too long. Choose a shorter one.")
    if error.errno in {errno.EACCES, errno.EPERM, errno.ENOENT}:
        return _closed(folder) if in_folder else _IN_USE
    return Text(f"{error.strerror}. Kies een andere map of naam.", f"{error.strerror}. Choose another folder or name.")


_IN_USE = Text(
    "een ander programma houdt het vast. Staat het bestand open in Excel? Sluit het, of kies een andere naam.",
    "another program holds it. Is it open in Excel? Close it, or choose another name.",
)


def _closed(folder: Path) -> Text:
    return Text(
        f"in de map {folder} mag u niet schrijven. Kies een andere map.",
        f"you may not write in the folder {folder}. Choose another folder.",
    )


def _name_beside(target: Path) -> Path:
    import tempfile  # when something is written: every start imports this module

    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=target.suffix)
    except OSError as error:
        raise writing_failed(target, error, in_folder=True) from error
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
