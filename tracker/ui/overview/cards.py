"""The cards of the start page: a large figure that is a button, and a panel with a chart and its menu."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tracker.basics.language import Language, Text
from tracker.ui.looks.fonts import around_line
from tracker.ui.looks.icons import icon, icon_size
from tracker.ui.looks.tokens import tokens
from tracker.ui.overview import words
from tracker.ui.overview.chart_view import ChartView, MarkButton
from tracker.ui.overview.charts import Tile
from tracker.ui.overview.content import Panel
from tracker.ui.overview.drawing import draw, screen_face
from tracker.ui.record.looks import button, label

COPY = Text("&Kopiëren als afbeelding", "&Copy as picture")
SAVE_PICTURE = Text("&Opslaan als afbeelding…", "&Save as picture…")
_PICTURE_OF = Text("Afbeelding van", "Picture of")


class TileCard(MarkButton):
    """A large figure. ``chosen`` carries the figure."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.radius = 8.0
        self.tile: Tile | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)

    def show_tile(self, tile: Tile) -> None:
        """Show another figure."""
        self.tile = tile
        self.show_name(tile.name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self.tile is None:
            return QSize(160, 96)
        return QSize(round(self.tile.least_px(screen_face)), round(self.tile.arrange(200, screen_face).height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _tell(self) -> None:
        if self.tile is not None:
            self.chosen.emit(self.tile.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.tile is not None:
            painter = QPainter(self)
            draw(painter, self.tile.arrange(self.width(), screen_face).items, tokens(), screen_face)
            painter.end()
        super().paintEvent(event)


_FEWEST_LETTERS = 12
"""What is left of words that are cut shorter says nothing any more."""


class Note(QWidget):
    """Words beside a title; where there is no room they end in an ellipsis, or go, and hover shows them whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_words(self, words: str) -> None:
        """Show other words."""
        self.words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(tokens().muted))
        text = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, self.width())
        if text != self.words and len(text) < _FEWEST_LETTERS:
            return
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)


class PanelCard(QFrame):
    """A card with title, note, the link to its list, and a menu that makes a picture of it."""

    chosen = Signal(object)
    copy_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, panel: Panel, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self._language = language
        self.setProperty("role", "card")
        self.title, self.note = label(panel.title, "card-title"), Note()
        self.list_button = button(words.SHOW_LIST.to(language), link=True)
        kept = self.list_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that all titles stand at one height
        self.list_button.setSizePolicy(kept)
        self.list_button.clicked.connect(lambda: self.chosen.emit(self.panel.figure))
        self.menu_button = self._make_menu_button()
        self.chart = ChartView()
        self.chart.chosen.connect(self.chosen)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.setContentsMargins(4, 0, 0, 0)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        head.addWidget(self.list_button)
        head.addWidget(self.menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.chart)
        column.addStretch(1)
        self.show_panel(panel)

    def show_panel(self, panel: Panel) -> None:
        """Show other figures."""
        self.panel = panel
        self.note.show_words(panel.note)
        self.list_button.setVisible(panel.figure is not None)
        self.list_button.setAccessibleName(f"{panel.title}: {words.SHOW_LIST.to(self._language)}")
        self.chart.show_chart(panel.chart)

    def _make_menu_button(self) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon("copy", "muted"))
        made.setIconSize(icon_size())
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setProperty("role", "small")
        made.setFixedSize(around_line(28), around_line(28))
        name = f"{_PICTURE_OF.to(self._language)} {self.panel.title}"
        made.setToolTip(name)
        made.setAccessibleName(name)
        menu = QMenu(made)
        menu.addAction(icon("copy", "muted"), COPY.to(self._language), lambda: self.copy_wanted.emit(self.panel))
        menu.addAction(SAVE_PICTURE.to(self._language), lambda: self.save_wanted.emit(self.panel))
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made
