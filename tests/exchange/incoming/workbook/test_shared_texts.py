"""Texts that many cells share, counted as often as they are shared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.incoming import hostile
from tracker.basics.errors import CannotRead
from tracker.exchange.incoming.recognising import Format
from tracker.exchange.incoming.workbook import shared_texts
from tracker.exchange.incoming.workbook.book import open_book
from tracker.exchange.incoming.workbook.sheet_extent import guard_sheets

LONG = b"<si><t>" + b"x" * 500 + b"</t></si>"
SHORT = b"<si><t>kort</t></si>"


def cells(*written: bytes) -> bytes:
    rows = (b'<row r="%d">%s</row>' % (row, one.replace(b"*", b"%d" % row)) for row, one in enumerate(written, 1))
    return b"".join(rows)


@pytest.fixture(autouse=True)
def _ten_long_texts_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_texts, "MOST_LAID_OUT", 5_000)


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="A*" t="s"><v>0</v></c>',
        b"<c r='A*' t='s'><v> 0 </v></c>",
        b'<c t = "s" r="A*" s="1"> <v xml:space="preserve">0</v></c>',
        b'<x:c r="A*" t="s"><x:v>0</x:v></x:c>',
        b'<c r="A*" t="s"><v>&#48;</v></c>',
        b'<c r="A*" t="s"><v><!-- --></v></c>',
    ],
)
def test_a_text_that_fills_the_memory_in_many_cells_is_refused(tmp_path: Path, cell: bytes) -> None:
    path = hostile.sharing(tmp_path / "veel.xlsx", LONG, cells(*(cell,) * 10))

    with pytest.raises(CannotRead, match="veel meer tekst"):
        guard_sheets(path, Format.XLSX)


@pytest.mark.parametrize("texts", [SHORT + LONG, b"<si/>" + LONG, b"<x:si><t>kort</t></x:si>" + LONG])
def test_cells_are_counted_with_the_text_that_they_point_at(tmp_path: Path, texts: bytes) -> None:
    written = (b'<c r="A*" t="s"><v>1</v></c>',) * 9 + (b'<c r="A*" t="s"><v>0</v></c>', b'<c r="A*"><v>1</v></c>') * 10
    path = hostile.sharing(tmp_path / "net.xlsx", texts, cells(*written))

    guard_sheets(path, Format.XLSX)

    path = hostile.sharing(tmp_path / "net-niet.xlsx", texts, cells(*written, *written[:1]))
    with pytest.raises(CannotRead, match="veel meer tekst"):
        guard_sheets(path, Format.XLSX)


def test_texts_of_all_sheets_count_together(tmp_path: Path) -> None:
    sheet = cells(*(b'<c r="A*" t="s"><v>0</v></c>',) * 6)
    path = hostile.sharing(tmp_path / "twee.xlsx", LONG, sheet)
    guard_sheets(path, Format.XLSX)
    path = hostile.archive(
        tmp_path / "meer.xlsx",
        {
            "xl/sharedStrings.xml": b"<sst>" + LONG + b"</sst>",
            "xl/worksheets/a.xml": sheet,
            "xl/worksheets/b.xml": sheet,
        },
    )

    with pytest.raises(CannotRead, match="veel meer tekst"):
        guard_sheets(path, Format.XLSX)


def test_shared_texts_are_read_as_they_are(tmp_path: Path) -> None:
    path = hostile.sharing(tmp_path / "gewoon.xlsx", SHORT + LONG, cells(b'<c r="A*" t="s"><v>0</v></c>'))

    (grid,) = open_book(path, "xlsx").grids
    assert list(grid.row(0)) == ["kort"]
