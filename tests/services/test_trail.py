"""Back and forward through the records seen, as in a browser."""

from __future__ import annotations

from tracker.services.trail import MOST_KEPT, Trail


def _seen(*records: int) -> Trail:
    trail = Trail()
    for second, record in enumerate(records):
        trail.visit(record, float(second))
    return trail


def test_back_and_forward_walk_what_was_seen() -> None:
    trail = _seen(1, 2, 3)
    assert (trail.behind, trail.ahead) == ([2, 1], [])
    assert [trail.go(-1, 10), trail.go(-1, 11), trail.go(-1, 12)] == [2, 1, None]
    assert (trail.current, trail.ahead) == (1, [2, 3])
    assert trail.go(2, 13) == 3


def test_a_visit_forgets_what_lay_ahead() -> None:
    trail = _seen(1, 2, 3)
    trail.go(-2, 10)
    trail.visit(9, 20)
    assert (trail.behind, trail.ahead) == ([1], [])


def test_showing_the_same_record_again_is_no_visit() -> None:
    trail = _seen(1, 2)
    trail.go(-1, 10)
    trail.visit(1, 20)
    assert trail.ahead == [2]


def test_records_passed_by_with_the_arrow_keys_do_not_count() -> None:
    trail = _seen(1)
    for place, record in enumerate((2, 3, 4, 5)):
        trail.visit(record, 10 + place / 10)
    assert (trail.current, trail.behind) == (5, [1])


def test_passing_by_on_the_way_back_to_where_one_was_leaves_one_stop() -> None:
    trail = _seen(1)
    trail.visit(2, 10)
    trail.visit(1, 10.1)
    assert (trail.current, trail.behind) == (1, [])


def test_a_deleted_record_is_left_out() -> None:
    trail = _seen(1, 2, 3)
    trail.forget(2)
    assert (trail.current, trail.behind) == (3, [1])
    trail.forget(3)
    assert (trail.current, trail.behind) == (1, [])
    trail.forget(1)
    assert trail.current is None


def test_only_so_many_are_kept() -> None:
    trail = _seen(*range(MOST_KEPT + 50))
    assert len(trail.behind) == MOST_KEPT - 1
