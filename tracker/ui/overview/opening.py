"""From a figure to its list: the one place that knows how the list on show takes what stands behind a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.records.filter import Filter
from tracker.services.overview import Listed

if TYPE_CHECKING:
    from tracker.ui.listing.controller import ListController
    from tracker.ui.listing.pane import ListPane


def show_behind(controller: ListController, pane: ListPane, listed: Listed) -> None:
    """Show the list of a filter, or these records, under the title of the figure. Typed search words go."""
    chosen, ids = listed.filter, listed.ids
    controller.show_filter(Filter() if chosen is None else chosen)
    if ids is not None:
        pane.list.change_rows(lambda: pane.model.show_order(ids))
        pane.show_title(controller.session.words(listed.title), str(len(ids)))
        pane.show_table(has_rows=bool(ids))
        controller.shown.emit()
    pane.list.choose_first()
