"""Texts that nobody writes: reading them ends in time that grows with their length, and never fails."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.records.counted_work import grows_with_length
from tracker.exchange.incoming.letter.document import MOST_CHARACTERS
from tracker.exchange.incoming.letter.plain import document_of
from tracker.exchange.incoming.letter.reading import reading_of
from tracker.exchange.incoming.recognising import Format
from tracker.records.proposal import FileReading
from tracker.services.deadline_words import recesses

_UNITS = (
    "(", ")(", "motie van het lid Aa en ", "de moties van de leden Aa, Bb en ", "minister van Justitie en Veiligheid, ",
    "[1: ", "nr. ", "Kamerstukken II 2025/26, 28 638, nr. ", "‘Aa ", "\n", "a\tb\n", "Kop\n", "1 ", ". ", "Aaa Bbb ",
    "voor het einde van ", "op 3 mei 2026 ", "a-b-", "Verdrag van Aa ", "heb ik toegezegd om ", "samen met Aa, Bb en ",
    "€ 1.000.000 ", "a¹ ", "commissiedebat Aa van ", "zal worden gedaan. ", "de AaAa", "Wet aaaa ", "VN-verdrag tegen ",
    "wordt een aaaa in ", "mede namens ",
)  # fmt: skip
_WORDS = st.sampled_from(
    [
        "Motie", "van het lid", "Ceder", "(CU)", "c.s.", "en", "over", "de regering", "wordt verzocht", "om", ".", ",",
        "\n", "\n\n", "(", ")", "Ik", "informeer", "uw Kamer", "voor 1 juli 2026", "na afronding van",
            "heb ik toegezegd",
        "Toezegging", "hiermee", "als afgedaan", "Actielijn 1", "EMPACT", "Verdrag van Istanbul",
            "Richtlijn (EU) 2024/1712",
        "[footnoteRef:1]", "[1: Kamerstukken II 2025/26, 28 638, nr. 259.]", "¹", "\t", "€ 5 miljoen", "-", "‘Titel’",
        "operationele actie", "Nederland leidt", "aanbevolen om", "het commissiedebat X van 20 mei 2026", "\x00",
            "\ud800",
    ]
)  # fmt: skip


def _read(text: str) -> FileReading:
    return reading_of(document_of(text), Path("brief.txt"), Format.TXT, date(2026, 6, 25), recesses())


@pytest.mark.parametrize("unit", _UNITS)
def test_time_grows_with_the_length_of_a_text(unit: str) -> None:
    assert grows_with_length(_read, unit, characters=2_000)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_WORDS, max_size=60))
def test_any_words_in_any_order_are_read_and_accounted_for(words: list[str]) -> None:
    reading = _read(" ".join(words))

    assert reading.account.adds_up
    for proposal in reading.proposals:
        assert proposal.values["title"]
        assert all(0 <= one.start < one.end <= len(reading.text) for one in proposal.passages)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_characters_are_read(text: str) -> None:
    assert _read(text).account.adds_up


def test_of_a_text_that_is_no_letter_any_more_the_beginning_is_read_and_that_is_said() -> None:
    document = document_of("Een regel tekst.\n" * (MOST_CHARACTERS // 10))

    assert document.is_cut
    assert len(document.text) < MOST_CHARACTERS * 1.3
