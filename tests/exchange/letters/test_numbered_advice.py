"""Recommendations that prose counts, with their numbers and what each recommends."""

from __future__ import annotations

import pytest

from tracker.exchange.incoming.letter.numbered_advice import counted_in


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De eerste aanbeveling is om de vergoedingen te indexeren.", [("1", "de vergoedingen te indexeren")]),
        (
            "De tweede aanbeveling, het invoeren van een loondienstmodel, neem ik niet over.",
            [("2", "het invoeren van een loondienstmodel")],
        ),
        ("Aanbeveling 3 (laat één dienst alles innen) neem ik over.", [("3", "laat één dienst alles innen")]),
        (
            "De vierde en vijfde aanbeveling, over de opleiding en over stageplaatsen, neem ik over.",
            [("4", "de opleiding"), ("5", "stageplaatsen")],
        ),
        ("Het rapport bevat drie aanbevelingen.", []),
        ("Deze aanbeveling neem ik over.", []),
    ],
)
def test_each_counted_recommendation_has_its_number(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.number, one.what) for one in counted_in(text)] == wanted
