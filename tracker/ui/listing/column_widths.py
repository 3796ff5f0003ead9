"""How wide the columns of the table are: by themselves, as the user set them, or as wide as what they show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView

from tracker.ui.listing.columns import TITLE, Column

if TYPE_CHECKING:
    from tracker.ui.listing.view import RecordList

_WIDEST_PX = 900
_LABEL_PX = 140
_MARKS_PX = 38
_NARROWEST_TITLE_PX = 200


class ColumnWidths:
    """Sets the widths of a list's columns. ``own_px`` holds those that the user chose, by key."""

    def __init__(self, rows: RecordList, changed: Callable[[], None]) -> None:
        self._list, self._changed = rows, changed
        self._is_fitting = False
        self.own_px: dict[str, int] = {}
        header = rows.list_header
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionResized.connect(self._keep)
        header.sectionHandleDoubleClicked.connect(self.fit_to_content)

    def set_own(self, widths_px: Mapping[str, int]) -> None:
        """Take over widths that were kept."""
        self.own_px = dict(widths_px)
        self.fit()

    def fit(self) -> None:
        """Give each column its width; the title takes what is left unless the user set its width."""
        self._is_fitting = True
        columns = self._list.records.columns
        taken = 0
        for place, column in enumerate(columns):
            width = self.own_px.get(column.key, self._usual(column))
            if column.key != TITLE:
                taken += width
                self._list.list_header.resizeSection(place, width)
        for place, column in enumerate(columns):
            if column.key == TITLE:
                room = self._list.viewport().width() - taken
                self._list.list_header.resizeSection(place, self.own_px.get(TITLE, max(_NARROWEST_TITLE_PX, room)))
        self._is_fitting = False

    def fit_to_content(self, place: int) -> None:
        """Make a column as wide as what stands in it in the rows in sight."""
        column = self._list.records.columns[place]
        first, last = self._list.rows_in_sight()
        painter = self._list.painter_of_rows
        widest = max((painter.width_px(row, column) for row in range(first, last + 1)), default=0)
        self._list.list_header.resizeSection(place, min(_WIDEST_PX, max(widest, self._label_px(column))))

    def _usual(self, column: Column) -> int:
        if column.key == "state":
            return max(column.width_px, self._list.painter_of_rows.judgement_width_px)
        return max(column.width_px, self._label_px(column))

    def _label_px(self, column: Column) -> int:
        words = self._list.fontMetrics().horizontalAdvance(column.label.to(self._list.records.words.language))
        return min(words, _LABEL_PX) + _MARKS_PX

    def _keep(self, place: int, _old: int, new: int) -> None:
        if not self._is_fitting and 0 <= place < len(self._list.records.columns):
            self.own_px[self._list.records.columns[place].key] = new
            self._changed()
