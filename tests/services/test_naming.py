"""From names that somebody typed to the rows they mean."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tracker.basics.language import Language
from tracker.services.naming import Namer, find_letter
from tracker.store.integrity import check
from tracker.store.record_store import Store


def partners(store: Store, typed: str) -> list[str]:
    made = build.action(store, partners=typed)
    return [store.names()("organisation", one) for one in made["partners"]]


@pytest.mark.parametrize("typed", ["politie; OM", "politie\nOM", "politie, OM", "OM; politie, KMar"])
def test_names_are_told_apart(store: Store, typed: str) -> None:
    build.organisation(store, "politie")
    assert set(partners(store, typed)) >= {"politie", "OM"}


def test_a_comma_may_belong_to_a_name_that_nobody_knows_yet(store: Store) -> None:
    assert partners(store, "ministerie van Landbouw, Visserij en Natuur") == [
        "ministerie van Landbouw, Visserij en Natuur"
    ]


def test_a_known_name_keeps_its_comma(store: Store) -> None:
    build.organisation(store, "politie")
    build.organisation(store, "politie, eenheid Oost")
    assert partners(store, "politie, eenheid Oost") == ["politie, eenheid Oost"]


def test_a_letter_and_a_debate_are_named_in_the_language_of_the_reader(store: Store) -> None:
    sent = build.letter(store, title="Voortgang", day=date(2026, 5, 20), day_assumed=True)
    held = build.debate(store, subject="Opvang", sort="commissiedebat", day=date(2026, 5, 20))
    names = store.names()
    assert names("letter", sent.id) == "B-1 Voortgang (20-05-2026, dag geschat)"
    assert names("letter", sent.id, Language.ENGLISH) == "B-1 Voortgang (20 May 2026, day estimated)"
    assert names("debate", held.id, Language.ENGLISH) == "Committee debate Opvang, 20 May 2026"


@pytest.mark.parametrize("language", Language)
def test_a_name_is_understood_in_either_language(store: Store, language: Language) -> None:
    sent = build.letter(store, title="Voortgang", day=date(2026, 5, 20), day_assumed=True)
    shown = store.names()("letter", sent.id, language)
    found = find_letter(store, shown)
    assert found is not None
    assert found.id == sent.id
    assert Namer(store, lambda *_: None).id_of("letter", shown) == sent.id


def test_a_day_that_is_estimated_says_so_and_the_former_words_still_find_the_letter(store: Store) -> None:
    letter = build.letter(store, title="Brief zomer", day=date(2026, 6, 25), day_assumed=True)
    assert store.names()("letter", letter.id) == "B-1 Brief zomer (25-06-2026, dag geschat)"
    record = build.motion(store, settled_letter="B-1 Brief zomer (25-06-2026, aangenomen)")
    assert record["settled_letter"] == letter.id
    with store.read() as connection:
        texts = connection.exec_driver_sql("SELECT folded FROM record_text").scalars().all()
    assert "b-1 brief zomer (25-06-2026, dag geschat)" in texts[0]
    assert check(store) == []
