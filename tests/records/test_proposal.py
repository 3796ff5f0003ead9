"""Places in files, as people read them in either language."""

from __future__ import annotations

import pytest

from tracker.basics.language import Language
from tracker.records.proposal import Place


@pytest.mark.parametrize(
    ("place", "dutch", "english"),
    [
        (Place("Moties", "rij 12"), "Moties!rij 12", "Moties!row 12"),
        (Place("", "alinea 14"), "alinea 14", "paragraph 14"),
        (Place("", "voetnoot 3"), "voetnoot 3", "footnote 3"),
        (Place("rij 2", "B7"), "rij 2!B7", "rij 2!B7"),
        (Place("", "value[3].Nummer"), "nr. 4, Nummer", "no. 4, Nummer"),
        (Place("", "value[0]"), "nr. 1", "no. 1"),
        (Place("Zaak", "value[0].Besluit[1].Status"), "Zaak!nr. 1, Besluit 2, Status", "Zaak!no. 1, Besluit 2, Status"),
    ],
)
def test_a_place_reads_in_both_languages(place: Place, dutch: str, english: str) -> None:
    assert place.words(Language.DUTCH) == dutch
    assert place.words(Language.ENGLISH) == english
