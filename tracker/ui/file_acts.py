"""What a window asks about register files: which to open, where a new one, a copy or a moved one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.basics.language import Text
from tracker.ui import questions

if TYPE_CHECKING:
    from tracker.basics.errors import MovedRegister
    from tracker.ui.place_watch import PlaceWatch
    from tracker.ui.register_window import RegisterWindow
    from tracker.ui.session import Session

_FIND = Text("&Opzoeken…", "F&ind it…")
_SAVE_ELSEWHERE = Text("E&lders bewaren…", "Save e&lsewhere…")


class FileActs(QObject):
    """Asks, and lets the window tell the program what was chosen; notices that the open file is moved or deleted."""

    def __init__(self, window: RegisterWindow) -> None:
        super().__init__(window)
        self._window = window
        self._watch: PlaceWatch | None = None

    def ask_open(self) -> None:
        """Ask which register to open in this window."""
        window = self._window
        path = questions.ask_register(window, window.settings, window.language)
        if path is not None:
            window.open_wanted.emit(path)

    def ask_open_beside(self) -> None:
        """Ask which register to open in a window of its own."""
        window = self._window
        path = questions.ask_register(window, window.settings, window.language)
        if path is not None:
            window.other_window_wanted.emit(path)

    def ask_new(self) -> None:
        """Ask where a new register goes."""
        window = self._window
        path = questions.ask_new_register(window, window.settings, window.language)
        if path is not None:
            window.new_register_wanted.emit(path)

    def ask_back_up(self) -> None:
        """Ask where a copy goes, of everything up to now."""
        window = self._window
        if window.session is None or not (window.work_area is None or window.work_area.commit()):
            return
        path = questions.ask_back_up(window, window.settings, window.language, window.session.store.path)
        if path is not None:
            window.back_up_wanted.emit(path)

    def ask_save_elsewhere(self) -> None:
        """Ask in which other file the register goes on."""
        window = self._window
        if window.session is not None:
            path = questions.ask_save_elsewhere(window, window.settings, window.language, window.session.store.path)
            if path is not None:
                window.save_elsewhere_wanted.emit(path)

    def watch_place(self, session: Session) -> None:
        """Notice that the file is moved or deleted; not of a copy that shows the past."""
        self.stop_watching()
        if session.store.as_of is None:
            from tracker.ui.place_watch import PlaceWatch  # after the first paint

            self._watch = PlaceWatch(session, self._window)
            self._watch.moved.connect(self._show_moved)

    def stop_watching(self) -> None:
        """Let the file go."""
        if self._watch is not None:
            self._window.removeEventFilter(self._watch)
            self._watch.deleteLater()
            self._watch = None

    def _show_moved(self, gone: MovedRegister | None) -> None:
        area = self._window.work_area
        if area is None:
            return
        if gone is None:
            area.notice.hide()
        else:
            ways = ((_FIND, self._ask_where_it_is), (_SAVE_ELSEWHERE, self.ask_save_elsewhere))
            area.notice.tell(gone.words, ways, "triangle-alert")
        self._window.show_file(gone)

    def _ask_where_it_is(self) -> None:
        window = self._window
        path = questions.ask_register(window, window.settings, window.language)
        if path is not None:
            window.found_wanted.emit(path)
