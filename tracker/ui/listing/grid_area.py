"""What the acts on the table need of the window around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tracker.records.snapshot import Record
    from tracker.ui.listing.controller import ListController
    from tracker.ui.listing.pane import ListPane
    from tracker.ui.record.record_pane import RecordPane


class GridArea(Protocol):
    """List and record, and ways to show, save and do something."""

    list_pane: ListPane
    record_pane: RecordPane | None
    controller: ListController | None

    def commit(self) -> bool:
        """Save what was typed. Gives False where the user must mend something first."""

    def open_form(self) -> None:
        """Go to the form of the chosen record."""

    def show_chosen(self, record_id: int | None) -> None:
        """Show a record of the list, or none."""

    def show_beside(self, record_id: int | None = None) -> None:
        """Show a record beside the one on show."""

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Show what taking files in would do."""

    def take_evidence(self, record: Record, places: tuple[str, ...]) -> None:
        """Add files and addresses to a record as evidence."""

    def do(self, code: str) -> None:
        """Do one of the acts of ``ui.doing``."""
