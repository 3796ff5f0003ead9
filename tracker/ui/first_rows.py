"""The list at the first paint, before the register is open: the one that was on show last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.basics.language import Text
from tracker.records.filter import view_of
from tracker.records.registry import kind_of
from tracker.ui.listing.columns import SHARED_COLUMNS
from tracker.ui.parts.window_settings import DENSITY
from tracker.ui.sidebar import ALL_RECORDS

if TYPE_CHECKING:
    from tracker.store.first_page import FirstPage
    from tracker.ui.listing.pane import ListPane
    from tracker.ui.parts.window_settings import ListOnShow, WindowSettings
    from tracker.ui.sidebar import Sidebar

_USUAL_SORT: tuple[object, ...] = (None, [], [["deadline_end", False]])


def show_first_rows(
    pane: ListPane, sidebar: Sidebar, page: FirstPage, shown: ListOnShow, settings: WindowSettings
) -> None:
    """Show what was read of the list; one that cannot be read so fast has its name over an empty table: nothing jumps.

    ``page`` is of the list ``shown``, or else of all records.
    """
    pane.cell_words.names = page.names
    sidebar.show_chosen(shown.kind, shown.view, shown.saved)
    sidebar.side_model.show_counts(page.counts)
    layout = _layout_at_once(shown, settings)
    pane.show_title(_name_of(shown).to(pane.language), "" if layout is None else str(len(page.ids)))
    if layout is None:
        return
    pane.list.set_density(str(settings.columns.get(DENSITY, "normal")))  # what that means may not be imported yet
    if layout.columns or layout.widths_px:
        pane.list.widths.own_px = layout.widths_px
        pane.offer_columns(SHARED_COLUMNS, layout.columns)
    pane.list.show_sort([("deadline_end", False)])
    pane.model.show_order(page.ids, page.rows)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Columns (None: the usual ones) and their own widths."""

    columns: list[str] | None
    widths_px: dict[str, int]


def _layout_at_once(shown: ListOnShow, settings: WindowSettings) -> _Layout | None:
    """Give how a list is laid out where it can be shown before its register is open, else None.

    Views with a name, orders of their own, groups and columns of one kind wait until it is.
    """
    kept = settings.columns.get(shown.view or shown.kind or "", settings.columns.get(shown.kind or "", {}))
    if shown.saved is not None or not isinstance(kept, dict):
        return None
    columns, widths = kept.get("columns"), kept.get("widths")
    known = {one.key for one in SHARED_COLUMNS}
    is_usual = kept.get("sort") in _USUAL_SORT and kept.get("group") is None
    if not is_usual or not all(one in known for one in columns or ()):
        return None
    widths = widths if isinstance(widths, dict) else {}
    return _Layout(columns, {key: px for key, px in widths.items() if isinstance(px, int) and px > 0})


def _name_of(shown: ListOnShow) -> Text:
    if shown.saved is not None:
        return Text.same(shown.saved)
    return view_of(shown.view).label if shown.view else kind_of(shown.kind).many if shown.kind else ALL_RECORDS
