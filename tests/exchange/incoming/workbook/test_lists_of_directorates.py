"""Lists as directorates keep them, each unlike the others: where their cells go."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from tests.exchange.incoming.workbook.own_lists import over, write_rows
from tests.exchange.incoming.workbook.reading_rows import only, parts, read
from tests.import_coverage import read as read_path
from tracker.exchange.incoming.workbook.grid import Facts, MonthDay
from tracker.records.action import Result
from tracker.records.proposal import Proposal

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def deadlines(proposal: Proposal) -> list[tuple[Any, ...]]:
    return [(one.values["wording"], one.values.get("what")) for one in parts(proposal, "deadline")]


def below(months: dict[str, str]) -> list[str | None]:
    return [months.get(month) for month in MONTHS]


# --- plannings with the months beside each other ----------------------------------------------------------------------


def test_words_below_a_month_are_what_is_due_in_it() -> None:
    reading = read(
        [
            ["Jaarplanning afdeling Mensenhandel 2027"],
            [],
            ["Product", "Wie", *MONTHS, "Bijzonderheden"],
            [
                "Voortgangsbrief",
                "Sanne de Wit",
                *below({"apr": "uitvraag", "mei": "concept", "jun": "TK"}),
                "Met annex",
            ],
            ["Feitelijke vragen", "Tom Vos", *below({"okt": "x"}), None],
        ]
    )
    letter, questions = reading.proposals
    assert (letter.values["title"], letter.values["owner"]) == ("Voortgangsbrief", "Sanne de Wit")
    assert deadlines(letter) == [("april 2027", "uitvraag"), ("mei 2027", "concept"), ("juni 2027", "TK")]
    assert deadlines(questions) == [("oktober 2027", None)]
    assert reading.account.kept == 0


def test_marks_in_months_that_follow_each_other_are_one_deadline() -> None:
    proposal = only(
        [["Taak", *MONTHS], ["Evaluatie uitvoeren", *below({"feb": "x", "mrt": "x", "apr": "x", "sep": "x"})]]
    )
    assert deadlines(proposal) == [("februari t/m april", None), ("september", None)]


def test_months_that_excel_keeps_as_days_head_a_planning_too() -> None:
    months = [MonthDay(2026, 11, 1), MonthDay(2026, 12, 1), MonthDay(2027, 1, 1)]
    rows: list[list[Any]] = [["Actie", "Trekker", *months], ["Campagne", "CCV", None, None, "start"]]
    assert deadlines(only(rows)) == [("januari 2027", "start")]


def test_years_above_the_months_count_for_them() -> None:
    facts = Facts(merged=[(0, 1, 0, 2), (0, 3, 0, 4)])
    years: list[Any] = [None, 2026, None, 2027, None]
    rows = [years, ["Actie", "nov", "dec", "jan", "feb"], ["Campagne", "x", None, None, "x"]]
    assert deadlines(only(rows, facts)) == [("november 2026", None), ("februari 2027", None)]


def test_a_day_below_a_month_is_that_day_and_a_figure_is_kept() -> None:
    rows: list[list[Any]] = [["Actie", "jan 2027", "feb 2027", "mrt 2027"], ["Campagne", "15 jan", 8, None]]
    proposal = only(rows)
    (deadline,) = parts(proposal, "deadline")
    assert (deadline.values["wording"], deadline.values["end"]) == ("15 jan", date(2027, 1, 15))
    assert "februari" not in str(proposal.values.get("title"))
    assert "feb 2027: 8" in proposal.values["remarks"]


# --- who --------------------------------------------------------------------------------------------------------------


def test_an_organisation_and_a_person_each_find_their_place_below_vague_headings() -> None:
    rows = [
        ["Actie", "Organisatie", "Wie"],
        ["Meldcode uitwerken", "KMar", "Anouk Smit"],
        ["Cijfers", "IND", "Y. Demir"],
    ]
    for one, lead, owner in zip(read(rows).proposals, ("KMar", "IND"), ("Anouk Smit", "Y. Demir"), strict=True):
        assert (one.values["lead"], one.values["owner"]) == (lead, owner)


def test_a_person_who_is_to_pull_it_is_the_owner() -> None:
    proposal = only([["Actie", "Trekker", "Status"], ["Meldcode uitwerken", "Anouk Smit", "loopt"]])
    assert proposal.values["owner"] == "Anouk Smit"
    assert "lead" not in proposal.values


def test_who_is_no_minister_is_no_minister() -> None:
    heading = ["Aanbeveling", "Verantwoordelijk", "Stand"]
    rows = [["Roulatie invoeren", "Nationale Politie", "in beraad"], ["Strategie maken", "BZK/CZW", "overgenomen"]]
    police, ministry = read([heading, *rows]).proposals
    assert police.values["lead"] == "Nationale Politie"
    assert "minister" not in police.values
    assert ministry.values["minister"] == "minister van Binnenlandse Zaken en Koninkrijksrelaties"
    assert (ministry.values["directie"], "co_ministers" in ministry.values) == ("CZW", False)


def test_who_takes_over_is_the_owner_and_a_vacancy_is_nobody() -> None:
    first, second = read(
        [["Actie", "Dossierhouder", "Status"], ["A", "Petra i.p.v. Jan", "loopt"], ["B", "vacature", "loopt"]]
    ).proposals
    assert first.values["owner"] == "Petra"
    assert "Petra i.p.v. Jan" in first.values["remarks"]
    assert "owner" not in second.values
    assert "vacature" in second.values["remarks"]


# --- words of others --------------------------------------------------------------------------------------------------


def test_what_greco_calls_not_implemented_is_asked_and_not_refused() -> None:
    proposal = only(
        [["Aanb.", "Aanbeveling", "Oordeel", "Reactie"], ["iii", "Regels stellen", "Niet uitgevoerd", "Ja"]]
    )
    assert proposal.values["number"] == "iii"
    assert "status" not in proposal.values
    assert [one.text for one in proposal.doubts] == ["Niet uitgevoerd"]


@pytest.mark.parametrize(
    ("word", "status"),
    [("Green", "loopt"), ("rood", "vertraagd"), ("95%", "loopt"), (1.0, "afgerond"),
     (0, "nog niet gestart"), ("klaar!!", "afgerond")],
)  # fmt: skip
def test_lights_and_percentages_are_states(word: str | float, status: str) -> None:
    assert only([["Actie", "Trekker", "Status"], ["Campagne", "CCV", word]]).values["status"] == status


def test_an_amber_light_is_asked_where_it_may_be_late_and_taken_where_that_is_the_same() -> None:
    action = only([["Actie", "Trekker", "RAG"], ["Campagne", "CCV", "Amber"]])
    assert [one.field for one in action.doubts] == ["status"]
    commitment = only([["Toezegging", "Debat", "RAG"], ["De minister zegt toe", "CD Zeden", "Oranje"]])
    assert commitment.values["status"] == "openstaand"


def test_how_far_an_action_is_becomes_a_result() -> None:
    proposal = only([["Action", "Lead agency", "RAG", "% complete"], ["Train hotel staff", "CCV", "Red", 0.4]])
    assert proposal.values["results"] == (Result("% complete", "40%"),)


def test_questions_people_put_as_headings_are_understood() -> None:
    heading = ["onderwerp", "wie doet het", "wanneer klaar?", "hoe staat het", "opm"]
    proposal = only([heading, ["Brief", "Petra Bos", "Q3 2026", "bezig", "let op"]])
    assert (proposal.values["owner"], proposal.values["status"]) == ("Petra Bos", "loopt")
    assert deadlines(proposal) == [("Q3 2026", None)]
    assert proposal.values["remarks"].startswith("let op")


def test_the_day_it_was_discussed_is_kept_where_nothing_was_said() -> None:
    proposal = only([["onderwerp", "status", "laatst besproken"], ["Brief", "loopt", date(2026, 9, 1)]])
    assert "laatst besproken: 01-09-2026" in proposal.values["remarks"]


def test_what_is_waited_for_below_a_state_is_no_question() -> None:
    proposal = only([["Toezegging", "Termijn", "Stand"], ["Protocol delen", "z.s.m.", "Wacht op akkoord 3RO"]])
    assert not proposal.doubts
    (deadline,) = parts(proposal, "deadline")
    assert (deadline.values["wording"], deadline.values["waits_for"]) == ("z.s.m.", "akkoord 3RO")


# --- deadlines that are none ------------------------------------------------------------------------------------------


def test_a_day_that_does_not_exist_is_asked_and_not_guessed() -> None:
    proposal = only([["Actie", "Termijn"], ["Nota", "31-2-2027"]])
    (doubt,) = proposal.doubts
    assert (doubt.field, [value for value, _ in doubt.choices]) == ("deadline", ["31-2-2027", "28-02-2027"])
    assert not parts(proposal, "deadline")


def test_a_figure_that_excel_counts_as_a_day_is_asked() -> None:
    days = [["Nota", date(2027, 3, 1)], ["Brief", date(2027, 4, 1)]]
    first, *_ = read([["Actie", "Termijn"], ["Contract", 46388.0], *days]).proposals
    (doubt,) = first.doubts
    assert [value for value, _ in doubt.choices] == ["01-01-2027"]


@pytest.mark.parametrize(
    ("cell", "wording"),
    [("< 1 juli 2027", "voor 1 juli 2027"), ("najaar 26", "najaar 2026"), ("medio okt 26", "medio okt 2026")],
)
def test_what_is_shortened_in_a_cell_is_written_out(cell: str, wording: str) -> None:
    assert deadlines(only([["Actie", "Termijn"], ["Nota", cell]])) == [(wording, None)]


# --- motions ----------------------------------------------------------------------------------------------------------


def test_the_name_of_a_motion_gives_who_tabled_it_and_where_it_is_found() -> None:
    heading = ["Motie", "Onderwerp", "Status", "Vervolg"]
    open_one = [
        "Motie Mutluer c.s. (28 638, nr. 271)",
        "Gedwongen criminaliteit",
        "in uitvoering",
        "Brief voorjaar 2027",
    ]
    done_one = ["Motie Bikker (36 547, nr. 52)", "Uitstap", "afgedaan", "Brief van 2 oktober 2026 (28 638, nr. 276)"]
    first, second = read([heading, open_one, done_one]).proposals
    assert (first.values["title"], first.values["citation"]) == ("Gedwongen criminaliteit", "Kamerstuk 28 638, nr. 271")
    assert [one.name for one in first.values["submitters"]] == ["Mutluer"]
    assert "settled_letter" not in first.values
    assert "settled_letter" in second.values
    assert second.values["settled_on"] == date(2026, 10, 2)


def test_an_amended_motion_is_told_by_its_name_and_the_one_it_replaces_is_not_its_own() -> None:
    title = "Gewijzigde motie van het lid Boomsma over opsporing (t.v.v. 28638-268)"
    proposal = only([["Titel", "Indiener", "Stemming"], [title, "D.T. Boomsma (CDA)", "Verworpen"]])
    assert proposal.values["sort"] == "gewijzigde motie"
    assert "citation" not in proposal.values


def test_the_number_of_a_paper_is_a_place_to_find_it() -> None:
    heading = ["Documentnummer", "Titel", "Indiener"]
    rows = [
        [f"2026D3180{n}", f"Motie van het lid Mutluer over zaak {n}", "S. Mutluer (GroenLinks-PvdA)"] for n in range(3)
    ]
    assert read([heading, *rows]).proposals[0].values["citations"] == ("2026D31800",)


# --- what is no record ------------------------------------------------------------------------------------------------


def test_sheets_beside_the_list_are_left_out_and_said(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    write_rows(
        sheet, 1, [("Task Name", "Assigned To", "Due date", "Late"), ("Factsheet", "Lotte Haan", "12/18/2026", False)]
    )
    write_rows(book.create_sheet("Plan name"), 1, [("Plan name", "Samen"), ("Plan ID", "qq"), ("Date of export", "x")])
    write_rows(book.create_sheet("Keuzelijsten"), 1, [("Status", "Prioriteit", "Directie"), ("open", "hoog", "DGRR")])
    target = tmp_path / "export.xlsx"
    book.save(target)
    reading = read_path(target)
    assert [one.values["title"] for one in reading.proposals] == ["Factsheet"]
    assert reading.account.adds_up
    told = " ".join(one.nl for one in reading.notices)
    assert "“Plan name” is weggelaten" in told
    assert "“Keuzelijsten” is weggelaten" in told
    assert "remarks" not in reading.proposals[0].values


def test_a_struck_row_is_asked_about_once_for_all(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    rows = [("Actie", "Wie", "Termijn"), ("Toolkit", "Jan Bos", "1-10-2026"), ("Cursus", "Jan Bos", "1-10-2026")]
    write_rows(sheet, 1, [*rows, ("Brief", "Jan Bos", "1-10-2026")])
    for row in (2, 3):
        for column in (1, 2, 3):
            sheet.cell(row, column).font = Font(strike=True)
    target = tmp_path / "doorgestreept.xlsx"
    book.save(target)
    *struck, plain = read_path(target).proposals
    assert [[one.key for one in proposal.doubts] for proposal in struck] == [["status:action:doorgestreept"]] * 2
    assert not plain.doubts


def test_the_group_right_above_the_headings_counts_where_more_groups_follow(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    over(sheet, 1, "Deel A. Centrale overheid", 3)
    row = write_rows(sheet, 2, [("Aanbeveling", "Stand", "Termijn"), ("Strategie maken", "in beraad", "Q1 2027")])
    row = over(sheet, row, "Deel B. Rechtshandhaving", 3)
    write_rows(sheet, row, [("Roulatie invoeren", "in beraad", "Q1 2027")])
    target = tmp_path / "greco.xlsx"
    book.save(target)
    assert [one.values["theme"] for one in read_path(target).proposals] == [
        "Deel A. Centrale overheid", "Deel B. Rechtshandhaving",
    ]  # fmt: skip


# --- deadlines that were put off, and days that are none --------------------------------------------------------------


def test_a_column_with_the_new_term_postpones_the_one_beside_it() -> None:
    heading = ["Kenmerk", "Toezegging", "Termijn", "Verlengd tot"]
    rows = [
        ["TZ202512-019", "Brief over opvang", "Q1 2026", "1 oktober 2026"],
        ["TZ202512-020", "Onderzoek", "eind 2026"],
    ]
    late, plain = read([heading, rows[0], [*rows[1], None]]).proposals
    assert deadlines(late) == [("1 oktober 2026", None)]
    assert [one.values["old_wording"] for one in parts(late, "postponement")] == ["Q1 2026"]
    assert deadlines(plain) == [("eind 2026", None)]
    assert not parts(plain, "postponement")


def test_the_day_an_action_of_empact_begins_is_no_deadline() -> None:
    heading = ["OA", "Operational action", "Action Leader", "Co-AL", "From", "Until"]
    proposal = only([heading, ["2.1", "Joint Action Days", "NL", "ES", "01/01/2026", "31/12/2027"]])
    assert proposal.kind == "operational-action"
    assert (proposal.values["starts_on"], proposal.values["ends_on"]) == (date(2026, 1, 1), date(2027, 12, 31))
    assert proposal.values["co_leaders"] == ("ES",)
    assert not parts(proposal, "deadline")


def test_a_day_below_an_unknown_heading_is_kept_and_no_deadline() -> None:
    rows = [["Actie", "Wie", "Besteld"], *([f"Actie {n}", "Jan Bos", f"{n}-10-2026"] for n in range(1, 5))]
    for one in read(rows).proposals:
        assert not parts(one, "deadline")
        assert "Besteld" in one.values["remarks"]


def test_a_cross_below_a_state_is_the_state() -> None:
    heading = ["Actielijn", "Maatregel", "Open", "Loopt", "Klaar"]
    rows = [[1, "Campagne", None, "X", None], [2, "Meldpunt", "X", None, None], [5, "Convenant", None, None, "x"]]
    reading = read([heading, *rows])
    assert [one.values["status"] for one in reading.proposals] == ["loopt", "nog niet gestart", "afgerond"]
    assert reading.account.kept == 0


def test_a_list_of_both_says_by_its_first_word_which_a_row_is() -> None:
    heading = ["Nr", "Toezegging / motie", "Stand van zaken"]
    rows = [
        ["1.", "Motie-Bikker c.s. (28 638, nr. 233) over financiering", "In uitvoering. Gesprek gepland."],
        ["2.", "Toezegging aan het lid Ceder over de aangiftebereidheid", "Onderzoek loopt"],
        ["3.", "Toezegging aan het lid Lahlah over jeugdzorg", "Afgedaan"],
    ]
    found = read([heading, *rows]).proposals
    assert [one.kind for one in found] == ["motion", "commitment", "commitment"]
    assert found[0].values["citation"] == "Kamerstuk 28 638, nr. 233"


def test_how_a_promise_is_kept_is_its_category_and_no_state_of_affairs() -> None:
    heading = ["Toezegging", "Termijn", "Wijze"]
    proposal = only([heading, ["De minister informeert de Kamer", "Q1 2027", "Brief"]])
    assert proposal.values["category"] == "Brief"
    assert not parts(proposal, "progress_note")


def test_lists_of_sharepoint_count_their_words_and_write_moments() -> None:
    heading = ["Title", "Status", "Assigned To", "Due Date", "Priority"]
    proposal = only(
        [heading, ["Regioscan", "Waiting on someone else", "Haan, Lotte", "2027-01-31T00:00:00", "(2) Normal"]]
    )
    assert (proposal.values["priority"], proposal.values["status"]) == ("normaal", "loopt")
    assert deadlines(proposal) == [("31-01-2027", None)]


def test_milestones_are_deadlines_of_what_stands_before_the_colon() -> None:
    heading = ["Nr", "Aanbeveling", "Adressaat", "Mijlpaal 1", "Mijlpaal 2"]
    rows = [["A.1", "Stel doelen vast", "JenV", "concept: Q1 2027", "vaststelling: 1 juli 2027"]]
    proposal = only([heading, *rows])
    assert deadlines(proposal) == [("Q1 2027", "concept"), ("1 juli 2027", "vaststelling")]
    assert proposal.values["lead"] == "JenV"


def test_the_day_of_the_meeting_is_the_one_from_which_its_terms_are_read() -> None:
    heading = ["#", "Datum MT", "Actiepunt", "Door", "Uiterlijk"]
    proposal = only([heading, [1, date(2026, 9, 7), "Nota agenderen", "Ruud", "21-9"]])
    (deadline,) = parts(proposal, "deadline")
    assert (deadline.values["wording"], deadline.values["said_on"]) == ("21-9", date(2026, 9, 7))
    assert "tentative" not in deadline.values
    assert proposal.values["owner"] == "Ruud"


def test_a_term_without_a_year_in_a_list_without_a_day_is_uncertain() -> None:
    first, second = read([["Actie", "Termijn"], ["Nota", "eind oktober"], ["Brief", "eind oktober 2026"]]).proposals
    assert parts(first, "deadline")[0].values["tentative"] is True
    assert "tentative" not in parts(second, "deadline")[0].values


def test_headings_whose_words_go_on_in_the_next_row_are_one() -> None:
    upper = ["Nr.", "Maatregel", "Verant-", "Verwachte", "Stand per"]
    lower = [None, None, "woordelijke", "einddatum", "1 okt 2026"]
    rows = [
        ["4.1", "Opsporing versterken", "politie", "31-12-2027", "loopt"],
        ["4.2", "Handreiking", "VNG", "1-7-2026", "klaar"],
    ]
    first, second = read([upper, lower, *rows]).proposals
    assert (first.values["lead"], first.values["status"]) == ("politie", "loopt")
    assert deadlines(second) == [("1-7-2026", None)]
    assert second.values["status"] == "afgerond"


def test_what_is_ready_but_waits_for_approval_is_not_done() -> None:
    proposal = only(
        [["Toezegging", "Termijn", "Status"], ["De minister zegt toe", "Q1 2027", "gereed, wacht op akkoord"]]
    )
    assert "status" not in proposal.values or proposal.values["status"] == "openstaand"


def test_the_year_of_an_amount_may_stand_in_its_heading() -> None:
    heading = ["Project", "Subsidieontvanger", "Bedrag 2026", "Bedrag 2027", "Land"]
    proposal = only([heading, ["Safe return", "IOM", "€ 450.000", "€ 475.000", "Nigeria"]])
    assert [one.starts_on for one in proposal.values["budget_lines"]] == [date(2026, 1, 1), date(2027, 1, 1)]
    assert proposal.values["implementing_partner"] == "IOM"


def test_a_day_that_may_be_another_is_asked_and_not_taken_besides() -> None:
    rows = [["Actie", "Termijn"], ["Nota", "03/04/2026"], ["Brief", "05/06/2026"]]
    for one in read(rows).proposals:
        assert not parts(one, "deadline")
        assert [doubt.field for doubt in one.doubts] == ["deadline"]


def test_the_words_of_a_deadline_and_its_last_day_are_one() -> None:
    heading = ["Onderwerp", "Termijn", "Uiterlijk", "Toestand", "Status"]
    rows = [
        ["Barrièremodellen", "eind juni 2026", date(2026, 6, 30), "Over tijd · 148 d", "loopt"],
        ["Handreiking", "na overleg", date(2027, 3, 1), "Nog 96 d", "loopt"],
    ]
    first, second = read([heading, *rows]).proposals
    assert deadlines(first) == [("eind juni 2026", None)]
    assert [one.values.get("end") for one in parts(second, "deadline")] == [date(2027, 3, 1)]
    assert "remarks" not in first.values


def test_a_state_below_a_day_is_of_that_day() -> None:
    heading = ["TZ-nr", "Toezegging", "Stand 1 september 2026", "Stand 1 oktober 2026"]
    proposal = only([heading, ["TZ202605-001", "Brief over B8", "concept in de lijn", "bij de minister"]])
    assert [(one.values["text"], one.values["on"]) for one in parts(proposal, "progress_note")] == [
        ("concept in de lijn", date(2026, 9, 1)), ("bij de minister", date(2026, 10, 1)),
    ]  # fmt: skip


def test_the_debate_in_which_it_was_promised_is_no_deadline() -> None:
    heading = ["Onderwerp", "Toegezegd in", "Planning verzending", "Verzonden op"]
    proposal = only([heading, ["Reactie rapport", "TMD 18 juni 2026", "1 okt 2026", date(2026, 10, 2)]])
    assert deadlines(proposal) == [("1 okt 2026", None)]
    assert proposal.values["settled_on"] == date(2026, 10, 2)


def test_activities_of_a_work_plan_by_quarters_are_actions() -> None:
    heading = ["Thema", "Activiteit", "Trekker", "Q1", "Q2", "Q3", "Q4"]
    rows = [["Opvang", "Overzicht opvangplekken", "Sanne de Wit", "X", "X", None, None]]
    (proposal,) = read([["Werkplan 2027"], [], heading, *rows]).proposals
    assert (proposal.kind, deadlines(proposal)) == ("action", [("Q1 t/m Q2 2027", None)])
