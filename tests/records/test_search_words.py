"""What is looked for when somebody types: words, quoted words, and papers in any form."""

from __future__ import annotations

import pytest

from tracker.basics.folding import fold
from tracker.records.search_words import search_words, searches


def test_words_in_quotes_stay_together() -> None:
    assert search_words('motie "Van  Nispen" é') == ["motie", "van nispen", "e"]


@pytest.mark.parametrize(
    "typed",
    [
        "36547-36", "kst-36547-36", "Kamerstukken II 2024/25, 36 547, nr. 36", "kamerstuk 36 547, nr. 36",
        "36 547, nr. 36",
    ],
)  # fmt: skip
def test_a_paper_in_any_form_is_looked_for_in_its_written_form(typed: str) -> None:
    assert searches(typed)[0] == ["36 547, nr. 36"]
    assert searches(typed)[-1] == [fold(typed)]


def test_words_beside_a_paper_must_be_found_too() -> None:
    assert searches("opvang kst-36547-36")[0] == ["36 547, nr. 36", "opvang"]


@pytest.mark.parametrize(("typed", "found"), [("", []), ("  ", []), ("28638 de Vries", [["28638", "de", "vries"]])])
def test_what_is_no_paper_stays_as_it_was_typed(typed: str, found: list[list[str]]) -> None:
    assert searches(typed) == found
