"""Rows of the list onto the clipboard, as text and as HTML."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from tracker.records.snapshot import Record, Summary
from tracker.services.clipboard_cells import Cell, written_html, written_text
from tracker.services.copying import field_cell, typed_cell
from tracker.services.pasting import PasteColumn
from tracker.services.pasting_deadlines import DEADLINE
from tracker.ui.listing.columns import CellWords, Column
from tracker.ui.session import Session

_ROWS_A_TURN = 500
_OF_DEADLINE = frozenset(("deadline_wording", "deadline_end"))


def copy_rows(session: Session, ids: Sequence[int], columns: Sequence[Column], *, with_headings: bool = False) -> int:
    """Put these records, in these columns, on the clipboard; gives the number of records."""
    cells = rows_as_cells(session, ids, columns)
    count = len(cells)
    is_one = count == 1 and len(columns) == 1 and not with_headings
    if with_headings:
        cells.insert(0, [Cell(session.words(column.label)) for column in columns])
    mime = QMimeData()
    mime.setText(cells[0][0].text if is_one else written_text(cells))  # a lone value is pasted into fields too
    mime.setHtml(written_html(cells, has_headings=with_headings))
    QGuiApplication.clipboard().setMimeData(mime)
    return count


def rows_as_cells(session: Session, ids: Sequence[int], columns: Sequence[Column]) -> list[list[Cell]]:
    """Give records as rows of cells."""
    words = CellWords(session.today, session.language)
    names = session.store.names()
    words.names, words.name_of = names.by_entity, names
    needs_records = any(column.spec is not None for column in columns)
    rows: list[list[Cell]] = []
    for start in range(0, len(ids), _ROWS_A_TURN):
        some = ids[start : start + _ROWS_A_TURN]
        records = {one.id: one for one in session.store.records(some)} if needs_records else {}
        rows += [
            [_cell(session, words, column, summary, records.get(summary.id)) for column in columns]
            for summary in session.store.summaries(some)
        ]
    return rows


def _cell(session: Session, words: CellWords, column: Column, summary: Summary, record: Record | None) -> Cell:
    if column.spec is None:
        value = getattr(summary, column.key, None)
        return typed_cell(words.text(column, summary), value if column.key == "deadline_end" else None)
    if record is None:
        return Cell("")
    return field_cell(record, column.spec, session.language, session.store.names())


def paste_columns(columns: Sequence[Column]) -> list[PasteColumn]:
    """Give where cells go that are pasted over these columns; over words or days of deadlines, those are read."""
    return [
        PasteColumn(column.label, DEADLINE if column.key in _OF_DEADLINE else column.record_field) for column in columns
    ]
