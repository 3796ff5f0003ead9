"""compare: the Kamer's open data against the register."""

from __future__ import annotations

import json
from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Call

PAGE = {
    "value": [
        {
            "Nummer": "TZ202605-777",
            "Tekst": "De minister informeert de Kamer voor de zomer van 2027 over gemeenten.",
            "Aanmaakdatum": "2026-05-20T10:00:00+02:00",
            "Functie": "Minister van Justitie en Veiligheid",
            "Status": "Openstaand",
        },
        {"Nummer": "2025Z06000", "Soort": "Motie", "Onderwerp": "Motie over monitoren", "Volgnummer": 36,
         "Besluit": [{"BesluitSoort": "Stemmen - verworpen"}], "Kamerstukdossier": [{"Nummer": 36547}]},
    ]
}  # fmt: skip


def _page(folder: Path) -> str:
    path = folder / "pagina.json"
    path.write_text(json.dumps(PAGE), encoding="utf-8")
    return str(path)


def test_compare_tells_what_differs_and_what_is_missing_and_writes_nothing(run: Call, tmp_path: Path) -> None:
    before = run("history")

    answer = run("compare", _page(tmp_path))

    assert [(one["reference"], one["field"], one["theirs"]) for one in answer["differences"]] == [
        ("M-1", "outcomes", "verworpen")
    ]
    assert [(one["number"], one["on"]) for one in answer["missing"]] == [("TZ202605-777", "2026-05-20")]
    assert run("history") == before


def test_compare_makes_a_workbook_where_asked(run: Call, tmp_path: Path) -> None:
    target = tmp_path / "vergelijking.xlsx"

    run("compare", _page(tmp_path), "--output", str(target))

    assert load_workbook(target).sheetnames == ["Verschillen", "Ontbreekt hier"]


def test_compare_refuses_what_is_no_open_data_in_a_sentence(run: Call, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Kenmerk;Toezegging\nTZ1;iets\n", encoding="utf-8")

    assert "geen open data van de Kamer" in run("compare", str(path), status=1)
