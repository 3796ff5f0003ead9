"""*Snel naar…* (Ctrl+K): a field over the window that finds acts, records, lists and letters, and does them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.records.snapshot import Summary
from tracker.services.matching import match
from tracker.services.records_found import RecordsFound
from tracker.ui.looks.icons import icon
from tracker.ui.palette.model import PaletteModel, rows_for, rows_without_words, spoken
from tracker.ui.palette.offers import Offer, all_offers, record_of_key, record_offers
from tracker.ui.palette.painter import PalettePainter

if TYPE_CHECKING:
    from tracker.services.finding import Finder
    from tracker.ui.main_window import MainWindow

_NAME = Text("Snel naar", "Go to anything")
_PROMPT = Text("Zoek een opdracht, record, weergave of brief", "Find a command, record, view or letter")
_FOUND = Text("Gevonden", "Found")
_HINT = Text("Pijltjes kiezen · Enter doet het · Esc sluit", "Arrows choose · Enter does it · Esc closes")
_NOTHING = Text(
    "Niets gevonden. Probeer een deel van een woord, of een nummer.", "Nothing found. Try part of a word, or a number."
)
_WIDTH_PX, _WIDTH_LETTERS, _MARGIN_PX, _TOP_PX = 640, 86, 20, 64
_MOST_ROWS = 13
_MOST_RECORDS = 12
_SEARCH_SECONDS = 0.02
_DONE: tuple[Summary, ...] = ()
_RECENT = "palette"
_RECENT_KEPT = 24


class Palette(QFrame):
    """Lies over its window while one chooses. The focus stays in the field; closing gives it back to where it was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._words = window.language
        self._before: QWidget | None = None
        self._offers: list[Offer] = []
        self._found: list[Offer] = []
        self._records: RecordsFound | None = None
        self._search: Iterator[Sequence[Summary] | None] = iter(())
        self._more = QTimer(self)
        self._more.timeout.connect(self._search_further)
        self.line, self.list, self.hint = QLineEdit(), QListView(), QLabel()
        self.rows = PaletteModel(window.language)
        self.veil = _Veil(window)
        self.veil.pressed.connect(self.close)
        self._make_parts()
        self.setProperty("role", "popup")
        self.setProperty("help_page", "snel-naar")
        self.setAccessibleName(_NAME.to(self._words))
        window.installEventFilter(self)

    def open(self) -> None:
        """Show what was chosen lately, with the focus in the field."""
        self._before = QApplication.focusWidget()
        self._offers = all_offers(self._window)
        session = self._window.session
        if session is None:
            self._records = None
        elif self._records is None or self._records.store is not session.store:
            self._records = RecordsFound(session.store, self._finder, _MOST_RECORDS)
        self.line.clear()
        self.search("")
        self.veil.show()
        self.veil.raise_()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def search(self, typed: str) -> None:
        """Show what fits typed words; in a large register records go on being found while one may type on."""
        self._more.stop()
        self.list.setCurrentIndex(QModelIndex())
        self._search = iter(()) if self._records is None else self._records.search(typed)
        self._found = [one for one in self._found if match(typed, one.name)]  # until others are found
        self._search_on()
        self._show()

    def _search_on(self) -> None:
        """Search for so long as nobody notices; the timer goes on with the rest."""
        until = time.monotonic() + _SEARCH_SECONDS
        self._more.start(0)
        while time.monotonic() < until:
            found = next(self._search, _DONE)
            if found is _DONE:
                self._more.stop()
                return
            if found is not None:
                self._take_found(found)

    def _search_further(self) -> None:
        shown = self._found
        self._search_on()
        if self._found is not shown or not self._more.isActive():
            self._show()

    def _take_found(self, found: Sequence[Summary]) -> None:
        session, area = self._window.session, self._window.work_area
        if session is not None and area is not None:
            self._found = record_offers(found, area, session)

    def _show(self) -> None:
        """Show the rows, with the same offer chosen as before."""
        typed, before = self.line.text(), self.chosen
        if typed.strip():
            self.rows.show_rows(rows_for(typed, self._offers, self._found))
        else:
            self.rows.show_rows(rows_without_words(self._recent(), self._offers))
        self.hint.setText((_HINT if self.rows.rows or self._more.isActive() else _NOTHING).to(self._words))
        self._fit()
        self._go(1, start=self.rows.row_of(before) - 1)

    @property
    def chosen(self) -> Offer | None:
        """Give the offer that Enter takes."""
        return self.rows.offer_at(self.list.currentIndex().row())

    def take(self) -> None:
        """Do what is chosen; what cannot be done now says why, and the palette stays."""
        offer = self.chosen
        if offer is None:
            return
        if offer.refusal:
            self.hint.setText(offer.refusal)
            self._announce(offer.refusal)
            return
        self._remember(offer)
        self.close()
        # after the focus has gone back: an act may look at where it is
        QTimer.singleShot(0, self._window, offer.run)

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self._fit()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            leaves = event.reason() not in {
                Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason,
            }  # fmt: skip
            if leaves and self.isVisible():
                self._before = None
                QTimer.singleShot(0, self, self.close)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._more.stop()
        self.veil.hide()
        had_focus = self.line.hasFocus()
        super().hideEvent(event)
        if had_focus and self._before is not None:
            try:
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            except RuntimeError:
                return  # it was taken down meanwhile

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _on_key(self, event: QKeyEvent) -> bool:
        page = max(1, self.list.viewport().height() // max(1, self.list.sizeHintForRow(1)) - 1)
        at = self.list.currentIndex().row()
        last = self.rows.rowCount() - 1
        match event.key():
            case Qt.Key.Key_Down:
                self._go(1)
            case Qt.Key.Key_Up:
                self._go(-1)
            case Qt.Key.Key_PageDown:
                self._go(1, start=min(at + page, last) - 1)
            case Qt.Key.Key_PageUp:
                self._go(-1, start=max(at - page, 1) + 1)
            case Qt.Key.Key_Home if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._go(1, start=-1)
            case Qt.Key.Key_End if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._go(-1, start=last + 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.take()
            case Qt.Key.Key_Escape:
                self.close()
            case _:
                return False
        return True

    def _go(self, way: int, *, start: int | None = None) -> None:
        """Choose the next offer in a direction; headings are passed over, and at the ends nothing moves."""
        at = (self.list.currentIndex().row() if start is None else start) + way
        while 0 <= at < self.rows.rowCount() and self.rows.offer_at(at) is None:
            at += way
        offer = self.rows.offer_at(at)
        if offer is None:
            return
        self.list.setCurrentIndex(self.rows.index(at))
        if at == 1:
            self.list.scrollToTop()  # the heading too
        self._announce(spoken(offer))

    def _announce(self, words: str) -> None:
        """Let a screen reader say what is chosen, for the focus stays in the field."""
        self.line.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, words))

    def _finder(self) -> Finder | None:
        area = self._window.work_area
        return None if area is None or area.controller is None else area.controller.browsing.finder

    def _recent(self) -> list[Offer]:
        """Give what was chosen lately and still is on offer, the last one first."""
        session, area = self._window.session, self._window.work_area
        keys = self._window.settings.remembered(_RECENT)
        known = {offer.key: offer for offer in self._offers}
        if session is not None and area is not None:
            ids = [row_id for key in keys if (row_id := record_of_key(session, key)) is not None]
            found = [one for one in session.store.summaries(ids) if not one.deleted]
            known |= {offer.key: offer for offer in record_offers(found, area, session)}
        return [known[key] for key in keys if key in known]

    def _remember(self, offer: Offer) -> None:
        keys = [key for key in self._window.settings.remembered(_RECENT) if key != offer.key]
        self._window.settings.remember(_RECENT, [offer.key, *keys][:_RECENT_KEPT])

    def _click(self, index: QModelIndex) -> None:
        if self.rows.offer_at(index.row()) is not None:
            self.list.setCurrentIndex(index)
            self.take()

    def _fit(self) -> None:
        window = self._window
        wanted = max(_WIDTH_PX, self.fontMetrics().horizontalAdvance("x") * _WIDTH_LETTERS)
        width = min(wanted, window.width() - 2 * _MARGIN_PX)
        heights = [self.list.sizeHintForRow(row) for row in range(min(_MOST_ROWS, self.rows.rowCount()))]
        self.list.setFixedHeight(max(0, min(sum(heights) + 2, window.height() - _TOP_PX - 120)))
        self.list.setVisible(bool(heights))
        self.veil.setGeometry(window.rect())
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(QPoint((window.width() - width) // 2, _TOP_PX))

    def _make_parts(self) -> None:
        self.line.setPlaceholderText(_PROMPT.to(self._words))
        self.line.setAccessibleName(_PROMPT.to(self._words))
        self.line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textChanged.connect(self.search)
        self.line.installEventFilter(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(PalettePainter(self.list))
        self.list.setAccessibleName(_FOUND.to(self._words))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._click)
        self.hint.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        parts: tuple[QWidget, ...] = (self.line, self.list, self.hint)
        for part in parts:
            column.addWidget(part)


class _Veil(QWidget):
    """Lies unseen over the window under the palette: a click beside it closes it, and does nothing else."""

    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.pressed.emit()
