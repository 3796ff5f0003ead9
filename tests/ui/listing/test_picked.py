"""Which cells are chosen, as blocks of numbers."""

from __future__ import annotations

import pytest

from tracker.ui.listing.picked import Block, Picked


def test_nothing_chosen_has_no_rows() -> None:
    picked = Picked((), 5)
    assert (picked.spans, picked.columns, picked.row_count) == ((), (), 0)
    assert not picked.is_rows
    assert not picked.is_one_cell
    assert not picked.has_row(0)


def test_blocks_that_touch_make_one_run_of_rows() -> None:
    picked = Picked((Block(7, 0, 9, 4), Block(1, 0, 2, 4), Block(3, 0, 4, 4)), 5)
    assert picked.spans == ((1, 4), (7, 9))
    assert list(picked.rows()) == [1, 2, 3, 4, 7, 8, 9]
    assert picked.row_count == 7
    assert [picked.has_row(row) for row in (0, 1, 4, 5, 9, 10)] == [False, True, True, False, True, False]


@pytest.mark.parametrize(
    ("block", "is_rows", "is_one_cell"),
    [(Block(2, 0, 2, 4), True, False), (Block(2, 3, 2, 3), False, True), (Block(2, 1, 4, 3), False, False)],
)
def test_a_block_over_all_columns_is_rows(block: Block, is_rows: bool, is_one_cell: bool) -> None:
    picked = Picked((block,), 5)
    assert (picked.is_rows, picked.is_one_cell) == (is_rows, is_one_cell)


def test_a_cell_knows_its_block() -> None:
    block = Block(1, 1, 3, 2)
    picked = Picked((block,), 5)
    assert picked.block_at(2, 2) is block
    assert picked.block_at(2, 3) is None
    assert picked.block_at(4, 2) is None


def test_a_hundred_and_fifty_thousand_rows_are_one_span() -> None:
    picked = Picked((Block(0, 0, 149_999, 7),), 8)
    assert picked.spans == ((0, 149_999),)
    assert picked.has_row(149_999)
