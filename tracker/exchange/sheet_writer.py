"""Described sheets as a workbook file: title block, frozen header, filter, print set-up, and no text lost or altered.

openpyxl writes row by row (``write_only``), so that a large register needs little memory. Its sheets live in temporary
files until the end; whatever goes wrong, these go.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.writer.excel import ExcelWriter

from tracker.basics.folding import clean
from tracker.exchange.sheet_looks import NORMAL_FONT, Looks
from tracker.exchange.sheet_names import SheetNames
from tracker.exchange.sheet_page import LIMITS, Limits, Page
from tracker.exchange.sheet_rows import rows_of
from tracker.exchange.sheets import Band, Book, Row, Sheet

Progress = Callable[[int, int], None]
"""Hears how many lines of how many were written; may raise Cancelled."""

CREATOR = "Tracker"
LINES_BETWEEN_PROGRESS = 100


def write_book(book: Book, file: Path, progress: Progress | None = None, limits: Limits = LIMITS) -> None:
    """Write a workbook to a file. Raises OSError where the disk does not take it, and what ``progress`` raises."""
    _BookWriter(book, limits, progress).write(file)


class _BookWriter:
    def __init__(self, book: Book, limits: Limits, progress: Progress | None) -> None:
        self._book = book
        self._limits = limits
        self._progress = progress
        self._workbook = _empty_workbook()
        self._names = SheetNames()
        self._looks = Looks()
        self._done = 0
        self._total = sum(sheet.size for sheet in book.sheets)

    def write(self, file: Path) -> None:
        properties = self._workbook.properties
        properties.title, properties.creator = clean(self._book.title)[0], CREATOR
        properties.created = properties.modified = self._book.made.replace(tzinfo=None, microsecond=0)
        try:
            for sheet in self._book.sheets:
                self._write_sheet(sheet)
            self._tell()
            # Workbook.save leaves the archive open when the disk is full, and a half file behind.
            with ZipFile(file, "w", ZIP_DEFLATED, allowZip64=True) as archive:
                ExcelWriter(self._workbook, archive).write_data()
        except BaseException:
            self._drop_temporary_files()
            raise

    def _write_sheet(self, sheet: Sheet) -> None:
        page = self._page(sheet)
        waiting: Band | None = None
        has_header = False
        for line in sheet.lines:
            if not has_header:
                page.write_header()
                has_header = True
            for row in rows_of(line, sheet, self._limits.characters, self._book.continued):
                page = self._with_room(page, sheet, 1 if waiting is None else 2)
                if waiting is not None:  # a heading is written with the row that it must not be parted from
                    page.write_band(waiting, before=row)
                waiting = row if isinstance(row, Band) else None
                if isinstance(row, Row):
                    page.write_row(row)
            self._done += 1
            if self._done % LINES_BETWEEN_PROGRESS == 0:
                self._tell()
        if not has_header:
            page.say(sheet.when_empty)
            return
        if waiting is not None:
            page.write_band(waiting, before=waiting)
        page.finish()

    def _with_room(self, page: Page, sheet: Sheet, rows: int) -> Page:
        """Give a page of the sheet that has room for so many rows: this one, or a next one."""
        if page.rows_left >= rows:
            return page
        page.finish()
        following = self._page(sheet)
        following.write_header()
        return following

    def _page(self, sheet: Sheet) -> Page:
        made = self._workbook.create_sheet(self._names.next(sheet.name))
        return Page(made, sheet, self._book, self._looks, self._limits)

    def _tell(self) -> None:
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)

    def _drop_temporary_files(self) -> None:
        for sheet in self._workbook.worksheets:
            made: Any = sheet
            if made._writer is None:
                continue
            # Closing writes what is still in memory, which fails again where the disk is full.
            with contextlib.suppress(OSError):
                if made._rows is not None:
                    made._rows.close()
            with contextlib.suppress(OSError):
                made._writer.close()
            with contextlib.suppress(OSError, ValueError):
                made._writer.cleanup()


def _empty_workbook() -> Workbook:
    workbook: Any = Workbook(write_only=True)
    workbook._fonts = IndexedList([NORMAL_FONT])  # the first one is that of cells without a style
    workbook._named_styles["Normal"].font = NORMAL_FONT
    return workbook  # type: ignore[no-any-return]
