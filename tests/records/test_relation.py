"""Relations read from both sides, in both languages."""

from __future__ import annotations

import pytest

from tracker.basics.language import Language
from tracker.records.relation import RELATIONS, relation_words

# The field guide's list: "samenhang".
GUIDE = (
    "onderdeel van, draagt bij aan, komt voort uit, beantwoordt, geeft uitvoering aan, vereist door, zet om, wacht op, "
    "herhaalt, vult aan, wijzigt, vervangt, samengevoegd in"
)


def test_the_relations_are_those_of_the_field_guide() -> None:
    assert list(RELATIONS) == GUIDE.split(", ")


@pytest.mark.parametrize("how", RELATIONS)
@pytest.mark.parametrize("language", Language)
def test_a_relation_reads_differently_from_its_other_side(how: str, language: Language) -> None:
    sides = {relation_words(how, reversed_side=side, language=language) for side in (False, True)}
    assert len(sides) == 2
    assert all(sides)


def test_a_relation_from_elsewhere_is_shown_as_it_is() -> None:
    assert relation_words("hangt samen met", reversed_side=True) == "hangt samen met"
