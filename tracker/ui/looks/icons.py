"""Icons by name, in the colour of a role; they follow a change of theme by themselves."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.basics.paths import resources_folder
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.tokens import tokens

_STROKE = (b'stroke-width="2"', b'stroke-width="1.75"')


def icon_pixmap(name: str, colour: str, size_px: int, ratio: float = 1.0) -> QPixmap:
    """Give an icon in a colour (``#RRGGBB``), sharp on a screen of this ratio. Kept, so painters may ask each time."""
    return _pixmap(name, colour, size_px, max(1.0, ratio))


def icon(name: str, role: str = "text") -> QIcon:
    """Give an icon for a button or menu, in the colour of a role. Where it is disabled it becomes faint."""
    return QIcon(_RoleEngine(name, role))


def icon_size(size_px: int = 16) -> QSize:
    """Give the size of icons beside words, grown along with these."""
    return QSize(grown(size_px), grown(size_px))


def no_icon() -> QIcon:
    """Give an icon that shows nothing, for words that stand under others with an icon or a tick."""
    empty = QPixmap(icon_size())
    empty.fill(Qt.GlobalColor.transparent)
    return QIcon(empty)


class IconLabel(QWidget):
    """Shows an icon in the colour of a role or tone."""

    def __init__(self, name: str, role: str, size_px: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role, self._size_px = name, role, grown(size_px)
        self.setFixedSize(self._size_px, self._size_px)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, role: str) -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = tokens().colour(self._role)
        painter.drawPixmap(0, 0, icon_pixmap(self._name, colour, self._size_px, self.devicePixelRatioF()))


def write_coloured(name: str, colour: str) -> bytes:
    """Give the SVG text of an icon in one colour, for a stylesheet that wants a file."""
    return _svg(name).replace(b"currentColor", colour.encode())


class _RoleEngine(QIconEngine):
    """Paints an icon in the colour that its role has at that moment."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role

    def clone(self) -> QIconEngine:
        return _RoleEngine(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        drawn = icon_pixmap(self._name, self._colour(mode), side, _ratio_of(painter))
        painter.drawPixmap(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt 6.11 gives the size in the units of the widget, not of the screen
        return QPixmap(icon_pixmap(self._name, self._colour(mode), min(size.width(), size.height()), scale))

    def isNull(self) -> bool:
        return False

    def _colour(self, mode: QIcon.Mode) -> str:
        role = "disabled" if mode == QIcon.Mode.Disabled else self._role
        return tokens().colour(role)


def _ratio_of(painter: QPainter) -> float:
    """Give how many dots of what is painted on go into one of the painter's.

    Not by way of its device: of whatever was made in C++ PySide first makes every kind known that it could be.
    """
    return abs(painter.deviceTransform().m11())


@cache
def _pixmap(name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
    # Qt's image reader draws SVG through its plugin; importing QtSvg for it would cost the start a seventh
    content = QBuffer()
    content.setData(write_coloured(name, colour))
    content.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(content, b"svg")
    side = max(1, round(size_px * ratio))
    reader.setScaledSize(QSize(side, side))
    made = QPixmap.fromImage(reader.read())
    made.setDevicePixelRatio(ratio)
    return made


@cache
def _svg(name: str) -> bytes:
    return (resources_folder() / "icons" / f"{name}.svg").read_bytes().replace(*_STROKE)


def forget_icons() -> None:
    """Let go of all kept icons; pixmaps must be gone before the application is."""
    _pixmap.cache_clear()


def draw_icon(painter: QPainter, place: QPoint, name: str, colour: str, size_px: int = 16) -> None:
    """Draw an icon with its upper left corner at a place."""
    painter.drawPixmap(place, icon_pixmap(name, colour, size_px, _ratio_of(painter)))
