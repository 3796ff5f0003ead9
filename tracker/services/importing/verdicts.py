"""What happens to each proposal and whether it is ticked: a byte each, counted at once for a long list."""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import compress

from tracker.services.importing.judging import Verdict

_VERDICTS = tuple(Verdict)
_NOT_YET = 0


class Verdicts:
    """Verdicts and ticks by the number of a proposal; ``counts`` are how many have each verdict."""

    def __init__(self, length: int) -> None:
        self.counts: Counter[Verdict] = Counter()
        self._codes = bytearray(length)
        self._ticked = bytearray(b"\x01" * length)

    def keep(self, number: int, verdict: Verdict) -> bool:
        """Keep the verdict on a proposal; gives whether it had one before."""
        was = self._codes[number]
        if was != _NOT_YET:
            self.counts[_VERDICTS[was - 1]] -= 1
        self._codes[number] = _code(verdict)
        self.counts[verdict] += 1
        return was != _NOT_YET

    def has(self, number: int) -> bool:
        """Tell whether a proposal was judged."""
        return self._codes[number] != _NOT_YET

    def __getitem__(self, number: int) -> Verdict:
        """Give what happens to a proposal that was judged."""
        return _VERDICTS[self._codes[number] - 1]

    def is_ticked(self, number: int) -> bool:
        """Tell whether a proposal is ticked."""
        return bool(self._ticked[number])

    @property
    def are_all_ticked(self) -> bool:
        """Tell whether nobody took a tick away."""
        return all(self._ticked)

    def tick(self, number: int, is_ticked: bool) -> None:
        """Set a tick, or take it away."""
        self._ticked[number] = is_ticked

    def tick_all(self, is_ticked: bool) -> None:
        """Set all ticks, or take them away."""
        self._ticked = bytearray(bytes((is_ticked,)) * len(self._ticked))

    def numbers(self, *verdicts: Verdict) -> array[int]:
        """Give the proposals with one of these verdicts (none named: all that were judged), in order."""
        mask = self._codes.translate(_table(verdicts or _VERDICTS))
        return array("q", compress(range(len(mask)), mask))

    def ticked_numbers(self, *verdicts: Verdict) -> array[int]:
        """Give those of them that are ticked."""
        return array("q", (number for number in self.numbers(*verdicts) if self._ticked[number]))

    def ticked_count(self, *verdicts: Verdict) -> int:
        """Give how many those are."""
        mask = self._codes.translate(_table(verdicts))
        return (int.from_bytes(mask, "big") & int.from_bytes(self._ticked, "big")).bit_count()


def _code(verdict: Verdict) -> int:
    return _VERDICTS.index(verdict) + 1


def _table(verdicts: tuple[Verdict, ...]) -> bytes:
    """Give what turns the codes of these verdicts into 1, and all others into 0."""
    wanted = {_code(one) for one in verdicts}
    return bytes(code in wanted for code in range(256))
