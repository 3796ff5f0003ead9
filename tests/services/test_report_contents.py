"""What reports say of records: the note of the letter, words and amounts, key figures, and how late things are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests import builders as build
from tests.exchange.workbooks import all_values, everything_in, opened, values
from tracker.basics.language import Language, Text
from tracker.exchange.reports.catalogue import REPORTS
from tracker.records.entity import BESIDE, KIND_TABLES, model_of
from tracker.records.field import fields_of
from tracker.records.snapshot import Record
from tracker.records.value_type import Choice, Items
from tracker.services.reporting import write_report
from tracker.store.record_store import Store

TODAY = build.TODAY
EXTERNAL = [report.code for report in REPORTS if report.is_external]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "rapport.xlsx"


# --- the note to print ------------------------------------------------------------------------------------------------


def test_the_note_of_the_letter_goes_before_the_latest(store: Store, target: Path) -> None:
    letter = build.letter(store)
    action = build.action(store)
    build.note(store, action, text="Voor de brief.", letter=letter.id, on=date(2026, 1, 1))
    build.note(store, action, text="Nieuwer.", on=date(2026, 6, 1))
    write_report(store, "annex", target, today=TODAY, letter="B-1")
    assert "Voor de brief." in all_values(target)
    write_report(store, "annex", target, today=TODAY)
    assert "Nieuwer." in all_values(target)


EARLIER, LETTER_DAY, LATER = date(2025, 11, 1), date(2025, 12, 15), date(2026, 6, 25)
NOTED = [("annex", "action"), ("motions-commitments", "commitment"), ("international", "programme")]


def _noted(store: Store, kind: str, *notes: dict[str, Any]) -> Record:
    """Make a record with notes in a register of three letters: B-1, a later one, and one not yet planned."""
    build.letter(store, day=LETTER_DAY.isoformat())
    build.letter(store, day=LATER.isoformat())
    build.letter(store, title="Nog niet gepland")
    letters = {letter["number"]: letter.id for letter in store.rows("letter")}
    record = build.record(store, kind)
    for note in notes:
        given = {**note, "letter": letters[note["letter"]]} if "letter" in note else note
        build.note(store, record, **given)
    return record


@pytest.mark.parametrize(("code", "kind"), NOTED)
@pytest.mark.parametrize(
    ("notes", "printed"),
    [
        (({"text": "Eerder.", "on": EARLIER}, {"text": "Later.", "on": LATER}), "Eerder."),
        (({"text": "Op de dag.", "on": LETTER_DAY}, {"text": "Eerder.", "on": EARLIER}), "Op de dag."),
        (({"text": "Voor later.", "on": EARLIER, "letter": 2}, {"text": "Eerder.", "on": EARLIER}), "Eerder."),
        (({"text": "Ooit.", "on": EARLIER, "letter": 3}, {"text": "Eerder.", "on": EARLIER}), "Eerder."),
        (({"text": "Zonder dag."}, {"text": "Eerder.", "on": EARLIER}), "Eerder."),
        (({"text": "Binnen.", "on": LETTER_DAY, "internal": True}, {"text": "Eerder.", "on": EARLIER}), "Eerder."),
        (({"text": "Voor later.", "letter": 2},), None),
        (({"text": "Later.", "on": LATER},), None),
        (
            ({"text": "Voor de brief.", "on": LATER, "letter": 1}, {"text": "Nieuwer.", "on": LETTER_DAY}),
            "Voor de brief.",
        ),
    ],
)
def test_a_report_for_a_letter_holds_no_later_notes(
    store: Store, target: Path, code: str, kind: str, notes: tuple[dict[str, Any], ...], printed: str | None
) -> None:
    _noted(store, kind, *notes)
    write_report(store, code, target, today=TODAY, letter="B-1")
    found = " ".join(map(str, all_values(target)))
    assert [one["text"] for one in notes if one["text"] in found] == ([] if printed is None else [printed])
    assert printed is not None or "og niet bekend" in found


def test_a_letter_without_a_day_takes_the_latest_note(store: Store, target: Path) -> None:
    _noted(store, "action", {"text": "Eerder.", "on": EARLIER}, {"text": "Later.", "on": LATER})
    write_report(store, "annex", target, today=TODAY, letter="B-3")
    assert "Later." in all_values(target)


def test_what_a_motion_has_brought_today_is_not_in_a_letter_of_an_earlier_day(store: Store, target: Path) -> None:
    build.letter(store, day=LETTER_DAY.isoformat())
    build.motion(store, done_so_far="Het is gelukt.")
    write_report(store, "motions-commitments", target, today=TODAY, letter="B-1")
    assert "Het is gelukt." not in everything_in(target)
    write_report(store, "motions-commitments", target, today=TODAY)
    assert "Het is gelukt." in everything_in(target)


def test_a_result_counted_after_the_letter_is_not_in_it(store: Store, target: Path) -> None:
    build.letter(store, day=LETTER_DAY.isoformat())
    build.action(store, results="bereik | 5 | 2025-12-01; bereik | 9 | 2026-06-01")
    write_report(store, "annex", target, today=TODAY, letter="B-1")
    assert "• bereik: 5 (peildatum 1 december 2025)" in all_values(target)


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "lines", "printed"),
    [
        (Language.DUTCH, "5000", "5.000 (valuta nog niet bekend)"),
        (Language.ENGLISH, "5000", "5,000 (currency not yet known)"),
        (Language.DUTCH, "5000 | | | | Irak", "5.000 (valuta nog niet bekend), Irak"),
        (Language.DUTCH, "4138318,50 | EUR", "€ 4.138.318,50"),
        (Language.DUTCH, "0,5 | USD | | | | hulp", "USD 0,50 (hulp)"),
        (Language.DUTCH, " | EUR | | | Irak", "bedrag nog niet bekend (Irak)"),
        (
            Language.ENGLISH,
            "5000000 | EUR | 2026-01-01 | 2027-12-31 | Nigeria | extra steun | | toegezegd",
            "€ 5,000,000 (extra steun, Nigeria, 2026-2027, committed)",
        ),
    ],
)
def test_an_amount_says_its_currency_and_state(
    store: Store, target: Path, language: Language, lines: str, printed: str
) -> None:
    build.record(store, "programme", budget_lines=lines)
    write_report(store, "international", target, today=TODAY, language=language)
    assert printed in all_values(target)


def test_an_english_report_holds_no_dutch_word_of_ours(store: Store, target: Path) -> None:
    """Every choice, whichever it is, is in English where the words of the two languages differ."""
    build.everything(store)
    dutch = {words.nl for words in _choice_words() if words.nl.casefold() != words.en.casefold()}
    for code in (report.code for report in REPORTS):
        write_report(store, code, target, today=TODAY, language=Language.ENGLISH)
        found = {line.strip() for value in all_values(target) for line in str(value).split("\n")}
        shown = {part.strip() for line in found for part in line.split("|")}
        assert dutch & shown == set(), code


def _choice_words() -> Iterator[Text]:
    for entity in (*KIND_TABLES, *BESIDE):
        for spec in fields_of(model_of(entity)):
            types = [part.type for part in spec.type.item.parts()] if isinstance(spec.type, Items) else [spec.type]
            yield from (words for one in types if isinstance(one, Choice) for _, words in one.words)


def test_a_theme_begins_with_a_capital_as_a_heading(store: Store, target: Path) -> None:
    for theme in ("opvang van slachtoffers", "iPhone", "https://x"):
        build.motion(store, theme=theme)
    write_report(store, "motions-commitments", target, today=TODAY)
    found = all_values(target)
    assert "Opvang van slachtoffers" in found
    assert "iPhone" in found
    assert "https://x" in found


def test_an_estimated_day_is_told_after_the_sentence(store: Store, target: Path) -> None:
    letter = build.letter(store, day="2026-06-25", day_assumed=True)
    build.motion(store, status="afgedaan", settled_letter=letter.id)
    write_report(store, "motions-commitments", target, today=TODAY)
    told = next(one for one in all_values(target) if "per brief geïnformeerd" in str(one))
    assert str(told).endswith("per brief geïnformeerd (Voortgangsbrief). De dag van die brief is geschat.")


@pytest.mark.parametrize("code", EXTERNAL)
def test_pages_for_the_kamer_do_not_tell_of_our_register(store: Store, target: Path, code: str) -> None:
    build.everything(store)
    write_report(store, code, target, today=TODAY)
    for one in opened(target).worksheets:
        first_printed = int(str(one.print_area).partition("$")[2].split("$")[1].partition(":")[0])
        printed = "\n".join(
            str(value) for row in one.iter_rows(min_row=first_printed, values_only=True) for value in row
        )
        assert store.path.name not in printed
        assert "Niet opgenomen" not in printed
        assert any("Niet opgenomen" in str(row[0]) for row in values(one)[: first_printed - 1])
        assert one.oddHeader is not None
        assert "Peildatum" in str(one.oddHeader.right.text)


def test_what_a_user_wrote_is_printed_as_it_was_written(store: Store, target: Path) -> None:
    address = "http://x"
    commitment = build.commitment(store, theme=address, minister=address)
    build.deadline(store, commitment, what=address, wording=address, end=date(2026, 1, 1))
    build.action(store, planning=address, results=f"{address} | 5", action_line="1")
    build.record(store, "instrument", steps=address)
    build.record(store, "programme", phases=f"{address} | 2026")
    for code in EXTERNAL:
        write_report(store, code, target, today=TODAY)
        found = everything_in(target)
        assert address in found
        assert "Http://x" not in found


def test_a_known_word_begins_with_a_capital(store: Store, target: Path) -> None:
    commitment = build.commitment(store, minister="minister van Asiel en Migratie")
    build.deadline(store, commitment, wording="toen", end=date(2026, 1, 1))
    write_report(store, "overdue", target, today=TODAY)
    assert "Minister van Asiel en Migratie" in all_values(target)


def test_key_figures_goals_and_deadlines_of_programmes_are_told(store: Store, target: Path) -> None:
    empact = build.record(
        store, "programme", title="EMPACT", figures="15 operationele acties; 2 daarvan leidt Nederland", goals="minder"
    )
    build.deadline(store, empact, wording="1 augustus 2026", end=date(2026, 8, 1))
    led = build.record(store, "operational-action", title="Financieel")
    build.relation(store, led, "onderdeel van", empact)
    write_report(store, "international", target, today=TODAY)
    sheets = opened(target)
    assert "EMPACT: 15 operationele acties; 2 daarvan leidt Nederland" in [row[0] for row in values(sheets["EMPACT"])]
    header, row = values(sheets["Programma’s"])[-2:]
    told = dict(zip(header, row, strict=True))
    assert told["Nr."] == "P-1"
    assert told["Doelen en kerncijfers"] == "• minder\n• 15 operationele acties\n• 2 daarvan leidt Nederland"
    assert (told["Termijn"], told["Periode"]) == ("1 augustus 2026", "Nog niet bekend")


def test_sheets_of_one_overview_are_equally_wide(store: Store, target: Path) -> None:
    for kind in ("operational-action", "programme", "instrument"):
        build.record(store, kind)
    for goal in (None, "minder"):
        build.record(store, "operational-action", goal=goal)
        write_report(store, "international", target, today=TODAY)
        widths = {
            sum(dimension.width for dimension in one.column_dimensions.values()) for one in opened(target).worksheets
        }
        assert len(widths) == 1


@pytest.mark.parametrize(
    ("count", "language", "words"),
    [
        (1, Language.DUTCH, "Niet opgenomen: 1 record dat niet openbaar is."),
        (2, Language.DUTCH, "Niet opgenomen: 2 records die niet openbaar zijn."),
        (1, Language.ENGLISH, "Left out: 1 record that is not public."),
        (2, Language.ENGLISH, "Left out: 2 records that are not public."),
    ],
)
def test_records_left_out_are_counted_in_good_grammar(
    store: Store, target: Path, count: int, language: Language, words: str
) -> None:
    for _ in range(count):
        build.action(store, marking="intern")
    result = write_report(store, "annex", target, today=TODAY, language=language)
    assert words in all_values(target)
    assert result.words().to(language).count("1 records") == 0


# --- overdue ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "band"),
    [
        (date(2026, 6, 30), "0 tot 3 maanden te laat (1 termijn)"),
        (date(2026, 4, 1), "0 tot 3 maanden te laat (1 termijn)"),
        (date(2026, 3, 31), "3 tot 6 maanden te laat (1 termijn)"),
        (date(2025, 12, 31), "6 tot 12 maanden te laat (1 termijn)"),
        (date(2025, 6, 30), "Meer dan 12 maanden te laat (1 termijn)"),
    ],
)
def test_overdue_is_grouped_by_age(store: Store, target: Path, end: date, band: str) -> None:
    build.deadline(store, build.commitment(store), wording="toen", end=end)
    write_report(store, "overdue", target, today=TODAY)
    found = all_values(target)
    assert band in found
    assert (TODAY - end).days in found
    assert datetime(end.year, end.month, end.day) in found  # noqa: DTZ001 - as openpyxl gives days


def test_the_oldest_lateness_comes_first_with_its_count(store: Store, target: Path) -> None:
    for end in (date(2026, 6, 30), date(2025, 1, 31), date(2026, 6, 1), date(2025, 12, 1)):
        build.deadline(store, build.commitment(store), wording="toen", end=end)
    write_report(store, "overdue", target, today=TODAY, language=Language.ENGLISH)
    found = [row[0] for row in values(opened(target).worksheets[0])]
    assert [words for words in found if words and "late (" in str(words)] == [
        "More than 12 months late (1 deadline)", "6 to 12 months late (1 deadline)", "0 to 3 months late (2 deadlines)",
    ]  # fmt: skip


def test_what_ends_today_or_is_settled_is_not_overdue(store: Store, target: Path) -> None:
    build.deadline(store, build.commitment(store), end=TODAY)
    build.deadline(store, build.commitment(store, status="voldaan"), end=date(2026, 1, 1))
    assert write_report(store, "overdue", target, today=TODAY).records == 0
