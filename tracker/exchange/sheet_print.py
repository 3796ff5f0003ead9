"""How a sheet comes on paper: which paper, how small, and where a page ends, so that no heading stands at its foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SIDE_MARGIN_IN, TOP_MARGIN_IN, BOTTOM_MARGIN_IN, FOOTER_IN = 0.4, 0.5, 0.6, 0.3
HEADED_TOP_IN, HEADER_IN = 0.95, 0.35
"""The margin above a page that has its title at its head, and how far from the edge that begins."""
_POINTS_PER_INCH: Final = 72
_POINTS_PER_WIDTH: Final = 5.25, 5.65
"""A column's width counts digits: of seven whole pixels in Excel, of their true width in LibreOffice (7.4 seen)."""
_HEIGHTS_TRIED: Final = 7
_SPARE: Final = 0.97
A4_CHARACTERS: Final = 200
"""Column widths that A4, landscape, shows at three quarters of full size; wider tables go to A3."""
A3_CHARACTERS: Final = 280
"""The same for A3; still wider tables take several pages beside each other, with the first column on each."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, landscape, by the number that workbooks have for it."""

    number: int
    width_in: float
    height_in: float


A3: Final = Paper(8, 16.54, 11.69)
A4: Final = Paper(9, 11.69, 8.27)


def paper_for(characters: int) -> Paper:
    """Give the paper for a table of this width."""
    return A4 if characters <= A4_CHARACTERS else A3


def pages_beside(characters: int) -> int:
    """Give how many pages a table of this width takes beside each other."""
    return max(1, round(characters / A3_CHARACTERS))


def page_heights_pt(characters: int, top_in: float = TOP_MARGIN_IN) -> list[float]:
    """Give what fits on a page below each other, in points of the sheet, from the least it may be to the most.

    Fitting a table to the width of the page makes all of it smaller, so that more rows come on the page.
    """
    paper = paper_for(characters)
    width_pt = pages_beside(characters) * (paper.width_in - 2 * SIDE_MARGIN_IN) * _POINTS_PER_INCH
    height_pt = (paper.height_in - top_in - BOTTOM_MARGIN_IN) * _POINTS_PER_INCH
    least, most = (height_pt / min(1.0, width_pt / (characters * points)) for points in _POINTS_PER_WIDTH)
    least *= _SPARE
    return [least + (most - least) * number / (_HEIGHTS_TRIED - 1) for number in range(_HEIGHTS_TRIED)]


class PageFilling:
    """How far the page is filled, row by row.

    Excel, LibreOffice and printers each have their own idea of how much fits, so a row may come on the page or on the
    next. Therefore it counts for pages of several heights, and takes a heading for one at the foot where any of them
    does.
    """

    def __init__(self, heights_pt: list[float]) -> None:
        self._heights = heights_pt
        self._used = [0.0] * len(heights_pt)
        self._repeated = 0.0
        self._is_bare = True

    def add(self, height_pt: float) -> None:
        """Count a row; one that does not fit comes on the next page, below the header row."""
        for place, height in enumerate(self._heights):
            used = self._used[place] + height_pt
            self._used[place] = used if used <= height else self._repeated + height_pt
        self._is_bare = False

    def add_header(self, height_pt: float) -> None:
        """Count the header row, which stands on every page from here on."""
        self.add(height_pt)
        self._repeated = height_pt
        self._is_bare = True

    def breaks_before(self, heading_pt: float, next_pt: float) -> bool:
        """Tell whether a heading would be parted from the row below it; then the page must end before it.

        Not where the page has no rows yet: that would only leave it empty.
        """
        return not self._is_bare and any(
            used + heading_pt <= height < used + heading_pt + next_pt
            for used, height in zip(self._used, self._heights, strict=True)
        )

    def break_page(self) -> None:
        """Begin a new page."""
        self._used = [self._repeated] * len(self._heights)
        self._is_bare = True
