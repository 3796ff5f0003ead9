"""The picture itself: records as boxes, relations as lines with their words; to click, and to walk with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tracker.basics.language import Text
from tracker.records.registry import kind_of
from tracker.services.surroundings import Node, Surroundings
from tracker.ui.looks.fonts import font, grown, growth
from tracker.ui.looks.icons import draw_icon
from tracker.ui.looks.tokens import Tokens, tokens
from tracker.ui.parts.judgement import judge
from tracker.ui.record.form import bring_part_in_sight
from tracker.ui.record.picture.layout import Box, Layout, Measures, lay_out, neighbour
from tracker.ui.session import Session

_NAME = Text("Beeld van de samenhang", "Picture of the relations")
_HOW = Text(
    "Met de pijltjes loopt u langs de records, Enter opent, Ctrl+Enter toont ernaast.",
    "Walk the records with the arrows; Enter opens, Ctrl+Enter shows beside.",
)
_ALSO = Text("ook", "also")
_TRUNK_PX, _BEND_PX = 10, 6
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class RelationPicture(QWidget):
    """Paints what hangs together with a record. As high as it needs to be at its width."""

    open_record = Signal(int)
    beside_wanted = Signal(int)

    def __init__(self, session: Session, shown: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.shown = shown
        self.current = shown.middle.id
        self._hovered: int | None = None
        self._measures = Measures(growth())
        self._layout = lay_out(shown, 400, self._measures)
        self._nodes = {node.id: node for node in shown.nodes}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(session.words(_NAME))
        self._tell_current()

    @property
    def boxes(self) -> dict[int, Box]:
        """Give where each record stands."""
        return self._layout.boxes

    def words_of(self, node: Node) -> str:
        """Give all that the picture says of a record in one sentence, also for screen readers."""
        judged = self._session.words(judge(node.summary, self._session.today).words)
        start = "" if node.parent is None else f"{self._nodes[node.parent].summary.reference} {node.words} "
        also = "".join(f"; {self._session.words(_ALSO)} {words}" for words in node.across)
        return f"{start}{node.summary.reference} {node.summary.title} ({judged}){also}"

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(400, self._layout.height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._measures.least_width, self._layout.height + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout = lay_out(self.shown, self.width() - 2, self._measures)
        if self.height() != self._layout.height + 2:
            self.setFixedHeight(self._layout.height + 2)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            node = self._nodes.get(self._at(QPointF(event.pos())) or 0)
            QToolTip.showText(event.globalPos(), "" if node is None else self.words_of(node), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found != self._hovered:
            self._hovered = found
            self.setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        self._make_current(found)
        self._follow(beside=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._make_current(neighbour(self.boxes, self.current, *_ARROWS[key]))
        elif key == Qt.Key.Key_Home:
            self._make_current(self.shown.middle.id)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._follow(beside=control)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(1, 1)
        colours = tokens()
        for node in self.shown.nodes:
            if node.parent is not None:
                _draw_line(painter, self._layout, node, colours)
        for node in self.shown.nodes:
            self._draw_node(painter, node, colours)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _draw_node(self, painter: QPainter, node: Node, colours: Tokens) -> None:
        box = self.boxes[node.id]
        is_middle = node.parent is None
        ground = colours.selected if is_middle else colours.hover if node.id == self._hovered else colours.surface
        has_focus = self.hasFocus() and node.id == self.current
        edge = colours.focus if has_focus else colours.bar if is_middle else colours.control
        painter.setPen(QPen(QColor(edge), 2 if has_focus else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1), 4, 4)
        inside = QRect(box.x + 8, box.y + 4, box.width - 16, box.height - 8)
        judged = judge(node.summary, self._session.today)
        above = (grown(16) - 14) // 2 - 1
        draw_icon(painter, inside.topLeft() + QPoint(0, above), kind_of(node.summary.kind).icon, colours.muted, 14)
        if judged.tone in {"late", "soon", "wait"}:
            place = inside.topRight()
            place += QPoint(-13, above)
            draw_icon(painter, place, judged.icon, colours.colour(judged.tone), 14)
        painter.setPen(QColor(colours.text))
        painter.setFont(font(12, bold=True))
        head = QRect(inside.x() + 20, inside.y() - 1, inside.width() - 36, grown(16))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, node.summary.reference)
        painter.setFont(font(12))
        title = QRect(inside.x(), inside.y() + grown(16), inside.width(), grown(17))
        words = QFontMetrics(painter.font()).elidedText(node.summary.title, Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, words)
        if node.across:
            self._draw_across(painter, node, head, colours)

    def _draw_across(self, painter: QPainter, node: Node, head: QRect, colours: Tokens) -> None:
        painter.setFont(font(11))
        metrics = QFontMetrics(painter.font())
        used = QFontMetrics(font(12, bold=True)).horizontalAdvance(node.summary.reference) + 8
        room = QRect(head.x() + used, head.y(), head.width() - used, head.height())
        words = f"{self._session.words(_ALSO)} {', '.join(node.across)}"
        painter.setPen(QColor(colours.muted))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)

    def _at(self, place: QPointF) -> int | None:
        x, y = place.x(), place.y()
        found = (one for one, box in self.boxes.items() if box.x <= x <= box.right and box.y <= y <= box.y + box.height)
        return next(found, None)

    def _make_current(self, record_id: int) -> None:
        self.current = record_id
        self._tell_current()
        self.update()
        box = self.boxes[record_id]
        bring_part_in_sight(self, QRect(box.x, box.y, box.width, box.height))

    def _tell_current(self) -> None:
        self.setAccessibleDescription(f"{self.words_of(self._nodes[self.current])}. {self._session.words(_HOW)}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _follow(self, *, beside: bool) -> None:
        if beside:
            self.beside_wanted.emit(self.current)
        elif self.current != self.shown.middle.id:
            self.open_record.emit(self.current)


def _draw_line(painter: QPainter, layout: Layout, node: Node, colours: Tokens) -> None:
    """Draw the line from a record's parent, with the words just before the record."""
    start, end = layout.boxes[node.parent or 0], layout.boxes[node.id]
    painter.setPen(QPen(QColor(colours.control), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    is_left = layout.is_wide and end.x < start.x
    painter.drawPath(_curve(start, end, is_left=is_left) if layout.is_wide else _elbow(start, end))
    near = QRect(end.x - layout.indent + 18, end.middle_y - grown(18) // 2, layout.indent - 22, grown(18))
    if is_left:
        near.moveLeft(end.right + 4)
    painter.setFont(font(11))
    metrics = QFontMetrics(painter.font())
    words = metrics.elidedText(node.words, Qt.TextElideMode.ElideRight, near.width())
    ground = QRect(near)
    ground.setWidth(metrics.horizontalAdvance(words) + 6)
    ground.moveCenter(near.center())
    if layout.is_wide:  # a curve is level only close to the record it leads to
        ground.moveLeft(near.left() + 4) if is_left else ground.moveRight(near.right() - 4)
    painter.fillRect(ground, QColor(colours.surface))
    painter.setPen(QColor(colours.muted))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)


def _elbow(start: Box, end: Box) -> QPainterPath:
    x = start.x + _TRUNK_PX
    goes_up = end.y < start.y
    way = -1 if goes_up else 1
    path = QPointF(x, start.y if goes_up else start.y + start.height)
    line = QPainterPath(path)
    line.lineTo(x, end.middle_y - way * _BEND_PX)
    line.quadTo(x, end.middle_y, x + _BEND_PX, end.middle_y)
    line.lineTo(end.x, end.middle_y)
    return line


def _curve(start: Box, end: Box, *, is_left: bool) -> QPainterPath:
    from_x, to_x = (start.x, end.right) if is_left else (start.right, end.x)
    between = (from_x + to_x) / 2
    line = QPainterPath(QPointF(from_x, start.middle_y))
    line.cubicTo(between, start.middle_y, between, end.middle_y, to_x, end.middle_y)
    return line
