"""The letters in the place of the list, with the record beside them: each with what it reports on, and its annexes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.records.letter import letter_reference
from tracker.records.snapshot import Part
from tracker.services.editor import Changed
from tracker.services.letters import LetterCounts, count_letter, in_letter, letter_facts, open_without
from tracker.ui.jobs.follower import Follower
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.icons import icon
from tracker.ui.named.named_page import NamedPage
from tracker.ui.parts.eliding_label import ElidingLabel
from tracker.ui.record.flow import FlowRow
from tracker.ui.record.looks import button, label
from tracker.ui.record.style import wear_style
from tracker.ui.session import Session

_TITLE = Text("Brieven", "Letters")
_SHOW = Text("&In de lijst tonen", "Show in the l&ist")
_WITHOUT = Text("N&og niet in deze brief", "N&ot in this letter yet")
_ANNEX = Text("&Bijlage maken", "Make an &annex")
_ABOUT = Text("Waarover deze brief gaat", "What this letter is about")
_NOTHING_YET = Text(
    "Nog niets. Kies “Nog niet in deze brief” en schrijf daar bij de records hun stand van zaken.",
    "Nothing yet. Choose “Not in this letter yet” and write the state of affairs of those records there.",
)
_COLUMNS = 4
"""Number, title, state and day; the rest of a letter stands beneath, and is searched all the same."""


class LettersPage(NamedPage):
    """A record that is walked to in a letter is shown beside; Enter goes on to its form."""

    record_wanted = Signal(int)
    """The record is to be shown beside; the focus stays here."""
    list_wanted = Signal(object)
    """Carries the filter of a list that belongs to the chosen letter."""
    annex_wanted = Signal(str, str)
    """Carries the code of a report and the reference of the letter that it goes with."""
    counted = Signal()
    """Another letter is chosen, or the number of them changed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._counted: tuple[int, LetterCounts] | None = None
        super().__init__(session, "letter", parent)
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        wear_style(self)
        self.used.nowhere = _NOTHING_YET
        self.used.setWordWrap(True)
        self.used.walked.connect(self.record_wanted)
        self.follower = Follower(self, self._question)
        self.follower.read.connect(self._take_counts)
        session.changed.connect(self._on_changed)
        self._on_chosen()

    def _on_changed(self, changed: Changed) -> None:
        self.follow(changed)
        self._show_letter()
        self.follower.mark_stale()

    def _on_chosen(self) -> None:
        super()._on_chosen()
        self._show_letter()
        if self.isVisible():
            self.session.letter_at_hand = self.current_id
        self.counted.emit()
        if hasattr(self, "follower"):
            self.follower.mark_stale()

    def _narrow(self) -> None:
        super()._narrow()
        self.counted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.session.letter_at_hand = self.current_id

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.session.letter_at_hand = None

    def come_after(self, before: QWidget) -> None:
        """Let Tab come here after this widget, and from the last part on to what came after it."""
        buttons = (self.show_button, self.without_button, self.annex_button, self.change_button, self.delete_button)
        for stop in (self.search, self.add_button, self.table, *buttons, self.used):
            QWidget.setTabOrder(before, stop)
            before = stop

    # --- the chosen letter --------------------------------------------------------------------------------------------

    @property
    def letter(self) -> Part | None:
        """Give the chosen letter."""
        return next((row for row in self.session.store.rows("letter") if row.id == self.current_id), None)

    def _show_letter(self) -> None:
        letter = self.letter
        self._beneath.setVisible(letter is not None)
        if letter is not None:
            self.letter_title.setText(f"{letter_reference(letter['number'])} {letter['title']}")
            self.facts.setText(letter_facts(self.session.store, letter, self.session.language))
            self._show_counts()

    def _question(self) -> Callable[[], tuple[int, LetterCounts] | None]:
        store, letter_id, today = self.session.store, self.current_id, self.session.today
        return lambda: None if letter_id is None else (letter_id, count_letter(store, letter_id, today))

    def _take_counts(self, counted: tuple[int, LetterCounts] | None) -> None:
        self._counted = counted
        self._show_counts()

    def _show_counts(self) -> None:
        """Say how many records the two lists have, as far as they are counted by now."""
        words, known = self.session.words, self._counted
        counts = known[1] if known is not None and known[0] == self.current_id else None
        self.show_button.setText(words(_SHOW) + ("" if counts is None else f" ({counts.within})"))
        self.without_button.setText(words(_WITHOUT) + ("" if counts is None else f" ({counts.open_without})"))

    def _want_list(self, make: Callable[[int], object]) -> None:
        if self.current_id is not None:
            self.list_wanted.emit(make(self.current_id))

    def _fill_annexes(self) -> None:
        """Offer the reports that go to the Chamber."""
        from tracker.services.reporting import report_names  # the exchange: when it is asked for

        self._annexes.clear()
        for report in report_names():
            if report.is_external:
                made = self._annexes.addAction(f"{self.session.words(report.title)}…")
                made.triggered.connect(lambda _=False, code=report.code: self._want_annex(code))

    def _want_annex(self, code: str) -> None:
        letter = self.letter
        if letter is not None:
            self.annex_wanted.emit(code, letter_reference(letter["number"]))

    # --- making -------------------------------------------------------------------------------------------------------

    def _fit_columns(self) -> None:
        """Number, state and day as wide as they like; the title takes the rest."""
        for place in (0, 2, 3):
            self.table.setColumnWidth(place, self._widths_px[place][0])

    def _set_behaviour(self) -> None:
        super()._set_behaviour()
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for place in range(_COLUMNS, self.table.columnCount()):
            self.table.setColumnHidden(place, True)

    def _lay_out(self) -> None:
        words = self.session.words
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(words(_TITLE), "page-title"))
        head.addWidget(self.count)
        head.addStretch(1)
        self.search.setMaximumWidth(grown(240))
        head.addWidget(self.search, 2)
        head.addWidget(self.add_button)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.table)
        both.addWidget(self._make_beneath())
        both.setStretchFactor(1, 1)
        both.setSizes([grown(200), grown(380)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addWidget(self.fault)
        outer.addWidget(both, 1)

    def _make_beneath(self) -> QWidget:
        self._beneath = beneath = QWidget()
        self.letter_title, self.facts = ElidingLabel(), ElidingLabel()
        self.letter_title.setProperty("role", "card-title")
        self.facts.setProperty("role", "muted")
        self.show_button, self.without_button = button(""), button("")
        self.show_button.clicked.connect(lambda: self._want_list(in_letter))
        self.without_button.clicked.connect(lambda: self._want_list(open_without))
        self._annexes = QMenu(beneath)
        self._annexes.aboutToShow.connect(self._fill_annexes)
        acts = FlowRow(8)
        for one in (
            self.show_button,
            self.without_button,
            self._make_annex_button(),
            self.change_button,
            self.delete_button,
        ):
            acts.add(one)
        column = QVBoxLayout(beneath)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        for part in (self.letter_title, self.facts, acts, label(self.session.words(_ABOUT), "group")):
            column.addWidget(part)
        column.addWidget(self.used, 1)
        return beneath

    def _make_annex_button(self) -> QToolButton:
        self.annex_button = made = QToolButton()
        made.setProperty("role", "field")
        words = self.session.words(_ANNEX)
        made.setText(f" {words}")
        made.setAccessibleName(words.replace("&", ""))
        made.setIcon(icon("file-spreadsheet"))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setMenu(self._annexes)
        return made
