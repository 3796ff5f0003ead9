"""The chain of postponements in words."""

from __future__ import annotations

from datetime import date

from tracker.records.postponing import chain_of


def test_a_chain_counts_times_days_and_what_was_not_told() -> None:
    chain = chain_of(
        [
            {"old_end": date(2026, 1, 1), "new_end": date(2026, 7, 1), "letter": 1},
            {"old_end": date(2026, 7, 1), "new_end": None, "letter": None},
            {"old_end": None, "new_end": date(2027, 1, 1), "letter": None},
        ]
    )
    assert chain == (3, 181, 2)
    assert chain.words.nl == "3 keer uitgesteld, samen 181 dagen"
    assert chain.words.en == "Postponed 3 times, 181 days together"


def test_one_postponement_without_days_is_said_plainly() -> None:
    assert chain_of([{"letter": 1}]).words.nl == "1 keer uitgesteld"
    assert chain_of([{"letter": 1}]).words.en == "Postponed once"
