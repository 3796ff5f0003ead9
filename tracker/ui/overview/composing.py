"""The whole page as one drawing: how tiles and panels lie side by side, for pictures and paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from tracker.ui.overview.charts import Tile
from tracker.ui.overview.content import Panel
from tracker.ui.overview.drawing import Box, Drawing, Face, Words, line_of, width_of

GAP_PX, MARGIN_PX = 12, 16
_INNER_PX = 16
TWO_COLUMNS_FROM_PX, THREE_COLUMNS_FROM_PX = 860, 1500


def columns_for(width: float) -> int:
    """Give how many panels stand side by side at a width."""
    if width >= THREE_COLUMNS_FROM_PX:
        return 3
    return 2 if width >= TWO_COLUMNS_FROM_PX else 1


def rows_of_panels(panels: Sequence[Panel], columns: int) -> list[list[tuple[Panel, int]]]:
    """Put panels into rows, each with the sixths of the width that it takes."""
    by_code = {panel.code: panel for panel in panels}

    def row(*places: tuple[str, int]) -> list[tuple[Panel, int]]:
        return [(by_code[code], share) for code, share in places if code in by_code]

    if columns == 1:
        return [[(panel, 6)] for panel in panels]
    if columns == 2:
        rows = [row(("ages", 3), ("lines", 3)), row(("coming", 4), ("waits", 2)), row(("ministers", 3), ("changed", 3))]
    else:
        rows = [row(("ages", 2), ("lines", 2), ("ministers", 2)), row(("coming", 2), ("waits", 2), ("changed", 2))]
    return [row(("held-over", 6)), *rows] if "held-over" in by_code else rows


def tiles_in_a_row(tiles: Sequence[Tile], width: float, face: Face) -> int:
    """Give how many large figures fit side by side with nothing cut: six, three, two or one."""
    least = [tile.least_px(face) for tile in tiles]

    def fits(count: int) -> bool:
        needed = max(sum(least[start : start + count]) for start in range(0, len(least), count))
        return needed + (count - 1) * GAP_PX <= width

    return next((count for count in (6, 3, 2) if fits(count)), 1)


def draw_panel(panel: Panel, width: float, face: Face, *, subtitle: str = "") -> Drawing:
    """Give a panel as a card: title, note and chart. ``subtitle`` says which register and day, for a picture alone."""
    made = Drawing(width)
    line, small = line_of(face, 15), line_of(face, 12)
    title_px = width_of(panel.title, face, 15, bold=True) + 4
    y = 12.0
    inside = width - 2 * _INNER_PX
    made.items.append(Words(QRectF(_INNER_PX, y, min(title_px, inside), line), panel.title, size_px=15, bold=True))
    room = inside - title_px - 8
    if panel.note and room > 40:
        made.items.append(Words(QRectF(_INNER_PX + title_px + 8, y, room, line), panel.note, "muted", 12))
    y += line + 2
    if subtitle:
        made.items.append(Words(QRectF(_INNER_PX, y, inside, small), subtitle, "muted", 12))
        y += small
    made.add(panel.chart.arrange(inside, face), _INNER_PX, y + 10)
    made.height += 16
    return made


def draw_page(
    title: tuple[str, str], tiles: Sequence[Tile], panels: Sequence[Panel], width: float, face: Face
) -> Drawing:
    """Give the whole page at a width."""
    made = Drawing(width)
    for place, block in enumerate(page_blocks(title, tiles, panels, width, face)):
        made.add(block, 0, made.height + (GAP_PX if place else 0))
    return made


def page_blocks(
    title: tuple[str, str], tiles: Sequence[Tile], panels: Sequence[Panel], width: float, face: Face
) -> Iterator[Drawing]:
    """Give the page in blocks that paper may break between: title and figures, then each row of panels."""
    made = Drawing(width)
    line = line_of(face, 20)
    title_px = width_of(title[0], face, 20, bold=True) + 6
    made.items = [
        Words(QRectF(0, 0, title_px, line), title[0], size_px=20, bold=True),
        Words(QRectF(title_px + 8, 3, width - title_px - 8, line), title[1], "muted"),
    ]
    made.height = line + 6
    _add_tiles(made, tiles, face)
    yield made
    for row in rows_of_panels(panels, columns_for(width)):
        yield _draw_row(row, width, face)


def _add_tiles(made: Drawing, tiles: Sequence[Tile], face: Face) -> None:
    in_a_row = tiles_in_a_row(tiles, made.width, face)
    room = made.width - GAP_PX * (in_a_row - 1)
    made.height -= GAP_PX - 6
    for start in range(0, len(tiles), in_a_row):
        some, x, y = tiles[start : start + in_a_row], 0.0, made.height + GAP_PX
        least = [tile.least_px(face) for tile in some]
        is_equal = max(least) <= room / in_a_row
        for tile, least_px in zip(some, least, strict=True):
            tile_px = room / in_a_row if is_equal else least_px + (room - sum(least)) / len(some)
            made.add(tile.arrange(tile_px, face), x, y)
            x += tile_px + GAP_PX


def _draw_row(row: Sequence[tuple[Panel, int]], width: float, face: Face) -> Drawing:
    made, x = Drawing(width), 0.0
    sixth = (width + GAP_PX) / 6
    drawn = [(draw_panel(panel, sixth * share - GAP_PX, face), sixth * share) for panel, share in row]
    height = max((one.height for one, _ in drawn), default=0.0)
    for one, share_px in drawn:
        made.items.append(Box(QRectF(x + 0.5, 0.5, one.width - 1, height - 1), "surface", radius=8, edge="border"))
        made.add(one, x, 0)
        x += share_px
    made.height = height
    return made
