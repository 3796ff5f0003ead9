"""A letter that names no day of its own is the same letter, whatever day it is given the next time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import builders as build
from tests.services.importing.proposing import all_unchanged, deadline, imported, note, proposal, rehearsed, verdicts
from tracker.records.proposal import THIS_LETTER, Link, Passage, Proposal, ProposedRow
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.files import take_file
from tracker.services.importing.outcome import outcomes_of
from tracker.services.importing.plan import ImportPlan
from tracker.services.importing.same_letter import as_known, told_anew
from tracker.store.record_store import Store

JUNE, OCTOBER = date(2026, 6, 25), date(2026, 10, 1)
FIRST = "De campagne is op 20 november 2025 gestart en loopt door in 14 gemeenten."
SECOND = "Voor het einde van dit jaar volgt een ontwerp."
TEXT = f"Geachte voorzitter,\n\n{FIRST}¹ {SECOND}\n\nDe minister van Justitie en Veiligheid,"


def letter(day: date, stated: Any = False, **given: Any) -> dict[str, Any]:
    """Make what a file says of itself as a letter, and two proposals that it tells of."""
    values = {"title": "Voortgang", "day": day, "day_assumed": not stated, "signatory": "minister van JenV", **given}
    return {"rows": (ProposedRow("letter", THIS_LETTER, values),), "text": TEXT}


def told(day: date) -> tuple[Proposal, ...]:
    here = Link("letter", THIS_LETTER)
    action = proposal("action", note(FIRST, letter=here, on=day), title="Campagne", passages=(Passage(20, 90),))
    promise = proposal(
        "commitment", deadline("voor het einde van dit jaar", said_on=day), note(SECOND, letter=here, on=day),
        title="Ontwerp voor de opvang", made_in_letter=here, made_on=day, passages=(Passage(90, 130),),
    )  # fmt: skip
    return action, promise


def test_the_same_letter_on_another_assumed_day_is_the_same_and_changes_nothing(store: Store) -> None:
    imported(store, *told(JUNE), **letter(JUNE))

    plan = rehearsed(store, *told(OCTOBER), **letter(OCTOBER))

    assert verdicts(plan) == ["unchanged", "unchanged"]
    assert plan.changed_rows() == []
    (notice,) = outcomes_of(plan)[0].notices
    assert "B-1 Voortgang (25-06-2026" in notice.nl


def test_a_letter_that_names_its_day_at_last_gives_that_to_the_one_with_a_guess(store: Store) -> None:
    imported(store, *told(JUNE), **letter(JUNE))

    imported(store, *told(OCTOBER), **letter(OCTOBER, stated=True, citation="Kamerstukken II 2026/27, 28 638, nr. 270"))

    (only,) = store.rows("letter")
    assert (only["day"], only["day_assumed"]) == (OCTOBER, False)
    assert only["citation"] == "Kamerstukken II 2026/27, 28 638, nr. 270"


def test_a_letter_of_which_nothing_was_taken_over_is_known_by_its_title_and_who_signed(store: Store) -> None:
    imported(store, **letter(JUNE))
    imported(store, **letter(OCTOBER))
    assert [row["day"] for row in store.rows("letter")] == [JUNE]

    imported(store, **letter(OCTOBER, signatory="minister van Financiën"))
    assert len(store.rows("letter")) == 2


@pytest.mark.parametrize(
    "given",
    [
        {"stated": True, "title": "Voortgang van later"},
        {"citation": "Kamerstukken II 2026/27, 28 638, nr. 271", "title": "Voortgang, nog eens"},
    ],
)
def test_another_day_or_paper_that_both_name_makes_another_letter(store: Store, given: dict[str, Any]) -> None:
    known = {"stated": True, "citation": "Kamerstukken II 2026/27, 28 638, nr. 270"}
    imported(store, *told(JUNE), **letter(JUNE, **known))

    imported(store, *told(OCTOBER), **letter(OCTOBER, **given))

    assert len(store.rows("letter")) == 2


def test_a_letter_told_of_in_other_words_is_known_by_its_figures_and_days(store: Store) -> None:
    known = build.letter(store, title="Brief van de zomer", day="25-6-2026", day_assumed=True)
    action = build.action(store, title="Campagne in gemeenten")
    words = "Begon op 20 november 2025 in 14 gemeenten; 65 gevallen, 23 klanten, 5900 deelnemers, 1500 getraind, 273 f."
    build.note(store, action, text=words, letter=known.id)
    longer = (
        "De campagne begon op 20 november 2025 in 14 gemeenten. Er waren 65 gevallen en 23 klanten. Van 5900 "
        "deelnemers zijn er 1500 getraind volgens artikel 273 f."
    )

    plan = rehearsed(store, **{**letter(OCTOBER), "text": longer})
    assert plan.rows.days == {0: (OCTOBER, JUNE)}

    plan = rehearsed(store, **{**letter(OCTOBER), "text": longer.replace("65", "66").replace("1500", "1600")})
    assert plan.rows.days == {}


def test_what_the_register_has_of_a_letter_stays() -> None:
    old = {"title": "Eigen titel", "day": JUNE, "day_assumed": False, "citation": None, "signatory": "minister"}
    says = {"title": "Voortgang", "day": OCTOBER, "day_assumed": True, "citation": "28 638, nr. 9", "signatory": "wie"}

    assert told_anew(says, old) == {"citation": "28 638, nr. 9"}


def test_a_known_letter_is_read_on_its_own_day(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text(
        "Geachte voorzitter,\n\nMet deze brief informeer ik uw Kamer over de aanpak van mensenhandel.\n\n"
        "Ik informeer uw Kamer voor het einde van dit jaar over de opvang van slachtoffers in de regio.\n\n"
        "Ik informeer uw Kamer in het najaar over de scholing van agenten in het hele land.\n\n"
        "De minister van Justitie en Veiligheid,\n\nD.M. van Weel\n",
        encoding="utf-8",
    )
    first = take_file(path, today=JUNE)
    assert as_known(store, first) is first
    apply_plan(Editor(store), ImportPlan(store, [first.reading], today=build.TODAY).rehearse())

    again = as_known(store, take_file(path, today=date(2027, 10, 1)))

    assert again.assumed_day == JUNE
    assert all_unchanged(ImportPlan(store, [again.reading], today=build.TODAY).rehearse())
