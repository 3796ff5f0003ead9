"""The rows of the palette: under each group's heading its offers, those that fit best first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from tracker.basics.language import Language
from tracker.services.matching import Fit, Span, match
from tracker.ui.palette.offers import Group, Offer

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_MOST = {Group.ACTS: 8, Group.LISTS: 6, Group.RECORDS: 12, Group.LETTERS: 4}
RECENT_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Row:
    """An offer with the pieces of its name that were hit; or, without one, the heading over a group."""

    group: Group
    offer: Offer | None = None
    spans: tuple[Span, ...] = ()


def rows_for(typed: str, offers: Iterable[Offer], records: Sequence[Offer]) -> list[Row]:
    """Give the rows for typed words. ``records`` were found by other means and come in their own order."""
    found: dict[Group, list[tuple[Fit, Row]]] = {}
    for offer in offers:
        fits = match(typed, offer.name, f"{offer.beside} {offer.also}")
        if fits is not None:
            found.setdefault(offer.group, []).append((fits.fit, Row(offer.group, offer, fits.spans)))
    for some in found.values():
        some.sort(key=lambda pair: (pair[0], bool(pair[1].offer and pair[1].offer.refusal)))
    if records:
        found[Group.RECORDS] = [_of_record(typed, offer) for offer in records]
    order = list(Group)
    groups = sorted(found, key=lambda group: (found[group][0][0], order.index(group)))
    return [row for group in groups for row in _under_heading(group, [row for _, row in found[group]][: _MOST[group]])]


def rows_without_words(recent: Sequence[Offer], offers: Iterable[Offer]) -> list[Row]:
    """Give the rows while nothing is typed: what was chosen lately, then everything."""
    rows = [Row(Group.RECENT, replace(one, group=Group.RECENT)) for one in recent[:RECENT_SHOWN]]
    every = list(offers)
    groups = [(group, [Row(group, one) for one in every if one.group is group]) for group in Group]
    return [
        *_under_heading(Group.RECENT, rows),
        *(row for group, some in groups for row in _under_heading(group, some)),
    ]


def _of_record(typed: str, offer: Offer) -> tuple[Fit, Row]:
    fits = match(typed, offer.name)
    if fits is None:
        return Fit.BESIDE, Row(Group.RECORDS, offer)
    is_reference = bool(fits.spans) and fits.spans[0] == (0, offer.name.index(" "))
    return Fit.WHOLE if is_reference else fits.fit, Row(Group.RECORDS, offer, fits.spans)


def _under_heading(group: Group, rows: Sequence[Row]) -> Iterator[Row]:
    if rows:
        yield Row(group)
        yield from rows


class PaletteModel(QAbstractListModel):
    """Holds the rows on show."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def offer_at(self, row: int) -> Offer | None:
        """Give the offer in a row; None for a heading and beside the rows."""
        return self.rows[row].offer if 0 <= row < len(self.rows) else None

    def row_of(self, offer: Offer | None) -> int:
        """Give the row of an offer; of the first row where it is not on show."""
        return next((at for at, row in enumerate(self.rows) if row.offer and offer and row.offer.key == offer.key), 0)

    def caption(self, group: Group) -> str:
        """Give the words over a group."""
        return group.value.to(self._language)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.caption(row.group) if row.offer is None else row.offer.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.caption(row.group) if row.offer is None else spoken(row.offer)
        if role == Qt.ItemDataRole.ToolTipRole and row.offer is not None:
            return row.offer.refusal or row.offer.name
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].offer is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def spoken(offer: Offer) -> str:
    """Give what a screen reader says of an offer."""
    return ", ".join(part for part in (offer.name, offer.refusal or offer.beside, offer.keys) if part)
