"""Probes of reading: deadlines and citations, phrase by phrase, and hostile texts that grow."""

from __future__ import annotations

import csv
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from tests.benchmark.probe import Ground
from tracker.basics.paths import resources_folder
from tracker.records.citation import read_citations
from tracker.records.recess import calendar_from_csv
from tracker.records.wording import read_deadlines

PHRASES = 10_000
_TABLES = Path(__file__).resolve().parent.parent / "records"
_DAY = date(2026, 6, 25)
_CHARACTERS = 4_000
_GROWTH = 8
_HOSTILE_WORDINGS = ("voor ", "1-", "2026 en ", "zodra x ", "tussen 2026 en ", "€ 5 mln jaarlijks ", "'")
_HOSTILE_CITATIONS = ("Kamerstukken II ", "28 638, ", "kst-28638-", "Aanhangsel van de ", "detail?kst-11111-1", "12 ")


def _texts(table: str, column: str) -> list[str]:
    with (_TABLES / table).open(encoding="utf-8", newline="") as file:
        found = [row[column] for row in csv.DictReader(file)]
    return (found * (PHRASES // len(found) + 1))[:PHRASES]


def _timed(read: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - start


def _wording_reader() -> Callable[[str], object]:
    calendar = calendar_from_csv((resources_folder() / "recesses.csv").read_text(encoding="utf-8"))
    return lambda text: read_deadlines(text, _DAY, calendar)


def wordings(_: Ground) -> float:
    """Give the seconds that 10,000 collected wordings take."""
    return _timed(_wording_reader(), _texts("wordings_collected.csv", "phrase"))


def citations(_: Ground) -> float:
    """Give the seconds that 10,000 collected citations take."""
    return _timed(read_citations, _texts("citations_collected.csv", "text"))


def _hostile(read: Callable[[str], object], units: Sequence[str], *, whole: bool) -> float:
    """Give the time of hostile texts: eight times as long in one piece, or eight pieces of the short one."""
    short = [unit * (_CHARACTERS // len(unit) + 1) for unit in units]
    texts = [text * _GROWTH for text in short] if whole else short * _GROWTH
    return statistics.median(_timed(read, texts) for _ in range(3))


def hostile_wordings(_: Ground) -> float:
    """Give the time of long hostile texts."""
    return _hostile(_wording_reader(), _HOSTILE_WORDINGS, whole=True)


def hostile_wordings_in_pieces(_: Ground) -> float:
    """Give the time of the same in eight pieces: what linear work would take."""
    return _hostile(_wording_reader(), _HOSTILE_WORDINGS, whole=False)


def hostile_citations(_: Ground) -> float:
    """Give the time of long hostile texts."""
    return _hostile(read_citations, _HOSTILE_CITATIONS, whole=True)


def hostile_citations_in_pieces(_: Ground) -> float:
    """Give the time of the same in eight pieces: what linear work would take."""
    return _hostile(read_citations, _HOSTILE_CITATIONS, whole=False)
