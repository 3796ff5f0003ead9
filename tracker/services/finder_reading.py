"""Reads what words are looked for in: all of it once, and afterwards what changed. May run in any thread."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from functools import partial
from time import perf_counter, sleep

from tracker.services.finding import Finder, TextSplitter
from tracker.store.record_store import Store

_FEW = 20_000
"""So many whole texts are looked through within a frame, and take little room."""
_SAMPLE = 2_000
_COMMON_SHARE = 100
"""A word that one in so many records holds is common."""
_PIECE = 500
_RUN = 40
"""Texts taken over in one go: one or two thousandths of a second, for so long others wait for Python."""
_REST_S, _LONG_REST_S = 0.000_5, 0.005


def read_finder(store: Store, give_way: Callable[[], None] = lambda: None) -> Finder:
    """Read the texts of all records, some hundreds at a time, so that nobody who writes has to wait.

    ``give_way`` is called every thousandth of a second or so.
    """
    ids = store.text_ids()
    if len(ids) < _FEW:
        texts = store.texts(ids)
        return Finder((one for one, _ in texts), (text for _, text in texts))
    splitter = TextSplitter(_common_words(store, ids))
    for start in range(0, len(ids), _PIECE):
        piece = store.texts(ids[start : start + _PIECE])
        for place in range(0, len(piece), _RUN):
            for record_id, text in piece[place : place + _RUN]:
                splitter.add(record_id, text)
            give_way()
    return splitter.finder(partial(_holding, store))


def step_aside() -> None:
    """Let other threads have Python for a moment, and for longer where one of them is at work."""
    start = perf_counter()
    sleep(_REST_S)
    if perf_counter() - start > 3 * _REST_S:  # somebody else had it when this one wanted to go on
        sleep(_LONG_REST_S)


def _common_words(store: Store, ids: array[int]) -> Iterable[str]:
    sample = store.texts(ids[:: max(1, len(ids) // _SAMPLE)])
    counts = Counter(word for _, text in sample for word in set(text.replace("|", " ").split(" ")))
    del counts[""]
    return [word for word, count in counts.items() if count * _COMMON_SHARE >= len(sample)]


def _holding(store: Store, ids: Collection[int], piece: str) -> set[int]:
    return store.holding(ids, piece) if ids else set()
