"""A row of widgets that goes to the next line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowRow(QWidget):
    """Left to right, then down; what is hidden takes no room. ``at_right``: each line ends at the right edge."""

    def __init__(self, gap_px: int = 6, parent: QWidget | None = None, *, at_right: bool = False) -> None:
        super().__init__(parent)
        self._at_right = at_right
        self._widgets: list[QWidget] = []
        self._gap_px, self._indent_px = gap_px, 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self._place()
        self.updateGeometry()

    def indent(self, indent_px: int) -> None:
        """Begin each line so far from the left."""
        self._indent_px = indent_px
        self._place()
        self.updateGeometry()

    def clear(self, keep: QWidget | None = None) -> None:
        """Take all widgets out, save one."""
        for widget in self._widgets:
            if widget is not keep:
                widget.hide()
                widget.deleteLater()
        self._widgets = [widget for widget in self._widgets if widget is keep]
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def sizeHint(self) -> QSize:
        hints = [_size_of(widget) for widget in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap_px * max(0, len(hints) - 1)
        return QSize(self._indent_px + width, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        widest = max((_size_of(widget).width() for widget in self._shown()), default=0)
        return QSize(self._indent_px + widest, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # one of the widgets wants another size
            self._place()
            self.updateGeometry()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _place(self) -> None:
        for widget, place in zip(self._shown(), self._places(self.width()), strict=True):
            widget.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        """Give the place of each widget: lines one under the other, and each in the middle of its line's height."""
        lines: list[list[QSize]] = []
        left = self._indent_px
        x = left
        for wanted in (_size_of(widget) for widget in self._shown()):
            if not lines or x + wanted.width() > width:
                lines.append([])
                x = left
            lines[-1].append(wanted)
            x += wanted.width() + self._gap_px
        places, y = [], 0
        for line in lines:
            height = max(one.height() for one in line)
            taken = sum(one.width() for one in line) + self._gap_px * (len(line) - 1)
            x = max(left, width - taken) if self._at_right else left
            for one in line:
                places.append(QRect(x, y + (height - one.height()) // 2, one.width(), one.height()))
                x += one.width() + self._gap_px
            y += height + self._gap_px
        return places


def _size_of(widget: QWidget) -> QSize:
    """Give the size that a widget gets: what it hints, within what was set for it."""
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
