"""The tour: five short cards that each point at a part of the window, while everything goes on working."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tracker.basics.language import Language, Text
from tracker.ui.looks.tokens import tokens

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow

_REMEMBERED = "tour"
_CARD_PX, _CARD_LETTERS, _GAP_PX, _EDGE_PX = 340, 46, 12, 3
_START, _NO = Text("&Beginnen", "&Begin"), Text("&Nee, dank u", "&No, thank you")
_NEXT, _BACK, _STOP = Text("&Volgende", "&Next"), Text("V&orige", "&Back"), Text("&Stoppen", "&Stop")
_DONE = Text("&Klaar", "&Done")
_OFFER = (
    Text("Zal ik u rondleiden?", "Shall I show you around?"),
    Text(
        "Vijf korte stappen, één minuut. U kunt intussen gewoon werken. "
        "Later kan het ook: kies in het menu Help voor Rondleiding.",
        "Five short steps, one minute. You can go on working meanwhile. "
        "Later is fine too: choose Guided tour in the Help menu.",
    ),
)


@dataclass(frozen=True, slots=True)
class TourStep:
    """One card: its title and words, and the part of the window it points at (None: it is not there now)."""

    title: Text
    words: Text
    part: Callable[[MainWindow], QWidget | None]


STEPS: tuple[TourStep, ...] = (
    TourStep(
        Text("Wat is over tijd?", "What is overdue?"),
        Text(
            "Links kiest u wat u wilt zien. Klik op Over tijd: u ziet meteen wat te laat is, en hoeveel dagen. "
            "Het getal erachter zegt hoeveel het er zijn.",
            "On the left you choose what to see. Click Overdue: you see at once what is late, and by how many days. "
            "The number behind it says how many there are.",
        ),
        lambda window: None if window.work_area is None else window.work_area.sidebar,
    ),
    TourStep(
        Text("Op welke dag?", "On which day?"),
        Text(
            "Alles wordt bekeken op deze dag. Kies de dag van het debat, en de lijst en alle aantallen gaan mee. "
            "Uw gegevens veranderen daar niet van.",
            "Everything is judged on this day. Choose the day of the debate, and the list and all counts follow. "
            "It changes nothing in your register.",
        ),
        lambda window: window.day_box,
    ),
    TourStep(
        Text("Iets zoeken", "Finding something"),
        Text(
            "Typ een woord, een nummer of een vindplaats. Accenten en hoofdletters maken niet uit. "
            "Met Ctrl+K zoekt u overal tegelijk: ook opdrachten en weergaven.",
            "Type a word, a number or a citation. Accents and capitals do not matter. "
            "With Ctrl+K you search everything at once: commands and views too.",
        ),
        lambda window: None if window.work_area is None else window.work_area.list_pane.search,
    ),
    TourStep(
        Text("Eén record", "One record"),
        Text(
            "Kies een regel in de lijst. Hier leest en wijzigt u alles: gegevens, termijnen, de stand van zaken en de "
            "geschiedenis. Ctrl+S slaat op. Ctrl+Z maakt ongedaan, ook morgen nog.",
            "Choose a line in the list. Here you read and change everything: details, deadlines, the state of affairs "
            "and the history. Ctrl+S saves. Ctrl+Z undoes, tomorrow as well.",
        ),
        lambda window: None if window.work_area is None else window.work_area.record_pane,
    ),
    TourStep(
        Text("De bijlage bij de brief", "The annex to the letter"),
        Text(
            "Naar Excel maakt het monitoringsoverzicht en de andere bijlagen. Alleen openbare records komen erin. "
            "Meer weten? Druk op F1: de help past bij waar u bent.",
            "To Excel makes the monitoring overview and the other annexes. Only public records enter them. "
            "Want to know more? Press F1: help fits where you are.",
        ),
        lambda window: window.tool_bar.findChild(QWidget, "to-excel"),
    ),
)


def start_tour(window: MainWindow, *, is_offered: bool = False) -> Tour | None:
    """Begin the tour. Offered: ask first whether it is wanted, and only once; gives None where it was asked before."""
    if is_offered and window.settings.remembered(_REMEMBERED):
        return None
    running = window.findChild(Tour)
    if running is not None:
        running.stop()
    tour = Tour(window)
    if is_offered:
        tour.offer()
    else:
        tour.show_step(0)
    return tour


class Tour(QObject):
    """One tour through one window. Ends by itself where no part is left to point at."""

    def __init__(self, window: MainWindow, steps: tuple[TourStep, ...] = STEPS) -> None:
        super().__init__(window)
        self._window, self._steps = window, steps
        self.at = -1
        self.card = TourCard(window, window.language)
        self.pointer = _Pointer(window)
        self.card.next_wanted.clicked.connect(self.go_on)
        self.card.back_wanted.clicked.connect(self.go_back)
        self.card.stop_wanted.clicked.connect(self.stop)
        for button in self.card.buttons:  # a button would give an arrow to its neighbour
            button.installEventFilter(self)
        window.installEventFilter(self)

    @property
    def is_running(self) -> bool:
        """Tell whether a card is on show."""
        return not self.card.isHidden()

    def offer(self) -> None:
        """Ask whether the tour is wanted."""
        self.at = -1
        self.card.say(*_OFFER, "", (_START, None, _NO))
        self._place()

    def show_step(self, at: int, *, way: int = 1) -> None:
        """Show a step; one whose part is not there is passed over in the direction one goes."""
        while 0 <= at < len(self._steps) and not self._can_point_at(at):
            at += way
        if at < 0:
            return
        if at >= len(self._steps):
            self.stop()
            return
        self.at = at
        step = self._steps[at]
        is_last = not any(self._can_point_at(later) for later in range(at + 1, len(self._steps)))
        is_first = not any(self._can_point_at(former) for former in range(at))
        buttons = (_DONE if is_last else _NEXT, None if is_first else _BACK, None if is_last else _STOP)
        self.card.say(step.title, step.words, f"{at + 1} / {len(self._steps)}", buttons)
        self._place()

    def go_on(self) -> None:
        """Show the next step, or end after the last one."""
        self.show_step(self.at + 1)

    def go_back(self) -> None:
        """Show the step before."""
        self.show_step(self.at - 1, way=-1)

    def stop(self) -> None:
        """End the tour; it is not offered again."""
        self._window.settings.remember(_REMEMBERED, ["done"])
        self._window.removeEventFilter(self)
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.card.isAncestorOf(focused)
        self.card.hide()
        self.pointer.hide()
        if had_focus and self._window.work_area is not None:
            self._window.work_area.list_pane.list.setFocus()
        for part in (self.card, self.pointer, self):
            part.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._place()
        if watched is not self._window and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            act = {
                Qt.Key.Key_Right.value: self.go_on,
                Qt.Key.Key_Left.value: self.go_back,
                Qt.Key.Key_Escape.value: self.stop,
                Qt.Key.Key_Return.value: getattr(watched, "click", None),  # outside dialogs buttons know the space bar
                Qt.Key.Key_Enter.value: getattr(watched, "click", None),
            }.get(event.key())
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def _can_point_at(self, at: int) -> bool:
        part = self._steps[at].part(self._window)
        return part is not None and part.isVisible()

    def _place(self) -> None:
        """Put the frame around the part and the card beside it, wholly inside the window."""
        window = self._window
        part = self._steps[self.at].part(window) if self.at >= 0 else None
        if self.at >= 0 and (part is None or not part.isVisible()):
            self.show_step(self.at + 1)
            return
        self.card.adjustSize()
        if part is None:
            self.pointer.hide()
            self.card.move(window.rect().center() - self.card.rect().center())
        else:
            place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
            self.pointer.show_around(place)
            self.card.move(_beside(place, window.rect(), self.card.size().width(), self.card.size().height()))
        self.card.show()
        self.card.raise_()


class TourCard(QFrame):
    """What a step says, with its buttons. The first button takes the focus; the arrows and Esc work in all of it."""

    def __init__(self, window: QWidget, language: Language) -> None:
        super().__init__(window)
        self._language = language
        self.setProperty("role", "popup")
        self.title, self.words, self.count = QLabel(), QLabel(), QLabel()
        self.next_wanted, self.back_wanted, self.stop_wanted = QPushButton(), QPushButton(), QPushButton()
        self.title.setProperty("role", "card-title")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.count.setProperty("role", "muted")
        self.next_wanted.setProperty("primary", True)
        self.setFixedWidth(max(_CARD_PX, self.fontMetrics().horizontalAdvance("x") * _CARD_LETTERS))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addStretch()
        for button in (self.stop_wanted, self.back_wanted, self.next_wanted):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addSpacing(4)
        column.addLayout(row)
        self.hide()

    @property
    def buttons(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        """Give the buttons for onward, back and stop."""
        return self.next_wanted, self.back_wanted, self.stop_wanted

    def say(self, title: Text, words: Text, count: str, buttons: tuple[Text, Text | None, Text | None]) -> None:
        """Show other words; ``buttons`` are those for onward, back and stop, None for one that is not there."""
        self.title.setText(title.to(self._language))
        self.words.setText(words.to(self._language))
        self.words.setMinimumHeight(self.words.heightForWidth(self.width() - 34))
        self.count.setText(count)
        for button, caption in zip(self.buttons, buttons, strict=True):
            button.setVisible(caption is not None)
            button.setText("" if caption is None else caption.to(self._language))
        spoken = f"{title.to(self._language)}. {words.to(self._language)}"
        self.setAccessibleName(title.to(self._language))
        self.next_wanted.setAccessibleDescription(spoken)
        self.show()
        self.next_wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))


class _Pointer(QWidget):
    """A frame over a part of the window. Clicks go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_around(self, place: QRect) -> None:
        """Lie around a place in the window."""
        self.setGeometry(place.adjusted(-_EDGE_PX, -_EDGE_PX, _EDGE_PX, _EDGE_PX).intersected(self._window.rect()))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().focus), _EDGE_PX))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)


def _beside(place: QRect, room: QRect, width: int, height: int) -> QPoint:
    """Give where a card of this size stands beside a place: where there is room, right, left, below or above it."""
    inside = room.adjusted(_GAP_PX, _GAP_PX, -_GAP_PX, -_GAP_PX)
    middle = place.center()
    ways = (
        QRect(place.right() + _GAP_PX, middle.y() - height // 2, width, height),
        QRect(place.left() - _GAP_PX - width, middle.y() - height // 2, width, height),
        QRect(middle.x() - width // 2, place.bottom() + _GAP_PX, width, height),
        QRect(middle.x() - width // 2, place.top() - _GAP_PX - height, width, height),
    )
    for way in ways:
        moved = _moved_inside(way, inside)
        if not moved.intersects(place):
            return moved.topLeft()
    return _moved_inside(QRect(inside.bottomRight() - QPoint(width, height), ways[0].size()), inside).topLeft()


def _moved_inside(rect: QRect, room: QRect) -> QRect:
    moved = QRect(rect)
    moved.moveLeft(max(room.left(), min(rect.left(), room.right() - rect.width())))
    moved.moveTop(max(room.top(), min(rect.top(), room.bottom() - rect.height())))
    return moved
