"""Text made comparable and storable (fault 21)."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tracker.basics.folding import clean, fold

ANY_TEXT = st.text(st.characters(exclude_categories=[]))  # lone surrogates too
FIXED = settings(derandomize=True, database=None, deadline=None)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Coördinatie", "coordinatie"),
        ("  veel \t\n blanks  ", "veel blanks"),
        ("ÉÉN", "een"),
        ("straße", "strasse"),
        ("ﬁnanciën", "financien"),
        ("½", "1⁄2"),
        ("İstanbul", "istanbul"),
        ("Zoë’s “zaak” – nu", 'zoe\'s "zaak" - nu'),
        ("een\u00a0twee", "een twee"),
        ("", ""),
    ],
)
def test_text_is_folded_for_comparing(text: str, folded: str) -> None:
    assert fold(text) == folded


@FIXED
@example("ẞ̇ϔͅ")
@given(ANY_TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@FIXED
@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_is_folded_alike_beside_an_accent(text: str) -> None:
    assert fold(f"{text} é") == fold(f"{text} e")


@FIXED
@given(ANY_TEXT, ANY_TEXT)
def test_capitals_and_accents_of_any_text_do_not_matter(before: str, after: str) -> None:
    assert fold(f"{before} KÉTEN {after}") == fold(f"{before} keten {after}")


@pytest.mark.parametrize(
    ("text", "kept", "removed"),
    [
        ("a\x00b", "ab", 1),
        ("a\x0bb\x0c", "ab", 2),
        ("a\ud800b\udfff", "ab", 2),
        ("a\ufffe\uffff", "a", 2),
        ("een\r\ntwee\rdrie\n", "een\ntwee\ndrie\n", 0),
        ("tab\tblijft", "tab\tblijft", 0),
        ("één 😀 \U0001fae0", "één 😀 \U0001fae0", 0),
        ("", "", 0),
    ],
)
def test_what_cannot_be_stored_is_left_out_and_counted(text: str, kept: str, removed: int) -> None:
    assert clean(text) == (kept, removed)


@FIXED
@given(ANY_TEXT)
def test_clean_text_can_be_stored_anywhere(text: str) -> None:
    kept, _ = clean(text)
    assert kept.encode("utf-8").decode("utf-8") == kept
    element = ET.Element("c")
    element.text = kept
    assert (ET.fromstring(ET.tostring(element, encoding="utf-8")).text or "") == kept


@FIXED
@given(ANY_TEXT)
def test_clean_text_is_clean(text: str) -> None:
    kept, _ = clean(text)
    assert clean(kept) == (kept, 0)
