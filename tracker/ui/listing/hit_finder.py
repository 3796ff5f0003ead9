"""Looks up, a moment after the last key, where the words stand in the records in sight in which they cannot be seen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from tracker.services.hits import hits
from tracker.ui.listing.pane import ListPane
from tracker.ui.session import Session

_WAIT_MS = 120


class HitFinder(QObject):
    """Fills in the second line of found records; typing and scrolling go first."""

    def __init__(self, session: Session, pane: ListPane) -> None:
        super().__init__(pane)
        self._session, self._pane = session, pane
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.look)
        pane.list.scrolled.connect(self._look_soon)

    def look(self) -> None:
        """Look in the rows in sight now."""
        rows, model = self._pane.list, self._pane.model
        first, last = rows.rows_in_sight()
        wanted = set(model.without_hit(first, last))
        if wanted:
            shown = {
                one: self._whole_fields(row) for row in range(first, last + 1) if (one := model.id_at(row)) in wanted
            }
            model.show_hits(hits(self._session.store, self._pane.search.text(), shown, self._session.language), wanted)
            rows.viewport().update()

    def _whole_fields(self, row: int) -> set[str]:
        """Give the fields that can be read whole in a row."""
        rows, columns = self._pane.list, self._pane.model.columns
        painter = rows.painter_of_rows
        return {
            column.field
            for place, column in enumerate(columns)
            if column.key != "state" and painter.width_px(row, column) <= rows.columnWidth(place) + 2
        }

    def _look_soon(self) -> None:
        if self._pane.model.found:
            self._timer.start()
