"""Files damaged at random, for every reader: a reading or a sentence, never an error of the program's own."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests import builders as build
from tests.exchange.incoming import hostile
from tests.exchange.incoming.workbook.own_lists import programmes_ods
from tests.fuzzing import READERS, fuzz
from tracker.basics.errors import CannotRead
from tracker.services.importing.files import read_file

_SECONDS = 1.0
_MOST = 60


@pytest.mark.parametrize("reader", READERS)
def test_a_file_damaged_at_random_is_read_or_refused_in_a_sentence(tmp_path: Path, reader: str) -> None:
    found = fuzz(reader, tmp_path, seed=6, seconds=_SECONDS, most=_MOST)

    assert found.tried
    assert found.faults == []


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="B1333333333333333333333333333"><v>1</v></c>',
        b"<c r='XFD1048576'><v>1</v></c>",
        b'<c t="n" r="XFD1048576"><v>1</v></c>',
        b'<c r="xfd1048576"><v>1</v></c>',
        b'</row><row r="1048576"><c/><c r="XFD1048576" t="n"><v>1</v></c>',
        b'</row><row r="4294967295"><c><v>1</v></c>',
    ],
)
def test_a_cell_beyond_the_edges_is_refused_however_it_is_written(tmp_path: Path, cell: bytes) -> None:
    """The reader of workbooks would ask for hundreds of gigabytes, and end the process."""
    sheet = b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>' + cell + b"</row></sheetData></worksheet>"
    path = hostile.with_part(tmp_path / "ver.xlsx", "xl/worksheets/sheet1.xml", sheet)

    with pytest.raises(CannotRead, match="heel ver van de rest"):
        read_file(path, today=build.TODAY)


def test_an_open_document_whose_tags_do_not_close_is_refused_at_once(tmp_path: Path) -> None:
    """The reader of workbooks would look for the end for ever."""
    good, path = programmes_ods(tmp_path), tmp_path / "half.ods"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"</table:table>", b""))

    with pytest.raises(CannotRead, match="beschadigd"):
        read_file(path, today=build.TODAY)


def test_a_workbook_damaged_within_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = hostile.with_part(tmp_path / "half.xlsx", "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row")

    with pytest.raises(CannotRead, match="beschadigd"):
        read_file(path, today=build.TODAY)
