"""What the parts of a window may know of it: its register, its settings, and what it can ask of the program."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from tracker.basics.language import Language
from tracker.records.kind import Kind
from tracker.ui.actions import Actions
from tracker.ui.looks.theme import Theme, ThemeChoice
from tracker.ui.menus import Menus
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.session import Session
from tracker.ui.work_area import WorkArea

if TYPE_CHECKING:
    from tracker.basics.errors import TrackerError
    from tracker.records.view_definition import Density


class RegisterWindow(QMainWindow):
    """A window on one register, as its file acts, menus and options see it."""

    painted = Signal()
    """The window stands on the screen for the first time."""
    open_wanted = Signal(object)
    new_register_wanted = Signal(object)
    sample_wanted = Signal()
    back_up_wanted = Signal(object)
    restore_wanted = Signal(object)
    """Put a checked copy (a path) in the place of the register that is open."""
    other_window_wanted = Signal(object)
    """Open a register (a path) in a window of its own."""
    save_elsewhere_wanted = Signal(object)
    quit_wanted = Signal()
    found_wanted = Signal(object)
    """The register of this window was moved under it, and lies there now (a path)."""
    language_wanted = Signal(object)
    palette_wanted = Signal()
    help_wanted = Signal(object)
    """Carries the name of a page, or None for the one that fits where the focus is."""
    tour_wanted = Signal(bool)
    """Carries whether it is only offered: to who was not asked before."""
    past_wanted = Signal(object)
    """Show the register as it was at the end of a day (a date), or that of now again (None)."""
    closed = Signal()

    menus: Menus

    def __init__(self, theme: Theme, settings: WindowSettings, today: date, language: Language) -> None:
        super().__init__()
        self.theme, self.settings, self.today, self.language = theme, settings, today, language
        self.session: Session | None = None
        self.work_area: WorkArea | None = None
        self.actions_ = Actions(self, language)

    def show_file(self, gone: TrackerError | None = None) -> None:
        """Show in the status line which register this is, and why it cannot be changed now."""
        raise NotImplementedError

    def start_kind(self, kind: Kind) -> None:
        """Begin a record of this kind."""
        raise NotImplementedError

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Show another theme from now on, in all windows."""
        raise NotImplementedError

    def choose_density(self, density: Density) -> None:
        """Make the rows of all lists higher or lower."""
        raise NotImplementedError
