"""Rows on pages: wrapped, broken, with the heading row on each."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from tracker.services.paper import Cell, Look, Paper, Row, heading
from tracker.ui.overview.drawing import fixed_face
from tracker.ui.printing.layout import PaperPages, page_rect, wrap

pytestmark = pytest.mark.usefixtures("qapp")
HEAD = Row((Cell("Nr", 1, Look.COLUMN), Cell("Onderwerp", 3, Look.COLUMN)))


def paper(rows: Sequence[Row], *, head: Row | None = HEAD, is_wide: bool = False) -> Paper:
    return Paper("Over tijd", ("Stand op 01-07-2026",), rows, len(rows), head=head, is_wide=is_wide)


def built(made: Paper) -> PaperPages:
    pages = PaperPages(made, "register", "Pagina {} van {}")
    assert list(pages.build()) == list(range(1, made.row_count + 1))
    return pages


def words_on(pages: PaperPages, place: int) -> list[str]:
    return [" ".join(item.lines) for item in pages._pages[place] if not isinstance(item, QRectF)]


def rows(count: int, text: str = "tekst") -> list[Row]:
    return [Row((Cell(f"M-{n}", 1), Cell(text, 3)), has_rule=True) for n in range(count)]


def test_every_row_stands_on_a_page_once_in_order() -> None:
    pages = built(paper(rows(200)))
    assert pages.count > 1
    found = [words for place in range(pages.count) for words in words_on(pages, place) if words.startswith("M-")]
    assert found == [f"M-{n}" for n in range(200)]


def test_the_heading_row_returns_on_each_page_and_the_title_does_not() -> None:
    pages = built(paper(rows(200)))
    for place in range(pages.count):
        assert ("Onderwerp" in words_on(pages, place), "Over tijd" in words_on(pages, place)) == (True, place == 0)


def test_nothing_leaves_the_page() -> None:
    pages = built(paper([*rows(50, "woord " * 60), *rows(3, "x" * 4000)], is_wide=True))
    body = page_rect(is_wide=True).adjusted(480, 480, -480, -480 - 239)
    for place in range(pages.count):
        for item in pages._pages[place]:
            rect = item if isinstance(item, QRectF) else item.rect
            assert body.adjusted(-1, -1, 1, 1).contains(rect)


def test_a_row_longer_than_a_page_goes_on_and_loses_no_word() -> None:
    text = " ".join(f"woord{n}" for n in range(6000))
    pages = built(paper([Row((Cell("M-1", 1), Cell(text, 3)))]))
    assert pages.count > 2
    found = " ".join(words for place in range(pages.count) for words in words_on(pages, place))
    assert [word for word in found.split() if word.startswith("woord")] == text.split()


def test_a_heading_goes_to_the_next_page_with_its_first_row() -> None:
    for before in range(40, 75):
        pages = built(paper([*rows(before), heading("Termijnen"), *rows(2)], head=None))
        for place in range(pages.count):
            assert words_on(pages, place)[-1] != "Termijnen"


def test_an_empty_list_is_one_page() -> None:
    pages = built(paper([]))
    assert pages.count == 1
    assert "Over tijd" in words_on(pages, 0)


def test_wide_paper_lies() -> None:
    page = page_rect(is_wide=True)
    assert page.width() > page.height()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=120))
def test_wrapping_keeps_every_letter(text: str) -> None:
    lines = wrap(text, 95.0, False, 900.0)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_lines_are_not_wider_than_their_room() -> None:
    metrics = QFontMetricsF(fixed_face(95.0, False))
    for line in wrap("Een tamelijk lange zin over de opvang van slachtoffers " * 5, 95.0, False, 1500.0):
        assert metrics.horizontalAdvance(line) <= 1501


def test_a_page_is_drawn_with_its_number_and_warning() -> None:
    pages = built(Paper("Titel", (), rows(3), 3, warning="Intern"))
    picture = QImage(595, 842, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.scale(0.1, 0.1)
    pages.draw(painter, 0)
    painter.end()
    foot = [picture.pixelColor(x, y).name() for x in range(45, 120) for y in range(775, 800)]
    assert "#ffffff" in foot
    assert any(int(colour[1:3], 16) > 140 and int(colour[3:5], 16) < 110 for colour in foot)  # the warning is red
