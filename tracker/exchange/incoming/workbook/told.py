"""What the lines of a sheet say of the rows below them, and what a banner says of a whole table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.workbook.line_sorts import kind_in, status_in
from tracker.exchange.incoming.workbook.row import Around, Told
from tracker.exchange.incoming.workbook.table import Line, Table
from tracker.records.day_text import read_day
from tracker.records.kind import Kind
from tracker.records.origin_text import days_in
from tracker.records.registry import kind_of
from tracker.records.status_words import status_for

_LINE: Final = re.compile(r"(?:actielijn|action line|lijn)\s*(\d)\b")
_THEME: Final = re.compile(r"^(?:thema|theme|onderdeel|cluster|hoofdstuk|chapter)\s*\d*\s*[:.–-]?\s*", re.IGNORECASE)
_DAY_OF: Final = re.compile(
    r"(?:peildatum|stand(?: van zaken)?(?: per| op| d\.d\.)?|per|datum|d\.d\.|situatie per|as of|status (?:as of|"
    r"on)|date|versie|bijgewerkt)"
    r"\s*:?\s*(.+)$",
    re.IGNORECASE,
)
_NEAR: Final = 3
_ANY_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_CYCLE: Final = re.compile(r"EMPACT(?:-cyclus)?\s*\(?(20\d\d\s*[-–]\s*20\d\d)", re.IGNORECASE)
_PRIORITY: Final = re.compile(r"priorit(?:eit|y)\s*:?\s*([^,;()]+)", re.IGNORECASE)


def around(table: Table, banner: Sequence[str], file: str) -> Around:
    """Give what the lines above a table, its sheet's and its file's name say of all its rows."""
    texts = [*banner, *(line.text for line in table.banner)]
    words = " ".join((*texts, table.grid.name, file))
    cycle = _CYCLE.search(words)
    priority = next((found for text in texts if (found := _PRIORITY.search(text))), None)
    return Around(
        next((day for text in reversed([*texts, table.grid.name, file]) if (day := _day_in(text))), None),
        _chamber_in(words),
        re.sub(r"\s*[-–]\s*", "-", cycle[1]) if cycle else None,
        " ".join(priority[1].split()) if priority and cycle else None,
        next((year for text in (table.grid.name, *reversed(texts), file) if (year := _year_in(text))), None),
    )


def _day_in(text: str) -> date | None:
    found = _DAY_OF.search(text)
    if found is not None:
        day = read_day(found[1].strip(" ()"))
        if day is not None:
            return day
        days = days_in(found[1])
        return days[0] if len(days) == 1 else None
    days = days_in(text)
    return days[0] if len(days) == 1 and len(text) <= 60 else None


def _year_in(text: str) -> int | None:
    """Give the year that a text names, where it names one alone."""
    years = set(_ANY_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def _chamber_in(words: str) -> str | None:
    folded = fold(words)
    first, second = "eerste kamer" in folded, "tweede kamer" in folded
    if first == second:
        return None
    return "Eerste Kamer" if first else "Tweede Kamer"


def kind_told(lines: Sequence[Line], kind: Kind) -> Kind:
    """Give the kind of the rows below these lines: the one that the nearest names, else the table's."""
    for line in reversed(lines):
        code = kind_in(line.text)
        if code is not None and not (code == "action" and _LINE.search(fold(line.text))):
            return kind_of(code)
    return kind


def told_by(lines: Sequence[Line], kind: Kind, banner: Sequence[Line] = ()) -> Told:
    """Give what the lines above a row say: the nearest one of each sort, up to the line that names its kind.

    Of the banner above the table only a state and an action line count, and only for rows below no other kind.
    """
    told = Told()
    for line in reversed(lines):
        words = fold(line.text)
        names_kind = kind_in(line.text) is not None
        status = status_in(line.text) or (line.text if status_for(kind.code, line.text) else None)
        if status and told.status is None:
            told.status = status
        elif (number := _LINE.search(words)) and told.action_line is None:
            told.action_line = number[1]
            if kind.code != "action" and told.theme is None:
                told.theme = line.text
        elif not names_kind and not status and told.theme is None and len(line.text) <= 120:
            told.theme = _THEME.sub("", line.text).strip() or line.text
        if names_kind and not _LINE.search(words):
            return told
    for line in reversed(banner[-_NEAR:]):
        number = _LINE.search(fold(line.text))
        told.status = told.status or status_in(line.text)
        told.action_line = told.action_line or (number[1] if number else None)
    return told
