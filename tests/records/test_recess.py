"""The recess calendar: read from CSV, and never guessing what it does not hold."""

from datetime import date
from pathlib import Path

import pytest

from tracker.basics.errors import InvalidForm
from tracker.basics.paths import resources_folder
from tracker.records.recess import Calendar, Recess, calendar_from_csv, recess_text

_SHARED = Path(__file__).parents[3] / "shared" / "domain" / "recesses.csv"
_HEADER = "recess,first_day,last_day,status\n"


def _summer(year: int, status: str = "published") -> Recess:
    return Recess("zomerreces", date(year, 7, 3), date(year, 8, 31), status)


@pytest.mark.skipif(not _SHARED.exists(), reason="shared material is not here")
def test_calendar_of_the_program_is_the_shared_one() -> None:
    ours = calendar_from_csv((resources_folder() / "recesses.csv").read_text(encoding="utf-8"))
    assert ours == calendar_from_csv(_SHARED.read_text(encoding="utf-8"))
    assert len(ours.recesses) == 29


def test_remarks_and_empty_lines_are_passed_over_and_the_order_does_not_matter() -> None:
    lines = ["Zomerreces, 2027-07-02 ,2027-09-06,pattern", "# meer", "meireces,2027-04-30,2027-05-17,published"]
    text = f"\ufeff# kalender\n\n{_HEADER}" + "\n".join(lines)
    calendar = calendar_from_csv(text)
    assert [recess.name for recess in calendar.recesses] == ["meireces", "zomerreces"]
    assert [recess.is_pattern for recess in calendar.recesses] == [False, True]


def test_nothing_is_an_empty_calendar() -> None:
    assert calendar_from_csv("") == calendar_from_csv(_HEADER) == Calendar()


def test_every_faulty_line_is_named() -> None:
    lines = [
        *("meireces,2027-04-30,2027-05-17,published", "zomerreces,2 juli,2027-09-06,pattern", "a,b"),
        *(",2027-07-02,2027-09-06,pattern", "x,2027-09-06,2027-07-02,pattern", "x,2027-07-02,2027-09-06,zeker"),
    ]
    with pytest.raises(InvalidForm) as raised:
        calendar_from_csv(_HEADER + "\n".join(lines))
    assert list(raised.value.faults) == ["3", "4", "5", "6", "7"]
    assert "Regel 3" in raised.value.words.nl


def test_a_wrong_first_line_is_named() -> None:
    with pytest.raises(InvalidForm):
        calendar_from_csv("reces,van,tot\n")


def test_recess_after_a_day_is_the_first_that_begins_after_it() -> None:
    calendar = Calendar((_summer(2026), _summer(2027)))
    assert calendar.first_beginning_after("zomerreces", date(2026, 7, 2)) == _summer(2026)
    assert calendar.first_beginning_after("zomerreces", date(2026, 7, 3)) == _summer(2027)


def test_recess_on_a_day_is_the_first_that_ends_on_or_after_it() -> None:
    calendar = Calendar((_summer(2026), _summer(2027)))
    assert calendar.first_ending_from("zomerreces", date(2026, 8, 31)) == _summer(2026)
    assert calendar.first_ending_from("zomerreces", date(2026, 9, 1)) == _summer(2027)


def test_a_recess_of_years_ahead_is_not_taken_for_the_one_that_is_missing() -> None:
    calendar = Calendar((_summer(2026), _summer(2028)))
    assert calendar.first_beginning_after("zomerreces", date(2025, 6, 25)) is None
    assert calendar.first_ending_from("zomerreces", date(2026, 9, 25)) is None
    assert calendar.first_beginning_after("zomerreces", date(2026, 7, 3)) is None


def test_what_the_calendar_does_not_hold_is_none() -> None:
    assert Calendar().first_beginning_after("zomerreces", date(2026, 6, 25)) is None
    assert Calendar((_summer(2026),)).in_year("zomerreces", 2027) is None
    assert Calendar((_summer(2026),)).next_after(_summer(2026)) is None


def test_recesses_of_the_kamer_have_an_english_name_and_others_keep_their_own() -> None:
    ours = calendar_from_csv((resources_folder() / "recesses.csv").read_text(encoding="utf-8"))
    assert [one.name for one in ours.recesses if one.text.en == one.name] == []
    assert recess_text("provinciaal reces").en == "provinciaal reces"
