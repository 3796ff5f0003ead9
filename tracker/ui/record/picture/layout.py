"""Where the records of the picture stand: above each other where it is narrow, to both sides where it is wide."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tracker.services.surroundings import Node, Surroundings

NODE_HEIGHT_PX, ROW_GAP_PX = 40, 8
INDENT_PX = 128
"""Room for the words of a relation, before the record it leads to."""
WIDE_FROM_PX = 900
_LEAST_NODE_PX, _MOST_NODE_PX = 130, 320
_ROW_PX = NODE_HEIGHT_PX + ROW_GAP_PX
_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Box:
    """The place of a record in pixels."""

    x: int
    y: int
    width: int
    height: int = NODE_HEIGHT_PX

    @property
    def middle_y(self) -> int:
        """Give the height of its middle."""
        return self.y + self.height // 2

    @property
    def right(self) -> int:
        """Give its right edge."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes by record id, and the size that they take together."""

    boxes: dict[int, Box]
    width: int
    height: int
    is_wide: bool


def lay_out(shown: Surroundings, width_px: int) -> Layout:
    """Give a place to every record, for a picture of this width."""
    return _to_both_sides(shown, width_px) if width_px >= WIDE_FROM_PX else _stacked(shown, width_px)


def _stacked(shown: Surroundings, width_px: int) -> Layout:
    above = [node for node in shown.nodes[1:] if node.is_above]
    below = [node for node in shown.nodes[1:] if not node.is_above]
    order = [*reversed(above), shown.middle, *below]
    boxes = {}
    for row, node in enumerate(order):
        x = INDENT_PX * _depth(shown, node)
        width = max(_LEAST_NODE_PX, min(_MOST_NODE_PX, width_px - x))
        boxes[node.id] = Box(x, row * _ROW_PX, width)
    widest = max(box.right for box in boxes.values())
    return Layout(boxes, max(width_px, widest), len(order) * _ROW_PX, is_wide=False)


def _to_both_sides(shown: Surroundings, width_px: int) -> Layout:
    node_px = min(_MOST_NODE_PX, (width_px - (_COLUMNS - 1) * INDENT_PX) // _COLUMNS)
    columns = [round((width_px - node_px) * place / (_COLUMNS - 1)) for place in range(_COLUMNS)]
    sides = [[node for node in shown.nodes[1:] if node.is_above is above] for above in (True, False)]
    rows = max(1, *(_leaves(shown, side) for side in sides))
    boxes = {shown.middle.id: Box(columns[2], (rows - 1) * _ROW_PX // 2, node_px)}
    for side, step in zip(sides, (-1, 1), strict=True):
        first = (rows - _leaves(shown, side)) * _ROW_PX // 2
        _place_side(shown, side, boxes, first, lambda depth, way=step: Box(columns[2 + way * depth], 0, node_px))  # type: ignore[misc]
    return Layout(boxes, width_px, rows * _ROW_PX, is_wide=True)


def _place_side(
    shown: Surroundings, side: list[Node], boxes: dict[int, Box], first_px: int, box_of: Callable[[int], Box]
) -> None:
    y = first_px
    for branch in (node for node in side if node.parent == shown.middle.id):
        leaves = [node for node in side if node.parent == branch.id]
        inner, outer = box_of(1), box_of(2)
        boxes[branch.id] = Box(inner.x, y + max(0, len(leaves) - 1) * _ROW_PX // 2, inner.width)
        for place, leaf in enumerate(leaves):
            boxes[leaf.id] = Box(outer.x, y + place * _ROW_PX, outer.width)
        y += max(1, len(leaves)) * _ROW_PX


def _leaves(shown: Surroundings, side: Iterable[Node]) -> int:
    """Give how many rows a side takes."""
    some = list(side)
    branches = [node for node in some if node.parent == shown.middle.id]
    return sum(max(1, sum(node.parent == branch.id for node in some)) for branch in branches)


def _depth(shown: Surroundings, node: Node) -> int:
    if node.parent is None:
        return 0
    return 1 if node.parent == shown.middle.id else 2


def neighbour(boxes: dict[int, Box], start: int, dx: int, dy: int) -> int:
    """Give the record that an arrow key leads to from another: the nearest that way, or the same if there is none."""
    here = boxes[start]

    def distance(box: Box) -> float | None:
        right = (box.x + box.width / 2) - (here.x + here.width / 2)
        down = box.middle_y - here.middle_y
        along, aside = (right * dx, abs(down)) if dx else (down * dy, abs(right))
        if along <= 0 or (dx and box.x * dx <= here.x * dx):
            return None
        return along + (2.5 if dx else 0.2) * aside

    found = {one: far for one, box in boxes.items() if one != start and (far := distance(box)) is not None}
    return min(found, key=lambda one: found[one]) if found else start
