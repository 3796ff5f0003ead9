"""Work counted instead of timed, so that a busy machine does not matter; time itself is the benchmark's."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls_of(act: Callable[[], object]) -> int:
    """Give how many functions, of Python and of C, are called while this runs."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count


def grows_with_length(read: Callable[[str], object], unit: str, characters: int = 1_000) -> bool:
    """Tell whether eight times the text takes eight times the calls; growth with the square would take sixty-four."""
    times = characters // len(unit) + 1
    short, long = (calls_of(lambda text=unit * some: read(text)) for some in (times, times * 8))  # type: ignore[misc]
    return long < short * 10 + 100
