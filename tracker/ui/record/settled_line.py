"""The line in a record's head that says why it is settled: each part leads to where that stands."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from tracker.services.settlement import Piece
from tracker.ui.looks.tokens import tokens
from tracker.ui.session import Session

_DOT = "· "


class SettledLine(QLabel):
    """Words with links, by mouse and by Tab and Enter. Hidden where there is nothing to say."""

    history_wanted = Signal(str)
    """The history of a field is wanted."""
    letter_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pieces: tuple[Piece, ...] = ()
        self.setProperty("role", "hint")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self._follow)
        self.hide()

    @property
    def words(self) -> str:
        """Give the whole line without its links."""
        return " ".join(self._session.words(one.words) for one in self._pieces)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show why the record is settled; without pieces, nothing."""
        self._pieces = pieces
        self.setVisible(bool(pieces))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()  # the colour of the links stands in the text itself

    def _write(self) -> None:
        self.setText(" ".join(self._in_html(place, one) for place, one in enumerate(self._pieces)))
        self.setAccessibleName(self.words)

    def _in_html(self, place: int, piece: Piece) -> str:
        words = escape(self._session.words(piece.words))
        if piece.field is None and piece.letter is None:
            return words
        dot = _DOT if words.startswith(_DOT) else ""  # it stands between two pieces, and is no part of the link
        return f'{dot}<a href="{place}" style="color:{tokens().link}">{words.removeprefix(dot)}</a>'

    def _follow(self, link: str) -> None:
        piece = self._pieces[int(link)]
        if piece.letter is not None:
            self.letter_wanted.emit(piece.letter)
        elif piece.field is not None:
            self.history_wanted.emit(piece.field)
