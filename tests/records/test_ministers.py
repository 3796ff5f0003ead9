"""Ministers as lists and as prose name them come out under one name each."""

import pytest

from tracker.records.ministers import minister_named, ministers_in, split_ministers

JENV = "minister van Justitie en Veiligheid"


@pytest.mark.parametrize(
    "text", ["MJenV", "M JenV", "JenV", "min. J&V", "minister van JenV", "de Minister van JenV", JENV]
)
def test_every_short_form_in_a_cell_means_the_same_minister(text: str) -> None:
    assert minister_named(text) == JENV


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MLZJS", "minister van Langdurige Zorg, Jeugd en Sport"),
        ("SZW", "minister van Sociale Zaken en Werkgelegenheid"),
        ("de minister van VWS", "minister van Volksgezondheid, Welzijn en Sport"),
        ("ministerie van Asiel en Migratie", "minister van Asiel en Migratie"),
        ("stas JenV", "staatssecretaris van Justitie en Veiligheid"),
        ("SSJenV", "staatssecretaris van Justitie en Veiligheid"),
        ("Minister voor Rechtsbescherming", "minister voor Rechtsbescherming"),
    ],
)
def test_a_minister_keeps_post_and_word(text: str, name: str) -> None:
    assert minister_named(text) == name


@pytest.mark.parametrize("text", ["", "Jansen", "politie", "minister", "M", "Mfoo"])
def test_what_names_no_ministry_is_no_minister(text: str) -> None:
    assert minister_named(text) is None


def test_a_cell_with_several_is_parted_and_a_comma_in_a_name_parts_nothing() -> None:
    assert split_ministers("MJenV, MVWS") == (JENV, "minister van Volksgezondheid, Welzijn en Sport")
    assert split_ministers("MJenV en MVWS") == split_ministers("MJenV/MVWS") == split_ministers("MJenV, MVWS")
    assert split_ministers("Langdurige Zorg, Jeugd en Sport") == ("minister van Langdurige Zorg, Jeugd en Sport",)


def test_prose_and_lists_agree_on_the_name() -> None:
    assert ministers_in("aan de minister van JenV, MSZW en de minister van Toverkunst") == [
        JENV,
        "minister van Sociale Zaken en Werkgelegenheid",
        "minister van Toverkunst",
    ]
