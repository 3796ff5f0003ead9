"""The start page of an open register: what is late, coming, waiting and changed; everything on it leads to its list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.services.overview import Figure, Overview, list_behind, make_overview
from tracker.services.visits import last_visit, remember_visit
from tracker.ui.jobs.follower import Follower
from tracker.ui.looks.fonts import growth
from tracker.ui.looks.icons import icon, icon_size
from tracker.ui.overview.asking import ask_for_file, proposed_name
from tracker.ui.overview.cards import COPY, SAVE_PICTURE, PanelCard, TileCard
from tracker.ui.overview.charts import Tile
from tracker.ui.overview.composing import GAP_PX, MARGIN_PX, columns_for, tiles_in_a_row
from tracker.ui.overview.content import SHORT, Lengths, Panel, page_title, panels_of, tiles_of
from tracker.ui.overview.drawing import screen_face
from tracker.ui.overview.fitting import columns_of_panels, fitting_lengths
from tracker.ui.overview.picturing import copy_picture, picture_of_page, picture_of_panel, save_picture
from tracker.ui.parts.eliding_label import ElidingLabel
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

if TYPE_CHECKING:
    from tracker.services.visits import Visit

_NAME = Text("Overzicht van het register", "Overview of the register")
_PRINT = Text("Afdrukken…", "Print…")
_PICTURE = Text("Afbeelding", "Picture")
_SEEN = Text("Alles gezien", "All seen")
_SEEN_HINT = Text("Tel wijzigingen vanaf nu", "Count changes from now on")
_COPIED = Text("De afbeelding staat op het klembord.", "The picture is on the clipboard.")
_SAVE_TITLE = Text("Afbeelding bewaren als", "Save the picture as")
_PNG = Text("Afbeelding", "Picture")


class OverviewPage(QScrollArea):
    """Counts beside the event loop, and only while it can be seen. The caller opens what is wanted."""

    list_wanted = Signal(object)
    """Carries ``services.overview.Listed``: what stands behind a figure."""
    record_wanted = Signal(int)
    print_wanted = Signal()
    said = Signal(str)
    shown = Signal()
    """Other figures are on show."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.overview: Overview | None = None
        self.tiles: list[TileCard] = []
        self.panels: dict[str, PanelCard] = {}
        self._arranged: tuple[int | str, ...] = ()
        self._lengths = SHORT
        self._waits_for_focus = False
        self._visit: Visit = last_visit(session.store.path, datetime.now(UTC))
        self.follower = Follower(self, self._ask)
        self.follower.read.connect(self._show)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(session.words(_NAME))
        self._lay_out()
        session.changed.connect(lambda _changed: self.follower.mark_stale())
        session.day_changed.connect(lambda _day: self.follower.mark_stale())

    # --- keeping up ---------------------------------------------------------------------------------------------------

    def _ask(self) -> Callable[[], Overview]:
        store, today, visit = self.session.store, self.session.today, self._visit
        return lambda: make_overview(store, today, visit.since, is_first_visit=visit.is_first)

    def focus_first(self) -> None:
        """Let the keyboard begin at the first figure; as soon as there is one."""
        self._waits_for_focus = not self.tiles
        if self.tiles:
            self.tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def count_from_now(self) -> None:
        """Count changes from this moment on."""
        remember_visit(self.session.store.path, datetime.now(UTC))
        self._visit = last_visit(self.session.store.path, datetime.now(UTC))
        self.follower.refresh()

    # --- showing ------------------------------------------------------------------------------------------------------

    def _show(self, overview: Overview) -> None:
        self.overview = overview
        language = self.session.language
        title, about = self.page_title
        self.title.setText(title)
        self.about.setText(about)
        tiles = tiles_of(overview, language)
        if not self.tiles:
            self._make_tiles(tiles)
        for card, tile in zip(self.tiles, tiles, strict=True):
            card.show_tile(tile)
        self._show_panels(overview)
        self.seen_button.setVisible(bool(overview.changed.count or overview.deleted_since))
        self.print_button.setEnabled(True)
        self.picture_button.setEnabled(True)
        self._arrange()
        if self._waits_for_focus and self.isVisible():
            self.focus_first()
        self.shown.emit()

    def _show_panels(self, overview: Overview) -> None:
        self._lengths = self._fitting_lengths()
        panels = {panel.code: panel for panel in panels_of(overview, self.session.language, self._lengths)}
        for code in [code for code in self.panels if code not in panels]:
            gone = self.panels.pop(code)
            gone.hide()
            gone.deleteLater()
        for code, panel in panels.items():
            if code in self.panels:
                self.panels[code].show_panel(panel)
            else:
                self._make_panel(panel)
        self.panels = {code: self.panels[code] for code in panels}

    def _fitting_lengths(self) -> Lengths:
        """Give longer lists and thicker bars where three panels stand side by side with much room under them."""
        assert self.overview is not None
        width = self.viewport().width() - 2 * MARGIN_PX
        above = [*self.tiles[:1], *(card for code, card in self.panels.items() if code == "held-over")]
        taken = self.seen_button.sizeHint().height() + sum(one.sizeHint().height() + GAP_PX for one in above)
        room = width, self.viewport().height() - taken - 2 * GAP_PX - MARGIN_PX
        return fitting_lengths(self.overview, self.session.language, columns_for(width / growth()), room, screen_face)

    @property
    def page_title(self) -> tuple[str, str]:
        """Give the title, and which register and day the page is about."""
        assert self.overview is not None
        return page_title(self.overview, self.session.store.path.stem, self.session.language)

    @property
    def shown_tiles(self) -> list[Tile]:
        """Give the large figures on show."""
        return [card.tile for card in self.tiles if card.tile is not None]

    @property
    def shown_panels(self) -> list[Panel]:
        """Give the panels on show."""
        return [card.panel for card in self.panels.values()]

    def _make_tiles(self, tiles: list[Tile]) -> None:
        for _ in tiles:
            card = TileCard()
            card.chosen.connect(self._open)
            self.tiles.append(card)

    def _make_panel(self, panel: Panel) -> None:
        card = PanelCard(panel, self.session.language)
        card.chosen.connect(self._open)
        card.copy_wanted.connect(self._copy_panel)
        card.save_wanted.connect(self._save_panel)
        self.panels[panel.code] = card

    def _open(self, target: Figure | int) -> None:
        if isinstance(target, int):
            self.record_wanted.emit(target)
        elif self.overview is not None:
            self.list_wanted.emit(list_behind(self.session.store, target, self.overview.today))

    # --- pictures -----------------------------------------------------------------------------------------------------

    def copy_page(self) -> None:
        """Put a picture of the whole page on the clipboard."""
        self._copy(picture_of_page(self.page_title, self.shown_tiles, self.shown_panels))

    def save_page(self) -> None:
        """Ask for a file and write a picture of the whole page to it."""
        self._save(picture_of_page(self.page_title, self.shown_tiles, self.shown_panels), self.page_title[0])

    def _copy_panel(self, panel: Panel) -> None:
        self._copy(picture_of_panel(panel, self.page_title[1]))

    def _save_panel(self, panel: Panel) -> None:
        self._save(picture_of_panel(panel, self.page_title[1]), panel.title)

    def _copy(self, picture: QImage) -> None:
        copy_picture(picture)
        self.said.emit(self.session.words(_COPIED))

    def _save(self, picture: QImage, title: str) -> None:
        words = self.session.words
        name = proposed_name(self.session.today, title, ".png")
        target = ask_for_file(self, words(_SAVE_TITLE), name, words(_PNG), "picture")
        if target is not None:
            save_picture(picture, target)
            self.said.emit(words(Text(f"Afbeelding bewaard: {target.name}", f"Picture saved: {target.name}")))

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.overview is not None and self._fitting_lengths() != self._lengths:
            self._show_panels(self.overview)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    # --- making -------------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Put tiles and panels side by side as the width allows."""
        width = self.viewport().width() - 2 * MARGIN_PX
        shown = self.shown_tiles
        if not shown:
            return
        in_a_row = tiles_in_a_row(shown, width, screen_face)
        columns = columns_for(width / growth())
        arranged: tuple[int | str, ...] = (in_a_row, columns, *self.panels)
        if arranged == self._arranged:
            return
        self._arranged = arranged
        while self._tile_grid.takeAt(0) is not None:
            pass
        for place, card in enumerate(self.tiles):
            self._tile_grid.addWidget(card, place // in_a_row, place % in_a_row)
        for column in range(6):
            self._tile_grid.setColumnStretch(column, 1 if column < in_a_row else 0)
        self._stand_in_columns(columns)

    def _stand_in_columns(self, columns: int) -> None:
        """Put the panels in columns; the last of each goes on down to the foot of the page."""
        for held in (self._over, *self._columns):
            while held.takeAt(0) is not None:
                pass
        while self._panel_row.takeAt(0) is not None:
            pass
        order = [self.panels[code] for code in self.panels if code == "held-over"]
        for card in order:
            self._over.addWidget(card)
        for held, panels in zip(self._columns, columns_of_panels(self.shown_panels, columns), strict=False):
            cards = [self.panels[panel.code] for panel in panels]
            for card in cards:
                held.addWidget(card, 1 if card is cards[-1] else 0)
            self._panel_row.addLayout(held, 1)
            order += cards
        self._set_tab_order(order)

    def _set_tab_order(self, cards: Sequence[PanelCard]) -> None:
        stops: list[QWidget] = [self.seen_button, self.picture_button, self.print_button, *self.tiles]
        for card in cards:
            stops += [card.list_button, card.menu_button, *card.chart.marks]
        for one, next_one in pairwise(stops):
            QWidget.setTabOrder(one, next_one)

    def _lay_out(self) -> None:
        words = self.session.words
        self.title, self.about = label("", "page-title"), ElidingLabel()
        self.about.setProperty("role", "muted")
        self.seen_button = button(words(_SEEN), icon_name="check")
        self.seen_button.setToolTip(words(_SEEN_HINT))
        self.seen_button.clicked.connect(self.count_from_now)
        self.seen_button.hide()
        self.print_button = button(words(_PRINT), icon_name="printer")
        self.print_button.clicked.connect(self.print_wanted)
        self.print_button.setEnabled(False)
        self.picture_button = self._make_picture_button()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.about, 1)
        head.addWidget(self.seen_button)
        head.addWidget(self.picture_button)
        head.addWidget(self.print_button)
        self._tile_grid, self._over, self._panel_row = QGridLayout(), QVBoxLayout(), QHBoxLayout()
        self._columns = [QVBoxLayout() for _ in range(3)]
        for held in (self._tile_grid, self._over, self._panel_row, *self._columns):
            held.setSpacing(GAP_PX)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN_PX, 10, MARGIN_PX, MARGIN_PX)
        column.setSpacing(GAP_PX)
        column.addLayout(head)
        column.addLayout(self._tile_grid)
        column.addLayout(self._over)
        column.addLayout(self._panel_row, 1)
        self.setWidget(inner)

    def _make_picture_button(self) -> QToolButton:
        words = self.session.words
        made = QToolButton()
        made.setProperty("role", "field")
        made.setText(f" {words(_PICTURE)}")
        made.setIcon(icon("copy"))
        made.setIconSize(icon_size())
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setEnabled(False)
        menu = QMenu(made)
        menu.addAction(icon("copy", "muted"), words(COPY), self.copy_page)
        menu.addAction(words(SAVE_PICTURE), self.save_page)
        made.setMenu(menu)
        return made
