"""Records dragged out of the table, and what is dropped on a row: records to relate, files as evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QTableView

from tracker.basics.language import Text
from tracker.ui.looks.fonts import font
from tracker.ui.looks.tokens import tokens
from tracker.ui.record.dragging import decode_records, dropped_places, encode_records, is_for_record
from tracker.ui.session import Session

if TYPE_CHECKING:
    from tracker.records.snapshot import Record
    from tracker.ui.listing.grid_area import GridArea

_COMES, _LEAVES = QEvent.Type.DragEnter, QEvent.Type.DragLeave
_MOVES, _DROPS = QEvent.Type.DragMove, QEvent.Type.Drop
_MOST_DRAGGED = 500
_TOO_MANY = Text(
    f"Sleep hoogstens {_MOST_DRAGGED} records tegelijk.", f"Drag no more than {_MOST_DRAGGED} records at once."
)


class RowDrops(QObject):
    """Watches the viewports of the table. A register that is dropped is left to the window, which opens it."""

    said = Signal(str)

    def __init__(self, session: Session, area: GridArea) -> None:
        rows = area.list_pane.list
        super().__init__(rows)
        self._session, self._area, self._rows = session, area, rows
        self._held: tuple[int, QPoint] | None = None
        for view in (rows, rows.frozen):
            view.viewport().setAcceptDrops(True)
            view.viewport().installEventFilter(self)

    def drag(self, ids: Sequence[int]) -> None:
        """Carry records to where they are let go."""
        if len(ids) > _MOST_DRAGGED:
            self.said.emit(self._session.words(_TOO_MANY))
        if not 0 < len(ids) <= _MOST_DRAGGED:
            return
        drag = QDrag(self._rows)
        drag.setMimeData(encode_records(self._session.store.path, ids))
        drag.setPixmap(self._picture(ids))
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(Qt.DropAction.CopyAction)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == _LEAVES:
            self._rows.show_drop_row(-1)
        elif isinstance(event, QMouseEvent):
            return self._holds(self._view_of(watched), event)
        elif isinstance(event, QDropEvent) and event.type() in {_COMES, _MOVES, _DROPS}:
            return self._takes(watched, event)
        return super().eventFilter(watched, event)

    def _holds(self, view: QTableView, event: QMouseEvent) -> bool:
        """Let a record be dragged by its reference. It is chosen when it is let go there, not when it is taken up.

        So the record beside the list stays on show, and can be dropped upon.
        """
        place, rows = event.position().toPoint(), self._rows
        if event.type() == QEvent.Type.MouseMove and self._held is not None:
            row, start = self._held
            if (place - start).manhattanLength() >= QApplication.startDragDistance():
                self._held = None
                record_id = rows.records.id_at(row)
                takes_all = rows.picked.is_rows and rows.picked.has_row(row)
                self.drag(rows.selected_ids if takes_all else [] if record_id is None else [record_id])
            return True
        index = view.indexAt(place)
        is_handle = rows.stands_for_row(index) and rows.records.id_at(index.row()) is not None
        is_plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if event.type() == QEvent.Type.MouseButtonRelease and self._held is not None:
            if is_handle and self._held[0] == index.row():
                rows.pick(index)
            self._held = None
            return True
        if not (is_handle and is_plain):
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._held = (index.row(), place)
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            view.doubleClicked.emit(index)
        return True

    def _view_of(self, viewport: QObject) -> QTableView:
        return self._rows.frozen if viewport is self._rows.frozen.viewport() else self._rows

    def _takes(self, watched: QObject, event: QDropEvent) -> bool:
        carried = event.mimeData()
        if not self._session.may_write or not is_for_record(carried, self._session.store.path):
            event.ignore()
            return True
        record_id = self._target(self._view_of(watched), event.position().toPoint(), carried)
        is_over = event.type() == _DROPS or record_id is None
        self._rows.show_drop_row(-1 if is_over else self._rows.records.row_of(record_id or 0))
        if record_id is None and event.type() != _COMES:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragMoveEvent) or record_id is None:
            return True
        ids, places = decode_records(carried, self._session.store.path), dropped_places(carried)
        # not at once: the program that drags waits until this is over
        QTimer.singleShot(0, self, lambda: self.take(record_id, ids, places))
        return True

    def take(self, record_id: int, ids: Sequence[int], places: Sequence[str]) -> None:
        """Relate records to a record, or add files and addresses to it as evidence."""
        found = self._session.store.records([record_id]) if self._area.commit() else []
        if not found:
            return
        if not ids:
            self._take_files(found[0], places)
            return
        from tracker.ui.record.relate_dialog import RelateDialog  # when it is asked for

        others = [one for one in self._session.store.records(ids) if one.id != record_id]
        if others:
            RelateDialog(self._session, found[0], self._rows.window(), others).exec()

    def _take_files(self, record: Record, places: Sequence[str]) -> None:
        """Take files in, or add them to a record as evidence; where both are possible the user says which."""
        from tracker.ui.parts.dropped_files import Meant, ask_what_is_meant, importable  # when files are dropped

        paths = importable(places)
        window, language = self._rows.window(), self._session.language
        meant = ask_what_is_meant(window, record.reference, language) if paths else Meant.EVIDENCE
        if meant is Meant.IMPORT:
            self._area.import_paths(paths)
        elif meant is Meant.EVIDENCE:
            self._area.take_evidence(record, tuple(places))

    def _target(self, view: QTableView, place: QPoint, carried: QMimeData) -> int | None:
        index: QModelIndex = view.indexAt(place)
        record_id = self._rows.records.id_at(index.row()) if index.isValid() else None
        is_itself = list(decode_records(carried, self._session.store.path)) == [record_id]
        return None if is_itself else record_id

    def _picture(self, ids: Sequence[int]) -> QPixmap:
        """Give what is seen under the mouse: the reference, or how many records there are."""
        first = self._session.store.summaries(ids[:1])
        words = first[0].reference if len(ids) == 1 and first else f"{len(ids)} records"
        colours, face, ratio = tokens(), font(bold=True), self._rows.devicePixelRatio()
        picture = QPixmap(int(110 * ratio), int(30 * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(colours.accent)
        painter = QPainter(picture)
        painter.setFont(face)
        painter.setPen(colours.on_accent)
        painter.drawText(0, 0, 110, 30, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return picture
