"""Joins palette, help and tour to a window. Each is imported when it is asked for, so that no start pays for it."""

from __future__ import annotations

from tracker.ui.main_window import MainWindow


def join_aids(window: MainWindow) -> None:
    """Let a window open its palette, help and tour."""
    window.palette_wanted.connect(lambda: _toggle_palette(window))
    window.help_wanted.connect(lambda page: _open_help(window, page))
    window.tour_wanted.connect(lambda is_offered: _start_tour(window, is_offered=is_offered))


def _toggle_palette(window: MainWindow) -> None:
    from tracker.ui.palette.palette import Palette

    palette = window.findChild(Palette) or Palette(window)
    if palette.isVisible():
        palette.close()
    else:
        palette.open()


def _open_help(window: MainWindow, page: str | None) -> None:
    from tracker.ui.help.window import open_help

    open_help(window, page)


def _start_tour(window: MainWindow, *, is_offered: bool) -> None:
    from tracker.ui.help.tour import start_tour

    start_tour(window, is_offered=is_offered)
