"""The fields that every list has."""

from __future__ import annotations

from tracker.records.deadline import Deadline
from tracker.records.field import field_of
from tracker.records.list_field import list_field


def test_the_last_day_has_one_word_in_lists_filters_and_forms() -> None:
    of_deadline = field_of(Deadline, "end")
    assert of_deadline is not None
    assert list_field("deadline_end", None).label == of_deadline.label
