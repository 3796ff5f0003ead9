"""The files of evidence beside a register: kept once by what is in them, and found missing or changed.

Light on purpose: copying runs in a process of its own, which need not load the store.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tracker.basics.errors import CannotOpen, CannotWrite, TrackerError
from tracker.basics.whole_file import replacing, writing_failed

_CHUNK_BYTES = 1 << 20
_ONLY_READ = 0o400
_KB = 1024
Progress = Callable[[int, int], None]
"""Told how far it is: (done, all), in kB. May raise Cancelled."""


class EvidenceState(StrEnum):
    """How a piece of evidence stands."""

    THERE = "there"
    MISSING = "missing"
    CHANGED = "changed"
    ADDRESS = "address"
    """An address on a network: this program does not go and look."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that lies in the folder for evidence now: its own name, the SHA-256 of its content, and its size."""

    name: str
    digest: str
    size_bytes: int


def evidence_folder(register: Path) -> Path:
    """Give the folder beside a register in which its evidence lies. It belongs to the register, as the backups do."""
    return register.with_name(f"{register.stem}-bewijs")


def stored_path(folder: Path, digest: str) -> Path | None:
    """Give the stored file with this content, or None. Its ending is that of the file that was kept first."""
    exact = folder / digest
    return exact if exact.exists() else next(iter(sorted(folder.glob(f"{digest}.*"))), None)


def keep_files(progress: Progress, sources: Sequence[Path], folder: Path) -> list[KeptFile]:
    """Copy files into the folder, each content once and whole; the copies can only be read.

    Raises CannotOpen, CannotWrite, DiskFull and Cancelled; then none of the files is kept that was not there before.
    """
    _make_folder(folder)
    count = _Counter(progress, 2 * sum(_size(source) for source in sources))
    kept, made = [], list[Path]()
    try:
        for source in sources:
            digest = _digest(source, count)
            if stored_path(folder, digest) is None:
                target = folder / f"{digest}{source.suffix.lower()}"
                _copy(source, target, digest, count)
                made.append(target)
            kept.append(KeptFile(source.name, digest, _size(source)))
    except BaseException:
        for target in made:
            _remove(target)
        raise
    return kept


class EvidenceChecker:
    """Looks whether evidence is there and unchanged. Reads whole files, so not for the thread of the window.

    A file that has not changed on disk since is not read again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[tuple[Path, int, int], str] = {}

    def state_of(self, *, digest: str | None, place: str | None) -> EvidenceState:
        """Give the state of one piece: a stored one by its digest, a linked one by its place."""
        if digest is None:
            return _state_of_place(place or "")
        path = stored_path(self._folder, digest)
        if path is None:
            return EvidenceState.MISSING
        try:
            return EvidenceState.THERE if self._digest_of(path) == digest else EvidenceState.CHANGED
        except (OSError, TrackerError):
            return EvidenceState.MISSING

    def _digest_of(self, path: Path) -> str:
        found = path.stat()
        key = (path, found.st_mtime_ns, found.st_size)
        if key not in self._known:
            self._known[key] = _digest(path, _Counter(_quietly, 0))
        return self._known[key]


def is_address(place: str) -> bool:
    """Tell whether a place is an address on a network, and not a file."""
    return place.lower().startswith(("http://", "https://"))


class _Counter:
    """Adds up what was read, and tells it."""

    def __init__(self, progress: Progress, all_bytes: int) -> None:
        self._progress, self._all, self._done = progress, all_bytes, 0

    def add(self, size_bytes: int) -> None:
        self._done += size_bytes
        self._progress(self._done // _KB, max(1, self._all // _KB))


def _quietly(_done: int, _all: int) -> None:
    pass


def _state_of_place(place: str) -> EvidenceState:
    if is_address(place):
        return EvidenceState.ADDRESS
    try:
        return EvidenceState.THERE if Path(place).exists() else EvidenceState.MISSING
    except (OSError, ValueError):
        return EvidenceState.MISSING


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise CannotWrite(
            f"De map {folder} kan niet worden gemaakt ({error.strerror}). Koppel het bestand, of maak de map zelf.",
            f"The folder {folder} cannot be made ({error.strerror}). Link the file, or make the folder yourself.",
        ) from error


def _size(source: Path) -> int:
    try:
        if source.is_dir():
            raise CannotOpen(
                f"{source.name} is een map. Bewaar de bestanden die erin staan, of koppel de map.",
                f"{source.name} is a folder. Store the files in it, or link the folder.",
            )
        return source.stat().st_size
    except OSError as error:
        raise _unreadable(source, error) from error


def _digest(source: Path, count: _Counter) -> str:
    whole = hashlib.sha256()
    try:
        with source.open("rb") as read:
            while chunk := read.read(_CHUNK_BYTES):
                whole.update(chunk)
                count.add(len(chunk))
    except OSError as error:
        raise _unreadable(source, error) from error
    return whole.hexdigest()


def _copy(source: Path, target: Path, digest: str, count: _Counter) -> None:
    """Copy a file, and see that what arrived is what was read before."""
    whole = hashlib.sha256()
    with replacing(target) as beside:
        with source.open("rb") as read, beside.open("wb") as write:
            while chunk := read.read(_CHUNK_BYTES):
                whole.update(chunk)
                write.write(chunk)
                count.add(len(chunk))
        if whole.hexdigest() != digest:
            raise CannotOpen(
                f"{source.name} werd gewijzigd terwijl het werd bewaard. Sluit het bestand en probeer het opnieuw.",
                f"{source.name} was changed while it was being stored. Close the file and try again.",
            )
    try:
        target.chmod(_ONLY_READ)
    except OSError as error:
        raise writing_failed(target, error) from error


def _remove(target: Path) -> None:
    target.chmod(0o600)  # Windows deletes no file that can only be read
    target.unlink(missing_ok=True)


def _unreadable(source: Path, error: OSError) -> CannotOpen:
    return CannotOpen(
        f"{source} kan niet worden gelezen ({error.strerror}). Kijk of het bestand er nog is en of u het mag openen.",
        f"{source} cannot be read ({error.strerror}). See whether the file is still there and you may open it.",
    )
