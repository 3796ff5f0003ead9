"""How much text the cells of a workbook hold once each has its own: a few bytes may stand for gigabytes.

An .xlsx keeps each text once and its cells point at it, calamine gives each cell a copy. One text of 32,767 letters in
two hundred thousand cells is half a megabyte as a file, and ends the process.
"""

from __future__ import annotations

import re
import zipfile
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Final

MOST_LAID_OUT: Final = 512 * 1024**2
"""Bytes of text that all cells of a workbook may have together."""
_CHUNK: Final = 1 << 19
_LONGEST: Final = 1 << 22
_END: Final = b"</si>"
_TEXT: Final = re.compile(rb"<(?:\w+:)?si(?=[\s/>])(?:[^>]*/>|.*?</(?:\w+:)?si\s*>)", re.DOTALL)
_POINTS: Final = re.compile(rb"\bt\s*=\s*[\"']s[\"'][^>]*>\s*(?:<(?:\w+:)?v[^>]*>\s*(\d{1,9})(?=[\s<]))?")
_SMALLEST_CELL: Final = len('<c t="s"><v>0</v></c>')


class SharedTexts:
    """The texts that the cells of an archive share.

    Nearly always the longest of them and the number of cells say that all is well; else each cell is looked at.
    """

    def __init__(self, archive: zipfile.ZipFile, sheets: Sequence[zipfile.ZipInfo]) -> None:
        self._archive = archive
        self._sheets = sheets
        self._part = next((one for one in archive.infolist() if is_shared_texts(one)), None)
        self._longest = 0 if self._part is None else self._length(self._part)
        most_cells = sum(one.file_size for one in sheets) // _SMALLEST_CELL
        self._is_counted = self._longest * most_cells > MOST_LAID_OUT
        self._cells = 0

    def note(self, piece: bytes) -> None:
        """Count the cells in a piece of a sheet that point at a text."""
        if self._is_counted:
            self._cells += piece.count(b'"s"') + (piece.count(b"'s'") if b"'" in piece else 0)

    def fit(self, pieces: Callable[[zipfile.ZipInfo], Iterator[bytes]]) -> bool:
        """Tell whether the texts of all cells that were noted are together no more than a computer can hold.

        ``pieces`` gives the text of a sheet again, in pieces that cut no cell.
        """
        return self._longest * self._cells <= MOST_LAID_OUT or self._laid_out(pieces) <= MOST_LAID_OUT

    def _length(self, part: zipfile.ZipInfo) -> int:
        """Give the length of the longest text, or a little more."""
        longest, rest = 0, b""
        with self._archive.open(part) as file:
            while chunk := file.read(_CHUNK):
                *texts, rest = (rest + chunk).split(_END)
                longest = max(longest, *map(len, texts), len(rest))
                if len(rest) > _LONGEST:
                    return part.file_size
        return longest

    def _laid_out(self, pieces: Callable[[zipfile.ZipInfo], Iterator[bytes]]) -> int:
        """Give how much text all cells have, each counted with the text it points at."""
        assert self._part is not None
        lengths = array("L", (len(found[0]) for found in _TEXT.finditer(self._archive.read(self._part))))
        whole = 0
        for sheet in self._sheets:
            for piece in pieces(sheet):
                for number in _POINTS.findall(piece):
                    place = int(number) if number else -1
                    whole += lengths[place] if 0 <= place < len(lengths) else self._longest
                if whole > MOST_LAID_OUT:
                    return whole
        return whole


def is_shared_texts(part: zipfile.ZipInfo) -> bool:
    """Tell whether a part of an archive holds the texts that cells share."""
    return part.filename.lower().endswith("sharedstrings.xml")
