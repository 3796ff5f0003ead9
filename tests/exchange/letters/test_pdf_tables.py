"""A table in a PDF is read row by row where its headings say what it holds, also over a page; all else stays text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.letters.making import as_pdf_in_cells
from tests.exchange.letters.texts import ALL, OwnLetter
from tests.exchange.letters.texts_last import LAST
from tests.exchange.letters.texts_later import LATER
from tests.exchange.letters.yardstick import score_of
from tracker.exchange.incoming.letter.pdf import read_pdf
from tracker.exchange.incoming.letter.reading import read_letter
from tracker.exchange.incoming.recognising import recognise
from tracker.services.deadline_words import recesses

TABLE: OwnLetter = next(one for one in (*ALL, *LATER, *LAST) if one.name == "tabel")


@pytest.mark.parametrize("foot", [60, 380, 455, 480])
def test_each_row_of_a_table_is_one_motion_or_commitment(foot: int, tmp_path: Path) -> None:
    path = as_pdf_in_cells(TABLE.text, tmp_path / "brief.pdf", foot=foot)

    score = score_of(read_letter(path, recognise(path), TABLE.on, recesses()), TABLE)

    assert (score.misses, score.extra) == ([], [])


def test_columns_without_such_headings_stay_text(tmp_path: Path) -> None:
    text = "Geachte voorzitter,\n\n| Postadres | Bezoekadres |\n| Postbus 20301 | Turfmarkt 147 |\n"

    document = read_pdf(as_pdf_in_cells(text, tmp_path / "brief.pdf"))

    assert [one.cell for one in document.paragraphs] == [None] * len(document.paragraphs)
    assert "Turfmarkt 147" in document.text


def test_what_stands_right_below_a_table_is_not_a_row_of_it(tmp_path: Path) -> None:
    text = "| Motie | Status |\n| Motie over A (29 911, nr. 1) | Afgedaan. |\nHoogachtend,\n"

    document = read_pdf(as_pdf_in_cells(text, tmp_path / "brief.pdf"))

    assert [one.cell for one in document.paragraphs if one.text == "Hoogachtend,"] == [None]
