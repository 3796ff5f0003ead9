"""Tab *Bewijs*: files and addresses that show what the record says; what is missing or changed is told."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.basics.errors import InvalidValue, NotFound, TrackerError
from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.evidence import STORED
from tracker.records.snapshot import Part
from tracker.services.evidence import file_of
from tracker.services.evidence_files import EvidenceChecker, EvidenceState, evidence_folder, is_address
from tracker.ui.record.looks import button, icon_label, label
from tracker.ui.record.pills import Pill, PillWords
from tracker.ui.record.tabs.record_tab import RecordTab
from tracker.ui.session import Session

_ADD = Text("Toevoegen…", "Add…")
_OPEN = Text("Openen", "Open")
_FOLDER = Text("Map tonen", "Show folder")
_RENAME = Text("Naam wijzigen…", "Rename…")
_RENAME_TITLE = Text("bewijsstuk een andere naam geven", "rename evidence")
_REMOVE = Text("Weghalen", "Take away")
_EMPTY = Text(
    "Nog geen bewijsstukken. Sleep een bestand of een link hierheen, of kies Toevoegen.",
    "No evidence yet. Drag a file or a link here, or choose Add.",
)
_ADDED = Text("toegevoegd op", "added on")
_STORED_WORDS = Text("Bewaard bij het register", "Stored with the register")
_LINKED_WORDS = Text("Gekoppeld", "Linked")
_CHECKING = PillWords("none", "clock", Text("Wordt gecontroleerd", "Being checked"))
_PILLS = {
    EvidenceState.THERE: PillWords("ok", "circle-check", Text("Aanwezig", "There")),
    EvidenceState.MISSING: PillWords("late", "circle-alert", Text("Ontbreekt", "Missing")),
    EvidenceState.CHANGED: PillWords("soon", "triangle-alert", Text("Gewijzigd sinds het is bewaard", "Changed since")),
    EvidenceState.ADDRESS: PillWords("none", "external-link", Text("Adres", "Address")),
}
_RUNNABLE = frozenset(
    (".exe", ".bat", ".cmd", ".com", ".scr", ".msi", ".js", ".vbs", ".ps1", ".lnk", ".sh", ".desktop", ".jar", ".hta")
)


class EvidenceTab(RecordTab):
    """The evidence of a record. Its state is looked up beside the event loop, for whole files are read."""

    add_wanted = Signal()
    _looked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._checker = EvidenceChecker(evidence_folder(session.store.path))
        self.states: dict[int, EvidenceState] = {}
        self._asked: tuple[int, ...] = ()
        self._looked.connect(self._take_states)

    def fill(self) -> None:
        self._show_cards()
        self._look()

    def open_piece(self, piece: Part) -> None:
        """Open a piece with the program that the computer has for it; what would run is not opened."""
        try:
            QDesktopServices.openUrl(_url_of(self.session.store.path, piece))
        except TrackerError as error:
            self.faulted.emit(error)

    def show_folder(self, piece: Part) -> None:
        """Show the folder in which a piece lies, or where it should lie."""
        found = file_of(self.session.store.path, piece)
        stored = piece["kept"] == STORED
        folder = evidence_folder(self.session.store.path) if stored else Path(piece["place"] or "").parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder if found is None else found.parent)))

    def rename(self, piece: Part) -> None:
        """Ask for another name for a piece; the file or address itself stays as it is."""
        self.ask_part("evidence", _RENAME_TITLE, piece, only=("name",))

    def _show_cards(self) -> None:
        self.clear_cards()
        add = button(self.session.words(_ADD), icon_name="plus")
        add.clicked.connect(self.add_wanted)
        self.add_row_of(add)
        if not self.parts.evidence:
            self.add_empty_words(_EMPTY)
        for piece in self.parts.evidence:
            self._add_piece(piece)
        self.end_cards()

    def _add_piece(self, piece: Part) -> None:
        column = self.add_card()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(icon_label("paperclip" if piece["kept"] == STORED else "link", "muted", 16))
        name = label(piece["name"], "card-caption")
        name.setWordWrap(True)
        head.addWidget(name, 1)
        column.addLayout(head)
        column.addWidget(label(self._facts(piece), "hint"))
        if piece["place"]:
            place = label(piece["place"], "hint")
            place.setWordWrap(True)
            column.addWidget(place)
        state = self.states.get(piece.id)
        shown = _CHECKING if state is None else _PILLS[state]
        column.addWidget(Pill(shown, self.session.words(shown.words)))
        acts = [(_OPEN, self.open_piece), (_RENAME, self.rename), (_REMOVE, self.delete_part)]
        if not is_address(piece["place"] or ""):
            acts.insert(1, (_FOLDER, self.show_folder))
        self.add_links(((words, partial(act, piece)) for words, act in acts), piece["name"], {_OPEN, _FOLDER})

    def _facts(self, piece: Part) -> str:
        facts = [self.session.words(_STORED_WORDS if piece["kept"] == STORED else _LINKED_WORDS)]
        if piece["size_bytes"] is not None:
            facts.append(size_words(piece["size_bytes"], self.session.language))
        if piece["added_on"] is not None:
            facts.append(f"{self.session.words(_ADDED)} {day_words(piece['added_on'], self.session.language)}")
        return " · ".join(facts)

    def _look(self) -> None:
        """Look whether the pieces are there, beside the event loop; the signal brings the answer back."""
        pieces, checker, hand_over = self.parts.evidence, self._checker, self._looked
        self._asked = tuple(piece.id for piece in pieces)
        if not pieces:
            return

        def look() -> None:
            found = states_of(checker, pieces)
            with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
                hand_over.emit(found)

        threading.Thread(target=look, name="evidence", daemon=True).start()

    def _take_states(self, found: dict[int, EvidenceState]) -> None:
        if tuple(found) == self._asked and found != self.states:
            self.states = found
            self._show_cards()


def states_of(checker: EvidenceChecker, pieces: Sequence[Part]) -> dict[int, EvidenceState]:
    """Give how each piece stands, by its id."""
    return {one.id: checker.state_of(digest=one["digest"], place=one["place"]) for one in pieces}


def size_words(size_bytes: int, language: Language) -> str:
    """Give a size as people say it: 340 kB, 1,2 MB."""
    if size_bytes < 1000:
        return f"{size_bytes} bytes"
    for unit, size in (("kB", 1000), ("MB", 1000**2), ("GB", 1000**3)):
        if size_bytes < 999.5 * size:
            number = size_bytes / size
            words = f"{number:.0f}" if number >= 10 or unit == "kB" else f"{number:.1f}"
            return f"{words.replace('.', ',' if language is Language.DUTCH else '.')} {unit}"
    return f"{size_bytes / 1000**3:.0f} GB"


def _url_of(register: Path, piece: Part) -> QUrl:
    place = piece["place"] or ""
    if is_address(place):
        return QUrl(place)
    found = file_of(register, piece)
    if found is None:
        raise NotFound(
            f"“{piece['name']}” is er niet meer. Zet het bestand terug, of haal het bewijsstuk hier weg.",
            f"“{piece['name']}” is gone. Put the file back, or take the evidence away here.",
        )
    if found.suffix.lower() in _RUNNABLE:
        raise InvalidValue(
            f"“{piece['name']}” is een programma en wordt hier niet gestart. Kies Map tonen als u weet wat het is.",
            f"“{piece['name']}” is a program and is not started here. Choose Show folder if you know what it is.",
        )
    return QUrl.fromLocalFile(str(found))
