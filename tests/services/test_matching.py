"""How typed words fit a name, and which letters they hit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.basics.folding import fold
from tracker.services.matching import Fit, match


def hit(typed: str, name: str) -> str:
    """Give the name with what was hit in brackets."""
    found = match(typed, name)
    assert found is not None
    for start, end in reversed(found.spans):
        name = f"{name[:start]}[{name[start:end]}]{name[end:]}"
    return name


@pytest.mark.parametrize(
    ("typed", "name", "fit"),
    [
        ("opslaan", "Opslaan", Fit.WHOLE),
        ("ops", "Opslaan", Fit.START),
        ("slaan", "Opslaan", Fit.INSIDE),
        ("contr", "Register controleren", Fit.WORD_STARTS),
        ("contr reg", "Register controleren", Fit.WORD_STARTS),
        ("regcon", "Register controleren", Fit.LETTERS),
        ("rc", "Register controleren", Fit.LETTERS),
    ],
)
def test_judges_how_well_words_fit(typed: str, name: str, fit: Fit) -> None:
    found = match(typed, name)
    assert found is not None
    assert found.fit is fit


def test_a_better_fit_comes_before_a_worse_one() -> None:
    assert sorted([Fit.BESIDE, Fit.INSIDE, Fit.WHOLE, Fit.LETTERS]) == [
        Fit.WHOLE, Fit.INSIDE, Fit.LETTERS, Fit.BESIDE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("coord", "Nationaal [coörd]inator"),
        ("COÖRD nat", "[Nat]ionaal [coörd]inator"),
        ("nc", "[N]ationaal [c]oördinator"),
        ("natco", "[Nat]ionaal [co]ördinator"),
        ('"al co"', "Nation[aal co]ördinator".replace("[aal co]", "a[al co]")),
    ],
)
def test_tells_which_letters_were_hit_whatever_their_accents(typed: str, marked: str) -> None:
    assert hit(typed, "Nationaal coördinator") == marked


def test_a_word_is_marked_where_a_word_starts_before_it_is_marked_inside_one() -> None:
    assert hit("dag", "Vandaag of vandage: de dag") == "Vandaag of vandage: de [dag]"


def test_words_may_stand_beside_the_name() -> None:
    found = match("excel", "Over tijd", "Bestand > Naar Excel")
    assert found is not None
    assert (found.fit, found.spans) == (Fit.BESIDE, ())
    assert match("excel tijd", "Over tijd", "Bestand > Naar Excel") is not None


@pytest.mark.parametrize("typed", ["", "  ", "xyzzy", "controleren!", "rrr"])
def test_what_does_not_fit_is_not_found(typed: str) -> None:
    assert match(typed, "Register controleren") is None


@given(st.text(max_size=20), st.text(max_size=6))
def test_marks_only_letters_that_were_typed(name: str, typed: str) -> None:
    found = match(typed, name)
    if found is not None:
        letters = set(fold(typed))
        assert all(0 <= start < end <= len(name) for start, end in found.spans)
        assert {sign for start, end in found.spans for sign in fold(name[start:end])} <= letters | {" "}
