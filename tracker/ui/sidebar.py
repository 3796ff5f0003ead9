"""The left side: the pages, all records, the kinds and the views, also those with a name, with their counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from tracker.basics.language import Language, Text
from tracker.records.filter import VIEWS
from tracker.records.registry import KINDS
from tracker.ui.looks.fonts import font, grown
from tracker.ui.looks.icons import draw_icon
from tracker.ui.looks.tokens import Tokens, tokens

WIDE_PX, NARROW_PX = 216, 56
_TOP_PX = 6
_ITEM_PX, _LEAST_ITEM_PX, _HEADING_PX = 30, 24, 34
_ATTENTION = {"late", "soon", "wait"}
_NONE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_LABEL = Text("Soorten en weergaven", "Kinds and views")
ALL_RECORDS = Text("Alle records", "All records")


@dataclass(frozen=True, slots=True)
class SideItem:
    """One line: a heading (without icon), or a list that can be chosen."""

    label: Text
    icon: str = ""
    kind: str | None = None
    view: str | None = None
    tone: str = "none"
    saved: str | None = None
    """The name of a view that the user keeps or shares."""
    page: str | None = None
    """The code of a page that stands in the place of list and record, or of a window beside it."""

    @property
    def is_heading(self) -> bool:
        """Tell whether it only stands over others."""
        return not self.icon

    @property
    def place(self) -> tuple[str | None, str | None, str | None]:
        """Give what it chooses: a kind, a view, or a view with a name."""
        return self.kind, self.view, self.saved

    @property
    def count_code(self) -> str:
        """Give the name under which its count is known."""
        if self.page:
            return page_code(self.page)
        return saved_code(self.saved) if self.saved else self.view or self.kind or ""


OVERVIEW, TIMELINE, LETTERS = "overview", "timeline", "letters"
_PAGES = {OVERVIEW, TIMELINE, LETTERS}
ITEMS: tuple[SideItem, ...] = (
    SideItem(Text("Overzicht", "Overview"), "layout-dashboard", page=OVERVIEW),
    SideItem(Text("Tijdlijn", "Timeline"), "chart-gantt", page=TIMELINE),
    SideItem(Text("Brieven", "Letters"), "mail", page=LETTERS),
    SideItem(Text("Soorten", "Kinds")),
    SideItem(ALL_RECORDS, "database"),
    *(SideItem(kind.many, kind.icon, kind=kind.code) for kind in KINDS),
    SideItem(Text("Weergaven", "Views")),
    *(SideItem(view.label, view.icon, view=view.code, tone=view.tone) for view in VIEWS),
)
_ALL = next(one for one in ITEMS if one.label is ALL_RECORDS)
_MINE = SideItem(Text("Mijn weergaven", "My views"))
_SHARED = SideItem(Text("Gedeelde weergaven", "Shared views"))


def page_code(name: str) -> str:
    """Give the name under which the count of a page is known."""
    return f"page:{name}"


def saved_code(name: str) -> str:
    """Give the name under which the count of a view with a name is known."""
    return f"saved:{name}"


class SideModel(QAbstractListModel):
    """The lines of the sidebar."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.counts: Mapping[str, int] = {}
        self.items: tuple[SideItem, ...] = ITEMS

    def show_saved(self, personal: Sequence[str], shared: Sequence[str]) -> None:
        """Show these views with a name, beneath those that come with the program."""
        self.beginResetModel()
        mine = tuple(SideItem(Text.same(name), "bookmark", saved=name) for name in personal)
        others = tuple(SideItem(Text.same(name), "users", saved=name) for name in shared)
        self.items = (*ITEMS, *((_MINE, *mine) if mine else ()), *((_SHARED, *others) if others else ()))
        self.endResetModel()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show other counts."""
        self.counts = counts
        self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.label.to(self.language)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = None if item.is_heading else self.counts.get(item.count_code)
            return item.label.to(self.language) if count is None else f"{item.label.to(self.language)}, {count}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self.items[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Sidebar(QListView):
    """Chooses a list. Every signal is sent also for what was chosen already, so that it can be shown anew."""

    chosen = Signal(object, object)
    """Carries kind code and view code, of which one at most is given."""
    saved_chosen = Signal(str)
    """Carries the name of a view with a name."""
    saved_menu_wanted = Signal(str, QPoint)
    page_chosen = Signal(str)
    """Carries the code of a page."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_narrow = False
        self._item_px = grown(_ITEM_PX)
        self._is_quiet = False
        self.side_model = SideModel(language)
        self.setModel(self.side_model)
        self.setItemDelegate(_SidePainter(self))
        self.setAccessibleName(_LABEL.to(language))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("role", "sidebar")
        self.setFixedWidth(grown(WIDE_PX))
        self.setViewportMargins(0, _TOP_PX, 0, 0)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.clicked.connect(self._tell_again)
        self._was_told = False
        self.show_chosen(None, None)
        self.selectionModel().currentChanged.connect(self._tell)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or icons with words and counts."""
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self.setFixedWidth(NARROW_PX if narrow else grown(WIDE_PX))
            self._item_px = self._fitting_item_px()
            self.scheduleDelayedItemsLayout()

    def height_of(self, item: SideItem) -> int:
        """Give the height of a line: a little less than usual where all lines fit just so."""
        return self._heading_px if item.is_heading else self._item_px

    def resizeEvent(self, event: QResizeEvent) -> None:
        fitting = self._fitting_item_px()
        if fitting != self._item_px:
            self._item_px = fitting
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    @property
    def _heading_px(self) -> int:
        return 10 if self.is_narrow else grown(_HEADING_PX)

    def _fitting_item_px(self) -> int:
        """Give the height at which all lines are in sight, within what is easily read and clicked."""
        items = self.side_model.items
        headings = sum(one.is_heading for one in items)
        fitting = (self.height() - _TOP_PX - headings * self._heading_px) // (len(items) - headings)
        least = _LEAST_ITEM_PX if self.is_narrow else grown(_LEAST_ITEM_PX)  # icons alone can be smaller than letters
        return max(least, min(fitting, grown(_ITEM_PX)))

    def show_chosen(self, kind: str | None, view: str | None, saved: str | None = None) -> None:
        """Show which list is chosen, without telling of it."""
        wanted = (None, None, saved) if saved else (kind, view, None)
        places = [i for i, one in enumerate(self.side_model.items) if one.icon and not one.page and one.place == wanted]
        self._mark(places)

    def show_page(self, page: str) -> None:
        """Show which page is on show, without telling of it."""
        self._mark([i for i, one in enumerate(self.side_model.items) if one.page == page])

    def _mark(self, places: Sequence[int]) -> None:
        self._is_quiet = True
        self.setCurrentIndex(self.side_model.index(places[0]) if places else QModelIndex())
        self._is_quiet = False
        self.setDirtyRegion(QRegion(self.rect()))

    def show_saved(self, personal: Sequence[str], shared: Sequence[str]) -> None:
        """Show these views with a name; the chosen list stays chosen."""
        current = self.currentIndex()
        item = self.side_model.items[current.row()] if current.isValid() else _ALL
        self._is_quiet = True
        self.side_model.show_saved(personal, shared)
        self._item_px = self._fitting_item_px()
        self._is_quiet = False
        if item.page:
            self.show_page(item.page)
        else:
            self.show_chosen(*item.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if current.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell_of(self.side_model.items[current.row()])
        elif event.key() == Qt.Key.Key_Menu and current.isValid():
            self._ask_menu(self.visualRect(current).center())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._was_told = False  # whatever the keys chose before: this click tells of it again
        super().mousePressEvent(event)

    def _ask_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        saved = self.side_model.items[index.row()].saved if index.isValid() else None
        if saved:
            self.saved_menu_wanted.emit(saved, self.viewport().mapToGlobal(place))

    def _tell(self, current: QModelIndex) -> None:
        self.setDirtyRegion(QRegion(self.rect()))
        if not current.isValid() or self._is_quiet:
            return
        item = self.side_model.items[current.row()]
        if item.page and item.page not in _PAGES:
            return  # a window opens with a click or Enter, not while one walks past it
        self._was_told = True
        self._tell_of(item)

    def _tell_of(self, item: SideItem) -> None:
        if item.page:
            self.page_chosen.emit(item.page)
        elif item.saved:
            self.saved_chosen.emit(item.saved)
        else:
            self.chosen.emit(item.kind, item.view)

    def _tell_again(self, index: QModelIndex) -> None:
        if not self._was_told:
            self._tell_of(self.side_model.items[index.row()])
        self._was_told = False


class _SidePainter(QStyledItemDelegate):
    def __init__(self, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        item = self._sidebar.side_model.items[index.row()]
        return QSize(self._sidebar.width() - 2, self._sidebar.height_of(item))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item, colours = self._sidebar.side_model.items[index.row()], tokens()
        rect: QRect = option.rect
        if item.is_heading:
            self._paint_heading(painter, rect, item, colours)
            return
        is_chosen = index.row() == self._sidebar.currentIndex().row()
        self._paint_ground(painter, rect, option, colours, is_chosen=is_chosen)
        has_tone = item.view is not None and item.tone in _ATTENTION
        colour = colours.tones[item.tone].text if has_tone else colours.bar if is_chosen else colours.muted
        icon_px = min(grown(16), rect.height() - 8)
        left = rect.x() + (rect.width() - icon_px) // 2 if self._sidebar.is_narrow else rect.x() + 18
        draw_icon(painter, QPoint(left, rect.y() + (rect.height() - icon_px) // 2), item.icon, colour, icon_px)
        count = self._sidebar.side_model.counts.get(item.count_code)
        if self._sidebar.is_narrow:
            if has_tone and count:
                self._paint_dot(painter, QPoint(left + icon_px + 2, rect.y() + 8), colours.tones[item.tone].fill)
            return
        self._paint_words(painter, rect, item, count, colours, is_chosen=is_chosen)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if event.type() == QEvent.Type.ToolTip and index.isValid() and self._sidebar.is_narrow:
            item = self._sidebar.side_model.items[index.row()]
            count = self._sidebar.side_model.counts.get(item.count_code, "")
            words = "" if item.is_heading else f"{item.label.to(self._sidebar.side_model.language)}: {count}"
            QToolTip.showText(event.globalPos(), words, view)
            return True
        return super().helpEvent(event, view, option, index)

    def _paint_heading(self, painter: QPainter, rect: QRect, item: SideItem, colours: Tokens) -> None:
        if self._sidebar.is_narrow:
            painter.fillRect(rect.x() + 12, rect.y() + 5, rect.width() - 24, 1, QColor(colours.border))
            return
        painter.setFont(font(11, bold=True))
        painter.setPen(QColor(colours.muted))
        words = item.label.to(self._sidebar.side_model.language).upper()
        room = rect.adjusted(16, 8, -8, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, colours: Tokens, *, is_chosen: bool
    ) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        place = rect.adjusted(8, 1, -8, -1)
        if is_chosen or hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected if is_chosen else colours.hover))
            painter.drawRoundedRect(place, 4, 4)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if is_chosen:
            painter.fillRect(place.x(), place.y() + 5, 3, place.height() - 10, QColor(colours.bar))
            if self._sidebar.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QColor(colours.focus))
                painter.drawRect(place.adjusted(0, 0, -1, -1))
                painter.drawRect(place.adjusted(1, 1, -2, -2))

    def _paint_words(
        self, painter: QPainter, rect: QRect, item: SideItem, count: int | None, colours: Tokens, *, is_chosen: bool
    ) -> None:
        has_tone = item.view is not None and item.tone in _ATTENTION and bool(count)
        number = "" if count is None else str(count)
        small = font(12, bold=has_tone)
        number_px = QFontMetrics(small).horizontalAdvance(number)
        right = rect.right() - 17
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small)
        painter.setPen(QColor(colours.tones[item.tone].text if has_tone else colours.muted))
        painter.drawText(QRect(right - number_px, rect.y(), number_px + 2, rect.height()), middle, number)
        face = font(bold=is_chosen)
        painter.setFont(face)
        painter.setPen(QColor(colours.text))
        left = rect.x() + grown(16) + 26
        room = right - number_px - 6 - left
        words = QFontMetrics(face).elidedText(
            item.label.to(self._sidebar.side_model.language), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(QRect(left, rect.y(), room + 2, rect.height()), middle, words)

    def _paint_dot(self, painter: QPainter, centre: QPoint, colour: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(centre, 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
