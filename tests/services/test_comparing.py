"""The Kamer's open data against the register: what differs, what is missing, and that nothing is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests import builders as build
from tracker.basics.language import Language
from tracker.records.motion import Outcome
from tracker.records.proposal import Place, Proposal, ProposedPart
from tracker.services.comparing import Comparison, compare, portfolio
from tracker.services.comparison_report import write_comparison
from tracker.store.record_store import Store

OURS = "minister van Justitie en Veiligheid"


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with build.new_store(tmp_path / "r.db") as made:
        yield made


def _commitment(number: str, *parts: ProposedPart, gone: bool = False, **values: Any) -> Proposal:
    return Proposal(
        "commitment", {"number": number, "title": "Iets", "minister": OURS, **values}, Place("", "value[0]"),
        parts=parts, gone=gone,
    )  # fmt: skip


def _found(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(one.field, one.ours, one.theirs) for one in comparison.differences]


@pytest.mark.parametrize(
    ("ours", "theirs", "differs"),
    [
        ("voorgesteld als voldaan", "openstaand", True),
        ("openstaand", "voldaan", True),
        ("voorgesteld als voldaan", "voldaan", False),
        ("openstaand", "openstaand", False),
        ("openstaand", "deels voldaan", True),
        ("vervallen", "voldaan", False),
    ],
)
def test_what_one_side_calls_settled_and_the_other_does_not_is_told(
    store: Store, ours: str, theirs: str, differs: bool
) -> None:
    build.commitment(store, minister=OURS, number="TZ202605-001", status=ours)

    found = compare(store, [_commitment("tz202605-001", status=theirs)])

    assert _found(found) == ([("status", ours, theirs)] if differs else [])
    assert found.compared == 1
    assert found.missing == ()


def test_a_motion_is_known_by_its_paper_in_any_form_and_its_last_outcome_compared(store: Store) -> None:
    build.motion(
        store, citation="Kamerstukken II 2024/25, 36 547, nr. 36",
        outcomes=(Outcome("aangehouden"), Outcome("aangenomen")),
    )  # fmt: skip
    proposal = Proposal("motion", {"citation": "36547-36", "outcomes": (Outcome("verworpen"),)}, Place())

    assert _found(compare(store, [proposal])) == [("outcomes", "aangenomen", "verworpen")]


def test_terms_that_differ_are_told_with_their_words(store: Store) -> None:
    made = build.commitment(store, minister=OURS, number="TZ202605-001")
    build.deadline(store, made, wording="eind 2026", end=date(2026, 12, 31))
    same = ProposedPart("deadline", {"wording": "eind 2026", "said_on": date(2026, 5, 20)})
    other = ProposedPart("deadline", {"wording": "voor 1 juni 2027", "said_on": date(2026, 5, 20)})

    assert _found(compare(store, [_commitment("TZ202605-001", same)])) == []
    ((field, ours, theirs),) = _found(compare(store, [_commitment("TZ202605-001", other)]))
    assert (field, ours) == ("deadline", "eind 2026 (31-12-2026)")
    assert theirs.startswith("voor 1 juni 2027")


def test_what_the_chamber_deleted_is_told_and_not_missed(store: Store) -> None:
    build.commitment(store, minister=OURS, number="TZ202605-001")

    found = compare(store, [_commitment("TZ202605-001", gone=True), _commitment("TZ202605-002", gone=True)])

    assert [one.field for one in found.differences] == ["gone"]
    assert found.missing == ()


def test_only_items_of_our_ministers_are_missing_here(store: Store) -> None:
    build.commitment(store, minister=OURS, number="TZ202605-001")
    others = [
        _commitment("TZ202605-002", minister="Staatssecretaris van Justitie en Veiligheid"),
        _commitment("TZ202605-003", minister="Minister van Financiën"),
        Proposal("motion", {"title": "Een motie", "citation": "36547, nr. 99"}, Place()),
    ]
    found = compare(store, others)

    assert [one.number for one in found.missing] == ["TZ202605-002", "36547, nr. 99"]
    assert found.others == 1


def test_the_portfolio_is_what_a_minister_is_of() -> None:
    assert portfolio("Minister van Justitie en Veiligheid") == portfolio("justitie en veiligheid")
    assert portfolio("") == ""


def test_both_sides_are_told_in_the_language_of_the_reader(store: Store) -> None:
    build.commitment(store, minister=OURS, number="TZ202605-001", status="voldaan", settled_on=date(2026, 6, 2))
    build.commitment(store, minister=OURS, number="TZ202605-002", status="openstaand")
    found = compare(
        store,
        [
            _commitment("TZ202605-001", status="voldaan", settled_on=date(2026, 6, 9)),
            _commitment("TZ202605-002", gone=True), _commitment("TZ202605-003", status="openstaand"),
        ],
    )  # fmt: skip

    told = [
        (one.proposal, *(side.nl for side in one.sides), *(side.en for side in one.sides)) for one in found.differences
    ]
    assert told == [
        (0, "02-06-2026", "09-06-2026", "2 Jun 2026", "9 Jun 2026"),
        (1, "staat in dit register", "door de Kamer verwijderd", "is in this register", "deleted by the Chamber"),
    ]
    assert [(one.proposal, one.status_words.en) for one in found.missing] == [(2, "open")]
    build.motion(store, citation="36547, nr. 36", outcomes=(Outcome("aangehouden"),))
    of_motion = Proposal("motion", {"citation": "36547-36", "outcomes": (Outcome("verworpen"),)}, Place())
    assert [side.en for side in compare(store, [of_motion]).differences[0].sides] == ["held over", "rejected"]


def test_a_difference_that_changes_is_another_difference(store: Store) -> None:
    build.commitment(store, minister=OURS, number="TZ202605-001", status="openstaand")
    (one,) = compare(store, [_commitment("TZ202605-001", status="voldaan")]).differences
    (same,) = compare(store, [_commitment("TZ202605-001", status="voldaan")]).differences
    (other,) = compare(store, [_commitment("TZ202605-001", status="deels voldaan")]).differences

    assert one.key == same.key != other.key


def test_a_comparison_is_a_workbook_to_work_through(store: Store, tmp_path: Path) -> None:
    build.commitment(store, minister=OURS, number="TZ202605-001", status="openstaand")
    proposals = [_commitment("TZ202605-001", status="voldaan"), _commitment("TZ202605-002", made_on=date(2026, 5, 20))]
    target, found = tmp_path / "vergelijking.xlsx", compare(store, proposals)

    write_comparison(
        found, target, source="pagina.json", register="r.db", today=build.TODAY,
        language=Language.DUTCH, seen={found.missing[0].key},
    )  # fmt: skip

    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Verschillen", "Ontbreekt hier"]
    told = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    assert {"TZ202605-001", "TZ202605-002", "openstaand", "voldaan"} <= told
    seen = [[cell.value for row in sheet.iter_rows() for cell in row].count("bekeken") for sheet in book]
    assert seen == [0, 1]
