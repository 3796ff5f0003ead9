"""The proposals of all files of one import, as one sequence; a large file makes each when it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from tracker.records.proposal import FileReading, Proposal

_OWN_DAYS: Final = frozenset(("made_on", "settled_on", "said_on", "on"))
"""What happens on the day of the letter itself."""


class AllProposals(Sequence[Proposal]):
    """Proposals of several files by one number each, in the order of the files; each kind by the name of its table."""

    def __init__(self, readings: Sequence[FileReading]) -> None:
        self.readings = tuple(readings)
        self.days: dict[int, tuple[date, date]] = {}
        """Of a letter that was given a day: that day, and the one that the register knows it by."""
        self._starts = [0]
        for reading in self.readings:
            self._starts.append(self._starts[-1] + len(reading.proposals))

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, index: int) -> Proposal:  # type: ignore[override]  # no slices are asked for
        file = self.file_of(index)
        found = self.readings[file].proposals[index - self._starts[file]]
        if file in self.days:
            found = _redated(found, *self.days[file])
        return replace(found, kind=found.kind.replace("-", "_")) if "-" in found.kind else found

    def file_of(self, index: int) -> int:
        """Give the number of the file that a proposal is from."""
        return bisect_right(self._starts, index) - 1

    def of_file(self, file: int) -> range:
        """Give the numbers of the proposals of a file."""
        return range(self._starts[file], self._starts[file + 1])

    def make_ready(self, start: int, count: int) -> int:
        """Ask for the next proposals, for a long list makes each when it is first asked for; gives where to go on."""
        end = min(start + count, len(self))
        for index in range(start, end):
            file = self.file_of(index)
            self.readings[file].proposals[index - self._starts[file]]
        return end


def _redated(found: Proposal, was: date, day: date) -> Proposal:
    """Give a proposal of a letter with another day for the letter's own."""
    parts = tuple(replace(part, values=_with_day(part.values, was, day)) for part in found.parts)
    return replace(found, values=_with_day(found.values, was, day), parts=parts)


def _with_day(values: Mapping[str, Any], was: date, day: date) -> dict[str, Any]:
    return {name: day if name in _OWN_DAYS and value == was else value for name, value in values.items()}


def content_of(one: Proposal) -> int:
    """Give a number that two proposals share if they say the same, wherever they stand, and no others."""
    parts = [(part.entity, frozenset(part.values.items())) for part in one.parts]
    return hash((one.kind, one.reference, frozenset(one.values.items()), tuple(parts)))
