"""What the dialogs of this folder share: a body, a sentence for what goes wrong, a note, and buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.errors import Cancelled, TrackerError
from tracker.basics.language import Text
from tracker.records.change import Step
from tracker.records.step_labels import done_text
from tracker.ui.doing.long_steps import submit_long
from tracker.ui.looks.icons import IconLabel, icon, icon_size
from tracker.ui.parts.screens import fit_window, screen_room
from tracker.ui.record.flow import FlowRow
from tracker.ui.record.form_dialog import CANCEL
from tracker.ui.record.looks import button, label
from tracker.ui.record.style import wear_style
from tracker.ui.session import Session

UNDO_NOTE = Text("U kunt dit later in één keer ongedaan maken.", "You can undo this later in one go.")
STOPPED = Text("Gestopt. Er is niets veranderd.", "Stopped. Nothing was changed.")
_DO = Text("Uitvoeren", "Do it")
CLOSE = Text("Sluiten", "Close")
_LOW_PX = 480
"""On a lower screen, for who reads with large letters on a small one, every line counts."""


class DoingDialog(QDialog):
    """A dialog with room for its body in ``body``. ``said`` holds the sentence for the status line once it is done.

    ``scrolls``: a body that is too high for a small screen is scrolled; the buttons stay in sight.
    """

    def __init__(
        self, session: Session, title: Text, parent: QWidget | None = None, *, note: Text = UNDO_NOTE,
        closes_with: Text = CANCEL, scrolls: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.session = session
        self.said = ""
        self._was_shown = False
        self._size_px: tuple[int, int] | None = None
        wear_style(self)
        self.setWindowTitle(session.words(title))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(16, 12, 16, 8)
        self.body.setSpacing(8)
        self.fault = label("", "fault")
        self.fault.setWordWrap(True)
        self.fault.setContentsMargins(16, 0, 16, 0)
        self.fault.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fault.hide()
        self.accept_button = button("", primary=True)
        self.accept_button.setDefault(True)
        self.close_button = button(session.words(closes_with))
        self.close_button.clicked.connect(self.reject)
        self._add_keys()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(8)
        if scrolls:
            column.addWidget(_scrolled(self.body), 1)
        else:
            column.addLayout(self.body, 1)
        column.addWidget(self.fault)
        column.addLayout(self._foot(note))

    def _add_keys(self) -> None:
        """Do it with a key also from a field of several lines, where Enter makes a line."""
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(self.session.words(_DO))
            shortcut.activated.connect(self._do_by_key)

    def _do_by_key(self) -> None:
        """Do it; a cell that is being typed in is taken over first, as a click on the button does."""
        table = _table_around(QApplication.focusWidget())
        if table is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.accept_button.click()
        if table is not None and self.isVisible():
            table.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, width_px: int, height_px: int) -> None:
        """Be so large, where the screen has the room."""
        self._size_px = (width_px, height_px)
        fit_window(self, width_px, height_px)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            if self._size_px is not None:
                fit_window(self, *self._size_px)
            self._order_tabs()

    def first_input(self) -> QWidget | None:
        """Give what has the focus when the dialog opens; None leaves that to Qt."""
        return None

    def _order_tabs(self) -> None:
        """Let Tab come to the buttons last, though they were made first."""
        for one in self.foot_buttons():
            last = self.previousInFocusChain()
            while last is not None and last.focusPolicy() == Qt.FocusPolicy.NoFocus:
                last = last.previousInFocusChain()  # Qt puts nothing behind what takes no focus
            if last is not None and last is not one:
                QWidget.setTabOrder(last, one)
        first = self.first_input()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self, step: Step) -> bool:
        """Write a step; what goes wrong is said and the dialog stays as it is. Gives whether it was written."""
        try:
            submit_long(self.session, step, self)
        except Cancelled:
            self.tell(STOPPED)
            return False
        except TrackerError as error:
            self.tell(error.words)
            return False
        self.tell(None)
        done = done_text(step.label)
        self.said = self.session.words(Text(f"{done.nl}. Ongedaan maken: Ctrl+Z", f"{done.en}. To undo: Ctrl+Z"))
        return True

    def offer(self, words: Text, icon_name: str = "") -> None:
        """Put words on the button that does it, with an icon before them."""
        shown = self.session.words(words)
        if icon_name:
            self.accept_button.setIcon(icon(icon_name, "on_accent"))
            self.accept_button.setIconSize(icon_size())
            shown = f" {shown}"  # Fusion sets icon and words too close together
        self.accept_button.setText(shown)

    def tell(self, words: Text | None) -> None:
        """Say what went wrong, or take that away."""
        self.fault.setText("" if words is None else self.session.words(words))
        self.fault.setVisible(words is not None)

    def _foot(self, note: Text) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        if note.nl and screen_room(self).height() >= _LOW_PX:
            row.addWidget(IconLabel("undo-2", "muted", 14))
            words = label(self.session.words(note), "hint")
            words.setWordWrap(True)
            row.addWidget(words, 1)
        else:
            self.accept_button.setToolTip(self.session.words(note))  # large letters leave no room beside the buttons
            row.addStretch(1)
        buttons = FlowRow(8, at_right=True)  # for large letters on a small screen they take two lines
        for one in self.foot_buttons():
            buttons.add(one)
        row.addWidget(buttons)
        return row

    def foot_buttons(self) -> list[QPushButton]:
        """Give the buttons at the foot, from the left."""
        return [self.close_button, self.accept_button]


def _scrolled(body: QVBoxLayout) -> QScrollArea:
    inside = QWidget()
    inside.setLayout(body)
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWidget(inside)
    return made


def _table_around(widget: QWidget | None) -> QAbstractItemView | None:
    """Give the table in which a widget is, so that its cell may be being typed in."""
    while widget is not None and not isinstance(widget, QAbstractItemView):
        widget = widget.parentWidget()
    return widget
