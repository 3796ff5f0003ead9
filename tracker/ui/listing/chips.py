"""The filter in force, over the list: a chip for each thing asked, that can be changed or taken away, and + Filter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from tracker.basics.language import Language, Text
from tracker.ui.looks.fonts import font, grown
from tracker.ui.looks.icons import draw_icon, icon, icon_size
from tracker.ui.looks.tokens import tokens
from tracker.ui.record.flow import FlowRow

_ADD = Text("&Filter", "Fil&ter")
_CLEAR = Text("Alles wissen", "Clear all")
_FILTER = Text("Filter", "Filter")
_HINT = Text("Klik om te wijzigen, Del om weg te halen", "Click to change, Del to take away")
_HEIGHT_PX, _PADDING_PX, _CROSS_PX, _WIDEST_PX = 26, 10, 14, 360
_INDENT_PX = 8
"""How far a link's words stand from its edge: so much further to the right a chip begins, for all to line up."""


class Chip(QAbstractButton):
    """One thing that the filter asks. A click changes it; the cross, Del and Backspace take it away."""

    removed = Signal()

    def __init__(self, label: str, words: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label, self.words = label, words
        self.setText(f"{label}: {words}")
        self.setAccessibleName(f"{_FILTER.to(language)} {label}: {words}")
        self.setAccessibleDescription(_HINT.to(language))
        self.setToolTip(f"{label}: {words}\n{_HINT.to(language)}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font(12)).horizontalAdvance(f"{self.label}: ")
        width += QFontMetrics(font(12, bold=True)).horizontalAdvance(self.words)
        return QSize(min(grown(_WIDEST_PX), width + 2 * _PADDING_PX + _CROSS_PX + 8), grown(_HEIGHT_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._cross().adjusted(-6, -6, 6, 6).contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.chip))
        round_px = self.height() / 2
        painter.drawRoundedRect(self.rect(), round_px, round_px)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.focus))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), round_px, round_px)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), round_px - 1, round_px - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        middle = Qt.AlignmentFlag.AlignVCenter
        left = _PADDING_PX
        for text, colour, face in (
            (f"{self.label}: ", colours.muted, font(12)),
            (self.words, colours.text, font(12, bold=True)),
        ):
            metrics = QFontMetrics(face)
            room = max(0, self._cross().x() - 6 - left)
            painter.setFont(face)
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, 0, room + 2, self.height()), middle, shown)
            left += metrics.horizontalAdvance(text)
        draw_icon(
            painter, self._cross().topLeft(), "x", colours.text if self.underMouse() else colours.muted, _CROSS_PX
        )

    def _cross(self) -> QRect:
        return QRect(
            QPoint(self.width() - _PADDING_PX - _CROSS_PX + 2, (self.height() - _CROSS_PX) // 2),
            QSize(_CROSS_PX, _CROSS_PX),
        )


class ChipBar(FlowRow):
    """All chips with *+ Filter* and *Alles wissen*. Chips are told by their place."""

    add_wanted = Signal()
    edit_wanted = Signal(int)
    removed = Signal(int)
    cleared = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(8, parent)
        self._language = language
        self._after: QWidget | None = None
        self.chips: list[Chip] = []
        self._can_clear = False
        self.add_button = QPushButton()
        self.clear_button = QPushButton()
        self.show_chips(())

    def come_after(self, widget: QWidget) -> None:
        """Let Tab come here from another widget of the window: chips are made anew, and would come last of all."""
        self._after = widget
        self._set_tab_order()

    def show_chips(self, texts: Sequence[tuple[str, str]], *, can_clear: bool = True) -> None:
        """Show these (label, words); ``can_clear``: with the button that takes all away that can go."""
        had_focus = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        self.clear()
        self.chips = []
        for place, (label, words) in enumerate(texts):
            chip = Chip(label, words, self._language)
            chip.clicked.connect(lambda _=False, at=place: self.edit_wanted.emit(at))
            chip.removed.connect(lambda at=place: self.removed.emit(at))
            self.add(chip)
            self.chips.append(chip)
        self.indent(_INDENT_PX if texts else 0)
        self.add_button = self._button(_ADD, "plus", self.add_wanted.emit)
        self.add_button.setIconSize(icon_size())
        self._can_clear = can_clear and bool(texts)
        if self._can_clear:
            self.clear_button = self._button(_CLEAR, "", self.cleared.emit)
        self._set_tab_order()
        if had_focus is not None:
            self.focus_chip(had_focus)

    def focus_chip(self, place: int = 0) -> None:
        """Give the focus to a chip, or to *+ Filter* where there is none."""
        target = self.chips[min(place, len(self.chips) - 1)] if self.chips else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        at = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        if step is not None and at is not None:
            self.chips[max(0, min(len(self.chips) - 1, at + step))].setFocus()
        else:
            super().keyPressEvent(event)

    def _set_tab_order(self) -> None:
        if self._after is None:
            return
        stops = [self._after, *self.chips, self.add_button, *([self.clear_button] if self._can_clear else [])]
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)

    def _button(self, words: Text, icon_name: str, act: object) -> QPushButton:
        button = QPushButton(words.to(self._language))
        button.setProperty("link", True)
        if icon_name:
            button.setIcon(icon(icon_name, "link"))
        button.setAccessibleName(words.to(self._language).replace("&", ""))
        button.clicked.connect(lambda _=False: act())  # type: ignore[operator]
        self.add(button)
        return button
