"""No record covers another, in any width; and every one can be reached with the arrows."""

from __future__ import annotations

import pytest

from tests import builders as build
from tracker.services.surroundings import Surroundings, surroundings
from tracker.store.record_store import Store
from tracker.ui.record.picture.layout import Box, lay_out, neighbour


@pytest.fixture
def shown(store: Store) -> Surroundings:
    """Three above and four below the middle, some with records behind them."""
    middle = build.action(store)
    for place in range(3):
        above = build.action(store)
        build.relation(store, middle, "draagt bij aan", above)
        for _ in range(place):
            build.relation(store, build.action(store), "herhaalt", above)
    for place in range(4):
        below = build.action(store)
        build.relation(store, below, "onderdeel van", middle)
        for _ in range(place % 2):
            build.relation(store, build.action(store), "wacht op", below)
    found = surroundings(store, middle.id)
    assert found is not None
    return found


def _covers(one: Box, other: Box) -> bool:
    apart = one.right <= other.x or other.right <= one.x
    return not (apart or one.y + one.height <= other.y or other.y + other.height <= one.y)


@pytest.mark.parametrize("width_px", [300, 400, 700, 900, 1280, 2400])
def test_no_record_covers_another_and_all_are_inside(shown: Surroundings, width_px: int) -> None:
    layout = lay_out(shown, width_px)
    boxes = list(layout.boxes.values())
    assert len(boxes) == len(shown.nodes)
    assert not [1 for place, one in enumerate(boxes) for other in boxes[place + 1 :] if _covers(one, other)]
    assert all(one.x >= 0 and one.right <= layout.width and one.y + one.height <= layout.height for one in boxes)


@pytest.mark.parametrize("width_px", [400, 1280])
def test_every_record_is_reached_with_the_arrows(shown: Surroundings, width_px: int) -> None:
    boxes = lay_out(shown, width_px).boxes
    reached, following = set[int](), [shown.middle.id]
    while following:
        one = following.pop()
        if one not in reached:
            reached.add(one)
            following += [neighbour(boxes, one, dx, dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    assert reached == set(boxes)


def test_the_middle_stands_between_what_it_points_at_and_what_points_at_it(shown: Surroundings) -> None:
    boxes = lay_out(shown, 400).boxes
    middle = boxes[shown.middle.id]
    assert all((boxes[node.id].y < middle.y) == node.is_above for node in shown.nodes[1:])
