"""How high the rows of the table are."""

from __future__ import annotations

from tracker.ui.looks.fonts import grown

HEADER_PX = 32
HIT_LINE_PX = 16
"""What a row is higher while words are looked for: a line that tells where they stand."""
LOWEST_PX = 24
_ROW_PX = {"compact": 26, "normal": 32, "roomy": 42}


def row_px(density: str, *, finds: bool) -> int:
    """Give the height of rows at a density (see ``records.view_definition.Density``)."""
    return grown(_ROW_PX.get(density, _ROW_PX["normal"])) + (grown(HIT_LINE_PX) if finds else 0)
