"""Every screen, dialog and state of the window, one after another: for the survey, the keyboard, and for pictures.

Each is opened by the act by which a user opens it. A dialog that waits for an answer is shown and gets none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.ui.doing import screens as doing
from tests.ui.importing import screens as importing
from tests.ui.screens import dialogs, over, pages
from tests.ui.screens.desk import Desk, Show, put_away, settle
from tracker.ui.main_window import MainWindow

__all__ = ["SCREENS", "TYPED", "Desk", "screens", "settle"]

SCREENS: dict[str, Show] = {**pages.SCREENS, **over.SCREENS, **dialogs.SCREENS, **importing.SCREENS}
TYPED = (
    "Tracker", "PySide6", "EUPL", "Lucide", "Daan Bakker", "voor het kerstreces", "Brief over de opva",
    "mensenhandel", "“mensenhandel”", "voor het einde van het jaar", "Ceder (CU)", "Gesprek met gemeenten",
    *(cell for row in (*doing.CELLS, *doing.DEADLINE_CELLS) for cell in row),
    *importing.TYPED,
)  # fmt: skip
"""What stands on the screens and is no word of the program."""


def screens(window: MainWindow, folder: Path, only: Collection[str] = ()) -> Iterator[tuple[str, QWidget]]:
    """Show each screen in turn and give it by name; it is put away before the next.

    ``folder`` takes files. ``only`` names some of ``SCREENS``; without, the dialogs of ``tests.ui.doing`` come too.
    """
    desk = Desk(window, folder)
    for name, show in SCREENS.items():
        if only and name not in only:
            continue
        shown = show(desk)
        settle(shown or window)
        yield name, shown or window
        put_away(desk, shown)
    for name, dialog in () if only else doing.dialogs(desk.session):
        dialog.show()
        settle(dialog)
        yield f"filled-{name}", dialog
        put_away(desk, dialog)
