"""Records on their way from one place of the window to another: what a drag carries, and what may be dropped where."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

RECORDS_MIME = "application/x-tracker-records"
_REGISTER_ENDING = ".db"


def encode_records(register: Path, ids: Iterable[int]) -> QMimeData:
    """Give what a drag of records carries: their ids, and of which register they are."""
    carried = QMimeData()
    carried.setData(RECORDS_MIME, json.dumps({"register": str(register.absolute()), "ids": list(ids)}).encode())
    return carried


def decode_records(carried: QMimeData, register: Path) -> tuple[int, ...]:
    """Give the ids of the records that a drag carries; none where they are of another register (another window)."""
    if not carried.hasFormat(RECORDS_MIME):
        return ()
    try:
        found = json.loads(bytes(carried.data(RECORDS_MIME).data()))
        if found["register"] != str(register.absolute()):
            return ()
        return tuple(int(one) for one in found["ids"])
    except (ValueError, TypeError, KeyError):
        return ()


def dropped_places(carried: QMimeData) -> tuple[str, ...]:
    """Give the files (as paths) and addresses that a drag carries; a single register is for the window to open."""
    places = []
    for url in carried.urls():
        if url.isLocalFile():
            places.append(url.toLocalFile())
        elif url.scheme() in {"http", "https"}:
            places.append(url.toString())
    if len(places) == 1 and Path(places[0]).suffix.lower() == _REGISTER_ENDING:
        return ()
    return tuple(places)


class DropPasser(QObject):
    """Keeps inputs from taking what is meant for the record: a file dropped on a text would become its address."""

    def __init__(self, register: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._register = register

    def watch(self, inside: QWidget) -> None:
        """Let drops on this widget and everything in it go on to what lies around it."""
        for widget in (inside, *inside.findChildren(QWidget)):
            if widget.acceptDrops():
                widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and is_for_record(event.mimeData(), self._register):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def is_for_record(carried: QMimeData, register: Path) -> bool:
    """Tell whether a drag carries what a record takes: other records, files, addresses."""
    return bool(decode_records(carried, register) or dropped_places(carried))
