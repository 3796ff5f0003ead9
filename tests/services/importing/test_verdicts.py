"""Verdicts and ticks of many proposals, counted at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.services.importing.judging import Verdict
from tracker.services.importing.verdicts import Verdicts

ROWS = st.lists(st.tuples(st.sampled_from(Verdict), st.booleans()), max_size=40)


@given(ROWS, st.sets(st.sampled_from(Verdict), min_size=1))
def test_numbers_and_counts_are_those_of_the_rows(rows: list[tuple[Verdict, bool]], wanted: set[Verdict]) -> None:
    kept = Verdicts(len(rows))
    for number, (verdict, is_ticked) in enumerate(rows):
        kept.keep(number, verdict)
        kept.tick(number, is_ticked)

    numbers = [number for number, (verdict, _) in enumerate(rows) if verdict in wanted]
    assert list(kept.numbers(*wanted)) == numbers
    assert list(kept.numbers()) == list(range(len(rows)))
    assert sum(kept.counts[one] for one in wanted) == len(numbers)
    ticked = [number for number in numbers if rows[number][1]]
    assert list(kept.ticked_numbers(*wanted)) == ticked
    assert kept.ticked_count(*wanted) == len(ticked)
    assert kept.are_all_ticked == all(is_ticked for _, is_ticked in rows)


def test_what_was_not_judged_yet_has_no_verdict_and_another_verdict_takes_the_place_of_one() -> None:
    kept = Verdicts(3)
    assert not kept.keep(1, Verdict.NEW)
    assert list(kept.numbers()) == [1]
    assert kept.keep(1, Verdict.CHANGED)
    assert (kept.counts[Verdict.NEW], kept.counts[Verdict.CHANGED], kept[1]) == (0, 1, Verdict.CHANGED)
    kept.tick_all(is_ticked=False)
    assert kept.ticked_count(Verdict.CHANGED) == 0
