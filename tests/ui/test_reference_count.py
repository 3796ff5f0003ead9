"""PySide6 must not lose references to None: on Python 3.11 its version 6.12.0 does, and the interpreter aborts."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from PySide6.QtCore import (
    QAbstractTableModel,
    QIdentityProxyModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

_CALLS = 2_000


class _EmptyCells(QAbstractTableModel):
    """One cell, of which nothing is known: data() is a Python override that gives None to C++."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        return 0 if parent.isValid() else 1

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 the same
        return 0 if parent.isValid() else 1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return None


@pytest.mark.parametrize("proxy_type", [QSortFilterProxyModel, QIdentityProxyModel])
def test_empty_cells_cost_no_reference_to_none(
    proxy_type: type[QSortFilterProxyModel | QIdentityProxyModel],
) -> None:
    cells = _EmptyCells()
    proxy = proxy_type()
    proxy.setSourceModel(cells)
    cell = proxy.index(0, 0)
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        proxy.data(cell)
    lost = before - sys.getrefcount(None)
    # A leak loses one for each call; other things that come and go meanwhile hold a handful. From Python 3.12 None is
    # immortal and its count never changes.
    assert abs(lost) < _CALLS / 10
