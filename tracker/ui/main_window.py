"""The main window: menus, tool bar, start page or work area, status line."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tracker.basics.language import Language, Text
from tracker.records.kind import Kind
from tracker.ui import menus, questions
from tracker.ui.actions import BULK, DOING, Actions
from tracker.ui.day_box import DayBox
from tracker.ui.session import Session
from tracker.ui.start_page import StartPage
from tracker.ui.status_line import StatusLine
from tracker.ui.theme import Theme, ThemeChoice
from tracker.ui.undo_keys import UndoKeys
from tracker.ui.window_settings import WindowSettings
from tracker.ui.work_area import WorkArea

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.services.editor import Changed
    from tracker.services.undoing import PastStep
    from tracker.store.first_page import FirstPage

_NAME = "Tracker"


class MainWindow(QMainWindow):
    """One window for one register. Opening, making and closing registers is the work of the program that made it."""

    painted = Signal()
    """The window stands on the screen for the first time."""
    open_wanted = Signal(object)
    new_register_wanted = Signal(object)
    sample_wanted = Signal()
    back_up_wanted = Signal(object)
    language_wanted = Signal(object)
    palette_wanted = Signal()
    help_wanted = Signal(object)
    """Carries the name of a page, or None for the one that fits where the focus is."""
    tour_wanted = Signal(bool)
    """Carries whether it is only offered: to who was not asked before."""
    past_wanted = Signal(object)
    """Show the register as it was at the end of a day (a date), or that of now again (None)."""
    closed = Signal()

    def __init__(self, theme: Theme, settings: WindowSettings, today: date, language: Language) -> None:
        super().__init__()
        self.theme, self.settings, self.today, self.language = theme, settings, today, language
        self.session: Session | None = None
        self.work_area: WorkArea | None = None
        self.start_page: StartPage | None = None
        self._has_painted = False
        self._steps: dict[str, list[PastStep]] = {}
        self.actions_ = Actions(self, language)
        self.day_box: DayBox = DayBox(today, language)
        self.status = StatusLine(language)
        self.menus = menus.Menus(self.menuBar(), self.actions_, language)
        self._fill_menus()
        self.tool_bar: QWidget = menus.make_tool_bar(self.actions_, self.menus.submenus, self.day_box, language)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._enable()
        self._undo_keys = UndoKeys(self)
        self.setWindowTitle(_NAME)
        self.setAcceptDrops(True)
        self.setMinimumSize(820, 480)
        settings.restore_place(self)

    # --- what is on show ----------------------------------------------------------------------------------------------

    def show_start(self, recent: Sequence[Path], problem: str = "", restore: Callable[[], None] | None = None) -> None:
        """Show the ways to begin, and why a register could not be opened; ``restore`` puts its backup back."""
        page = StartPage(self.language, recent)
        page.sample_wanted.connect(self.sample_wanted)
        page.new_wanted.connect(self._ask_new_register)
        page.open_wanted.connect(self._ask_register)
        page.path_wanted.connect(self.open_wanted)
        page.show_problem(problem, can_restore=restore is not None)
        if restore is not None:
            page.restore_wanted.connect(restore)
        self._show_page(page)
        self.start_page, self.work_area = page, None
        self.tool_bar.hide()
        self.status.hide()

    def show_first_page(self, path: Path, page: FirstPage | None) -> None:
        """Show what a register holds before it is open for work."""
        area = WorkArea(self.today, self.language, self.settings, self._pages)
        area.said.connect(self.status.say)
        area.numbers_changed.connect(self.status.show_numbers)
        area.retry_wanted.connect(lambda: self._retry(path))
        area.print_wanted.connect(self._print)
        self._show_page(area)
        self.start_page, self.work_area = None, area
        self.tool_bar.show()
        self.status.show()
        area.show_first_page(page)
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
        area.show_list(*self.settings.list_on_show(session.store.path))
        if area.record_pane is not None:
            self.menus.show_record_acts(area.record_pane.acts)
        session.changed.connect(self._on_changed)
        session.day_changed.connect(self.day_box.show_day)
        self._fill_reports()
        self.day_box.show_past(is_past=session.store.as_of is not None)
        refusal = session.editor.refusal
        self.status.show_file(session.store.path, None if refusal is None else refusal.to(self.language))
        self._enable()
        self._show_steps()
        self._show_backup()
        self.setWindowTitle(f"{session.store.path.stem} — {_NAME}")
        if area.list_pane.model.order:
            area.list_pane.list.setFocus()

    @property
    def list_on_show(self) -> tuple[str | None, str | None]:
        """Give kind and view of the list on show."""
        controller = None if self.work_area is None else self.work_area.controller
        return (None, None) if controller is None else (controller.filter.kind, controller.filter.view)

    def show_list(self, kind: str | None, view: str | None) -> None:
        """Show another list."""
        if self.work_area is not None:
            self.work_area.show_list(kind, view)

    def detach(self) -> bool:
        """Let go of the register. False: something that was typed must be mended first."""
        if self.work_area is not None and not self.work_area.commit():
            return False
        if self.session is not None:
            from tracker.services.visits import remember_visit  # with the clock of now: what comes later is news

            remember_visit(self.session.store.path, datetime.now(UTC))
        self.session = None
        self._enable()
        return True

    def take_place_of(self, other: MainWindow) -> None:
        """Stand where another window stands, with the same list and record on show."""
        self.restoreGeometry(other.saveGeometry())
        area, old = self.work_area, other.work_area
        if area is not None and old is not None and area.controller is not None and old.controller is not None:
            area.controller.choose(old.controller.filter.kind, old.controller.filter.view)
            if old.list_pane.list.current_id is not None:
                area.open_record(old.list_pane.list.current_id)
            if old.shows_timeline:
                area.show_timeline()
        self.show()

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
        if not self._may_stop_tasks() or not self._detach_remembering():
            event.ignore()
            return
        self.settings.keep_place(self)
        self.closed.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if questions.dropped_register(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = questions.dropped_register(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_wanted.emit(path)

    def _may_stop_tasks(self) -> bool:
        if self.session is None:
            return True
        from tracker.ui.jobs.running import may_stop_all  # tasks: after the first paint

        return may_stop_all(self, self.language)

    def _detach_remembering(self) -> bool:
        if self.session is not None and self.work_area is not None and self.work_area.controller is not None:
            shown = self.work_area.controller.filter
            self.settings.keep_list_on_show(self.session.store.path, shown.kind, shown.view)
        return self.detach()

    # --- keeping up ---------------------------------------------------------------------------------------------------

    def _on_changed(self, _changed: Changed) -> None:
        self.status.show_saved(datetime.now(UTC).astimezone())
        self._show_steps()
        self._show_backup()

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
        self.menus.enable(is_open=is_open, may_write=may_write)
        self.day_box.setEnabled(is_open)

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
        if self.work_area.kind_on_show is not None:
            self.work_area.start_new(None)
        else:
            self._choose_kind()

    def _choose_kind(self) -> None:
        menu = QMenu(self)
        menus.fill_kinds(menu, self.language, self._start_kind)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.tool_bar.mapToGlobal(QPoint(12, self.tool_bar.height() - 4)))
        menu.setActiveAction(menu.actions()[0])

    def _start_kind(self, kind: Kind) -> None:
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
            self.work_area.overview_page.mark_stale()
        if self.work_area is not None and self.work_area.timeline_page is not None:
            self.work_area.timeline_page.mark_stale()

    def _walk(self, rows: int) -> None:
        if self.work_area is not None:
            self.work_area.list_pane.list.walk(rows)

    def _travel(self, steps: int) -> None:
        if self.work_area is not None:
            self.work_area.travel(steps)

    def _ask_register(self) -> None:
        path = questions.ask_register(self, self.settings, self.language)
        if path is not None:
            self.open_wanted.emit(path)

    def _ask_new_register(self) -> None:
        path = questions.ask_new_register(self, self.settings, self.language)
        if path is not None:
            self.new_register_wanted.emit(path)

    def _ask_back_up(self) -> None:
        if self.session is None or not (self.work_area is None or self.work_area.commit()):
            return
        path = questions.ask_back_up(self, self.settings, self.language, self.session.store.path)
        if path is not None:
            self.back_up_wanted.emit(path)

    def _export(self, code: str) -> None:
        if self.session is None or self.work_area is None or self.work_area.controller is None:
            return
        from tracker.ui.jobs.export import export_report  # the exchange: when it is asked for

        if self.work_area.commit():
            export_report(
                self, self.session, code, self.work_area.controller.filter, len(self.work_area.controller.browsing.ids)
            )

    def _print(self) -> None:
        """Print what is on show: the overview, or list and record."""
        if self.session is not None and self.work_area is not None and self.work_area.commit():
            from tracker.ui.printing.printing import print_area  # when it is asked for

            print_area(self, self.session, self.work_area)

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self.theme.choose(choice)
        self.settings.theme = choice

    # --- making -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.day_box.day_chosen.connect(self._on_day)
        self.day_box.past_chosen.connect(self._on_past_choice)
        self.menus.day_action.triggered.connect(self.day_box.open_calendar)
        self.actions_.connect(
            {
                "new": self._start_new, "new-choice": self._choose_kind, "new-register": self._ask_new_register,
                "sample": self.sample_wanted.emit, "open": self._ask_register, "save": self._save,
                "back-up": self._ask_back_up, "check": self._check, "quit": self.close,
                "find": self._find, "palette": self.palette_wanted.emit, "refresh": self._refresh, "print": self._print,
                "overview": lambda: self._with_area("show_overview"), "list": lambda: self._with_area("show_list_page"),
                "find-next": lambda: self._with_list("find_next"),
                "find-previous": lambda: self._with_list("find_previous"),
                "filter": lambda: self._with_list("open_filter"),
                "go-to-filter": lambda: self._with_list("go_to_filter"),
                "clear-filter": lambda: self._with_list("clear_filter"),
                "save-view": lambda: self._with_list("save_view"),
                "restore-layout": lambda: self._with_list("restore_layout"),
                "timeline": lambda: self._with_area("show_timeline"),
                "same-papers": self._show_same_papers,
                "undo": lambda: self._with_area("undo"), "redo": lambda: self._with_area("redo"),
                "next-pane": lambda: self._with_area("go_to_next_pane"), "edit": lambda: self._with_area("edit"),
                "delete": lambda: self._with_area("delete_chosen"),
                "named": lambda: self._with_area("show_named"),
                "back": lambda: self._travel(-1), "forward": lambda: self._travel(1),
                "previous": lambda: self._walk(-1), "next": lambda: self._walk(1),
                "help": lambda: self.help_wanted.emit(None), "keys": lambda: self.help_wanted.emit("keys"),
                "tour": lambda: self.tour_wanted.emit(False),
                "about": lambda: questions.show_about(self, self.language),
                **{code: partial(self._do, code) for code in DOING},
            }
        )  # fmt: skip

    def _do(self, code: str) -> None:
        if self.work_area is not None:
            self.work_area.do(code)

    def _show_same_papers(self) -> None:
        if self.session is not None:
            from tracker.ui.citations.same_papers import SamePapersDialog  # the store: after the first paint

            SamePapersDialog(self.session, self).open()

    def _check(self) -> None:
        if self.session is not None:
            from tracker.ui.jobs.check import check_register  # the store: after the first paint

            check_register(self, self.session)

    def _fill_menus(self) -> None:
        submenus = self.menus.submenus
        themes = {choice: choice.words.to(self.language) for choice in ThemeChoice}
        menus.fill_choices(submenus["THEME"], themes, self.theme.choice, self._choose_theme)
        languages = {one: one.own_name for one in Language}
        menus.fill_choices(submenus["LANGUAGE"], languages, self.language, self.language_wanted.emit)
        menus.fill_kinds(submenus["NEW"], self.language, self._start_kind)
        submenus["NEW"].addSeparator()
        submenus["NEW"].addAction(self.actions_["new-choice"])
        submenus["BULK"].addActions([self.actions_[code] for code in BULK])
        for name in ("UNDO", "REDO"):
            submenus[name].setToolTipsVisible(True)
            submenus[name].aboutToShow.connect(partial(self._fill_steps, name))
            submenus[name].triggered.connect(partial(self._go_to_step, name))
        submenus["COLUMNS"].aboutToShow.connect(self._fill_columns)
        submenus["GROUPS"].aboutToShow.connect(lambda: self._fill_from_list("GROUPS", "fill_groups"))
        submenus["DENSITY"].aboutToShow.connect(lambda: self._fill_from_list("DENSITY", "fill_densities"))

    def _fill_columns(self) -> None:
        menu = self.menus.submenus["COLUMNS"]
        menu.clear()
        if self.work_area is not None:
            made = self.work_area.list_pane.columns_menu(menu)
            menu.addActions(made.actions())

    def _fill_from_list(self, submenu: str, fill: str) -> None:
        menu = self.menus.submenus[submenu]
        menu.clear()
        if self.work_area is not None and self.work_area.controller is not None:
            getattr(self.work_area.controller.layouts, fill)(menu)

    def _fill_steps(self, name: str) -> None:
        if self.session is not None:
            from tracker.ui.doing.steps_dialog import fill_steps  # the store: after the first paint

            menu, more = self.menus.submenus[name], self.actions_["steps"]
            self._steps[name] = fill_steps(menu, self.session, undone=name == "REDO", more=more)

    def _go_to_step(self, name: str, chosen: QAction) -> None:
        place = chosen.data()
        if self.work_area is not None and isinstance(place, int):
            self.work_area.go_to_step(self._steps[name][place])

    def _fill_reports(self) -> None:
        from tracker.services.reporting import report_names  # the classes of all kinds: after the first paint

        menu = self.menus.submenus["REPORTS"]
        menu.clear()
        for report in report_names():
            made = menu.addAction(report.title.to(self.language))
            made.triggered.connect(lambda _checked=False, code=report.code: self._export(code))

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
