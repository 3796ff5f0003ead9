from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.exchange.incoming.workbook.reading_rows import read, workbook
from tracker.records.day_text import DayOrder
from tracker.records.proposal import Proposal


def rows(*days: Any) -> list[tuple[Any, ...]]:
    return [("Toezegging", "Datum toezegging", "Status"), *((f"Brief {n}", day, "open") for n, day in enumerate(days))]


def made_on(proposals: Sequence[Proposal]) -> list[date | None]:
    return [one.values.get("made_on") for one in proposals]


def test_one_month_first_day_tells_it_of_the_whole_column() -> None:
    proposals = read(rows("04/15/2026", "03/04/2026")).proposals
    assert made_on(proposals) == [date(2026, 4, 15), date(2026, 3, 4)]
    assert not any(one.doubts for one in proposals)


def test_one_day_first_day_tells_it_of_the_whole_column() -> None:
    proposals = read(rows("15/04/2026", "03/04/2026")).proposals
    assert made_on(proposals) == [date(2026, 4, 15), date(2026, 4, 3)]
    assert not any(one.doubts for one in proposals)


def test_what_nothing_tells_is_asked() -> None:
    (proposal,) = read(rows("03/04/2026")).proposals
    (doubt,) = proposal.doubts
    assert [day for day, _ in doubt.choices] == [date(2026, 4, 3), date(2026, 3, 4)]


def test_dutch_dashes_are_never_asked() -> None:
    (proposal,) = read(rows("03-04-2026")).proposals
    assert made_on([proposal]) == [date(2026, 4, 3)]
    assert not proposal.doubts


def test_real_days_beside_month_first_texts_were_probably_swapped() -> None:
    # Excel with Dutch settings makes 4 March of 03/04 out of an American list, and leaves 04/15 as text.
    proposals = read(rows("04/15/2026", date(2026, 4, 3))).proposals
    (doubt,) = proposals[1].doubts
    assert [day for day, _ in doubt.choices] == [date(2026, 3, 4), date(2026, 4, 3)]


def test_real_days_alone_are_as_they_are() -> None:
    proposals = read(rows(date(2026, 4, 3), date(2026, 5, 6))).proposals
    assert made_on(proposals) == [date(2026, 4, 3), date(2026, 5, 6)]
    assert not any(one.doubts for one in proposals)


def test_officer_can_say_the_order() -> None:
    opened = workbook(rows("03/04/2026"))
    mapping = opened.proposed_mapping().with_target(0, 1, "made_on", DayOrder.MONTH_FIRST)
    (proposal,) = opened.read(mapping).proposals
    assert made_on([proposal]) == [date(2026, 3, 4)]
    assert not proposal.doubts
