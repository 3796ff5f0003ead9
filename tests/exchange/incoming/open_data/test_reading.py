"""Pages of both Chambers' open data, read into proposals in which every value is accounted for."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.incoming import hostile
from tracker.basics.errors import CannotRead
from tracker.exchange.incoming.open_data.reading import read_open_data
from tracker.exchange.incoming.open_data.row import dutch_day
from tracker.exchange.incoming.recognising import Format
from tracker.records.motion import Outcome
from tracker.records.proposal import FileReading, Link

COMMITMENT: dict[str, Any] = {
    "Id": "00000000-0000-4000-8000-000000000001",
    "Nummer": "TZ202609-011",
    "Tekst": "De minister informeert de Kamer in het eerste kwartaal van 2027 over de uitkomsten. Daarna volgt meer.",
    "Aanmaakdatum": "2026-09-10T17:30:00+02:00",
    "ActiviteitNummer": "2026A02111",
    "Naam": "Herbert, H.G.",
    "Functie": "Minister van Justitie en Veiligheid",
    "Ministerie": "Justitie en Veiligheid",
    "Status": "Openstaand",
    "DatumNakoming": "0001-01-01T00:00:00Z",
    "KamerbriefNakoming": None,
    "Verwijderd": False,
    "GewijzigdOp": "2026-09-11T08:00:00Z",
}
MOTION: dict[str, Any] = {
    "Nummer": "2025Z14299",
    "Soort": "Motie",
    "Onderwerp": "Motie van het lid Mutluer c.s. over een onderzoek naar landelijke aansturing",
    "GestartOp": "2023-12-21T00:00:00+01:00",
    "Volgnummer": 244,
    "Kabinetsappreciatie": "Verzocht motie aan te houden",
    "Afgedaan": True,
    "DatumAfgedaan": "2024-01-16T00:00:00Z",
    "Organisatie": "Tweede Kamer",
    "ZaakActor": [
        {"ActorNaam": "Bikker, M.H.", "ActorFractie": "ChristenUnie", "Relatie": "Medeindiener"},
        {"ActorNaam": "S. Mutluer", "ActorFractie": "GroenLinks-PvdA", "Relatie": "Indiener"},
        {"ActorNaam": "minister van Justitie en Veiligheid", "Relatie": "Gericht aan"},
    ],
    "Besluit": [{"BesluitSoort": "Stemmen - aangehouden"}, {"BesluitSoort": "Stemmen - aangenomen"}],
    "Kamerstukdossier": [{"Nummer": 28638, "Toevoeging": None, "Titel": "Mensenhandel"}],
}


def _read(folder: Path, *rows: dict[str, Any], **page: Any) -> FileReading:
    path = folder / "pagina.json"
    path.write_text(json.dumps({"value": list(rows), **page}), encoding="utf-8")
    reading = read_open_data(path, Format.JSON)
    assert reading.account.adds_up
    return reading


def test_a_commitment_is_read_with_its_debate_and_the_deadline_that_its_text_promises(tmp_path: Path) -> None:
    reading = _read(tmp_path, COMMITMENT)

    (proposal,) = reading.proposals
    assert proposal.kind == "commitment"
    assert proposal.values["number"] == "TZ202609-011"
    assert proposal.values["title"].startswith("De minister informeert de Kamer")
    assert proposal.values["made_on"] == date(2026, 9, 10)
    assert proposal.values["made_by"] == "Minister van Justitie en Veiligheid (Herbert, H.G.)"
    assert proposal.values["debate"] == Link("debate", "2026A02111")
    assert [part.values["wording"] for part in proposal.parts] == ["in het eerste kwartaal van 2027"]
    assert proposal.parts[0].values["what"] == "gelezen uit de tekst"
    assert [row.entity for row in reading.rows] == ["debate"]


def test_the_day_on_which_it_was_met_is_no_deadline_and_the_year_one_is_nothing(tmp_path: Path) -> None:
    met = COMMITMENT | {
        "Tekst": "De minister stuurt een brief.", "Status": "Afgedaan", "DatumNakoming": "2026-10-01T00:00:00Z",
        "KamerbriefNakoming": "2026D20915",
    }  # fmt: skip
    reading = _read(tmp_path, met, COMMITMENT | {"Nummer": "TZ202609-012"})

    settled, still_open = reading.proposals
    assert settled.parts == ()
    assert settled.values["kamer_decision"] == "voldaan"
    assert settled.values["settled_on"] == settled.values["kamer_decided_on"] == date(2026, 10, 1)
    assert settled.values["settled_letter"] == Link("letter", "2026D20915")
    assert "status" in settled.only_new
    assert "settled_on" not in still_open.values
    assert not reading.account.not_understood


def test_a_motion_has_its_last_decision_its_submitters_and_its_paper(tmp_path: Path) -> None:
    (proposal,) = _read(tmp_path, MOTION).proposals

    assert proposal.values["title"] == "Een onderzoek naar landelijke aansturing"
    assert proposal.values["citation"] == "28638, nr. 244"
    assert proposal.values["outcomes"] == (
        Outcome("ingediend", date(2023, 12, 21)), Outcome("aangehouden"), Outcome("aangenomen"),
    )  # fmt: skip
    assert [one.text() for one in proposal.values["submitters"]] == [
        "S. Mutluer (GroenLinks-PvdA)", "+ M.H. Bikker (ChristenUnie)",
    ]  # fmt: skip
    assert proposal.values["appreciation"] == "verzocht aan te houden"
    assert proposal.values["kamer_decided_on"] == date(2024, 1, 16)
    assert "status" not in proposal.values


def test_decisions_with_days_are_put_in_order(tmp_path: Path) -> None:
    decisions = [
        {"BesluitSoort": "Stemmen - aangenomen", "Agendapunt": {"Activiteit": {"Datum": "2024-01-16T00:00:00"}}},
        {"BesluitSoort": "Stemmen - aangehouden", "Agendapunt": {"Activiteit": {"Datum": "2023-12-21T00:00:00"}}},
        {"BesluitSoort": "Stemmen - verworpen", "Verwijderd": True},
    ]
    (proposal,) = _read(tmp_path, MOTION | {"Besluit": decisions, "GestartOp": None}).proposals

    assert [one.outcome for one in proposal.values["outcomes"]] == ["aangehouden", "aangenomen"]


def test_deleted_rows_are_said_to_be_deleted(tmp_path: Path) -> None:
    reading = _read(tmp_path, COMMITMENT | {"Verwijderd": True})

    assert [one.gone for one in reading.proposals] == [True]
    assert "verwijderd" in reading.notices[0].nl


def test_an_unknown_status_is_asked_about_once_a_word(tmp_path: Path) -> None:
    rows = (COMMITMENT | {"Status": "Ingetrokken", "Nummer": f"TZ202609-0{number}"} for number in (20, 21))
    reading = _read(tmp_path, *rows)

    assert {doubt.key for one in reading.proposals for doubt in one.doubts} == {"commitment.status:ingetrokken"}
    assert all("status" not in one.values for one in reading.proposals)


def test_what_fits_no_field_is_kept_as_a_remark(tmp_path: Path) -> None:
    reading = _read(tmp_path, COMMITMENT | {"Dossier": "Mensenhandel"})

    assert reading.proposals[0].values["remarks"].endswith("Dossier: Mensenhandel")
    assert reading.account.kept == 1


def test_a_page_of_several_says_that_it_is_not_all_and_a_zip_of_them_does_not(tmp_path: Path) -> None:
    first = {"value": [COMMITMENT], "@odata.nextLink": "…"}
    last = {"value": [COMMITMENT | {"Nummer": "TZ202609-099"}]}
    assert _read(tmp_path, COMMITMENT, **{"@odata.nextLink": "…"}).incomplete is not None
    parts = {"1.json": json.dumps(first).encode(), "2.json": json.dumps(last).encode()}
    reading = read_open_data(hostile.archive(tmp_path / "alles.zip", parts), Format.ZIP)

    assert len(reading.proposals) == 2
    assert reading.incomplete is None
    assert reading.proposals[1].place.sheet == "2.json"


def test_the_list_of_the_senate_is_read(tmp_path: Path) -> None:
    row = {
        "Nummer": "T03456", "Toezegging": "De staatssecretaris stuurt de evaluatie toe.", "Status": "deels voldaan",
        "Datum toezegging": "2026-03-03", "Deadline": "2027-01-01", "Verantwoordelijke(n)": "Staatssecretaris van JenV",
        "Kamerleden": "Recourt (GroenLinks-PvdA), Janssen (SP)", "Kamerstukken": "36.547 en 35300 VI, nr. 12",
        "Commissie": "J&V",
    }  # fmt: skip
    (proposal,) = _read(tmp_path, row).proposals

    assert proposal.values["chamber"] == "Eerste Kamer"
    assert proposal.values["status"] == "deels voldaan"
    assert [one.text() for one in proposal.values["made_to"]] == ["Recourt (GroenLinks-PvdA)", "Janssen (SP)"]
    assert proposal.parts[0].values["end"] == date(2027, 1, 1)
    assert proposal.parts[0].values["sort"] == "register Kamer"
    assert "Commissie: J&V" in proposal.values["remarks"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-21T00:00:00Z", date(2024, 5, 21)),
        ("2024-05-21T22:30:00Z", date(2024, 5, 22)),
        ("2024-01-21T23:30:00Z", date(2024, 1, 22)),
        ("2024-01-21T22:30:00Z", date(2024, 1, 21)),
        ("2024-05-21T00:00:00+02:00", date(2024, 5, 21)),
        ("2024-05-21", date(2024, 5, 21)),
        ("2024-05-21T10:00:00", date(2024, 5, 21)),
        ("21 mei 2024", None),
    ],
)
def test_a_moment_is_the_day_that_it_was_in_the_netherlands(text: str, day: date | None) -> None:
    assert dutch_day(text) == day


@pytest.mark.parametrize("page", [{"value": [{"Naam": "x", "Kleur": "rood"}]}, {"iets": "anders"}, [], 7])
def test_json_that_is_no_open_data_is_refused(tmp_path: Path, page: object) -> None:
    path = tmp_path / "anders.json"
    path.write_text(json.dumps(page), encoding="utf-8")

    with pytest.raises(CannotRead):
        read_open_data(path, Format.JSON)


_LEAF = st.none() | st.booleans() | st.integers() | st.text("aé1 -.\n", max_size=8)
_ANYTHING = st.recursive(
    _LEAF,
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(["Nummer", "Naam", "x"]), below, max_size=3)
    ),
    max_leaves=4,
)
_NAMES = st.sampled_from([*COMMITMENT, *MOTION, "Besluit", "HerhalingVan", "Deadline", "Kamerleden", "Document"])


@given(
    row=st.dictionaries(_NAMES, _ANYTHING, max_size=12), sort=st.sampled_from(["Tekst", "Soort", "Datum toezegging"])
)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_row_holds_every_value_is_accounted_for(tmp_path: Path, row: dict[str, Any], sort: str) -> None:
    whole = {"Nummer": "TZ202609-011", "Onderwerp": "x", **row, sort: row.get(sort) or "Motie"}

    assert _read(tmp_path, COMMITMENT, whole).account.read >= 3
