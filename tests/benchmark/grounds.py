"""The registers that are measured on: generated once for each size, kept in a work folder."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests import builders as build
from tests.generator import generate
from tracker.store.damage import backup_folder
from tracker.store.header import SCHEMA_VERSION

SMALL_RECORDS = 1_000


@dataclass(frozen=True)
class Grounds:
    """Where the registers are and how large they are."""

    folder: Path
    records: int
    seed: int = 1

    @property
    def small_records(self) -> int:
        """Give the size of the small register."""
        return min(SMALL_RECORDS, self.records)

    @property
    def small(self) -> Path:
        """Give the small register."""
        return self._path(self.small_records)

    @property
    def large(self) -> Path:
        """Give the large register. Probes only read it."""
        return self._path(self.records)

    @property
    def changing(self) -> Path:
        """Give a copy of the large register that probes may change."""
        return self.large.with_name(f"changing-{self.large.name}")

    def prepared(self, size: int) -> Path:
        """Make the register of a size where it is not there yet, and the copy that may change."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._path(size)
        if not path.exists():
            making = path.with_name(f"making-{path.name}")
            for left in self.folder.glob(f"*making-{path.name}*"):
                shutil.rmtree(left) if left.is_dir() else left.unlink()
            generate(making, size, self.seed)
            shutil.rmtree(backup_folder(making), ignore_errors=True)
            making.rename(path)
        if path == self.large and not self.changing.exists():
            shutil.copyfile(path, self.changing)
        return path

    def _path(self, size: int) -> Path:
        return self.folder / f"register-{size}-{self.seed}-schema-{SCHEMA_VERSION}.db"


def quiet_backups(register: Path) -> None:
    """Let the day's backup seem made, so that the first write of a probe is a write like any other."""
    folder = backup_folder(register)
    folder.mkdir(exist_ok=True)
    (folder / f"{build.NOW.astimezone():%Y-%m-%d_%H%M%S} proef.db").touch()
