"""How wide the columns of the table are: by themselves, as the user set them, or as wide as what they show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHeaderView, QTableView

from tracker.ui.listing.columns import TITLE, Column
from tracker.ui.listing.model import RecordModel
from tracker.ui.listing.painter import RowPainter
from tracker.ui.looks.fonts import grown

_WIDEST_PX = 900
_LABEL_PX = 140
_MARKS_PX = 38
_NARROWEST_TITLE_PX = 140
_GIVES_IN, _NARROWEST_WORDS_PX = "deadline_wording", 110


def rows_in_sight(rows: QTableView) -> tuple[int, int]:
    """Give the first and the last row that can be seen; the last lies before the first where there are none."""
    last = rows.rowAt(rows.viewport().height() - 1)
    return max(0, rows.rowAt(0)), rows.model().rowCount() - 1 if last < 0 else last


class ColumnWidths:
    """Sets the widths of a list's columns. ``own_px`` holds those that the user chose, by key."""

    def __init__(
        self, rows: QTableView, records: RecordModel, painter: RowPainter, changed: Callable[[], None]
    ) -> None:
        self._list, self._records, self._painter, self._changed = rows, records, painter, changed
        self._is_fitting = False
        self.own_px: dict[str, int] = {}
        self._header = header = rows.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionResized.connect(self._keep)
        header.sectionHandleDoubleClicked.connect(self.fit_to_content)

    def fit(self) -> None:
        """Give each column its width; the title takes what is left unless the user set its width.

        Where too little is left, the words of the deadline give in before the list has to scroll.
        """
        self._is_fitting = True
        columns = self._records.columns
        widths = {one.key: self.own_px.get(one.key, self._usual(one)) for one in columns if one.key != TITLE}
        least = self.own_px.get(TITLE, grown(_NARROWEST_TITLE_PX))
        short = sum(widths.values()) + least - self._header.width()
        if short > 0 and _GIVES_IN in widths and _GIVES_IN not in self.own_px:
            usual = widths[_GIVES_IN]
            widths[_GIVES_IN] = min(usual, max(usual - short, grown(_NARROWEST_WORDS_PX)))
        room = self._header.width() - sum(widths.values())
        widths[TITLE] = self.own_px.get(TITLE, max(least, room))
        for place, column in enumerate(columns):
            self._header.resizeSection(place, widths[column.key])
        self._is_fitting = False

    def fit_to_content(self, place: int) -> None:
        """Make a column as wide as what stands in it in the rows in sight."""
        column = self._records.columns[place]
        first, last = rows_in_sight(self._list)
        widest = max((self._painter.width_px(row, column) for row in range(first, last + 1)), default=0)
        self._header.resizeSection(place, min(_WIDEST_PX, max(widest, self._label_px(column))))

    def _usual(self, column: Column) -> int:
        if column.key == "state":
            return max(grown(column.width_px), self._painter.judgement_width_px)
        return max(grown(column.width_px), self._label_px(column))

    def _label_px(self, column: Column) -> int:
        words = self._list.fontMetrics().horizontalAdvance(column.label.to(self._records.words.language))
        return min(words, grown(_LABEL_PX)) + _MARKS_PX

    def _keep(self, place: int, _old: int, new: int) -> None:
        if not self._is_fitting and 0 <= place < len(self._records.columns):
            self.own_px[self._records.columns[place].key] = new
            self._changed()
