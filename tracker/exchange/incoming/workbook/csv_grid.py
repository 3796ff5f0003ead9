"""Grids of text files: the sign between the values is found, not asked."""

from __future__ import annotations

import codecs
import csv
import io
from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from tracker.basics.language import Text
from tracker.exchange.incoming.recognising import encoding_of, refusal
from tracker.exchange.incoming.workbook.block_grid import BLOCK, BlockGrid
from tracker.exchange.incoming.workbook.grid import Facts

_SIGNS: Final = (";", "\t", ",", "|")
_LOOKED_AT: Final = 200
_HEAD: Final = 400_000
_TURN: Final = 5_000
LARGEST_TEXT: Final = 128 << 20
"""Bytes. A list of 150,000 rows of 25 cells is some 80 MB as text."""
MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
_MOST_SIGNS: Final = 1_000_000
"""Signs between values in the lines of one row; within quotes they part nothing."""
_BY_BYTES: Final = frozenset(("utf-8", "cp1252"))
"""Encodings in which the signs, quotes and line ends are bytes that stand for nothing else."""


class CsvGrid(BlockGrid):
    """The rows of a text, which is kept as bytes: as values they would take twelve times the room."""

    def __init__(self, path: Path, check: Callable[[], None]) -> None:
        super().__init__(path.stem, Facts())
        self._path = path
        self._encoding, content = _plain(path)
        self._sign, start = _sign(content, self._encoding)
        csv.field_size_limit(max(csv.field_size_limit(), len(content) + 1))
        self._file = io.BytesIO(content)
        self._starts = array("q")
        self._find_blocks(start, check)
        self._filled_height = self._height

    def _find_blocks(self, start: int, check: Callable[[], None]) -> None:
        """Find where each block begins, and how many rows and columns there are."""
        self._starts.append(start)
        signs = _Signs(self._path, self._sign)
        for row in csv.reader(signs.watched(self._lines(start)), delimiter=self._sign, strict=False):
            signs.since_row = 0
            self._height += 1
            self._width = max(self._width, len(row))
            if not self._height % BLOCK:
                self._starts.append(self._file.tell())
            if not self._height % _TURN:
                check()
            if self._height > MOST_ROWS or self._width > MOST_COLUMNS:
                raise refusal(self._path, _TOO_LARGE)

    def read_block(self, number: int) -> list[list[str]]:
        """Give the rows of a block."""
        lines = self._lines(self._starts[number])
        return list(islice(csv.reader(lines, delimiter=self._sign, strict=False), BLOCK))

    def _lines(self, start: int) -> Iterator[str]:
        self._file.seek(start)
        return (line.decode(self._encoding, "replace") for line in self._file)


class _Signs:
    """Watches that no row has so many values that making them would fill the memory."""

    def __init__(self, path: Path, sign: str) -> None:
        self._path = path
        self._sign = sign
        self.since_row = 0
        """The signs in the lines since the last row."""

    def watched(self, lines: Iterator[str]) -> Iterator[str]:
        """Give the lines on."""
        for line in lines:
            self.since_row += line.count(self._sign)
            if self.since_row > _MOST_SIGNS:
                raise refusal(self._path, _TOO_LARGE)
            yield line


_TOO_LARGE = Text(
    "heeft meer rijen of kolommen dan een blad in Excel kan hebben (1.048.576 rijen, 16.384 kolommen). Splits het in "
    "delen, of bewaar alleen de rijen en kolommen die u nodig hebt.",
    "has more rows or columns than a sheet in Excel can have (1,048,576 rows, 16,384 columns). Split it in parts, or "
    "save only the rows and columns that you need.",
)
_TOO_LONG = Text(
    f"is groter dan {LARGEST_TEXT >> 20} MB, te groot voor een tekst. Splits het in delen.",
    f"is larger than {LARGEST_TEXT >> 20} MB, too large for a text. Split it in parts.",
)


def _plain(path: Path) -> tuple[str, bytes]:
    """Give the content of a text with its encoding: without mark, and with line ends of one byte."""
    if path.stat().st_size > LARGEST_TEXT:
        raise refusal(path, _TOO_LONG)
    content = path.read_bytes()
    encoding = encoding_of(content).removesuffix("-sig")
    if encoding not in _BY_BYTES:
        content, encoding = content.decode(encoding, "replace").encode(), "utf-8"
    marks = 0
    while content.startswith(codecs.BOM_UTF8, marks):
        marks += len(codecs.BOM_UTF8)
    content = content[marks:].replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\0", b"")
    return encoding, content


def _sign(content: bytes, encoding: str) -> tuple[str, int]:
    """Give the sign between the values, and where the first row begins."""
    end = content.find(b"\n")
    told = content[: max(0, end)][:20].decode(encoding, "replace").strip().lower()
    if told.startswith("sep=") and len(told) == 5:  # Excel's own line that names the sign
        return told[4], end + 1
    return _sign_of(content[:_HEAD].decode(encoding, "replace")), 0


def _sign_of(text: str) -> str:
    """Give the sign that parts most lines into the same number of pieces."""
    best, best_score = ";", 0.0
    for sign in _SIGNS:
        try:
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=False)
            counts = Counter(len(row) for row, _ in zip(reader, range(_LOOKED_AT), strict=False) if row)
        except csv.Error:
            continue
        width, lines = max(counts.items(), key=lambda one: (one[0] > 1, one[1]), default=(1, 0))
        score = lines / max(counts.total(), 1) * (width > 1) + min(width, 40) / 1000
        if width > 1 and score > best_score:
            best, best_score = sign, score
    return best
