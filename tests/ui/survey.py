"""What can be wrong with any screen: words that are cut off, words of the other language, widgets without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Self

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QSize, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QStyle,
    QTabBar,
    QWidget,
)

from tracker.basics.language import Language, Text
from tracker.ui.parts.eliding_label import ElidingLabel

_ARROW_PX = 24
_ROWS = 30
_HEADER_MARGIN = QStyle.PixelMetric.PM_HeaderMargin
_FILLED_IN = re.compile(r"{\w*}")
_MARKUP = re.compile(r"<[^>]+>")


def shown(root: QWidget) -> Iterator[QWidget]:
    """Give the widgets that can be seen, the root first."""
    if root.isVisible():
        yield root
        for widget in root.findChildren(QWidget):
            if widget.isVisibleTo(root) and not widget.visibleRegion().isEmpty():
                yield widget


# --- cut off ----------------------------------------------------------------------------------------------------------


def cut_off(root: QWidget) -> list[str]:
    """Give the words that do not fit the widget they stand in."""
    return [f"{type(one).__name__} “{words}”" for one in shown(root) for words in _too_long(one)]


def _too_long(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _too_long_label(widget)
    elif isinstance(widget, QTabBar):
        # the stylesheet's own font is not known here; tabs take the room they need, and those past the edge are cut
        for place in range(widget.count()):
            if widget.isTabVisible(place) and widget.tabRect(place).right() > widget.width():
                yield widget.tabText(place)
    elif isinstance(widget, QComboBox) and not widget.isEditable():
        if widget.fontMetrics().horizontalAdvance(widget.currentText()) + _ARROW_PX > widget.width():
            yield widget.currentText()
    elif isinstance(widget, QAbstractButton) and widget.text().strip():
        if _is_too_small(widget, widget.minimumSizeHint()):
            yield widget.text()
    elif isinstance(widget, QHeaderView):
        yield from _too_long_headings(widget)
    elif isinstance(widget, QLineEdit):
        hint = "" if widget.text() else widget.placeholderText()
        yield from (one for one in [hint] if widget.fontMetrics().horizontalAdvance(one) > widget.width())


def _too_long_headings(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is Qt.Orientation.Horizontal:
        for place in range(header.count()):
            words = str(header.model().headerData(place, header.orientation()) or "")
            if not header.isSectionHidden(place) and header.sectionSize(place) < _heading_px(header, words):
                yield words


def _heading_px(header: QHeaderView, words: str) -> int:
    return header.fontMetrics().horizontalAdvance(words) + 2 * header.style().pixelMetric(_HEADER_MARGIN, None, header)


def _too_long_label(label: QLabel) -> Iterator[str]:
    if not label.text() or label.pixmap().width():
        return
    room = label.contentsRect()
    if label.wordWrap():
        longest = max(map(label.fontMetrics().horizontalAdvance, words_in(label)), default=0)
        if label.heightForWidth(label.width()) > label.height() + 1 or longest > room.width() + 1:
            yield label.text()
    elif (
        not isinstance(label, ElidingLabel) and label.fontMetrics().horizontalAdvance(_drawn(label)) > room.width() + 1
    ):
        yield label.text()


def words_in(label: QLabel) -> list[str]:
    """Give what of a label's words stays together on a line."""
    return re.findall(r"[^\s/-]+[/-]?", _drawn(label))


def _drawn(label: QLabel) -> str:
    words = _MARKUP.sub("", label.text())
    return words if label.buddy() is None else words.replace("&", "")  # it marks the access key and is not drawn


def _is_too_small(widget: QWidget, needed: QSize) -> bool:
    return widget.width() + 1 < needed.width() or widget.height() + 1 < min(needed.height(), widget.height() + 8)


# --- language ---------------------------------------------------------------------------------------------------------


class Spoken:
    """Remembers every piece of interface text that was asked for, so that what is shown can be traced to it."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.pieces: set[str] = set()
        self._to = Text.to

    def add(self, *words: str) -> None:
        """Know words that are of no language: names, and what was typed."""
        for one in words:
            self.pieces |= _lines(one)

    def __enter__(self) -> Self:
        pieces, to = self.pieces, self._to

        def remembered(text: Text, language: Language) -> str:
            words = to(text, language)
            if language is self.language:
                pieces.update(_lines(words))
            return words

        Text.to = remembered  # type: ignore[method-assign, assignment]
        return self

    def __exit__(self, *_: object) -> None:
        Text.to = self._to  # type: ignore[method-assign]

    def knows(self, words: str) -> bool:
        """Tell whether these words, or all the parts they are put together from, were asked for."""
        plain = _plain(words)
        if plain in self.pieces:
            return True
        rest = plain
        for piece in sorted((one for one in self.pieces if len(one) > 2 and one in plain), key=len, reverse=True):
            rest = rest.replace(piece, " ")
        return not re.search(r"[^\W\d_]{4,}", rest)


def _lines(words: str) -> set[str]:
    plain = _plain(words)
    return {plain, _plain(words.partition("\t")[0]), plain.rstrip("…:"), *_FILLED_IN.split(plain)}


def _plain(words: str) -> str:
    unmarked = _MARKUP.sub("", words).replace("&&", "\0").replace("&", "").replace("\0", "&")
    return " ".join(unmarked.casefold().split())


def words_of(root: QWidget) -> Iterator[str]:
    """Give the words of the interface on a screen; texts of the register stand in fields and are not among them."""
    for widget in shown(root):
        yield from (one for one in (widget.toolTip(), widget.accessibleName(), widget.windowTitle()) if one)
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QMenu):
            yield from words_of_menu(widget)
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _words_of_model(widget.model())


def _words_of_model(model: QAbstractItemModel) -> Iterator[str]:
    """Give the headings of a table and what stands in its first rows; lists are tables with one column."""
    rows = min(model.rowCount(), _ROWS)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for orientation, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)):
        yield from (str(model.headerData(place, orientation) or "") for place in range(count))
    for row in range(rows):
        for column in range(columns):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                found = index.data(role)
                if isinstance(found, str):
                    yield found


def words_of_menu(menu: QMenu) -> Iterator[str]:
    """Give the words of a menu and of those in it."""
    for action in menu.actions():
        yield action.text().partition("\t")[0]
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from words_of_menu(inner)


def actions_of(menu: QMenu) -> Iterator[QAction]:
    """Give the acts of a menu and of those in it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from actions_of(inner)
        elif not action.isSeparator():
            yield action


# --- screen readers ---------------------------------------------------------------------------------------------------


def nameless(root: QWidget) -> list[str]:
    """Give what takes the focus but has no name or no role for a screen reader."""
    found = []
    for widget in shown(root):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None or not widget.isEnabled():
            continue
        seen = QAccessible.queryAccessibleInterface(widget)
        if seen.role() == QAccessible.Role.NoRole:
            found.append(f"{named(widget)}: no role")
        elif not seen.text(QAccessible.Text.Name).strip():
            found.append(f"{named(widget)}: no name")
    return found


def named(widget: QWidget) -> str:
    """Give a widget by its class and those it stands in."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        names.append(type(at).__name__ + (f"#{at.objectName()}" if at.objectName() else ""))
        at = at.parentWidget()
    return " in ".join(names)
