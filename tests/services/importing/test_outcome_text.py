"""What an import did, in words: of a letter its sentences are counted, of a list its cells."""

from __future__ import annotations

import pytest

from tracker.services.importing.outcome import FileOutcome
from tracker.services.importing.outcome_text import cells_words


@pytest.mark.parametrize(("sort", "counted"), [("docx", "12 zinnen:"), ("pdf", "12 zinnen:"), ("xlsx", "12 cellen:")])
def test_a_letter_is_counted_in_sentences(sort: str, counted: str) -> None:
    told = cells_words(FileOutcome("bestand", sort, cells=(12, 9, 1, 2)))

    assert told.nl.startswith(counted)
    assert told.en.startswith(counted.replace("zinnen", "sentences").replace("cellen", "cells"))
