"""The lines of a PDF with what is known of their looks: where they stand, how large, and which figures are small."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from tracker.basics.errors import CannotRead
from tracker.exchange.incoming.letter.document import RunText

_GAP: Final = 0.5
_WIDER: Final = 1.6
"""A gap between columns: at least half as wide as the letters are high, and so much wider than a blank."""
_RAISED: Final = 0.8
_NEXT_LINE: Final = 0.75
_BOLD_WEIGHT: Final = 600
_MOST_CHARACTERS_A_PAGE: Final = 60_000
_HYPHENS: Final = {"\ufffe": "-", "\x02": "-"}
"""How the library marks a hyphen at the end of a line."""


@dataclass(slots=True)
class Line:
    """One line. ``calls`` are the small figures in it: place in the text, length.

    ``stops`` are the wide gaps in it: where the text goes on, and the right and left side of the gap.
    """

    page: int
    text: str
    size: float
    is_bold: bool
    left: float
    right: float
    baseline: float
    first_word_width: float
    calls: list[tuple[int, int]] = field(default_factory=list)
    stops: list[tuple[int, float, float]] = field(default_factory=list)

    def parted(self, lefts: Sequence[float] | None = None, near: float = 0) -> list[Line]:
        """Give the pieces between its wide gaps; with ``lefts``, those only that end near one of these places."""
        stops = [one for one in self.stops if lefts is None or any(abs(one[2] - left) <= near for left in lefts)]
        if not stops:
            return [self]
        edges = [(0, 0.0, self.left), *stops, (len(self.text), self.right, 0.0)]
        pieces = []
        for (start, _, left), (end, right, _) in pairwise(edges):
            calls = [(at - start, length) for at, length in self.calls if start <= at < end]
            pieces.append(
                replace(self, text=self.text[start:end].rstrip(), left=left, right=right, calls=calls, stops=[])
            )
        return pieces

    def keep_calls(self, labels: set[str]) -> None:
        """Forget the small figures that call no footnote."""
        self.calls = [(at, length) for at, length in self.calls if self.text[at : at + length] in labels]

    def write(self, run: RunText, skip: int, ending: str) -> None:
        """Write the words without the calls, then what follows the line (``\\b``: its hyphen goes)."""
        text = self.text.rstrip()
        cut = text[:-1] if ending == "\b" else text
        position = skip
        for at, length in self.calls:
            run.add(cut[position:at])
            run.call(cut[at : at + length])
            position = at + length
        run.add(cut[position:])
        if ending == " ":
            run.add(" ")


def lines_of(path: Path, most_pages: int) -> tuple[list[list[Line]], bool]:
    """Give the lines of each page, and whether there were more pages. Raises CannotRead."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(
            f"{path.name} kan niet worden gelezen: het PDF-bestand is beschadigd of beveiligd met een wachtwoord.",
            f"{path.name} cannot be read: the PDF is damaged, or locked with a password.",
        ) from error
    try:
        pages = [list(_lines(document, number)) for number in range(min(len(document), most_pages))]
        return pages, len(document) > most_pages
    except pypdfium2.PdfiumError as error:
        raise CannotRead(
            f"{path.name} kan niet worden gelezen: een bladzijde is beschadigd.",
            f"{path.name} cannot be read: a page is damaged.",
        ) from error
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class _Sign:
    text: str
    size: float
    is_bold: bool
    left: float
    right: float
    top: float
    bottom: float
    baseline: float


def _lines(document: Any, number: int) -> Iterator[Line]:
    page = document[number]
    text_page = page.get_textpage()
    try:
        rows: list[list[_Sign]] = []
        for piece in _pieces(text_page):
            if rows and _is_same_row(rows[-1], piece):
                rows[-1] += piece
            else:
                rows.append(piece)
    finally:
        text_page.close()
        page.close()
    for row in rows:
        line = _line(number, row)
        if line is not None:
            yield line


def _pieces(text_page: Any) -> Iterator[list[_Sign]]:
    """Give the signs between line ends as the library sets them; a small figure may end such a piece."""
    from pypdfium2 import raw

    box = [ctypes.c_double() for _ in range(4)]
    origin = [ctypes.c_double() for _ in range(2)]
    piece: list[_Sign] = []
    for index in range(min(text_page.count_chars(), _MOST_CHARACTERS_A_PAGE)):
        code = raw.FPDFText_GetUnicode(text_page.raw, index)
        text = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
        text = _HYPHENS.get(text, text)
        if text in "\r\n":
            if piece:
                yield piece
            piece = []
            continue
        raw.FPDFText_GetCharBox(text_page.raw, index, *box)
        raw.FPDFText_GetCharOrigin(text_page.raw, index, *origin)
        left, right, bottom, top = (one.value for one in box)
        size = raw.FPDFText_GetFontSize(text_page.raw, index)
        weight = raw.FPDFText_GetFontWeight(text_page.raw, index)
        if piece and origin[1].value < piece[-1].baseline - max(size, piece[-1].size) * _NEXT_LINE:
            yield piece  # a word that was broken over two lines comes as one
            piece = []
        piece.append(_Sign(text, size, weight >= _BOLD_WEIGHT, left, right, top, bottom, origin[1].value))
    if piece:
        yield piece


def _is_same_row(row: list[_Sign], piece: list[_Sign]) -> bool:
    """Tell whether a piece stands on the same height, right behind: what follows a small figure does."""
    above = next((one for one in reversed(row) if one.text.strip()), None)
    below = next((one for one in piece if one.text.strip()), None)
    if above is None or below is None:
        return False
    is_behind = below.left >= above.right - 1 and below.left - above.right < max(above.size, below.size) * 1.5
    return (
        is_behind and abs((above.top + above.bottom) - (below.top + below.bottom)) < max(above.size, below.size) * 1.3
    )


def _line(page: int, row: list[_Sign]) -> Line | None:
    shown = [one for one in row if one.text.strip()]
    if not shown:
        return None
    size = _most_used(shown)
    text = "".join(one.text for one in row).rstrip()
    text = text.lstrip()
    skipped = next(place for place, one in enumerate(row) if one.text.strip())
    signs = row[skipped : skipped + len(text)]
    first = signs[: len(text.split(None, 1)[0])]
    return Line(
        page=page,
        text=text,
        size=size,
        is_bold=sum(one.is_bold for one in shown) * 2 > len(shown),
        left=shown[0].left,
        right=shown[-1].right,
        baseline=next(one.baseline for one in shown if one.size >= size * _RAISED),
        first_word_width=max(0.0, first[-1].right - first[0].left),
        calls=list(_calls(signs, size)),
        stops=list(_stops(signs, size)),
    )


def _stops(signs: list[_Sign], size: float) -> Iterator[tuple[int, float, float]]:
    """Give the gaps that are wider than the blanks between the words of this line."""
    gaps: list[tuple[int, float, float]] = []
    last: _Sign | None = None
    for place, sign in enumerate(signs):
        if sign.text.strip():
            if last is not None and not signs[place - 1].text.strip():
                gaps.append((place, last.right, sign.left))
            last = sign
    blank = min((left - right for _, right, left in gaps), default=0.0)
    for place, right, left in gaps:
        if left - right > size or left - right > max(size * _GAP, blank * _WIDER):
            yield place, right, left


def _most_used(signs: list[_Sign]) -> float:
    counted: dict[float, int] = {}
    for one in signs:
        key = round(one.size * 2) / 2
        counted[key] = counted.get(key, 0) + 1
    return max(counted, key=lambda key: counted[key])


def _calls(signs: list[_Sign], size: float) -> Iterator[tuple[int, int]]:
    place = 0
    while place < len(signs):
        length = 0
        while place + length < len(signs) and _is_small_figure(signs[place + length], size):
            length += 1
        if length and place:
            yield place, length
        place += max(length, 1)


def _is_small_figure(sign: _Sign, size: float) -> bool:
    return sign.text in "0123456789" and sign.size < size * _RAISED
