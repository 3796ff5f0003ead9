"""Sheets beside the list that are none themselves: lists to choose from, versions, what an export says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.workbook.mapping import Remembered, TableUse
from tracker.exchange.incoming.workbook.proposing import Judged
from tracker.records.proposal import Sureness

_NAMES: Final = frozenset((
    "keuzelijst", "keuzelijsten", "keuzemenu", "lijsten", "lijstjes", "opties", "validatie", "gegevensvalidatie",
    "parameters", "stamgegevens", "hulpblad", "hulptabel", "legenda", "leeswijzer", "toelichting", "instructie",
    "colofon", "versiebeheer", "versies", "wijzigingen", "lists", "lookup", "lookups", "options", "dropdown",
    "dropdowns", "legend", "readme", "read me", "instructions", "version control", "changelog", "plan name", "plannaam",
))  # fmt: skip
_MOST_ROWS: Final = 12
_LIST: Final = 3


def without_no_lists(tables: Sequence[Judged], uses: Sequence[TableUse], remembered: Remembered) -> list[TableUse]:
    """Give the uses with those tables left out that are no list, where the file has one elsewhere.

    What somebody chose for such a table before stays.
    """
    lists = [_known_columns(use) >= _LIST and not _has_such_a_name(one) for one, use in zip(tables, uses, strict=True)]
    return [
        replace(use, is_left_out=True)
        if any(lists) and not is_list and _is_no_list(one, use) and remembered.kind_of_shape(use.shape) is None
        else use
        for one, use, is_list in zip(tables, uses, lists, strict=True)
    ]


def _is_no_list(judged: Judged, use: TableUse) -> bool:
    if _has_such_a_name(judged):
        return True
    pairs = sum(bool(look.filled) for look in judged.looks) <= 2 and len(judged.table.rows) <= _MOST_ROWS
    return pairs and not _known_columns(use)


def _has_such_a_name(judged: Judged) -> bool:
    return fold(judged.table.grid.name).strip(" 0123456789()_-") in _NAMES


def _known_columns(use: TableUse) -> int:
    return sum(one.sureness is Sureness.SURE and one.target not in {"keep", "ignore"} for one in use.columns)
