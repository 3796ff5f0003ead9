"""The process in which one probe runs: ``python -m tests.benchmark.probe WAY GROUNDS``; its last line is the value.

A probe is a function ``module:name`` that takes ``Ground`` and gives seconds or megabytes. Nothing is imported here
that a start must not pay for.
"""

from __future__ import annotations

import importlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ground:
    """What a probe needs to know: ``grounds.Grounds`` without its imports. ``started`` is on the monotonic clock."""

    folder: Path
    records: int
    seed: int
    schema: int
    started: float

    @property
    def small(self) -> Path:
        """Give the small register."""
        return self._path(min(1000, self.records))

    @property
    def large(self) -> Path:
        """Give the large register."""
        return self._path(self.records)

    @property
    def changing(self) -> Path:
        """Give the copy of the large register that may be changed."""
        return self.large.with_name(f"changing-{self.large.name}")

    def _path(self, size: int) -> Path:
        return self.folder / f"register-{size}-{self.seed}-schema-{self.schema}.db"


def main(way: str, told: str) -> None:
    """Run a probe and write its value."""
    folder, *numbers = json.loads(told)
    module, _, name = way.partition(":")
    probe = getattr(importlib.import_module(f"tests.benchmark.{module}"), name)
    sys.stdout.write(f"{probe(Ground(Path(folder), *numbers))}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
