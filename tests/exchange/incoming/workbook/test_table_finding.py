from __future__ import annotations

from datetime import date
from typing import Any

from tests.exchange.incoming.workbook.reading_rows import only, parts, read, workbook
from tracker.exchange.incoming.workbook.grid import Facts
from tracker.exchange.incoming.workbook.table import MOST_KEPT, Table

HEAD = ("Onderwerp", "Trekker", "Status")


def tables(rows: list[tuple[Any, ...]], facts: Facts | None = None) -> list[Table]:
    return [one.table for one in workbook(rows, facts).tables]


def titles(rows: list[tuple[Any, ...]], facts: Facts | None = None) -> list[Any]:
    return [one.values.get("title") for one in read(rows, facts).proposals]


def test_banner_and_blank_rows_above_a_table_are_no_records() -> None:
    (table,) = tables([("OVERZICHT",), (), ("Peildatum: 1 mei 2026",), (), HEAD, ("Opvang", "JenV", "loopt")])
    assert list(table.rows) == [5]
    assert [line.text for line in table.banner] == ["OVERZICHT", "Peildatum: 1 mei 2026"]


def test_table_may_start_anywhere() -> None:
    rows = [(None, *row) for row in [(), (), HEAD, ("Opvang", "JenV", "loopt")]]
    assert titles(rows) == ["Opvang"]


def test_blank_rows_within_a_table_end_nothing() -> None:
    assert titles([HEAD, ("Een", "JenV", "loopt"), (), (), ("Twee", "OM", "loopt")]) == ["Een", "Twee"]


def test_heading_of_two_lines_with_merged_cells_is_read_together() -> None:
    rows = [("Motie", None, "Ingediend", None), ("Onderwerp", "Indieners", "door Kamerstuk", "op")]
    merged = Facts(merged=[(0, 0, 0, 1), (0, 2, 0, 3)])
    (table,) = tables([*rows, ("Opvang", "Ceder", "28 638, nr. 1", "1-2-2026")], merged)
    assert [column.heading for column in table.columns] == [
        "Motie Onderwerp", "Motie Indieners", "Ingediend door Kamerstuk", "Ingediend op",
    ]  # fmt: skip


def test_repeated_heading_is_no_record() -> None:
    assert titles([HEAD, ("Een", "JenV", "loopt"), HEAD, ("Twee", "OM", "loopt")]) == ["Een", "Twee"]


def test_count_rows_and_notes_are_no_records() -> None:
    rows = [HEAD, ("Een", "JenV", "loopt"), ("Totaal", 1, None), (), ("* volgens de trekker",), ("Bron: JenV",)]
    assert titles(rows) == ["Een"]


def test_tables_below_each_other_keep_their_own_headings() -> None:
    rows: list[tuple[Any, ...]] = [
        ("MOTIES",), ("Onderwerp", "Indieners", "Kamerstuk"), ("Een", "Ceder (CU)", "28 638, nr. 1"), (),
        ("TOEZEGGINGEN",), ("Toezegging", "Termijn", "Gedaan aan"), ("Twee", "Q3 2026", "Bikker (CU)"),
    ]  # fmt: skip
    assert [(one.kind, one.values["title"]) for one in read(rows).proposals] == [
        ("motion", "Een"), ("commitment", "Twee"),
    ]  # fmt: skip


def test_line_over_merged_cells_tells_of_the_rows_below() -> None:
    rows = [("Nr", *HEAD), ("Actielijn 3 - Bescherming",), ("3.1", "Opvang", "JenV", "loopt")]
    assert only(rows, Facts(merged=[(1, 0, 1, 3)])).values["action_line"] == "3"


def test_theme_line_gives_the_theme_until_the_next() -> None:
    rows = [("Nr", *HEAD), ("Thema: Opvang",), (1, "A", "JenV", "loopt"), ("Thema: Zorg",), (2, "B", "JenV", "loopt")]
    assert [one.values["theme"] for one in read(rows).proposals] == ["Opvang", "Zorg"]


def test_record_with_its_subject_alone_stays_a_record() -> None:
    rows = [HEAD, ("Een", "JenV", "loopt"), ("Handreiking voor gemeenten over gegevensdeling opstellen",)]
    assert titles(rows) == ["Een", "Handreiking voor gemeenten over gegevensdeling opstellen"]


def test_cell_merged_downwards_counts_for_each_of_its_rows() -> None:
    rows = [("Thema", *HEAD), ("Opvang", "A", "JenV", "loopt"), (None, "B", "OM", "loopt")]
    reading = read(rows, Facts(merged=[(1, 0, 2, 0)]))
    assert [one.values["theme"] for one in reading.proposals] == ["Opvang", "Opvang"]
    assert reading.account.read == 11


def test_card_downwards_is_one_record_a_column() -> None:
    rows = [("Onderwerp", "A", "B"), ("Trekker", "JenV", "OM"), ("Status", "loopt", None), ("Termijn", "2027", None)]
    first, second = read(rows).proposals
    assert (first.values["title"], first.values["lead"], first.values["status"]) == ("A", "JenV", "loopt")
    assert (second.values["title"], second.place.spot) == ("B", "kolom C")


def test_headings_that_nobody_knows_are_still_headings() -> None:
    rows = [("Wat nu", "Hoezo dan"), ("Een lange omschrijving van het werk", 12), ("Nog een andere omschrijving", 13)]
    (table,) = tables(rows)
    assert table.header_rows == (0,)
    assert titles(rows) == ["Een lange omschrijving van het werk", "Nog een andere omschrijving"]


def test_list_without_headings_is_mapped_by_what_stands_in_it() -> None:
    rows = [
        ("TZ202605-101", "De minister zegt toe de Kamer te informeren over de opvang", "voor eind 2026"),
        ("TZ202605-102", "De minister zegt toe een evaluatie te sturen", "Q3 2026"),
    ]
    first, _ = read(rows).proposals
    assert (first.kind, first.values["number"]) == ("commitment", "TZ202605-101")
    assert parts(first, "deadline")[0].values["wording"] == "voor eind 2026"


def test_empty_sheet_gives_nothing() -> None:
    reading = read([])
    assert not reading.proposals
    assert reading.account.read == 0


def test_sheet_of_prose_gives_nothing_and_accounts_for_it() -> None:
    reading = read([("Dit is een toelichting bij het overzicht.",), (), ("Vragen? Mail het secretariaat.",)])
    assert not reading.proposals
    assert reading.account.structure == 2


def test_examples_of_a_long_table_are_spread_over_all_of_it() -> None:
    rows: list[tuple[Any, ...]] = [HEAD, *((f"Zaak {number}", "JenV", number) for number in range(MOST_KEPT * 2 + 5))]
    (table,) = tables(rows)
    names, _, numbers = table.sample(MOST_KEPT)
    assert numbers == list(range(0, MOST_KEPT * 2 + 5, 4))
    assert names[-1] == f"Zaak {MOST_KEPT * 2 + 4}"
    assert table.sample(3)[2] == [0, 4096]
    assert len(tables(rows[:20])[0].sample(MOST_KEPT)[0]) == 19


def test_a_row_of_texts_that_is_a_heading_is_seen_below_rows_with_days() -> None:
    other = ("Toezegging", "Gedaan aan", "Termijn")
    rows = [HEAD, ("Een", "JenV", date(2026, 7, 1)), ("Twee", date(2026, 7, 2), "loopt"), other, ("Drie", "OM", "Q3")]
    assert [one.header_rows for one in tables(rows)] == [(0,), (3,)]
