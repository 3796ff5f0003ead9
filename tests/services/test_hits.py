"""Where typed words stand: in the original text, with accents and blanks, and in which field."""

from __future__ import annotations

import pytest

from tests import builders as build
from tracker.services.hits import Hit, hits, spans
from tracker.store.record_store import Store


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Coördinatie in de keten", ("coord", "keten"), ["Coörd", "keten"]),
        ("Coo\u0308rdinatie", ("coord",), ["Coo\u0308rd"]),
        ("eén\n  regel", ("een regel",), ["eén\n  regel"]),
        ("aaa", ("aa", "a"), ["aaa"]), ("niets", ("x",), []), ("", ("x",), []), ("“Straße”", ("strasse",), ["Straße"]),
    ],
)  # fmt: skip
def test_words_are_found_in_the_text_as_it_was_written(text: str, words: tuple[str, ...], found: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, words)] == found


def test_the_place_of_what_cannot_be_seen_is_told_with_what_stands_around_it(store: Store) -> None:
    motion = build.motion(store, title="Aanpak", text="x" * 60)
    build.note(store, motion, text="Gisteren is met de burgemeester\ngesproken over de opvang in " + "y" * 60)
    found = hits(store, "aanpak burgemeester", {motion.id: ["title", "reference"]})
    assert found[motion.id] == Hit(
        found[motion.id].field, "Gisteren is met de ", "burgemeester", " gesproken over de opvang in yyyyyyyyyyy…"
    )
    assert found[motion.id].field.nl == "Stand van zaken"


def test_nothing_is_told_of_what_stands_in_sight(store: Store) -> None:
    motion = build.motion(store, title="Aanpak opvang", theme="opvang")
    assert hits(store, "opvang", {motion.id: ["title"]}) == {}
    assert hits(store, "", {motion.id: ["title"]}) == {}


def test_a_paper_cited_in_another_form_is_told_in_its_field(store: Store) -> None:
    motion = build.motion(store, citation="Kamerstukken II 2024/25, 36 547, nr. 36")
    assert hits(store, "kst-36547-36", {motion.id: ["title"]})[motion.id].found == "36 547, nr. 36"
