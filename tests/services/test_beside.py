"""Letters, debates, organisations and persons: made, changed, refused while in use, and found where they are used."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidForm, InvalidValue
from tracker.services import handling
from tracker.services.beside import delete_beside, listed_beside, save_beside, used_by, values_beside
from tracker.services.editor import Editor
from tracker.store.integrity import check
from tracker.store.record_store import Store


def _names(store: Store, entity: str) -> list[str]:
    return [row.cells[0] for row in listed_beside(store, entity)]


def test_lists_are_in_an_order_that_people_expect(store: Store) -> None:
    for name in ("Politie", "écoles", "CCV"):
        build.organisation(store, name)
    build.letter(store, title="Eerste")
    build.letter(store, title="Tweede")
    assert _names(store, "organisation") == ["CCV", "écoles", "Politie"]
    assert [row.cells[:2] for row in listed_beside(store, "letter")] == [("B-2", "Tweede"), ("B-1", "Eerste")]


@pytest.mark.parametrize(
    ("entity", "given", "changed"),
    [
        ("letter", {"title": "Brief"}, {"title": "Anders"}),
        ("debate", {"subject": "Mensenhandel"}, {"subject": "Anders"}),
        ("organisation", {"name": "CCV"}, {"name": "Anders"}),
        ("person", {"name": "Sanne de Vries", "email": None, "organisation": "OM"}, {"name": "Anders"}),
    ],
)
def test_each_sort_is_added_and_changed_in_one_step_that_undo_takes_back(
    store: Store, entity: str, given: dict[str, object], changed: dict[str, object]
) -> None:
    editor = Editor(store)
    step, row_id = save_beside(store, entity, None, given)
    editor.submit(step)
    old = dict(values_beside(store, entity, row_id))
    step, _ = save_beside(store, entity, row_id, {**old, **changed})
    editor.submit(step)
    new = values_beside(store, entity, row_id)
    assert {name: new[name] for name in changed} == changed
    editor.undo()
    assert values_beside(store, entity, row_id) == old
    assert check(store) == []


def test_saving_a_person_unchanged_writes_nothing(store: Store) -> None:
    person = build.person(store, "Sanne de Vries", "sanne@minjenv.nl")
    step, _ = save_beside(store, "person", person, values_beside(store, "person", person))
    assert step.changes == ()


def test_a_person_needs_a_name_and_names_an_organisation_that_is_new(store: Store) -> None:
    with pytest.raises(InvalidForm):
        save_beside(store, "person", None, {"name": " ", "email": "x@y.nl", "organisation": None})
    step, person = save_beside(store, "person", None, {"name": "Sanne", "email": None, "organisation": "Nieuw"})
    store.apply(step)
    assert store.names()("organisation", values_beside(store, "person", person)["organisation"]) == "Nieuw"


def test_what_is_used_is_not_deleted_and_the_sentence_says_where(store: Store) -> None:
    records = [build.action(store, lead="CCV") for _ in range(7)]
    organisation = next(row for row in listed_beside(store, "organisation") if row.cells[0] == "CCV")
    with pytest.raises(InvalidValue, match=r"“CCV” wordt nog gebruikt bij A-1, A-2, A-3, A-4, A-5 en 2 andere\."):
        delete_beside(store, "organisation", organisation.id)
    for record in records:
        build.change(store, record, lead=None)
    store.apply(delete_beside(store, "organisation", organisation.id))
    assert _names(store, "organisation") == []
    store.undo()
    assert _names(store, "organisation") == ["CCV"]


def test_partners_and_employers_count_as_use(store: Store) -> None:
    build.action(store, partners="OM; politie")
    organisation = next(row.id for row in listed_beside(store, "organisation") if row.cells[0] == "OM")
    step, _ = save_beside(store, "person", None, {"name": "Sanne", "email": None, "organisation": organisation})
    store.apply(step)
    shown = [(one.how.nl, one.name) for one in used_by(store, "organisation", organisation)]
    assert shown == [("Partners", "A-1 Een actie"), ("Persoon: organisatie", "Sanne")]


def test_a_letter_tells_on_what_it_reports_and_what_it_settles(store: Store) -> None:
    letter = build.letter(store)
    reported, settled, late = (build.commitment(store) for _ in range(3))
    build.note(store, reported, letter=letter.id)
    build.note(store, reported, letter=letter.id)
    store.apply(handling.settle(store, [settled], build.TODAY, "B-1"))
    deadline = build.deadline(store, late, wording="nu")
    given = {"end": date(2026, 12, 31)}
    store.apply(handling.postpone(store, late, deadline, given, on=build.TODAY, reason="x", letter=letter.id))
    shown = [(one.how.nl, one.summary.reference if one.summary else "") for one in used_by(store, "letter", letter.id)]
    assert shown == [("Doet af", "T-2"), ("Meldt uitstel van", "T-3"), ("Meldt de stand van zaken van", "T-1")]


def test_what_is_gone_is_said_to_be_gone(store: Store) -> None:
    with pytest.raises(InvalidValue, match="Dit debat staat niet meer"):
        delete_beside(store, "debate", 7)
