"""Pages of open data: what is not there is told for each kind apart."""

from __future__ import annotations

import pytest

from tracker.records.open_page import OpenPage, incomplete_words


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([OpenPage("commitment", 12, has_next=False)], []),
        ([OpenPage("commitment", 250, has_next=True, next_from=250), OpenPage("commitment", 3, has_next=False)], []),
        (
            [OpenPage("commitment", 250, has_next=True), OpenPage("motion", 3, has_next=False)],
            ["toezeggingen: na deze 250"],
        ),
        (
            [OpenPage("motion", 250, has_next=True, next_from=start) for start in (250, 750)]
            + [OpenPage("motion", 9, has_next=False)],
            ["moties: er ontbreken er 250"],
        ),
        (
            [OpenPage("motion", 250, has_next=True, next_from=250), OpenPage("commitment", 250, has_next=True)],
            ["moties: na deze 250", "toezeggingen: na deze 250"],
        ),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_of_each_kind(pages: list[OpenPage], told: list[str]) -> None:
    words = incomplete_words(pages)
    assert (words is None) == (not told)
    assert all(one in words.nl for one in told if words is not None)


def test_the_same_page_twice_hides_nothing() -> None:
    first, third = (OpenPage("motion", 250, has_next=True, next_from=start) for start in (250, 750))
    last = OpenPage("motion", 9, has_next=False)
    assert incomplete_words([first, first, third, last]) == incomplete_words([first, third, last])
