"""Citations in typed text, and the same paper at several records."""

from __future__ import annotations

import pytest

from tests import builders as build
from tracker.records.registry import kind_of
from tracker.services.citations_found import find_citations, records_with_same_paper
from tracker.store.record_store import Store

MOTION = kind_of("motion")
FORMS = ("Kamerstukken II 2025/26, 28 638, nr. 259", "28638-259", "kst-28638-259", "Kamerstuk 28 638, nr. 259")


def test_of_a_sentence_the_citation_is_kept_and_the_rest_is_told() -> None:
    found = find_citations("Met de motie-Van Dijk (Kamerstukken II 2025/26, 28 638, nr. 259) is gevraagd om een plan.")
    assert found.canonical == ("Kamerstukken II 2025/26, 28 638, nr. 259",)
    assert found.left_out.startswith("Met de motie-Van Dijk")
    assert found.left_out.endswith("is gevraagd om een plan.")
    assert "28 638" not in found.left_out


@pytest.mark.parametrize("text", [*FORMS, "Zie Kamerstuk 28 638, nr. 259.", "(28638-259);"])
def test_a_citation_alone_leaves_nothing_out(text: str) -> None:
    assert find_citations(text).left_out == ""


def test_a_text_without_a_citation_leaves_nothing_out_either() -> None:
    found = find_citations("Staatscourant, maandag")
    assert found.citations == ()
    assert found.left_out == ""


def test_one_paper_cited_twice_in_a_text_is_found_once() -> None:
    assert len(find_citations("28638-259, ook wel Kamerstuk 28 638, nr. 259").citations) == 1


def test_a_paper_is_found_by_each_form_in_which_others_cite_it(store: Store) -> None:
    ids = [build.motion(store, citation=form).id for form in FORMS]
    build.motion(store, citation="28638-260")
    for form in FORMS:
        found = records_with_same_paper(store, MOTION, find_citations(form).citations)
        assert [one.id for one in found] == ids


def test_the_record_itself_other_kinds_and_deleted_ones_are_no_duplicates(store: Store) -> None:
    own = build.motion(store, citation=FORMS[0])
    build.commitment(store, citation=FORMS[0])
    build.delete(store, build.motion(store, citation=FORMS[1]))
    assert records_with_same_paper(store, MOTION, find_citations(FORMS[0]).citations, without=own.id) == []


def test_a_citation_with_hard_blanks_is_found(store: Store) -> None:
    hard = build.motion(store, citation="Kamerstuk 28\u00a0638, nr.\u00a0259")
    assert [one.id for one in records_with_same_paper(store, MOTION, find_citations(FORMS[1]).citations)] == [hard.id]
