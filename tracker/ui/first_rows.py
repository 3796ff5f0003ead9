"""The list at the first paint, before the register is open: the one that was on show last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.basics.language import Text
from tracker.records.filter import view_of
from tracker.records.registry import kind_of
from tracker.ui.listing.columns import SHARED_COLUMNS
from tracker.ui.sidebar import ALL_RECORDS

if TYPE_CHECKING:
    from tracker.store.first_page import FirstPage
    from tracker.ui.listing.pane import ListPane
    from tracker.ui.sidebar import Sidebar
    from tracker.ui.window_settings import ListOnShow, WindowSettings


def show_first_rows(
    pane: ListPane, sidebar: Sidebar, page: FirstPage, shown: ListOnShow, settings: WindowSettings
) -> None:
    """Show what was read of the list; one that cannot be read so fast has its name over an empty table: nothing jumps.

    ``page`` is of the list ``shown``, or else of all records.
    """
    pane.cell_words.names = page.names
    sidebar.show_chosen(shown.kind, shown.view, shown.saved)
    sidebar.side_model.show_counts(page.counts)
    layout = settings.first_layout(shown)
    pane.show_title(_name_of(shown).to(pane.language), "" if layout is None else str(len(page.ids)))
    if layout is None:
        return
    pane.list.set_density(settings.row_height)
    pane.list.widths.own_px = layout.widths_px
    pane.offer_columns(SHARED_COLUMNS, layout.columns)
    pane.list.show_sort([("deadline_end", False)])
    pane.model.show_order(page.ids, page.rows)


def _name_of(shown: ListOnShow) -> Text:
    if shown.saved is not None:
        return Text.same(shown.saved)
    return view_of(shown.view).label if shown.view else kind_of(shown.kind).many if shown.kind else ALL_RECORDS
