"""How values are read from what people type, as tables of cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language
from tracker.records.value_type import (
    AREA,
    DAY,
    LINE,
    LINES,
    MONEY,
    ORGANISATIONS,
    WHOLE,
    YES_NO,
    ListOf,
    Reference,
    Suggested,
    ValueType,
    choice,
)

PRIORITY = choice(("hoog", "high"), ("normaal", "normal"), "LIMITE")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15-7-2026", date(2026, 7, 15)),
        ("15-07-2026", date(2026, 7, 15)),
        ("2026-07-15", date(2026, 7, 15)),
        ("15/07/2026", date(2026, 7, 15)),
        ("15.7.2026", date(2026, 7, 15)),
        ("15 7 2026", date(2026, 7, 15)),
        ("15 juli 2026", date(2026, 7, 15)),
        ("15 JULI 2026", date(2026, 7, 15)),
        ("15 jul. 2026", date(2026, 7, 15)),
        ("15 July 2026", date(2026, 7, 15)),
        ("1 maart 2026", date(2026, 3, 1)),
        ("1 mrt 2026", date(2026, 3, 1)),
        ("1 March 2026", date(2026, 3, 1)),
        ("1 mei 2026", date(2026, 5, 1)),
        ("1 May 2026", date(2026, 5, 1)),
        ("31 okt 2026", date(2026, 10, 31)),
        ("31 October 2026", date(2026, 10, 31)),
        ("  15-07-2026 ", date(2026, 7, 15)),
        ("29-02-2024", date(2024, 2, 29)),
        ("31-12-9999", date(9999, 12, 31)),
        ("01-01-1899", date(1899, 1, 1)),
        ("", None),
        ("  ", None),
    ],
)
def test_days_are_read_in_dutch_and_iso_notation(typed: str, day: date | None) -> None:
    assert DAY.parse(typed) == day


@pytest.mark.parametrize(
    "typed",
    [
        "31-02-2026", "29-02-2026", "32-01-2026", "2026-13-01", "00-01-2026", "15-07-26", "juli 2026", "15 juli",
        "morgen",        "15 foo 2026", "2026-07-15 12:00", "0000-01-01", "2026",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InvalidValue, match="15-07-2026") as refused:
        DAY.parse(typed)
    assert typed in refused.value.words.nl
    assert typed in refused.value.words.en


@pytest.mark.parametrize("day", [date(2026, 7, 15), date(1899, 12, 31), date(9999, 12, 31), date(999, 1, 2)])
def test_a_day_that_is_shown_can_be_typed(day: date) -> None:
    assert DAY.parse(DAY.text(day)) == day


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("4.138.318,50", "4138318.50"),
        ("4,138,318.50", "4138318.50"),
        ("4138318.50", "4138318.50"),
        ("4138318,5", "4138318.5"),
        ("5.000", "5000"),
        ("5,000", "5000"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("12,50", "12.50"),
        ("33.303.022", "33303022"),
        ("33,303,022", "33303022"),
        ("5.000,-", "5000"),
        ("0,05", "0.05"),
        ("-12,50", "-12.50"),
        ("-5.000", "-5000"),
        ("€ 5.000,00", "5000.00"),
        ("EUR 12,50", "12.50"),
        ("12,50 eur", "12.50"),
        ("5 000", "5000"),
        ("0", "0"),
    ],
)
def test_amounts_are_read_in_dutch_and_english_notation(typed: str, amount: str) -> None:
    read = MONEY.parse(typed)
    assert read == Decimal(amount)
    assert str(read) == amount


@pytest.mark.parametrize(
    "typed", ["vijf", "5 miljoen", "1.2.3,4,5", "--5", "5-", "NaN", "Infinity", "1e5", "€", ",", ".", "1,2,3"]
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    if typed == "€":
        assert MONEY.parse(typed) is None
        return
    with pytest.raises(InvalidValue, match=r"4\.138\.318,00"):
        MONEY.parse(typed)


def test_an_amount_is_shown_in_the_notation_of_the_language() -> None:
    assert MONEY.text(Decimal("4138318.50")) == "4.138.318,50"
    assert MONEY.text(Decimal("4138318.50"), Language.ENGLISH) == "4,138,318.50"


@pytest.mark.parametrize("amount", ["4138318.50", "5000", "0.05", "-12.50", "12.5", "1E+3"])
@pytest.mark.parametrize("language", Language)
def test_an_amount_that_is_shown_can_be_typed(amount: str, language: Language) -> None:
    assert MONEY.parse(MONEY.text(Decimal(amount), language)) == Decimal(amount)


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("OM; politie", ("OM", "politie")),
        ("OM\npolitie\n", ("OM", "politie")),
        ("OM;politie;OM", ("OM", "politie")),
        (" ; ;OM; ", ("OM",)),
        ("Albanië, Kosovo", ("Albanië, Kosovo",)),
        ("", ()),
    ],
)
def test_lists_are_separated_by_semicolons_or_line_ends(typed: str, values: tuple[str, ...]) -> None:
    assert LINES.parse(typed) == values


@pytest.mark.parametrize(
    ("value_type", "typed", "value"),
    [
        (LINE, "  veel \t blanks\nhier ", "veel blanks hier"),
        (LINE, "\x00a\x0bb", "ab"),
        (LINE, " ", None),
        (AREA, " een\r\ntwee\rdrie \n", "een\ntwee\ndrie"),
        (AREA, "\n \n", None),
        (Suggested(("brief",)), "iets anders", "iets anders"),
        (WHOLE, " 2026 ", 2026),
        (WHOLE, "-3", -3),
        (WHOLE, "", None),
        (PRIORITY, "HOOG", "hoog"),
        (PRIORITY, "high", "hoog"),
        (PRIORITY, " normaal ", "normaal"),
        (PRIORITY, "limite", "LIMITE"),
        (PRIORITY, "", None),
        (YES_NO, "ja", True),
        (YES_NO, "x", True),
        (YES_NO, "Yes", True),
        (YES_NO, "nee", False),
        (YES_NO, "", False),
        (ListOf(PRIORITY), "high; normaal", ("hoog", "normaal")),
        (ORGANISATIONS, "3; 4", (3, 4)),
    ],
)
def test_what_is_typed_becomes_a_value(value_type: ValueType, typed: str, value: object) -> None:
    assert value_type.parse(typed) == value


@pytest.mark.parametrize(
    ("value_type", "typed"),
    [(WHOLE, "drie"), (WHOLE, "3,5"), (PRIORITY, "soms"), (YES_NO, "misschien"), (ORGANISATIONS, "OM")],
)
def test_what_does_not_fit_is_refused_in_both_languages(value_type: ValueType, typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        value_type.parse(typed)
    assert typed in refused.value.words.nl
    assert typed in refused.value.words.en


def test_a_closed_list_names_its_possibilities() -> None:
    with pytest.raises(InvalidValue, match="hoog, normaal, LIMITE"):
        PRIORITY.parse("laag")


def test_a_code_from_elsewhere_is_shown_as_it_is() -> None:
    assert PRIORITY.text("onbekend") == "onbekend"


def test_choices_are_sorted_in_their_own_order() -> None:
    assert sorted(["LIMITE", "hoog", "normaal"], key=PRIORITY.sort_key) == ["hoog", "normaal", "LIMITE"]


def test_texts_are_sorted_without_accents_or_capitals() -> None:
    assert sorted(["Zee", "één", "Eend"], key=LINE.sort_key) == ["één", "Eend", "Zee"]


def named(entity: str, row_id: int, language: Language = Language.DUTCH) -> str:
    return f"{entity} {'nummer' if language is Language.DUTCH else 'number'} {row_id}"


def test_a_reference_is_shown_in_the_language_of_the_reader() -> None:
    assert Reference("letter").text(3, Language.ENGLISH, named) == "letter number 3"


def test_a_reference_is_shown_by_its_name() -> None:
    assert Reference("person").text(3, name_of=named) == "person nummer 3"


def test_several_references_are_shown_by_their_names() -> None:
    assert ORGANISATIONS.text((1, 2), name_of=named) == "organisation nummer 1; organisation nummer 2"


@pytest.mark.parametrize(
    ("value_type", "widget"),
    [
        (LINE, "line"),
        (AREA, "area"),
        (PRIORITY, "choice"),
        (DAY, "day"),
        (LINES, "list"),
        (ORGANISATIONS, "references"),
    ],
)
def test_a_type_tells_its_input(value_type: ValueType, widget: str) -> None:
    assert value_type.widget == widget


def test_a_usual_word_is_read_in_english_and_stored_in_dutch() -> None:
    sorts = Suggested(("plenair debat", "notaoverleg"), ("plenary debate", "policy consultation"))
    assert sorts.text("plenair debat", Language.ENGLISH) == "plenary debate"
    assert sorts.text("plenair debat") == "plenair debat"
    assert sorts.words(Language.ENGLISH) == ["plenary debate", "policy consultation"]
    assert sorts.parse(" Plenary debate ") == "plenair debat"
    assert sorts.parse("plenair debat") == "plenair debat"
    assert sorts.parse("hoorzitting") == sorts.text("hoorzitting", Language.ENGLISH) == "hoorzitting"
    assert sorts.parse(" ") is None
