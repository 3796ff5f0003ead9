"""Where the records of the picture stand: above each other where it is narrow, to both sides where it is wide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.services.surroundings import Node, Surroundings

_NODE_HEIGHT_PX, _ROW_GAP_PX = 40, 8
_INDENT_PX, _LEAST_INDENT_PX = 128, 64
_WIDE_FROM_PX = 900
_LEAST_NODE_PX, _MOST_NODE_PX = 130, 320


@dataclass(frozen=True, slots=True)
class Measures:
    """The lengths of the picture, grown along with the letters in it (1.0: those of the design)."""

    growth: float = 1.0

    def px(self, size_px: float) -> int:
        """Give a length of the design as it is now."""
        return round(size_px * self.growth)

    @property
    def node_height(self) -> int:
        """Give the height of a record."""
        return self.px(_NODE_HEIGHT_PX)

    @property
    def row(self) -> int:
        """Give the height of a record with the gap under it."""
        return self.px(_NODE_HEIGHT_PX) + self.px(_ROW_GAP_PX)

    @property
    def indent(self) -> int:
        """Give the room for the words of a relation, before the record it leads to."""
        return self.px(_INDENT_PX)

    @property
    def least_width(self) -> int:
        """Give the least width in which all of it can stand: two short steps in, and a record."""
        return 2 * self.px(_LEAST_INDENT_PX) + self.px(_LEAST_NODE_PX)

    def indent_in(self, width_px: int) -> int:
        """Give how far a record stands to the right of the one above it: less where that leaves too little of it."""
        fitting = (width_px - self.px(_LEAST_NODE_PX)) // 2
        return max(self.px(_LEAST_INDENT_PX), min(self.indent, fitting))


@dataclass(frozen=True, slots=True)
class Box:
    """The place of a record in pixels."""

    x: int
    y: int
    width: int
    height: int

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
    indent: int
    """The room before a record for the words of the relation to it."""
    is_wide: bool


def lay_out(shown: Surroundings, width_px: int, measures: Measures = Measures()) -> Layout:
    """Give a place to every record, for a picture of this width."""
    is_wide = width_px >= measures.px(_WIDE_FROM_PX)
    return (_to_both_sides if is_wide else _stacked)(shown, width_px, measures)


def _stacked(shown: Surroundings, width_px: int, of: Measures) -> Layout:
    above = [node for node in shown.nodes[1:] if node.is_above]
    below = [node for node in shown.nodes[1:] if not node.is_above]
    order = [*reversed(above), shown.middle, *below]
    boxes, indent_px = {}, of.indent_in(width_px)
    for row, node in enumerate(order):
        x = indent_px * _depth(shown, node)
        width = max(of.px(_LEAST_NODE_PX), min(of.px(_MOST_NODE_PX), width_px - x))
        boxes[node.id] = Box(x, row * of.row, width, of.node_height)
    widest = max(box.right for box in boxes.values())
    return Layout(boxes, max(width_px, widest), len(order) * of.row, indent_px, is_wide=False)


def _to_both_sides(shown: Surroundings, width_px: int, of: Measures) -> Layout:
    """Only columns with records take room, and all of it stands in the middle of the width."""
    levels = sorted({_depth(shown, node) * (-1 if node.is_above else 1) for node in shown.nodes})
    gaps = len(levels) - 1
    node_px = min(of.px(_MOST_NODE_PX), (width_px - gaps * of.indent) // len(levels))
    step_px = node_px + min(2 * of.indent, (width_px - len(levels) * node_px) // max(gaps, 1))
    start_px = (width_px - gaps * step_px - node_px) // 2
    columns = {level: start_px + place * step_px for place, level in enumerate(levels)}
    sides = [[node for node in shown.nodes[1:] if node.is_above is above] for above in (True, False)]
    rows = max(1, *(_leaves(shown, side) for side in sides))
    boxes = {shown.middle.id: Box(columns[0], (rows - 1) * of.row // 2, node_px, of.node_height)}
    for side, step in zip(sides, (-1, 1), strict=True):
        first = (rows - _leaves(shown, side)) * of.row // 2
        places = (columns.get(step, 0), columns.get(2 * step, 0))
        _place_side(shown, side, boxes, first, (places, node_px, of))
    return Layout(boxes, width_px, rows * of.row, of.indent, is_wide=True)


def _place_side(
    shown: Surroundings, side: list[Node], boxes: dict[int, Box], first_px: int,
    columns: tuple[tuple[int, int], int, Measures],
) -> None:  # fmt: skip
    """Place one side; ``columns`` gives where its two columns begin, how wide a record is, and the measures."""
    (inner, outer), width, of = columns
    y = first_px
    for branch in (node for node in side if node.parent == shown.middle.id):
        leaves = [node for node in side if node.parent == branch.id]
        boxes[branch.id] = Box(inner, y + max(0, len(leaves) - 1) * of.row // 2, width, of.node_height)
        for place, leaf in enumerate(leaves):
            boxes[leaf.id] = Box(outer, y + place * of.row, width, of.node_height)
        y += max(1, len(leaves)) * of.row


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
