"""The base of table models with fixed headings: each says how many rows it has, and what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tracker.basics.language import Language, Text

Index = QModelIndex | QPersistentModelIndex


class HeadedTable(QAbstractTableModel):
    """Its headings never change; what it shows, who makes it decides: ``row_total`` and ``data``."""

    def __init__(self, headings: Sequence[Text], language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings, self._language = headings, language

    @property
    def row_total(self) -> int:
        """Give how many rows there are."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own way of asking
        return 0 if parent.isValid() else self.row_total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_heading = orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._headings)
        if not is_heading or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings[section].to(self._language)
