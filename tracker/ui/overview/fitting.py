"""How the window's panels stand in columns, and how long their lists are, so that little of a page is empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.basics.language import Language
from tracker.services.overview import LATEST_SHOWN, Overview
from tracker.ui.overview.charts import row_height
from tracker.ui.overview.composing import GAP_PX, draw_panel
from tracker.ui.overview.content import SHORT, TALL, Lengths, Panel, panels_of
from tracker.ui.overview.drawing import Face

_COLUMNS = {
    2: (("ages", "coming", "ministers"), ("lines", "waits", "changed")),
    3: (("ages", "coming"), ("lines", "ministers", "waits"), ("changed",)),
}
_TALL_FROM_PX = 900
_HEAD_PX, _STEP_PX = 56, 8
_MOST_COLUMNS_PX = 560
"""Columns of a chart that stand higher than this say no more."""


def columns_of_panels(panels: Sequence[Panel], columns: int) -> list[list[Panel]]:
    """Put panels under each other in so many columns. What warns stands over all of them, and is left out here."""
    by_code = {panel.code: panel for panel in panels if panel.code != "held-over"}
    wanted = _COLUMNS.get(columns, (tuple(by_code),))
    return [[by_code[code] for code in some if code in by_code] for some in wanted]


def fitting_lengths(
    overview: Overview, language: Language, columns: int, room: tuple[float, float], face: Face
) -> Lengths:
    """Give the lengths that fill the room for the panels, its width and height; two columns or one are scrolled."""
    width, height = room
    if columns < len(_COLUMNS[3]):
        return SHORT
    lengths = TALL if height >= _TALL_FROM_PX else SHORT
    column_px = (width - 2 * GAP_PX) / len(_COLUMNS[3])
    first = columns_of_panels(panels_of(overview, language, lengths), 3)[0]
    left = height - sum(draw_panel(panel, column_px, face).height + GAP_PX for panel in first)
    grown_px = lengths.columns_px + max(0.0, left // _STEP_PX * _STEP_PX)  # in steps: not anew at each pixel
    rows = int((height - _HEAD_PX) // row_height(face))
    return replace(
        lengths, columns_px=min(grown_px, _MOST_COLUMNS_PX), changed=min(max(rows, lengths.changed), LATEST_SHOWN)
    )
