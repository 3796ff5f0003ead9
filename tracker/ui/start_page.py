"""What stands in the window while no register is open: the ways to begin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tracker.basics.language import Language, Text
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.icons import IconLabel

_TITLE = Text("Volg moties, toezeggingen en acties op één plek", "Follow motions, commitments and actions in one place")
_CHOOSE = Text(
    "Kies hoe u wilt beginnen. U kunt later altijd iets anders openen.",
    "Choose how to begin. You can always open something else later.",
)
_PROMISE = Text(
    "Alles blijft op deze computer. Dit programma stuurt niets naar internet.",
    "Everything stays on this computer. This program sends nothing to the internet.",
)
_DROP = Text(
    "Of sleep een register, lijst of brief naar dit venster.", "Or drag a register, list or letter onto this window."
)
_RESTORE = Text("&Reservekopie terugzetten", "&Restore the backup")
_FIND = Text("Register o&pzoeken…", "&Find the register…")
_MISSING = Text("niet gevonden", "not found")
_RECENT = Text("Laatst geopend", "Opened lately")
_SAMPLE = (
    Text("Voorbeeld bekijken", "See a sample"),
    Text(
        "De echte voortgangsbrief Samen tegen mensenhandel, al ingevuld. Oefenen kan geen kwaad.",
        "The real progress letter Samen tegen mensenhandel, filled in. Practice does no harm.",
    ),
    Text("Voorbeeld openen", "Open the sample"),
)
_NEW = (
    Text("Leeg beginnen", "Start empty"),
    Text(
        "Een nieuw register zonder records. U kiest waar het bestand komt.",
        "A new register without records. You choose where the file goes.",
    ),
    Text("Nieuw register", "New register"),
)
_OPEN = (
    Text("Register openen", "Open a register"),
    Text("Een register dat u of een collega eerder heeft gemaakt.", "A register that you or a colleague made before."),
    Text("Openen", "Open"),
)
_IMPORT = (
    Text("Lijst of brief importeren", "Import a list or letter"),
    Text(
        "Uit Excel, Word of de open data van de Kamer, in een nieuw register. U ziet eerst wat erin komt.",
        "From Excel, Word or the Chamber's open data, into a new register. You see first what comes in.",
    ),
    Text("Importeren…", "Import…"),
)
_CARD_PX = 248
_NARROW_PX = 180
"""Four cards stand beside each other in the smallest window too."""
_SPACE_PX = 16
_RECENT_SHOWN = 4


class StartPage(QScrollArea):
    """Offers the sample, a new register, opening one, taking in files, and the registers opened lately."""

    sample_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    import_wanted = Signal()
    path_wanted = Signal(object)
    restore_wanted = Signal()

    def __init__(self, language: Language, recent: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.problem = QLabel()
        self.problem.setProperty("role", "banner-words")
        self.problem.setWordWrap(True)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.problem.setMaximumWidth(grown(3 * _CARD_PX) + 2 * _SPACE_PX)
        self.problem.hide()
        self.restore_button = QPushButton(_RESTORE.to(language))
        self.restore_button.clicked.connect(self.restore_wanted)
        self.restore_button.hide()
        self.find_button = QPushButton(_FIND.to(language))
        self.find_button.clicked.connect(self.open_wanted)
        self.find_button.hide()
        self.sample_button = self._card_button(_SAMPLE[2], primary=True)
        self.new_button, self.open_button = self._card_button(_NEW[2]), self._card_button(_OPEN[2])
        self.import_button = self._card_button(_IMPORT[2])
        self.sample_button.clicked.connect(self.sample_wanted)
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.import_button.clicked.connect(self.import_wanted)
        self._lay_out(recent)

    def show_problem(self, words: str, *, can_restore: bool = False, can_find: bool = False) -> None:
        """Say why the register could not be opened, and offer its newest good backup, or to point it out."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.restore_button.setVisible(can_restore)
        self.find_button.setVisible(can_find)

    def _lay_out(self, recent: Sequence[Path]) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        inner = QWidget()  # in a small window with much to say it scrolls
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(_label(_TITLE.to(self._language), "page-title"), 0, centre)
        column.addWidget(_label(_CHOOSE.to(self._language), "muted"), 0, centre)
        problem = QHBoxLayout()
        problem.addStretch(1)
        problem.addWidget(self.problem, 50)  # without an alignment, which would cut a label that wraps
        problem.addStretch(1)
        column.addLayout(problem)
        column.addWidget(self.restore_button, 0, centre)
        column.addWidget(self.find_button, 0, centre)
        column.addSpacing(12)
        cards = QHBoxLayout()
        cards.setSpacing(_SPACE_PX)
        cards.addStretch(1)
        for icon, words, button in (
            ("book-open", _SAMPLE, self.sample_button),
            ("file-plus-2", _NEW, self.new_button),
            ("folder-open", _OPEN, self.open_button),
            ("file-input", _IMPORT, self.import_button),
        ):
            cards.addWidget(self._card(icon, words[0], words[1], button), 50)
        cards.addStretch(1)
        column.addLayout(cards)
        if recent:
            column.addSpacing(8)
            column.addWidget(_label(_RECENT.to(self._language), "caption"), 0, centre)
            for path in recent[:_RECENT_SHOWN]:
                column.addWidget(self._recent_button(path), 0, centre)
        column.addSpacing(12)
        promise = QHBoxLayout()
        promise.setSpacing(8)
        promise.addStretch()
        promise.addWidget(IconLabel("shield-check", "ok"))
        promise.addWidget(_label(_PROMISE.to(self._language), "muted"))
        promise.addStretch()
        column.addLayout(promise)
        column.addWidget(_label(_DROP.to(self._language), "muted"), 0, centre)
        column.addStretch(3)
        self.setWidget(inner)

    def _card(self, icon: str, title: Text, words: Text, button: QPushButton) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        card.setMinimumWidth(grown(_NARROW_PX))
        card.setMaximumWidth(grown(_CARD_PX))
        card.setMinimumHeight(236)
        heading = _label(title.to(self._language), "card-title")
        heading.setWordWrap(True)
        explanation = _label(words.to(self._language), "muted")
        explanation.setWordWrap(True)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 18, 14, 18)
        column.setSpacing(10)
        column.addWidget(IconLabel(icon, "bar", 28))
        column.addWidget(heading)
        column.addWidget(explanation)
        column.addStretch()
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _card_button(self, words: Text, *, primary: bool = False) -> QPushButton:
        button = QPushButton(words.to(self._language))
        button.setProperty("primary", primary)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return button

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton(path.name if path.exists() else f"{path.name} ({_MISSING.to(self._language)})")
        button.setProperty("link", True)
        button.setToolTip(str(path))
        button.clicked.connect(lambda: self.path_wanted.emit(path))
        return button


def _label(words: str, role: str) -> QLabel:
    made = QLabel(words)
    made.setProperty("role", role)
    return made
