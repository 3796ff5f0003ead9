"""What a window asks about register files: which to open, where a new one, a copy or a moved one is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.basics.language import Text
from tracker.ui.parts import questions

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
        self._told_gone: list[Text] = []

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

    def ask_import(self) -> None:
        """Ask which files to import: into the register of the window, or into a new one where none is open."""
        window = self._window
        if window.session is not None:
            if window.work_area is not None:
                window.work_area.ask_import()
        elif window.work_area is None:
            self.import_into_new(questions.ask_files_to_import(window, window.settings, window.language))

    def import_into_new(self, paths: Sequence[Path]) -> None:
        """Ask where a new register goes, named after the first file, and show there what taking the files in would do.

        Who takes nothing over keeps the empty register.
        """
        window = self._window
        if not paths:
            return
        path = questions.ask_new_register(window, window.settings, window.language, paths[0].stem)
        if path is None:
            return
        window.new_register_wanted.emit(path)
        if window.session is not None and window.work_area is not None:  # the register could be made
            window.work_area.import_paths(paths)

    def ask_back_up(self) -> None:
        """Ask where a copy goes, of everything up to now."""
        window = self._window
        if window.session is None or not (window.work_area is None or window.work_area.commit()):
            return
        path = questions.ask_back_up(window, window.settings, window.language, window.session.store.path)
        if path is not None:
            window.back_up_wanted.emit(path)

    def show_copies(self) -> None:
        """Show the copies of the register; one of them can take its place."""
        window = self._window
        if window.session is not None and (window.work_area is None or window.work_area.commit()):
            from tracker.ui.doing.copies_dialog import CopiesDialog  # when it is asked for

            dialog = CopiesDialog(window.session, window)
            dialog.exec()
            dialog.deleteLater()
            if dialog.chosen is not None:
                window.restore_wanted.emit(dialog.chosen)
            window.activateWindow()

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
            area.unsay(self._told_gone)  # it stood at what could not be saved as well
            self._told_gone = []
        else:
            self._told_gone.append(gone.words)
            ways = ((_FIND, self._ask_where_it_is), (_SAVE_ELSEWHERE, self.ask_save_elsewhere))
            area.notice.tell(gone.words, ways, "triangle-alert")
        self._window.show_file(gone)

    def _ask_where_it_is(self) -> None:
        window = self._window
        path = questions.ask_register(window, window.settings, window.language)
        if path is not None:
            window.found_wanted.emit(path)
