"""list, show, add, set, delete, undo, redo, met, settle, note."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call
from tracker.cli.parser import parse
from tracker.cli.running import execute

LIST_KEYS = {
    "reference", "kind", "title", "status", "phase", "owner", "lead", "minister", "deadline", "overdue", "updated",
}  # fmt: skip


def references(answer: dict[str, Any]) -> set[str]:
    return {record["reference"] for record in answer["records"]}


def titles(answer: dict[str, Any]) -> str:
    return " | ".join(record["title"].casefold() for record in answer["records"])


def test_list_gives_the_public_keys(run: Call) -> None:
    answer = run("list")
    assert answer["count"] == len(answer["records"]) > 80
    assert set(answer["records"][0]) >= LIST_KEYS
    dated = next(record for record in answer["records"] if record["deadline"])
    assert {"wording", "start", "end", "precision", "tentative"} <= set(dated["deadline"])


def test_transposition_is_overdue_the_day_after_its_last_day(run: Call) -> None:
    on_the_day = run("list", "--view", "overdue", "--on", "2026-07-15")
    day_after = run("list", "--view", "overdue", "--on", "2026-07-16")
    assert "I-1" not in references(on_the_day)
    assert "I-1" in references(day_after)
    assert run("show", "I-1")["official_number"] == "(EU) 2024/1712"
    assert all(record["overdue"] for record in day_after["records"])


@pytest.mark.parametrize(
    ("title", "before", "after"),
    [("barrièremodellen", "2026-06-30", "2026-07-01"), ("juridische analyse", "2026-08-31", "2026-09-01")],
)
def test_windows_of_the_letter_run_out(run: Call, title: str, before: str, after: str) -> None:
    assert title not in titles(run("list", "--view", "overdue", "--on", before))
    assert title in titles(run("list", "--view", "overdue", "--on", after))


def test_what_waits_on_an_event_never_becomes_overdue(run: Call) -> None:
    assert "M-1" not in references(run("list", "--view", "overdue", "--on", "2099-01-01"))


def test_due_30_holds_the_last_day_itself(run: Call) -> None:
    assert "I-1" in references(run("list", "--view", "due-30", "--on", "2026-06-15"))
    assert "I-1" in references(run("list", "--view", "due-30", "--on", "2026-07-15"))
    assert "I-1" not in references(run("list", "--view", "due-30", "--on", "2026-06-14"))


def test_list_filters_by_kind_field_and_words(run: Call) -> None:
    assert references(run("list", "motion")) == {"M-1", "M-2", "M-3", "M-4"}
    assert run("list", "--where", "lead=CCV")["count"] == 1
    assert references(run("list", "motion", "--where", "status=afgedaan")) == {"M-3", "M-4"}
    assert "A-25" in references(run("list", "--search", "BARRIEREMODELLEN"))


def test_list_finds_a_motion_by_any_form_of_its_citation(run: Call) -> None:
    assert "M-1" in references(run("list", "motion", "--search", "36 547, nr. 36"))


def test_list_refuses_unknown_views_and_fields(run: Call) -> None:
    assert "nope" in run("list", "--view", "nope", status=1)
    assert "colour" in run("list", "--where", "colour=red", status=1)


def test_csv_opens_in_dutch_excel(run: Call, capsys: pytest.CaptureFixture[str]) -> None:
    from tracker.cli.parser import parse
    from tracker.cli.running import execute

    assert execute(parse(["list", "motion", "--csv"])) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("reference;kind;title")
    assert len(lines) == 5


def test_add_needs_only_a_title_and_gives_the_next_reference(run: Call) -> None:
    assert run("add", "motion", "title=Nieuwe motie") == {"reference": "M-5"}
    shown = run("show", "M-5")
    assert (shown["title"], shown["status"], shown["phase"]) == ("Nieuwe motie", "nog niet gestart", "open")


def test_add_reads_values_as_people_type_them(run: Call) -> None:
    run(
        "add", "commitment", "title=Een brief", "made_on=20-5-2026", "owner=Jan Jansen <jan@example.nl>",
        "partners=OM; politie; Nieuwe stichting", "made_to=Mutluer (GL-PvdA)", "tags=brief;zomer",
    )  # fmt: skip
    shown = run("show", "T-12")
    assert shown["made_on"] == "2026-05-20"
    assert shown["owner"] == "Jan Jansen"
    assert shown["partners"] == ["OM", "politie", "Nieuwe stichting"]
    assert shown["made_to"] == [{"name": "Mutluer", "party": "GL-PvdA"}]
    assert shown["tags"] == ["brief", "zomer"]


def test_an_owner_is_found_again_by_name_address_and_id(run: Call) -> None:
    run("add", "motion", "title=Een", "owner=Jan Jansen <jan@example.nl>")
    run("add", "motion", "title=Twee", "owner=jan@example.nl")
    run("add", "motion", "title=Drie", "owner=jan jansen")
    person = next(one for one in run("persons")["persons"] if one["name"] == "Jan Jansen")
    run("add", "motion", "title=Vier", f"owner={person['id']}")
    assert next(one for one in run("persons")["persons"] if one["id"] == person["id"])["records"] == 4


def test_set_names_all_faults_at_once_and_changes_nothing(run: Call) -> None:
    fault = run("set", "M-1", "status=onzin", "handed_over_on=31-2-2026", "title=Anders", status=1)
    assert "onzin" in fault
    assert "31-2-2026" in fault
    assert run("show", "M-1")["title"] != "Anders"


def test_set_refuses_to_empty_the_title(run: Call) -> None:
    assert "Onderwerp" in run("set", "M-1", "title=", status=1)


def test_undo_and_redo_work_across_calls_and_say_what_they_did(run: Call) -> None:
    run("set", "M-1", "theme=anders")
    undone = run("undo")
    assert undone == {"reference": "M-1", "label": "M-1 wijzigen"}
    assert run("show", "M-1")["theme"] == "non-punishment"
    assert run("redo") == undone
    assert run("show", "M-1")["theme"] == "anders"


def test_a_deleted_record_comes_back_whole(run: Call) -> None:
    before = run("show", "M-1")
    run("delete", "M-1")
    assert "M-1" in run("show", "M-1", status=1)
    assert run("add", "motion", "title=Nieuw") == {"reference": "M-5"}
    run("undo")
    run("undo")
    after = run("show", "M-1")
    assert {**after, "updated": None} == {**before, "updated": None}


def test_there_is_an_end_to_undoing(run: Call) -> None:
    assert "ongedaan" in run("undo", status=1)


def test_met_takes_the_deadline_that_is_meant(run: Call) -> None:
    assert run("met", "A-25", "--on", "2026-06-29") == {"reference": "A-25"}
    assert run("show", "A-25")["deadlines"][0]["met_on"] == "2026-06-29"
    assert "A-25" not in references(run("list", "--view", "overdue", "--on", "2026-07-16"))


def test_met_asks_which_deadline_when_there_are_several(run: Call) -> None:
    assert "--what" in run("met", "M-1", status=1)
    run("met", "M-1", "--what", "Kamer informeren")
    met = [one["what"] for one in run("show", "M-1")["deadlines"] if one["met_on"]]
    assert met == ["Kamer informeren over het gesprek"]


def test_settle_proposes_a_commitment_settled_by_a_letter(run: Call) -> None:
    run("settle", "T-1", "--letter", "Kamerstuk 28638, 259", "--on", "2026-07-01")
    shown = run("show", "T-1")
    assert (shown["status"], shown["phase"]) == ("voorgesteld als voldaan", "done")
    assert (shown["settled_on"], shown["settled_letter"]) == ("2026-07-01", "B-2")
    assert shown["kamer_decision"] is None
    assert any(citation["number"] == "259" for citation in shown["citations"])


def test_settle_refuses_a_letter_that_is_not_there(run: Call) -> None:
    assert "B-99" in run("settle", "T-1", "--letter", "B-99", status=1)
    assert run("show", "T-1")["settled_on"] is None


def test_note_stands_with_its_letter(run: Call) -> None:
    run("note", "A-25", "De modellen staan op de website.", "--letter", "B-1", "--on", "2026-07-02")
    note = run("show", "A-25")["notes"][-1]
    assert note == {"text": "De modellen staan op de website.", "letter": "B-1", "on": "2026-07-02", "internal": False}


def test_related_records_read_from_both_sides(run: Call) -> None:
    here = run("show", "M-1")["related"]
    assert {"I-3": "wacht op"}.items() <= {one["reference"]: one["how"] for one in here}.items()
    there = {one["reference"]: one["how"] for one in run("show", "I-3")["related"]}
    assert there["M-1"] == "wordt afgewacht door"


def test_a_source_that_is_no_paper_stays(run: Call) -> None:
    run("set", "M-4", "citations=Brief van de minister aan de VNG;28 638, nr. 244")
    found = {one["text"]: one["kind"] for one in run("show", "M-4")["citations"]}
    assert found["Brief van de minister aan de VNG"] is None
    assert "kamerstuk" in found.values()


def test_everything_about_a_letter(run: Call) -> None:
    shown = run("show", "B-1")
    assert shown["reference"] == "B-1"
    assert shown["day_assumed"] is True
    assert shown["signatory"] == "minister van Justitie en Veiligheid"


@pytest.mark.parametrize(("language", "label"), [("nl", "Bewindspersoon: "), ("en", "Minister: ")])
def test_people_read_the_labels_of_fields(
    register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str, label: str
) -> None:
    monkeypatch.setenv("TRACKER_LANGUAGE", language)
    assert execute(parse(["--register", str(register), "show", "M-1"])) == 0
    printed = capsys.readouterr().out
    assert label in printed
    assert "minister:" not in printed
    assert "wacht op I-3" in printed or "waits for I-3" in printed


def test_help_speaks_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["list", "--help"])
    printed = capsys.readouterr().out
    assert "gebruik:" in printed
    assert "show this help" not in printed


def test_an_option_is_not_abbreviated(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["list", "--vi=overdue"])
    assert "--vi" in capsys.readouterr().err


def test_a_change_that_changes_nothing_says_so(run: Call, register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theme = run("show", "M-1")["theme"]
    assert execute(parse(["--register", str(register), "set", "M-1", f"theme={theme}"])) == 0
    assert "was al zo" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["set", "M-1", "theme=a", "theme=b"], ["list", "--csv"]])
def test_what_has_no_meaning_is_a_wrong_call(run: Call, words: list[str]) -> None:
    assert run(*words, status=2)


def test_characters_that_had_to_go_are_told_of(run: Call, capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(parse(["set", "M-1", "theme=a\x07b"])) == 0
    assert "theme" in capsys.readouterr().err
    assert run("show", "M-1")["theme"] == "ab"


@pytest.mark.parametrize(
    "where", ["settled_letter=B-2", "submitters=Boomsma", "kind=motie", "submitters=Boomsma (NSC)"]
)
def test_where_takes_the_words_that_show_gives(run: Call, where: str) -> None:
    assert "M-4" in references(run("list", "motion", "--where", where))
