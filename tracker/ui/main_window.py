"""The main window: menus, tool bar, start page or work area, status line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from tracker.basics.language import Language, Text
from tracker.basics.network_place import is_on_network
from tracker.records.kind import Kind
from tracker.ui import menus
from tracker.ui.actions import DOING
from tracker.ui.day_box import DayBox
from tracker.ui.file_acts import FileActs
from tracker.ui.looks.theme import Theme, ThemeChoice
from tracker.ui.menu_filling import MenuFilling
from tracker.ui.menus import REPORTS_BUTTON, REPORTS_KEYS
from tracker.ui.parts import questions
from tracker.ui.parts.focus_in_sight import FocusInSight
from tracker.ui.parts.window_settings import ListOnShow, WindowSettings
from tracker.ui.register_window import RegisterWindow
from tracker.ui.session import Session
from tracker.ui.start_page import StartPage
from tracker.ui.status_line import StatusLine
from tracker.ui.undo_keys import UndoKeys
from tracker.ui.window_drops import WindowDrops
from tracker.ui.work_area import WorkArea

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.basics.errors import TrackerError
    from tracker.records.recess import Recess
    from tracker.records.view_definition import Density
    from tracker.services.editor import Changed
    from tracker.store.first_page import FirstPage

_NAME = "Tracker"
_KEEP_SHOWN_MS = 800


class MainWindow(RegisterWindow):
    """One window for one register. Opening, making and closing registers is the work of the program that made it."""

    def __init__(self, theme: Theme, settings: WindowSettings, today: date, language: Language) -> None:
        super().__init__(theme, settings, today, language)
        self.start_page: StartPage | None = None
        self._has_painted = False
        self.day_box: DayBox = DayBox(today, language)
        self.status = StatusLine(language)
        self.files = FileActs(self)
        self.menus: menus.Menus = menus.Menus(self.menuBar(), self.actions_, language)
        self._filling = MenuFilling(self)
        self.tool_bar: QWidget = menus.make_tool_bar(self.actions_, self.menus.submenus, self.day_box, language)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._enable()
        self._undo_keys = UndoKeys(self)
        self._focus_in_sight = FocusInSight(self)
        self.setWindowTitle(_NAME)
        drops = WindowDrops(self, lambda: self.may_import)
        drops.register_dropped.connect(self.open_wanted)
        drops.files_dropped.connect(self._take_in)
        self.setMinimumSize(820, 480)
        settings.restore_place(self)

    # --- what is on show ----------------------------------------------------------------------------------------------

    def show_start(
        self, recent: Sequence[Path], problem: str = "", restore: Callable[[], None] | None = None,
        *, is_missing: bool = False,
    ) -> None:  # fmt: skip
        """Show the ways to begin, and why a register could not be opened; ``restore`` puts its backup back."""
        page = StartPage(self.language, recent)
        page.sample_wanted.connect(self.sample_wanted)
        page.new_wanted.connect(self.files.ask_new)
        page.open_wanted.connect(self.files.ask_open)
        page.import_wanted.connect(self.files.ask_import)
        page.path_wanted.connect(self.open_wanted)
        page.show_problem(problem, can_restore=restore is not None, can_find=is_missing)
        if restore is not None:
            page.restore_wanted.connect(restore)
        self._show_page(page)
        self.start_page, self.work_area = page, None
        self.tool_bar.hide()
        self.status.hide()
        self._enable()

    def show_first_page(self, path: Path, page: FirstPage | None, shown: ListOnShow | None = None) -> None:
        """Show what a register holds before it is open for work; ``shown`` is the list that the page is of."""
        area = WorkArea(self.today, self.language, self.settings, self._pages)
        area.said.connect(self.status.say)
        area.numbers_changed.connect(self.status.show_numbers)
        area.retry_wanted.connect(lambda: self._retry(path))
        area.import_wanted.connect(self.files.ask_import)
        area.print_wanted.connect(self._print)
        area.annex_wanted.connect(self._export_annex)
        self._show_page(area)
        self.start_page, self.work_area = None, area
        self.tool_bar.show()
        self.status.show()
        area.show_first_page(page, shown)
        self.setWindowTitle(f"{path.stem} — {_NAME}")

    def attach(self, session: Session) -> None:
        """Let the window work on an open register."""
        self.session = session
        if self.work_area is None:
            self.show_first_page(session.store.path, None)
        area = self.work_area
        if area is None:
            return
        area.attach(session, self.settings.columns)
        area.show_list(area.chosen_early or self.settings.list_on_show(session.store.path))
        self._keep_shown_later(area)
        if area.controller is not None:
            area.controller.shown.connect(self._enable_possible)
        if area.record_pane is not None:
            self.menus.show_record_acts(area.record_pane.acts)
            area.record_pane.record_shown.connect(self._enable_possible)
        session.changed.connect(self._on_changed)
        session.day_changed.connect(self.day_box.show_day)
        self.day_box.find_recesses = partial(_recesses, session)
        self._filling.fill_reports(self._export)
        self.day_box.show_past(is_past=session.store.as_of is not None)
        self.show_file()
        self.files.watch_place(session)
        self._enable()
        self._enable_possible()
        self._show_steps()
        self._show_backup()
        if session.store.as_of is None:
            self.settings.keep_folder("register", session.store.path.parent)  # the next one mostly lies beside it
        self.setWindowTitle(f"{session.store.path.stem} — {_NAME}")
        if area.list_pane.model.order:
            area.list_pane.list.setFocus()

    @property
    def list_on_show(self) -> ListOnShow:
        """Give which list is on show, what is asked of it, which record is chosen, and what stands in its place."""
        area = self.work_area
        if area is None or area.controller is None:
            return ListOnShow()
        from tracker.records.view_definition import ViewDefinition  # after the first paint

        shown, current = area.controller.filter, area.list_pane.list.current_id
        asked = ViewDefinition(shown).to_json() if shown.narrows else None
        return ListOnShow(shown.kind, shown.view, area.controller.views.shown, current, asked, area.page_on_show)

    def show_list(self, shown: ListOnShow) -> None:
        """Show another list."""
        if self.work_area is not None:
            self.work_area.show_list(shown)

    def detach(self) -> bool:
        """Let go of the register. False: something that was typed must be mended first."""
        if self.work_area is not None and not self.work_area.commit():
            return False
        if self.session is not None:
            from tracker.services.visits import remember_visit  # with the clock of now: what comes later is news

            remember_visit(self.session.store.path, datetime.now(UTC))
            self._keep_shown(narrowed=False)
        self.let_go()
        return True

    def let_go(self) -> None:
        """Let go of the register, without saving what was typed."""
        self.files.stop_watching()
        self.session = None
        self._enable()

    def take_place_of(self, other: MainWindow) -> None:
        """Stand where another window stands, with the same list and record on show."""
        self.restoreGeometry(other.saveGeometry())
        area, old = self.work_area, other.work_area
        if area is not None and old is not None and area.controller is not None and old.controller is not None:
            area.show_list(other.list_on_show)
        self.show()

    def come_forward(self) -> None:
        """Stand in front of other windows, also where it was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """Go away without closing the register, which another window has taken over."""
        self.closed.disconnect()
        self.close()
        self.deleteLater()

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_stop_tasks() or not self.detach():
            event.ignore()
            return
        self.settings.keep_place(self)
        self.closed.emit()
        super().closeEvent(event)

    def _take_in(self, paths: list[Path]) -> None:
        take_in = self.files.import_into_new if self.work_area is None else self.work_area.import_paths
        take_in(paths)

    @property
    def may_import(self) -> bool:
        """Tell whether files can be taken in: into the register that is open, or into a new one while none is."""
        return self.start_page is not None if self.session is None else self.session.may_write

    def may_stop_tasks(self) -> bool:
        """Ask whether what is still going on may be stopped; without a question where nothing is."""
        if self.session is None:
            return True
        from tracker.ui.jobs.running import may_stop_all  # tasks: after the first paint

        return may_stop_all(self, self.language)

    def _keep_shown_later(self, area: WorkArea) -> None:
        """Remember what is on show a moment after it changed: after a crash it is there again."""
        timer = QTimer(area)
        timer.setSingleShot(True)
        timer.setInterval(_KEEP_SHOWN_MS)
        timer.timeout.connect(self._keep_shown)
        if area.controller is not None:
            area.controller.shown.connect(timer.start)
            area.controller.layouts.laid_out.connect(timer.start)
        area.numbers_changed.connect(lambda _: timer.start())

    def _keep_shown(self, *, narrowed: bool = True) -> None:
        """Write down what is on show; without what narrows it where it is left in good order."""
        area, shown = self.work_area, self.list_on_show
        if self.session is not None and area is not None and area.controller is not None:
            shown = shown if narrowed else replace(shown, asked=None, page=None)
            self.settings.keep_list_on_show(self.session.store.path, shown)
            self.settings.keep_place(self)

    # --- keeping up ---------------------------------------------------------------------------------------------------

    def _on_changed(self, _changed: Changed) -> None:
        self.status.show_saved(datetime.now(UTC).astimezone())
        self._show_steps()
        self._show_backup()

    def show_file(self, gone: TrackerError | None = None) -> None:
        """Show in the status line which register this is, and why it cannot be changed now."""
        if self.session is None:
            return
        path, refusal = self.session.store.path, gone or self.session.editor.refusal
        shown = None if refusal is None else refusal.to(self.language)
        self.status.show_file(path, shown, is_shared=is_on_network(path), is_gone=gone is not None)

    def _show_steps(self) -> None:
        if self.session is None:
            return
        may_write = self.session.may_write
        self.actions_.name("undo", self.session.store.to_undo() if may_write else None)
        self.actions_.name("redo", self.session.store.to_redo() if may_write else None)

    def _show_backup(self) -> None:
        if self.session is None:
            return
        from tracker.services.opening import newest_backup_at  # the store: after the first paint

        now = datetime.now(UTC).astimezone()
        self.status.show_backup(newest_backup_at(self.session.store.path), now)

    def _on_day(self, day: date) -> None:
        self.today = day
        if self.session is not None and self.session.store.as_of is not None:
            self.past_wanted.emit(day)  # another day has another past
        elif self.session is not None:
            self.session.set_today(day)

    def _on_past_choice(self, is_past: bool) -> None:
        self.past_wanted.emit(self.day_box.day if is_past else None)

    def _retry(self, path: Path) -> None:
        if self.session is not None and self.session.store.as_of is not None:
            self.past_wanted.emit(None)
        else:
            self.open_wanted.emit(path)

    def _enable(self) -> None:
        is_open, may_write = self.session is not None, self.session is not None and self.session.may_write
        self.actions_.enable(is_open=is_open, may_write=may_write)
        self.actions_["import"].setEnabled(self.may_import)
        self.menus.enable(is_open=is_open, may_write=may_write)
        self.day_box.setEnabled(is_open)

    def _enable_possible(self) -> None:
        """Offer to take the filter away, and to go back and forward, only while there is something to."""
        area = self.work_area
        if area is not None and area.controller is not None:
            self.actions_["clear-filter"].setEnabled(area.controller.is_filtered)
            for code, steps in (("back", -1), ("forward", 1)):
                self.actions_[code].setEnabled(area.can_travel(steps))

    # --- acts ---------------------------------------------------------------------------------------------------------

    def _with_area(self, name: str) -> None:
        if self.work_area is not None:
            getattr(self.work_area, name)()

    def _with_list(self, name: str) -> None:
        if self.work_area is not None and self.work_area.controller is not None:
            getattr(self.work_area.controller, name)()

    def _start_new(self) -> None:
        if self.work_area is None:
            return
        letters = self.work_area.letters_page
        if letters is not None and self.work_area.shows_letters:
            letters.add()
        elif self.work_area.kind_on_show is not None:
            self.work_area.start_new(None)
        else:
            self._choose_kind()

    def _choose_kind(self) -> None:
        menu = QMenu(self)
        menus.fill_kinds(menu, self.language, self.start_kind)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.tool_bar.mapToGlobal(QPoint(12, self.tool_bar.height() - 4)))
        menu.setActiveAction(menu.actions()[0])

    def start_kind(self, kind: Kind) -> None:
        """Begin a record of this kind."""
        if self.work_area is not None:
            self.work_area.start_new(kind)

    def _save(self) -> None:
        if self.work_area is not None and self.work_area.commit() and self.session is not None:
            self.status.say(Text("Alles is opgeslagen", "Everything is saved").to(self.language))

    def _find(self) -> None:
        if self.work_area is not None:
            self.work_area.show_list_page()
            self.work_area.list_pane.search.setFocus()
            self.work_area.list_pane.search.selectAll()

    def _refresh(self) -> None:
        self._with_list("refresh")
        if self.work_area is not None and self.work_area.overview_page is not None:
            self.work_area.overview_page.follower.mark_stale()
        if self.work_area is not None and self.work_area.timeline_page is not None:
            self.work_area.timeline_page.follower.mark_stale()

    def _walk(self, rows: int) -> None:
        if self.work_area is not None:
            self.work_area.list_pane.list.walk(rows)

    def _travel(self, steps: int) -> None:
        if self.work_area is not None:
            self.work_area.travel(steps)

    def _export(self, code: str) -> None:
        if self.session is None or self.work_area is None or self.work_area.controller is None:
            return
        from tracker.ui.jobs.shown_list import export_from  # the exchange: when it is asked for

        if self.work_area.commit():
            export_from(self, self.session, code, self.work_area.controller)

    def _export_annex(self, code: str, letter: str) -> None:
        if self.session is not None and self.work_area is not None and self.work_area.commit():
            from tracker.ui.jobs.export import export_annex  # the exchange: when it is asked for

            export_annex(self, self.session, code, letter)

    def _print(self) -> None:
        """Print what is on show: the overview, or list and record."""
        if self.session is not None and self.work_area is not None and self.work_area.commit():
            from tracker.ui.printing.printing import print_area  # when it is asked for

            print_area(self, self.session, self.work_area)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Show another theme from now on, in all windows."""
        self.theme.choose(choice)
        self.settings.theme = choice

    def choose_density(self, density: Density) -> None:
        """Make the rows of all lists higher or lower."""
        if self.work_area is not None and self.work_area.controller is not None:
            self.work_area.controller.layouts.set_density(density)
        else:
            self.settings.density = density

    def _show_options(self) -> None:
        if self.work_area is None or self.work_area.commit():
            from tracker.ui.options_dialog import OptionsDialog  # when it is asked for

            dialog = OptionsDialog(self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    # --- making -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.day_box.day_chosen.connect(self._on_day)
        export = QShortcut(QKeySequence(REPORTS_KEYS), self)
        export.setWhatsThis(menus.EXCEL.to(self.language))
        export.activated.connect(self._offer_reports)
        self.day_box.past_chosen.connect(self._on_past_choice)
        self.menus.day_action.triggered.connect(self.day_box.open_calendar)
        self.actions_.connect(
            {
                "new": self._start_new, "new-choice": self._choose_kind, "new-register": self.files.ask_new,
                "sample": self.sample_wanted.emit, "open": self.files.ask_open, "save": self._save,
                "back-up": self.files.ask_back_up, "copies": self.files.show_copies, "check": self._check,
                "open-beside": self.files.ask_open_beside, "save-elsewhere": self.files.ask_save_elsewhere,
                "close-window": self.close, "quit": self.quit_wanted.emit, "options": self._show_options,
                "find": self._find, "palette": self.palette_wanted.emit, "refresh": self._refresh, "print": self._print,
                "import": self.files.ask_import,
                "overview": lambda: self._with_area("show_overview"), "list": lambda: self._with_area("show_list_page"),
                "find-next": lambda: self._with_list("find_next"),
                "find-previous": lambda: self._with_list("find_previous"),
                "filter": lambda: self._with_list("open_filter"),
                "go-to-filter": lambda: self._with_list("go_to_filter"),
                "clear-filter": lambda: self._with_list("clear_filter"),
                "save-view": lambda: self._with_list("save_view"),
                "restore-layout": lambda: self._with_list("restore_layout"),
                "timeline": lambda: self._with_area("show_timeline"),
                "duplicates": lambda: self._with_area("show_duplicates"),
                "compare": lambda: self._with_area("ask_comparison"),
                "undo": lambda: self._with_area("undo"), "redo": lambda: self._with_area("redo"),
                "next-pane": lambda: self._with_area("go_to_next_pane"), "edit": lambda: self._with_area("edit"),
                "previous-pane": lambda: self._with_area("go_to_previous_pane"),
                "delete": lambda: self._with_area("delete_chosen"),
                "form": lambda: self._with_area("open_form"),
                "named": lambda: self._with_area("show_named"),
                "back": lambda: self._travel(-1), "forward": lambda: self._travel(1),
                "previous": lambda: self._walk(-1), "next": lambda: self._walk(1),
                "help": lambda: self.help_wanted.emit(None), "keys": lambda: self.help_wanted.emit("keys"),
                "tour": lambda: self.tour_wanted.emit(False),
                "about": lambda: questions.show_about(self, self.language),
                **{code: partial(self._do, code) for code in DOING},
            }
        )  # fmt: skip

    def _offer_reports(self) -> None:
        """Open the list of reports under its button."""
        button = self.tool_bar.findChild(QToolButton, REPORTS_BUTTON)
        if button is not None and button.isEnabled():
            menu = button.menu()
            # showing it takes until it is closed; opened by its key, Enter takes the first at once
            QTimer.singleShot(0, menu, lambda: menu.setActiveAction(menu.actions()[0]))
            button.showMenu()

    def _do(self, code: str) -> None:
        if self.work_area is not None:
            self.work_area.do(code)

    def _check(self) -> None:
        if self.session is not None:
            from tracker.ui.jobs.check import check_register  # the store: after the first paint

            check_register(self, self.session)

    def _show_page(self, page: QWidget) -> None:
        old = self._pages.currentWidget()
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def _lay_out(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tool_bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(centre)


def _recesses(session: Session) -> Sequence[Recess]:
    from tracker.services.recess_calendar import calendar_of  # the store: after the first paint

    return calendar_of(session.store).recesses
