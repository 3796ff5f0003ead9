"""The head of the record pane: what record this is, how it stands, and the acts on it."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tracker.basics.language import Language, Text
from tracker.records.kind import Kind
from tracker.records.snapshot import Record, RecordParts, Summary
from tracker.services.deadline_told import told_of
from tracker.services.held_over import lapse_in
from tracker.services.settlement import settlement
from tracker.ui.record.flow import FlowRow
from tracker.ui.record.looks import dress_button, icon_label, label
from tracker.ui.record.pills import Pill, lapse_pill, pills_of
from tracker.ui.record.settled_line import SettledLine
from tracker.ui.session import Session

_PREVIOUS = Text("Vorig record (PgUp)", "Previous record (PgUp)")
_NEXT = Text("Volgend record (PgDn)", "Next record (PgDn)")
_BACK = Text("Terug naar wat u hiervoor zag (Alt+←)", "Back to what you saw before (Alt+←)")
_FORWARD = Text("Vooruit (Alt+→)", "Forward (Alt+→)")
_CLOSE = Text("Dit record ernaast sluiten", "Close this record beside the other")
_MORE = Text("Meer met dit record", "More with this record")
_NEW = Text("Nieuw record", "New record")


_BY = Text("uiterlijk", "by")
_WAITS = Text("wacht op", "waits for")


def deadline_words(summary: Summary, language: Language) -> str:
    """Give what was said of the next deadline and the day it ends, with the weekday: nothing where none is known."""
    said = []
    if summary.deadline_wording:
        said.append(f"“{summary.deadline_wording}”")
    if summary.deadline_end is not None:
        end = summary.deadline_end
        day = QLocale(language.value).toString(QDate(end.year, end.month, end.day), "dddd d MMMM yyyy")
        said.append(f"{_BY.to(language)} {day}")
    elif summary.waits_for:
        said.append(f"{_WAITS.to(language)} {summary.waits_for}")
    return " · ".join(said)


class Header(QWidget):
    """Icon, reference, kind, title, pills; and buttons to walk and to act."""

    walk = Signal(int)
    travel = Signal(int)
    """Back (-1) or forward (+1) through the records seen."""
    close_wanted = Signal()

    def __init__(self, session: Session, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._icon = icon_label("database", "muted", 16)
        self._reference, self._kind = label("", "reference"), label("", "secondary")
        self.title = label("", "record-title")
        self.title.setWordWrap(True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.previous_button, self.next_button, self.menu_button = QToolButton(), QToolButton(), QToolButton()
        dress_button(self.previous_button, "chevron-up", session.words(_PREVIOUS))
        dress_button(self.next_button, "chevron-down", session.words(_NEXT))
        dress_button(self.menu_button, "ellipsis", session.words(_MORE))
        self.back_button, self.forward_button, self.close_button = QToolButton(), QToolButton(), QToolButton()
        dress_button(self.back_button, "arrow-left", session.words(_BACK))
        dress_button(self.forward_button, "arrow-right", session.words(_FORWARD))
        dress_button(self.close_button, "x", session.words(_CLOSE))
        self.back_button.clicked.connect(lambda: self.travel.emit(-1))
        self.forward_button.clicked.connect(lambda: self.travel.emit(1))
        self.close_button.clicked.connect(self.close_wanted)
        self.close_button.hide()
        self.previous_button.clicked.connect(lambda: self.walk.emit(-1))
        self.next_button.clicked.connect(lambda: self.walk.emit(1))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(menu)
        self._pills = FlowRow()
        self._held: Pill | None = None
        self.deadline = label("", "hint")
        self.deadline.setWordWrap(True)
        self.deadline.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.settled = SettledLine(session)
        self._lay_out()

    def show_record(self, record: Record, parts: RecordParts) -> None:
        """Show what this record is and how it stands today."""
        self._show_kind(record.kind)
        self._reference.setText(record.reference)
        words = self.session.words(record.kind.one)
        self._kind.setText(f"{words[:1].upper()}{words[1:]}")
        self._show_title(record.summary.title)
        said = deadline_words(record.summary, self.session.language)
        self.deadline.setText(said)
        self.deadline.setVisible(bool(said))
        self.deadline.setToolTip("\n".join(told_of(self.session.store, parts, self.session.language)))
        self.settled.show_pieces(settlement(self.session.store, record))
        self._pills.clear(keep=self._held)
        for shown in pills_of(record, parts, self.session.today):
            self._pills.add(Pill(shown, self.session.words(shown.words)))
        lapse = lapse_in(self.session.store, record)
        if lapse is not None:
            warning = lapse_pill(lapse, self.session.today)
            self._pills.add(Pill(warning, self.session.words(warning.words)))
        self._pills.show()
        self.menu_button.setEnabled(True)

    def hold(self, pill: Pill) -> None:
        """Show a pill before those of any record, as long as it is not hidden: who gives it knows when."""
        self._held = pill
        self._pills.add(pill)
        pill.hide()

    def show_travel(self, *, can_go_back: bool, can_go_forward: bool) -> None:
        """Allow the ways that there are."""
        self.back_button.setEnabled(can_go_back)
        self.forward_button.setEnabled(can_go_forward)

    def stand_beside(self) -> None:
        """Stand beside another record, outside the list: this one can be closed, and does not walk."""
        self.previous_button.hide()
        self.next_button.hide()
        self.close_button.show()

    def show_new(self, kind: Kind) -> None:
        """Show that a record of this kind is being made."""
        self._show_kind(kind)
        words = self.session.words(kind.one)
        self._reference.setText(f"{words[:1].upper()}{words[1:]}")
        self._kind.setText("")
        self._show_title(self.session.words(_NEW))
        self._pills.hide()
        self.deadline.hide()
        self.settled.show_pieces(())
        self.menu_button.setEnabled(False)

    def _show_kind(self, kind: Kind) -> None:
        self._icon.set_icon(kind.icon, "muted")

    def _show_title(self, title: str) -> None:
        self.title.setText(title)
        self.title.updateGeometry()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 8, 6)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._reference)
        row.addWidget(self._kind, 1)
        for button in (
            self.back_button, self.forward_button, self.previous_button, self.next_button, self.menu_button,
            self.close_button,
        ):  # fmt: skip
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.title)
        column.addWidget(self._pills)
        column.addWidget(self.deadline)
        column.addWidget(self.settled)

    @property
    def words(self) -> list[str]:
        """Give the words of the pills."""
        return [pill.accessibleName() for pill in self._pills.findChildren(Pill) if not pill.isHidden()]

    @property
    def reference(self) -> QLabel:
        """Give the label with the reference."""
        return self._reference
