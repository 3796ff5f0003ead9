"""Joins the layout of the list (columns, widths, freezing, order, groups, height) to its menus, and remembers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from tracker.basics.language import Text
from tracker.records.view_definition import DEFAULT_SORT, Density, Layout, layout_from_json, layout_to_json
from tracker.services.browsing import Browsing
from tracker.services.grouping import LATENESS, groupings
from tracker.ui.listing.columns import TITLE, Column, columns_of
from tracker.ui.listing.filter_controls import FilterControls
from tracker.ui.listing.pane import ListPane
from tracker.ui.looks.icons import icon
from tracker.ui.parts.window_settings import DENSITY
from tracker.ui.session import Session

_NO_GROUPS = Text("Niet &groeperen", "No &groups")
_OPEN_CLOSE = Text("Alle groepen &open- of dichtklappen", "&Open or close all groups")
_UP = Text("&Oplopend sorteren", "Sort &ascending")
_DOWN = Text("&Aflopend sorteren", "Sort &descending")
_ALSO = Text("Ook &hierop sorteren\tShift+klik", "Sort by this &too\tShift+click")
_FILTER = Text("&Filteren op deze kolom…", "&Filter by this column…")
_FILTER_VALUE = Text("&Filteren op deze waarde", "&Filter by this value")
_FILTER_COLUMN = Text("Filteren &op deze kolom…", "Filter by this colum&n…")
_GROUP = Text("&Groeperen op deze kolom", "&Group by this column")
_FREEZE = Text("Kolommen &vastzetten tot hier", "Free&ze columns up to here")
_UNFREEZE = Text("Kolommen &losmaken", "&Unfreeze columns")
_HIDE = Text("Kolom ver&bergen", "&Hide column")
_FIT = Text("Breedte &passend maken", "Fit &width")
_COLUMNS = Text("&Kolommen", "&Columns")


class LayoutControls(QObject):
    """Lays the list out as it was left, by kind or view. ``kept`` is what is remembered: JSON by code."""

    changed = Signal()
    """The list has another order or other groups."""
    laid_out = Signal()
    """The layout is another, and noted in ``kept``: it may be written down."""

    def __init__(
        self, session: Session, browsing: Browsing, pane: ListPane, filters: FilterControls, kept: dict[str, Any]
    ) -> None:
        super().__init__(pane)
        self._session, self._browsing, self._pane, self._filters = session, browsing, pane, filters
        self.kept = kept
        self._place = ""
        rows = pane.list
        rows.sort_wanted.connect(self.sort_by)
        rows.widths_changed.connect(self._keep)
        rows.header_menu_wanted.connect(self._open_header_menu)
        pane.columns_changed.connect(self._keep)
        pane.usual_layout_wanted.connect(self.restore)

    @property
    def current(self) -> Layout:
        """Give how the list is laid out now."""
        rows, chosen = self._pane.list, self._pane.chosen_columns
        return Layout(
            None if chosen is None else tuple(chosen),
            dict(rows.widths.own_px),
            rows.frozen.count,
            self._browsing.sort_keys,
            self._browsing.group_by,
            self.density,
        )

    @property
    def density(self) -> Density:
        """Give the height of rows in all lists."""
        kept = self.kept.get(DENSITY)
        return Density(kept) if kept in list(Density) else Density.NORMAL

    def remembered(self, kind: str | None, view: str | None) -> Layout:
        """Give how a list was left: a view as all records, where it was never laid out itself."""
        found = self.kept.get(view or kind or "", self.kept.get(kind or ""))
        if isinstance(found, list):  # a version before 0.2 kept columns only
            return Layout(columns=tuple(str(one) for one in found))
        return layout_from_json(found) if isinstance(found, dict) else Layout()

    def show(self, layout: Layout) -> None:
        """Lay the list on show out like this."""
        chosen = self._browsing.chosen
        self._place = chosen.view or chosen.kind or ""
        rows = self._pane.list
        rows.set_density(self.density)
        rows.widths.own_px = dict(layout.widths_px)
        rows.frozen.count = layout.frozen
        columns = None if layout.columns is None else list(layout.columns)
        self._pane.offer_columns(columns_of(self._browsing.kind), columns)

    def sort_by(self, column: str, adds: bool = False) -> None:
        """Sort by a column; a second time turns it round. ``adds``: after those that sort already."""
        self._browsing.sort_by(column, adds=adds)
        self._tell()

    def group(self, by: str | None) -> None:
        """Show the list in groups; None: without."""
        self._browsing.group(by)
        self._tell()

    def set_density(self, density: Density) -> None:
        """Make the rows of all lists higher or lower."""
        self.kept[DENSITY] = str(density)
        self._pane.list.change_rows(lambda: self._pane.list.set_density(density))

    def restore(self) -> None:
        """Lay the list out as it is by itself."""
        chosen = self._browsing.chosen
        self.kept.pop(self._place, None)
        self._browsing.show(chosen, DEFAULT_SORT, None)
        self.show(Layout())
        self.changed.emit()

    # --- menus --------------------------------------------------------------------------------------------------------

    def fill_groups(self, menu: QMenu) -> None:
        """Offer everything the list can be grouped by; what groups it now is ticked."""
        group = QActionGroup(menu)
        now = self._browsing.group_by
        for code, words in ((None, _NO_GROUPS), *groupings(self._browsing.kind)):
            text = self._session.words(words)
            made = menu.addAction(text if code is None else text.replace("&", "&&"))
            made.setCheckable(True)
            made.setChecked(code == now)
            made.setActionGroup(group)
            made.triggered.connect(lambda _=False, by=code: self.group(by))
            if code is None:
                menu.addSeparator()
        menu.addSeparator()
        toggle = menu.addAction(self._session.words(_OPEN_CLOSE), self._toggle_all)
        toggle.setEnabled(now is not None)

    def fill_densities(self, menu: QMenu) -> None:
        """Offer the heights of rows; the one in force is ticked."""
        group = QActionGroup(menu)
        for density in Density:
            made = menu.addAction(self._session.words(density.words))
            made.setCheckable(True)
            made.setChecked(density is self.density)
            made.setActionGroup(group)
            made.triggered.connect(lambda _=False, chosen=density: self.set_density(chosen))

    def header_menu(self, key: str) -> QMenu:
        """Make the menu of a heading; of none where ``key`` is no column."""
        menu = QMenu(self._pane)
        column = next((one for one in self._pane.model.columns if one.key == key), None)
        if column is not None:
            self._fill_header_menu(menu, column)
            menu.addSeparator()
        columns = self._pane.columns_menu(menu)
        columns.setTitle(self._session.words(_COLUMNS))
        menu.addMenu(columns)
        menu.addAction(columns.actions()[-1])
        return menu

    def _fill_header_menu(self, menu: QMenu, column: Column) -> None:
        def add(words: Text, act: Callable[[], object]) -> None:
            menu.addAction(self._session.words(words)).triggered.connect(lambda _=False: act())

        keys, frozen = self._browsing.sort_keys, self._pane.list.frozen.count
        place = self._pane.model.columns.index(column)
        add(_UP, lambda: self._sort_only(column.key, down=False))
        add(_DOWN, lambda: self._sort_only(column.key, down=True))
        if all(key != column.key for key, _ in keys):
            add(_ALSO, lambda: self.sort_by(column.key, adds=True))
        menu.addSeparator()
        if self._filters.knows(column.field):
            add(_FILTER, lambda: self._filters.add_on(column.field))
        by = LATENESS if column.key in {"state", "deadline_end"} else column.field
        if any(code == by for code, _ in groupings(self._browsing.kind)):
            add(_GROUP, lambda: self.group(by))
        menu.addSeparator()
        if place + 1 != frozen and place + 1 < len(self._pane.model.columns):
            add(_FREEZE, lambda: self._freeze(place + 1))
        if frozen:
            add(_UNFREEZE, lambda: self._freeze(0))
        add(_FIT, lambda: self._pane.list.widths.fit_to_content(place))
        if column.key != TITLE:
            add(_HIDE, lambda: self._pane.show_column(column.key, shown=False))

    def _open_header_menu(self, key: str, place: QPoint) -> None:
        menu = self.header_menu(key)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def fill_cell_menu(self, menu: QMenu, row: int, key: str) -> None:
        """Offer what can be asked of the value in a cell."""
        column = next(one for one in self._pane.model.columns if one.key == key)
        record_id = self._pane.model.id_at(row)
        if record_id is None or not self._filters.knows(column.field):
            return
        made = menu.addAction(icon("filter", "muted"), self._session.words(_FILTER_VALUE))
        made.triggered.connect(lambda _=False: self._filters.by_value(record_id, column.field))
        other = menu.addAction(self._session.words(_FILTER_COLUMN))
        other.triggered.connect(lambda _=False: self._filters.add_on(column.field))

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _sort_only(self, column: str, *, down: bool) -> None:
        self._browsing.show(self._browsing.chosen, ((column, down),), self._browsing.group_by)
        self._tell()

    def _toggle_all(self) -> None:
        self._browsing.toggle_all()
        self.changed.emit()

    def _freeze(self, count: int) -> None:
        self._pane.list.freeze(count)
        self._keep()

    def _tell(self) -> None:
        self._keep()
        self.changed.emit()

    def _keep(self) -> None:
        self.kept[self._place] = layout_to_json(replace(self.current, density=Density.NORMAL))
        self.laid_out.emit()
