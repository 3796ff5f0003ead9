"""When two names are one event."""

from __future__ import annotations

import pytest

from tracker.records.event import likeness, points_at_its_record


@pytest.mark.parametrize(
    "other",
    [
        "de inwerkingtreding van art. 273f Sr", "Inwerkingtreding  van artikel 273f Sr.",
        "inwerkingtreding van art 273f SR", "inwerkingtreding artikel 273f Sr",
    ],
)  # fmt: skip
def test_names_that_differ_in_spelling_alone_are_alike(other: str) -> None:
    assert likeness(other) == likeness("inwerkingtreding van art. 273f Sr")


def test_another_article_is_another_event() -> None:
    assert likeness("inwerkingtreding van art. 273g Sr") != likeness("inwerkingtreding van art. 273f Sr")


def test_words_that_point_belong_to_their_record() -> None:
    assert points_at_its_record("dit gesprek heeft plaatsgevonden")
    assert not points_at_its_record("het gesprek met de partijen")
    assert not points_at_its_record("")
