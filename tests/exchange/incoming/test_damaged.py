"""Files of every sort as they may arrive: damaged in any way, they are read or refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.incoming import hostile
from tests.exchange.incoming.damaging import GOOD, read_or_refused, tried

_TRIED_OF_EACH = 40
_TEXT = b't="inlineStr"><is><t>x</t></is></c></row>'


@pytest.mark.parametrize("sort", GOOD)
def test_a_damaged_file_is_read_or_refused_in_a_sentence(tmp_path: Path, sort: str) -> None:
    path = GOOD[sort](tmp_path)
    good = path.read_bytes()
    assert read_or_refused(path) is None

    told = [tried(good, path, seed) for seed in range(_TRIED_OF_EACH)]

    names = (path.name, "1.json", "2.json")  # of a .zip the page in it is named
    assert all(words.endswith(".") and any(name in words for name in names) for words in told if words is not None)


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="1"><c r="a1" ' + _TEXT + b'<row r="1048576"><c r="xfd1048576" ' + _TEXT,
        b"<row r='1'><c r='A1' " + _TEXT + b"<row r='1048576'><c r='XFD1048576' " + _TEXT,
        b'<row r="1"><c r="A1" ' + _TEXT + b'<row r="2"><c r="' + b"X" * 40 + b'2" ' + _TEXT,
        b'<row r="1"><c r="A1" ' + _TEXT + b'<row r="99999999999"><c ' + _TEXT,
    ],
    ids=["small letters", "other quotes", "no such column", "no such row"],
)
def test_a_cell_far_away_is_refused_however_its_place_is_written(tmp_path: Path, rows: bytes) -> None:
    """Whoever lays out such a sheet in rows and columns ends the whole process, and what was typed in it."""
    sheet = b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"
    path = hostile.with_part(tmp_path / "ver.xlsx", "xl/worksheets/sheet1.xml", sheet)

    assert read_or_refused(path) is not None
