"""Grids of text files: the sign between the values is found, not asked."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from typing import Final

from tracker.exchange.incoming.workbook.grid import Grid, ListGrid, Row

_SIGNS: Final = (";", "\t", ",", "|")
_LOOKED_AT: Final = 200
_TURN: Final = 5_000


def csv_grid(name: str, text: str, check: Callable[[], None]) -> Grid:
    """Make a grid of a text with values apart by ; , | or tabs, quoted as Excel does. ``check`` may raise to stop."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    first, _, rest = text.partition("\n")
    told = first.strip().lower()
    if told.startswith("sep=") and len(told) == 5:  # Excel's own line that names the sign
        sign, text = told[4], rest
    else:
        sign = _sign_of(text)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    rows: list[Row] = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=False):
        rows.append(row)
        if not len(rows) % _TURN:
            check()
    return ListGrid(name, rows)


def _sign_of(text: str) -> str:
    """Give the sign that parts most lines into the same number of pieces."""
    best, best_score = ";", 0.0
    for sign in _SIGNS:
        try:
            reader = csv.reader(io.StringIO(text[:400_000], newline=""), delimiter=sign, strict=False)
            counts = Counter(len(row) for row, _ in zip(reader, range(_LOOKED_AT), strict=False) if row)
        except csv.Error:
            continue
        width, lines = max(counts.items(), key=lambda one: (one[0] > 1, one[1]), default=(1, 0))
        score = lines / max(counts.total(), 1) * (width > 1) + min(width, 40) / 1000
        if width > 1 and score > best_score:
            best, best_score = sign, score
    return best
