"""One measure: a floor, sometimes a peer, and ours, each in fresh processes in turn."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from tests.benchmark.grounds import Grounds
from tracker.store.header import SCHEMA_VERSION


class ProbeFailed(RuntimeError):
    """A probe could not run: the part of the program that it measures is not there."""


class Unit(Enum):
    """What a probe gives, and how it is written."""

    SECONDS = "s"
    MEGABYTES = "MB"

    def show(self, value: float) -> str:
        """Write a value with three significant figures or so."""
        if self is Unit.MEGABYTES:
            return f"{value:.0f} MB"
        return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.2f} ms"


@dataclass(frozen=True)
class Measure:
    """What is compared. The names are those of probes (see ``probe``); ``aim`` is quoted from performance.md."""

    name: str
    ours: str
    floor: str | None
    aim: str
    peer: str | None = None
    unit: Unit = Unit.SECONDS

    @property
    def ways(self) -> tuple[str, ...]:
        """Give the probes in the order in which they take turns."""
        return tuple(way for way in (self.floor, self.peer, self.ours) if way)


@dataclass
class Outcome:
    """The values of each probe, one a round."""

    of: Measure
    values: dict[str, list[float]] = field(default_factory=dict)

    def median(self, way: str) -> float:
        """Give the middle value of a probe."""
        return statistics.median(self.values[way])

    @property
    def ratio(self) -> float | None:
        """Give ours over the floor: the median of the rounds' own ratios, None without a floor."""
        if self.of.floor is None:
            return None
        pairs = zip(self.values[self.of.ours], self.values[self.of.floor], strict=True)
        return statistics.median(ours / max(floor, 1e-9) for ours, floor in pairs)

    @property
    def spread(self) -> str:
        """Give how far ours lies apart, as a share of its median."""
        values = self.values[self.of.ours]
        return f"±{(max(values) - min(values)) / 2 / max(statistics.median(values), 1e-9):.0%}"


def measure(one: Measure, grounds: Grounds, rounds: int, run: Callable[[str, Grounds], float] | None = None) -> Outcome:
    """Let the probes of a measure take turns (A, B, A, B …), each time in a fresh process."""
    outcome = Outcome(one)
    for _ in range(rounds):
        for way in one.ways:
            outcome.values.setdefault(way, []).append((run or run_probe)(way, grounds))
    return outcome


def run_probe(way: str, grounds: Grounds) -> float:
    """Run a probe in a process of its own and give its value."""
    told = json.dumps([str(grounds.folder), grounds.records, grounds.seed, SCHEMA_VERSION, time.monotonic()])
    command = [sys.executable, "-m", "tests.benchmark.probe", way, told]
    # a user's second start finds the bytecode that the first one wrote; a setting of the developer may forbid it
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise ProbeFailed(f"{way}: {done.stderr.strip()[-120:]}")
    return float(done.stdout.splitlines()[-1])
