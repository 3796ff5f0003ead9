"""The lists behind a letter, and what is told of it on a line."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tracker.records.condition import condition_words
from tracker.records.filter import Filter
from tracker.records.list_field import list_field
from tracker.records.view_definition import ViewDefinition, definition_from_json
from tracker.services import handling
from tracker.services.letters import LetterCounts, count_letter, in_letter, letter_facts, letter_of, open_without
from tracker.store.record_store import Store


def _references(store: Store, chosen: Filter) -> set[str]:
    return {one.reference for one in store.summaries(store.order(chosen, build.TODAY))}


@pytest.fixture
def letter_id(store: Store) -> int:
    """A letter that reports on T-1, settles M-1, promises T-2 and has nothing to do with A-1 and the settled A-2."""
    letter, other = build.letter(store, title="Zomer"), build.letter(store, title="Winter")
    build.note(store, build.commitment(store), letter=letter.id)
    build.note(store, store.find("T-1"), letter=other.id)
    store.apply(handling.settle(store, [build.motion(store)], date(2026, 6, 1), f"B-{letter['number']}"))
    build.commitment(store, made_in_letter=letter.id)
    build.action(store)
    build.action(store, status="afgerond")
    return letter.id


def test_what_points_at_a_letter_is_its_list(store: Store, letter_id: int) -> None:
    assert _references(store, in_letter(letter_id)) == {"T-1", "T-2", "M-1"}


def test_what_is_open_and_not_in_it_is_the_other_list(store: Store, letter_id: int) -> None:
    assert _references(store, open_without(letter_id)) == {"A-1"}
    assert count_letter(store, letter_id, build.TODAY) == LetterCounts(3, 1)


def test_a_list_knows_its_letter(letter_id: int) -> None:
    assert letter_of(in_letter(letter_id)) == letter_of(open_without(letter_id)) == letter_id
    assert letter_of(Filter()) is None


def test_the_condition_is_told_by_the_name_of_the_letter_and_can_be_kept_in_a_view(
    store: Store, letter_id: int
) -> None:
    (asked,) = in_letter(letter_id).conditions
    spec = list_field(asked.field, None)
    assert condition_words(asked, spec, store.names()).nl.startswith("B-1 Zomer")
    definition = ViewDefinition(open_without(letter_id))
    assert definition_from_json(definition.to_json()) == definition


def test_what_is_known_of_a_letter_stands_on_a_line(store: Store) -> None:
    letter = build.letter(
        store, state="verzonden", day=date(2026, 6, 25), day_assumed=True, chambers=("Tweede Kamer", "Eerste Kamer"),
        citation=None,
    )  # fmt: skip
    told = letter_facts(store, letter)
    assert told == "verzonden · 25-06-2026 (dag geschat) · aan Tweede Kamer, Eerste Kamer"
