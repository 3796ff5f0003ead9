"""Start: read the call, show the window with its first page, then open the register. The one place that joins parts."""

from __future__ import annotations

import gc
import importlib
import os
import sys
import threading
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.chosen_language import user_language
from tracker.basics.errors import DamagedRegister, NoDisplay, TrackerError
from tracker.basics.language import Language, Text
from tracker.basics.paths import free_name, is_same_file
from tracker.cli.parser import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

    from tracker.store.first_page import FirstReading
    from tracker.store.record_store import Store
    from tracker.ui.errors import ErrorHandler
    from tracker.ui.garbage import GarbageCollector
    from tracker.ui.main_window import MainWindow

_HEAVY = (
    "tracker.services.opening",
    "tracker.services.browsing",
    "tracker.services.reporting",
    "tracker.ui.record.record_pane",
)
"""What the window needs to work but not to be seen. Imported in a thread, so that the window lives meanwhile."""
SAMPLE_NAME = "voorbeeld.db"
_ASIDE_PX = 32
"""How far a further window stands from the one it was opened from."""


def run() -> int:
    """Enter the program from the console script."""
    return main(sys.argv[1:])


def main(argv: Sequence[str]) -> int:
    """Do what the call asks, and give the exit status: a command, or the window."""
    call = parse(argv)
    if call.command is not None:
        from tracker.cli.running import execute  # with the store and all kinds: only for commands

        return execute(call)
    try:
        return _show_window(call.register, call.on)
    except NoDisplay as error:
        print(f"tracker: {error.to(user_language())}", file=sys.stderr)  # noqa: T201 - there is nothing else to say it with
        return 1


def _show_window(named: str | None, day: date | None) -> int:
    from tracker.ui.display import refuse_without_display  # with Qt, which commands do not need

    refuse_without_display()
    gc.disable()  # almost nothing that a start makes is garbage; Program.settle lets it be collected again
    today = day or date.today()  # noqa: DTZ011 - a day
    reading = _start_reading(named, today)
    application = _make_application()
    program = Program(application, today, user_language())
    program.start(named, reading)
    status = application.exec()
    program.finish()
    return status


def _make_application() -> QApplication:
    from tracker.ui.qt_import import quick_import

    try:
        with quick_import():
            from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise NoDisplay(
            f"Het venster kan niet open: {error}. De opdrachtregel werkt wel: tracker list, tracker --help.",
            f"The window cannot open: {error}. The command line works: tracker list, tracker --help.",
        ) from error
    return QApplication.instance() or QApplication(["tracker"])  # type: ignore[return-value]


def _start_reading(named: str | None, today: date) -> FirstReading | None:
    """Begin to read the first page, for that need not wait until the window is made; None: there is no register yet."""
    from tracker.services.recent import register_for_window
    from tracker.store.first_page import FirstReading

    path = register_for_window(named)
    return FirstReading(path, today) if path.exists() else None


class Program:
    """The parts of a running program: theme, window, error handler, and the register that is open.

    Each further window is a program of its own that shares theme and settings with the ``first``.
    """

    def __init__(
        self, application: QApplication, today: date, language: Language, first: Program | None = None
    ) -> None:
        from tracker.ui.looks.theme import Theme
        from tracker.ui.parts.window_settings import WindowSettings

        self.application = application
        self.language = language
        self._today = today
        self._excepthook = sys.excepthook
        if first is None:
            sys.excepthook = self._handle_error
            application.setApplicationName("Tracker")
        self._settings: WindowSettings = WindowSettings() if first is None else first._settings
        self._theme: Theme = Theme(application, self._settings.theme) if first is None else first._theme
        self.programs: list[Program] = [] if first is None else first.programs
        """Those of all windows, in the order in which they were opened."""
        self.programs.append(self)
        self.store: Store | None = None
        self._past: Store | None = None
        self._collector: GarbageCollector | None = None if first is None else first._collector
        self.window: MainWindow = self._make_window()

    def _make_window(self) -> MainWindow:
        from tracker.ui.aids import join_aids
        from tracker.ui.main_window import MainWindow
        from tracker.ui.qt_words import speak

        speak(self.application, self.language)
        window = MainWindow(self._theme, self._settings, self._today, self.language)
        window.open_wanted.connect(self.open)
        window.new_register_wanted.connect(self._make_new)
        window.sample_wanted.connect(self._make_sample)
        window.back_up_wanted.connect(self._back_up)
        window.restore_wanted.connect(self._put_back)
        window.language_wanted.connect(self._change_all_languages)
        window.past_wanted.connect(self.show_past)
        window.other_window_wanted.connect(self.open_beside)
        window.save_elsewhere_wanted.connect(self.save_elsewhere)
        window.found_wanted.connect(self.go_on_in)
        window.quit_wanted.connect(self.quit)
        window.closed.connect(self._on_closed)
        join_aids(window)
        return window

    @cached_property
    def errors(self) -> ErrorHandler:
        """Give what shows errors; made when the first one comes, for a start seldom needs it."""
        from tracker.basics.fault_log import LOG_NAME
        from tracker.basics.paths import user_folder
        from tracker.ui.errors import ErrorHandler

        return ErrorHandler(self.language, user_folder() / LOG_NAME)

    def start(self, named: str | None, reading: FirstReading | None = None) -> None:
        """Show the window: with the first page of the register, or with the ways to begin.

        ``reading`` is that of the first page, where it began already.
        """
        from tracker.services.recent import recent_registers, register_for_window

        path = register_for_window(named)
        reading = reading or _start_reading(named, self._today)
        if reading is not None:
            self._show_first(reading)
        else:
            was_there = named or os.environ.get("TRACKER_REGISTER") or path in recent_registers()
            self._show_start(_missing(path).to(self.language) if was_there else "", is_missing=bool(was_there))
            self.window.painted.connect(self.settle)
        self.window.show()

    def settle(self) -> None:
        """Let garbage be collected again, in this thread alone; all that the start has made stays, and is left out."""
        if not gc.isenabled() and self._collector is None:
            from tracker.ui.garbage import GarbageCollector

            self._collector = GarbageCollector(self.application)

    def finish(self) -> None:
        """Give back what was taken: the registers of all windows and the handling of errors."""
        for program in self.programs:
            program._close_store()
        sys.excepthook = self._excepthook

    def open(self, path: Path) -> None:
        """Open another register in this window; one that is open already keeps the window it has."""
        if self._brought_forward(path, also_here=self.store is not None and self.store.read_only_because is None):
            return
        if not path.exists():
            from tracker.ui.parts.questions import ask_about_missing

            found = ask_about_missing(self.window, self._settings, self.language, path)
            if found is not None:
                self.open(found)
            return
        self._replace(lambda: _open(path), path)

    def open_beside(self, path: Path) -> None:
        """Open a register in a window of its own; one that is open already comes to the front."""
        if self._brought_forward(path, also_here=True):
            return
        if self.store is None or not path.exists():
            self.open(path)
            return
        other = Program(self.application, self._today, self.language, self)
        place = self.window.pos()
        other.window.move(place.x() + _ASIDE_PX, place.y() + _ASIDE_PX)
        other.start(str(path))

    def quit(self) -> None:
        """Close all windows; none where one of them may not close yet, for a task or for a fault in what was typed."""
        areas = [one.window.work_area for one in self.programs]
        if all(one.window.may_stop_tasks() for one in self.programs) and all(a is None or a.commit() for a in areas):
            for program in list(self.programs):
                program.window.close()

    def save_elsewhere(self, target: Path) -> None:
        """Write the register to another file and go on in that one: also where its own file is gone."""
        if self.store is None:
            return
        from tracker.services.opening import save_elsewhere  # the store: after the first paint

        try:
            save_elsewhere(self.store, target)
        except TrackerError as error:
            self.errors.tell(error)
        else:
            self.go_on_in(target)

    def go_on_in(self, path: Path) -> None:
        """Go on in another file of the same register; what was typed and not saved is offered there."""
        if self.store is None or self._brought_forward(path, also_here=False):
            return
        from tracker.services.unsaved import UnsavedTexts  # the store: after the first paint

        is_there = self.store.moved() is None
        if is_there and not self.window.detach():
            return
        if not is_there and self.window.work_area is not None:
            self.window.work_area.keep_unsaved()
            UnsavedTexts(self.store.path).hand_over(UnsavedTexts(path))
        self._replace(lambda: _open(path), path, commits=False)

    def _brought_forward(self, path: Path, *, also_here: bool) -> bool:
        """Show the window that has this file, where there is one."""
        for program in self.programs:
            its = program.store
            if (program is not self or also_here) and its is not None and is_same_file(its.path, path):
                program.window.come_forward()
                return True
        return False

    def _on_closed(self) -> None:
        self._close_store()
        if len(self.programs) > 1:
            self.programs.remove(self)
            self.window.deleteLater()

    def _change_all_languages(self, language: Language) -> None:
        if all(one.window.work_area is None or one.window.work_area.commit() for one in self.programs):
            for one in list(self.programs):
                one.change_language(language)

    def change_language(self, language: Language) -> None:
        """Speak another language from now on: a new window takes the place of the old one, on the same register."""
        from tracker.basics.chosen_language import keep_language

        old = self.window
        if language is self.language or not old.detach():
            return
        keep_language(language)
        self.language, self._today = language, old.today
        self.__dict__.pop("errors", None)  # it speaks the old language
        self.window = self._make_window()
        if self.store is not None:
            self.window.show_first_page(self.store.path, None)
            self._attach(self.store)
        else:
            self._show_start()
        self.window.take_place_of(old)
        old.leave()

    def _handle_error(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        self.errors.handle(kind, error, where)

    # --- the first register -------------------------------------------------------------------------------------------

    def _show_first(self, reading: FirstReading) -> None:
        shown = self._settings.list_on_show(reading.path)
        try:
            listed = reading.page(shown.kind, shown.view)
            page = listed or reading.page()  # all records, where a list is no more
        except TrackerError as error:
            self._show_problem(reading.path, error)
            self.window.painted.connect(self.settle)
            return
        self.window.show_first_page(reading.path, page, shown if listed else None)
        self.window.painted.connect(lambda: self._open_later(reading.path))

    def _open_later(self, path: Path) -> None:
        """Import what is heavy beside the event loop, and then open the register in it."""
        from PySide6.QtCore import QTimer

        thread = threading.Thread(target=_import_heavy, name="imports", daemon=True)
        thread.start()
        timer = QTimer(self.window)
        timer.setInterval(10)

        def look() -> None:
            if not thread.is_alive():
                timer.stop()
                timer.deleteLater()
                self._open_first(path)

        timer.timeout.connect(look)
        timer.start()

    def _open_first(self, path: Path) -> None:
        try:
            self._attach(_open(path))
        except TrackerError as error:
            self._show_problem(path, error)
        finally:
            self.settle()

    def _show_start(
        self, problem: str = "", restore: Callable[[], None] | None = None, *, is_missing: bool = False
    ) -> None:
        from tracker.services.recent import recent_registers

        self.window.show_start(recent_registers(), problem, restore, is_missing=is_missing)

    def _show_problem(self, path: Path, error: TrackerError) -> None:
        """Say why a register could not be opened; a damaged one can be restored from its newest good backup."""
        copy = error.good_copy if isinstance(error, DamagedRegister) else None
        restore = None if copy is None else lambda: self._replace(lambda: _restore(copy, path))
        self._show_start(error.to(self.language), restore)

    # --- one register after another -----------------------------------------------------------------------------------

    def _make_new(self, path: Path) -> None:
        from tracker.services.opening import new_register  # the store: after the first paint

        self._replace(lambda: new_register(path))

    def _make_sample(self) -> None:
        from tracker.basics.paths import user_folder
        from tracker.services.opening import new_sample  # the store: after the first paint

        self._replace(lambda: new_sample(free_name(user_folder() / SAMPLE_NAME)))
        if self.window.session is not None:
            self.window.tour_wanted.emit(True)

    def _back_up(self, path: Path) -> None:
        if self.store is None:
            return
        from tracker.services.opening import back_up  # the store: after the first paint

        back_up(self.store, path, may_replace=True)  # the file dialog has asked
        self.window.status.say(
            Text(f"Reservekopie gemaakt: {path.name}", f"Backup made: {path.name}").to(self.language)
        )

    def _put_back(self, copy: Path) -> None:
        """Put a checked copy in the place of the open register; where that fails, the register is opened again."""
        if self.store is None or not self.window.detach():
            return
        path = self.store.path
        self._close_store()  # only then it can be replaced
        self._replace(lambda: _restore(copy, path, is_checked=True), path, commits=False)
        if self.window.session is None:
            self._replace(lambda: _open(path), path, commits=False)
        else:
            self.window.status.say(Text(f"Teruggezet: {copy.name}", f"Put back: {copy.name}").to(self.language))

    def _replace(self, make: Callable[[], Store], path: Path | None = None, *, commits: bool = True) -> None:
        """Open another register; where that fails, the one that is open stays."""
        if (
            commits
            and self.window.session is not None
            and self.window.work_area is not None
            and not self.window.work_area.commit()
        ):
            return
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            store = make()
        except TrackerError as error:
            if self.window.session is None and isinstance(error, DamagedRegister) and path is not None:
                self._show_problem(path, error)
            else:
                self.errors.tell(error)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        if commits:
            self.window.detach()
        else:
            self.window.let_go()
        self._close_store()
        self.window.show_first_page(store.path, None)
        self._attach(store)

    def show_past(self, day: date | None) -> None:
        """Show the register as it was at the end of a day; None: as it is now. The window stays alive."""
        from tracker.ui.past_lookup import PastLookup

        store = self.store
        if store is None or not self.window.detach():
            return
        if day is None:
            self._show_store(store)
            return
        lookup = PastLookup(store.path, day, date.today(), self.window)  # noqa: DTZ011 - a day
        lookup.found.connect(self._show_store)
        lookup.failed.connect(self._stay_in_the_present)
        lookup.start()

    def _stay_in_the_present(self, error: TrackerError) -> None:
        self.errors.tell(error)
        if self.store is not None:
            self._show_store(self.store)

    def _show_store(self, shown: Store) -> None:
        """Show the open register, or a copy of its past, with the same list as before."""
        if self._past is not None and self._past is not shown:
            self._past.close()
        self._past = shown if shown is not self.store else None
        if self.store is not None:
            kept = self.window.list_on_show
            self.window.show_first_page(self.store.path, None)
            self._attach(self.store, shown)
            self.window.show_list(kept)

    def _attach(self, store: Store, shown: Store | None = None) -> None:
        from tracker.services.editor import Editor
        from tracker.ui.session import Session

        self.store = store
        store = shown or store
        self.window.attach(Session(store, Editor(store), self.window.today, self.language))
        if store.updated_from is not None and self.window.work_area is not None:
            from tracker.services.opening import updated_words  # the store: after the first paint

            self.window.work_area.notice.tell(updated_words(store), ())
            store.updated_from = None  # told once

    def _close_store(self) -> None:
        past, self._past = self._past, None
        store, self.store = self.store, None
        for one in (past, store):
            if one is not None:
                one.close()


def _open(path: Path) -> Store:
    from tracker.services.opening import open_register  # the store: after the first paint

    return open_register(path)


def _restore(copy: Path, path: Path, *, is_checked: bool = False) -> Store:
    from tracker.services.opening import restore_register  # the store: after the first paint

    restore_register(copy, path, is_checked=is_checked)
    return _open(path)


def _import_heavy() -> None:
    for name in _HEAVY:
        importlib.import_module(name)


def _missing(path: Path) -> Text:
    return Text(
        f"{path} is niet gevonden. Is het verplaatst, of is de schijf of netwerkmap niet verbonden? Zoek het op, of "
        "kies hieronder een ander register.",
        f"{path} was not found. Was it moved, or is its disk or shared folder not connected? Find it, or choose "
        "another register below.",
    )
