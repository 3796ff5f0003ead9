"""The files of an import by name, what the officer should know of each, and those that could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tracker.basics.formats import count_words
from tracker.basics.language import Text
from tracker.records.proposal import FileReading
from tracker.services.importing.files import TakenFile
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.icons import IconLabel
from tracker.ui.parts.screens import screen_room
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_HIGHEST_PX, _LEAST_PX = 132, 52
_SHARE = 18
"""In hundredths of the height of the screen."""
_FILES = Text("Gelezen bestanden", "Files that were read")


class FilesHead(QScrollArea):
    """As high as its words need, up to a few lines: of many files the others are scrolled to."""

    def __init__(self, session: Session, refused: Sequence[Text]) -> None:
        super().__init__()
        self.session = session
        self.refused = list(refused)
        self.setAccessibleName(session.words(_FILES))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_files(self, taken: Sequence[TakenFile]) -> None:
        """Show the files as they were read last; those that were refused come first."""
        say = self.session.words
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for words in self.refused:
            column.addWidget(_notice(say(words), "ban", "late"))
        for one in taken:
            reading = one.reading
            column.addWidget(label(_file_words(self.session, reading), "card-caption"))
            told = [reading.incomplete, *reading.notices] if reading.incomplete is not None else list(reading.notices)
            for notice in told:
                column.addWidget(_notice(say(notice)))
        self.setWidget(inside)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        inside = self.widget()
        if inside is None:
            return QSize(0, 0)
        return QSize(inside.sizeHint().width(), min(self._needed_px(inside), self._room_px()))

    def _needed_px(self, inside: QWidget) -> int:
        layout = inside.layout()
        width = max(self.viewport().width(), 1)
        needed = layout.heightForWidth(width) if layout is not None and layout.hasHeightForWidth() else -1
        return needed if needed > 0 else inside.sizeHint().height()

    def _room_px(self) -> int:
        """Give how high it may be: on a low screen the list below it needs the room more."""
        share = screen_room(self).height() * _SHARE // 100
        return min(grown(_HIGHEST_PX), max(share, grown(_LEAST_PX)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        inside = self.widget()
        is_cut = inside is not None and self._needed_px(inside) > self._room_px()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_cut else Qt.FocusPolicy.NoFocus)  # to scroll with the arrows


def _notice(words: str, icon_name: str = "info", role: str = "muted") -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel(icon_name, role, 14), 0, Qt.AlignmentFlag.AlignTop)
    told = label(words, "hint")
    told.setWordWrap(True)
    row.addWidget(told, 1)
    return made


def _file_words(session: Session, reading: FileReading) -> str:
    rows = len(reading.proposals)
    counted = Text(
        "1 record gelezen" if rows == 1 else f"{count_words(rows, session.language)} records gelezen",
        "1 record read" if rows == 1 else f"{count_words(rows, session.language)} records read",
    )
    return f"{reading.file} · {session.words(counted)}"
