from __future__ import annotations

import pytest

from tracker.records.person_name import is_nobody, is_person


@pytest.mark.parametrize(
    "name",
    ["Sanne de Wit", "J. van Leeuwen", "D.G.M. Ceder", "Imane el Amrani", "Hanna Vermeulen-Bos", "Anne ter Horst"],
)
def test_names_of_people_are_known(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    ["Nationale Politie", "KMar", "Openbaar Ministerie", "Raad voor Rechtsbijstand", "Petra", "Rode Kruis", "JenV/DRB",
     "Nationaal Rapporteur", "Brief sturen", "IND, KMar", "Stichting Reshape", "Defence for Children"],
)  # fmt: skip
def test_organisations_and_other_words_are_no_people(name: str) -> None:
    assert not is_person(name)


def test_a_vacancy_is_nobody() -> None:
    assert is_nobody("Vacature")
    assert not is_nobody("Petra")
