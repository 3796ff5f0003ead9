"""Every screen, dialog and state of the window, one after another: for the survey, the keyboard, and for pictures.

Each is opened by the act by which a user opens it. A dialog that waits for an answer is shown and gets none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from tests.ui.doing import screens as doing
from tests.ui.importing import screens as importing
from tracker.basics.language import Text
from tracker.records.filter import Filter
from tracker.records.kind import Kind
from tracker.records.registry import kind_of
from tracker.records.snapshot import Part, Record, RecordParts
from tracker.services.beside import LISTS
from tracker.ui.doing.deadlines.events_dialog import EventsDialog
from tracker.ui.errors import FaultDialog, SentenceDialog
from tracker.ui.evidence.ask import EvidenceDialog
from tracker.ui.help.tour import Tour, start_tour
from tracker.ui.help.window import open_help
from tracker.ui.jobs.job_window import JobWindow
from tracker.ui.listing.pane import ListPane
from tracker.ui.main_window import MainWindow
from tracker.ui.named.named_dialog import NamedDialog
from tracker.ui.palette.palette import Palette
from tracker.ui.printing.printing import print_area
from tracker.ui.questions import show_about
from tracker.ui.record.editors.day import CalendarPopup
from tracker.ui.record.record_pane import RecordPane
from tracker.ui.record.stale_dialog import StaleDialog, TwoTexts
from tracker.ui.session import Session
from tracker.ui.work_area import WorkArea

Show = Callable[["Desk"], QWidget | None]
"""Shows a screen; gives the dialog, or None where the window itself is it."""


class Desk:
    """A window at work on a register, with its parts at hand."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.folder = window, folder

    @property
    def area(self) -> WorkArea:
        assert self.window.work_area is not None
        return self.window.work_area

    @property
    def pane(self) -> RecordPane:
        assert self.area.record_pane is not None
        return self.area.record_pane

    @property
    def list_pane(self) -> ListPane:
        return self.area.list_pane

    @property
    def session(self) -> Session:
        assert self.window.session is not None
        return self.window.session

    @property
    def ids(self) -> list[int]:
        """Give the records of the list on show."""
        assert self.area.controller is not None
        return list(self.area.controller.browsing.ids)

    def choose(self, code: str | None = None) -> Record:
        """Choose the record (of a kind) that has most hanging on it, and show it."""
        store = self.session.store
        ids = list(store.order(Filter(kind=code), self.session.today))
        hung = store.parts_of(ids)
        most = max(ids, key=lambda one: (bool(_open(hung[one])), len(hung[one].postponements), len(hung[one].notes)))
        self.area.open_record(most)
        return store.records([most])[0]

    def asked(self, act: Callable[[], object]) -> QWidget:
        """Do an act and give the dialog that it asks with."""
        with answerless() as shown:
            act()
        return shown[-1]


def _open(parts: RecordParts) -> list[Part]:
    """Give the deadlines that wait."""
    return [one for one in parts.deadlines if one["met_on"] is None]


@contextmanager
def answerless() -> Iterator[list[QDialog]]:
    """Let dialogs that wait for an answer be shown and go on without one; gives them."""
    shown: list[QDialog] = []
    waiting = QDialog.exec

    def show(dialog: QDialog) -> int:
        shown.append(dialog)
        dialog.show()
        return 0

    QDialog.exec = show  # type: ignore[method-assign]
    try:
        yield shown
    finally:
        QDialog.exec = waiting  # type: ignore[method-assign]


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
        _put_away(desk, shown)
    for name, dialog in () if only else doing.dialogs(desk.session):
        dialog.show()
        settle(dialog)
        yield name, dialog
        _put_away(desk, dialog)


def settle(shown: QWidget) -> None:
    """Let what comes later come: rehearsals, pages that are read beside the event loop, layouts."""
    if isinstance(shown, QDialog):
        doing.finish(shown)
    for _ in range(4):
        QApplication.processEvents()


def _put_away(desk: Desk, shown: QWidget | None) -> None:
    if shown is not None:
        shown.hide()  # without its questions about what was typed
        shown.close()
        if isinstance(shown, QDialog):
            shown.deleteLater()
            QApplication.sendPostedEvents(shown, QEvent.Type.DeferredDelete)
    desk.area.show_list_page()
    if desk.area.beside is not None:
        desk.area.beside.close()
    desk.pane.revert()
    desk.list_pane.search.clear()
    for tour in desk.window.findChildren(Tour):
        tour.stop()
    QApplication.processEvents()


# --- the window -------------------------------------------------------------------------------------------------------


def _tab(place: int) -> Show:
    def show(desk: Desk) -> None:
        desk.choose()
        desk.pane.tabs.setCurrentIndex(place)

    return show


def _nothing_chosen(desk: Desk) -> None:
    desk.list_pane.list.choose(None)


def _found_nothing(desk: Desk) -> None:
    desk.list_pane.search.setText("xyzzy")


def _new(kind: Kind | None) -> Show:
    return lambda desk: desk.area.start_new(kind)


def _dirty(desk: Desk) -> None:
    desk.choose()
    desk.pane.tabs.setCurrentIndex(0)
    form = desk.pane.form_page.form
    assert form is not None
    doing.type_words(form.editors["title"], "zzqx")


def _entering(desk: Desk) -> None:
    desk.choose()
    desk.pane.tabs.setCurrentWidget(desk.pane.deadlines_tab)
    desk.pane.deadlines_tab.add_deadline()


def _faulty(desk: Desk) -> None:
    desk.choose()
    form = desk.pane.form_page.form
    assert form is not None
    doing.type_words(form.editors["title"], "")
    desk.pane.form_page.commit()


def _overview(desk: Desk) -> None:
    desk.area.show_overview()
    _until(lambda: desk.area.overview_page is not None and desk.area.overview_page.overview is not None)


def _timeline(*, as_list: bool) -> Show:
    def show(desk: Desk) -> None:
        desk.area.show_timeline()
        page = desk.area.timeline_page
        assert page is not None
        _until(lambda: page.timeline is not None)
        page.controls.as_list.setChecked(as_list)

    return show


def _until(is_ready: Callable[[], bool]) -> None:
    while not is_ready():
        QApplication.processEvents()


def _beside(desk: Desk) -> None:
    desk.choose()
    other = next(one for one in desk.ids if one != desk.list_pane.list.current_id)
    desk.area.show_beside(other)


# --- what lies over it ------------------------------------------------------------------------------------------------


def _menu(place: int) -> Show:
    def show(desk: Desk) -> QWidget:
        menu = desk.window.menuBar().actions()[place].menu()
        assert isinstance(menu, QMenu)
        menu.popup(QPoint(0, 0))
        return menu

    return show


def _record_menu(desk: Desk) -> QWidget:
    desk.choose()
    menu = QMenu(desk.window)
    menu.addActions(desk.pane.acts)
    menu.popup(QPoint(0, 0))
    return menu


def _columns(desk: Desk) -> QWidget:
    menu = desk.list_pane.columns_menu(desk.window)
    menu.popup(QPoint(0, 0))
    return menu


def _filter(desk: Desk) -> QWidget:
    controller = desk.area.controller
    assert controller is not None
    controller.filters.add()
    assert controller.filters.popup is not None
    return controller.filters.popup


def _keep_view(desk: Desk) -> QWidget:
    controller = desk.area.controller
    assert controller is not None
    controller.views.ask_to_keep()
    assert controller.views.dialog is not None
    return controller.views.dialog


def _palette(words: str) -> Show:
    def show(desk: Desk) -> QWidget:
        palette = Palette(desk.window)
        palette.open()
        palette.line.setText(words)
        return palette

    return show


def _help(page: str) -> Show:
    def show(desk: Desk) -> QWidget:
        return open_help(desk.window, page)

    return show


def _help_without_hits(desk: Desk) -> QWidget:
    shown = open_help(desk.window)
    shown.search.setText("xyzzy")
    return shown


def _tour_offered(desk: Desk) -> QWidget:
    tour = start_tour(desk.window, is_offered=True)
    assert tour is not None
    return tour.card


def _tour(place: int) -> Show:
    def show(desk: Desk) -> QWidget:
        tour = start_tour(desk.window)
        assert tour is not None
        tour.show_step(place)
        return tour.card

    return show


def _named(entity: str) -> Show:
    def show(desk: Desk) -> QWidget:
        desk.area.show_named(entity)
        return desk.window.findChildren(NamedDialog)[-1]

    return show


def _named_form(entity: str) -> Show:
    def show(desk: Desk) -> QWidget:
        dialog = _named(entity)(desk)
        assert isinstance(dialog, NamedDialog)
        asked = desk.asked(dialog.pages[entity].add)
        dialog.hide()
        return asked

    return show


def _person_removal(desk: Desk) -> QWidget:
    dialog = _named("person")(desk)
    assert isinstance(dialog, NamedDialog)
    asked = desk.asked(dialog.pages["person"].delete)
    dialog.hide()
    return asked


def _deadline_act(name: str) -> Show:
    def show(desk: Desk) -> QWidget:
        parts = desk.session.store.parts(desk.choose().id)
        tab = desk.pane.deadlines_tab
        of = (parts.postponements or parts.deadlines)[0] if name == "tell" else _open(parts)[0]
        return desk.asked(lambda: getattr(tab, name)(of))

    return show


def _postponing(desk: Desk) -> None:
    parts = desk.session.store.parts(desk.choose().id)
    desk.pane.tabs.setCurrentWidget(desk.pane.deadlines_tab)
    desk.pane.deadlines_tab.postpone(_open(parts)[0])


def _of_record(act: Callable[[RecordPane], object], code: str | None = None) -> Show:
    def show(desk: Desk) -> QWidget:
        desk.choose(code)
        return desk.asked(lambda: act(desk.pane))

    return show


def _larger_picture(desk: Desk) -> QWidget | None:
    desk.choose()
    desk.pane.tabs.setCurrentWidget(desk.pane.relations_tab)
    return desk.pane.relations_tab.show_larger()


def _stale(desk: Desk) -> QWidget:
    texts = [TwoTexts("title", desk.session.words(Text("Titel", "Title")), "zzqx een", "zzqx twee")]
    return _shown(StaleDialog(desk.session, texts, desk.window))


def _evidence(*dropped: str) -> Show:
    return lambda desk: _shown(EvidenceDialog(desk.session, "M-1", dropped, desk.window))


def _calendar(desk: Desk) -> QWidget:
    desk.window.day_box.open_calendar()
    assert desk.window.day_box.popup is not None
    return desk.window.day_box.popup


def _day_calendar(desk: Desk) -> QWidget:
    popup = CalendarPopup(desk.session.today, desk.session, desk.window)
    popup.show()
    popup.keep_on_screen()
    return popup


def _act(code: str) -> Show:
    return lambda desk: desk.asked(lambda: desk.area.do(code))


def _event_act(name: str) -> Show:
    def show(desk: Desk) -> QWidget:
        dialog = EventsDialog(desk.session, desk.window)
        dialog.table.selectRow(0)
        return desk.asked(getattr(dialog, name)) if dialog.lines else dialog

    return show


def _print(desk: Desk) -> QWidget:
    desk.choose()
    dialog = print_area(desk.window, desk.session, desk.area)
    assert dialog is not None
    _until(lambda: dialog.pages is not None)
    return dialog


def _job(state: str) -> Show:
    def show(desk: Desk) -> QWidget:
        note = JobWindow(desk.session, desk.session.words(_JOB), desk.window)
        if state == "busy":
            note.show_busy(desk.session.words(_JOB))
            note.show_progress(3, 10)
        elif state == "done":
            note.show_done(desk.folder / "zzqx.xlsx", "")
        else:
            note.show_refused(desk.session.words(_JOB), may_retry=True)
        return _shown(note)

    return show


def _shown(dialog: QWidget) -> QWidget:
    dialog.show()
    return dialog


TYPED = (
    "Tracker", "PySide6", "EUPL", "Lucide", "Daan Bakker", "voor het kerstreces", "Brief over de opva",
    "voor het einde van het jaar", "Ceder (CU)", "Gesprek met gemeenten",
    *(cell for row in doing.CELLS for cell in row),
    *importing.TYPED,
)  # fmt: skip
"""What stands on the screens and is no word of the program."""
_JOB = Text("Het register wordt vergeleken met zijn logboek.", "The register is compared with its log.")


SCREENS: dict[str, Show] = {
    "nothing-chosen": _nothing_chosen,
    **{f"tab-{place}": _tab(place) for place in range(6)},
    "new": _new(None),
    "new-action": _new(kind_of("action")),
    "unsaved": _dirty,
    "faulty": _faulty,
    "deadline": _entering,
    "postponing": _postponing,
    "beside": _beside,
    "nothing-found": _found_nothing,
    "overview": _overview,
    "timeline": _timeline(as_list=False),
    "timeline-as-list": _timeline(as_list=True),
    **{f"menu-{place}": _menu(place) for place in range(6)},
    "menu-of-a-record": _record_menu,
    "columns": _columns,
    "filter": _filter,
    "keep-view": _keep_view,
    "palette": _palette(""),
    "palette-found": _palette("over"),
    "palette-nothing": _palette("xyzzy"),
    "help": _help("contents"),
    "help-keys": _help("keys"),
    "help-nothing": _help_without_hits,
    "tour-offered": _tour_offered,
    **{f"tour-{place + 1}": _tour(place) for place in range(5)},
    **{entity: _named(entity) for entity in LISTS},
    **{f"new-{entity}": _named_form(entity) for entity in LISTS},
    "removal-of-a-person": _person_removal,
    "meet": _deadline_act("meet"),
    "tell": _deadline_act("tell"),
    "settle": _of_record(RecordPane.settle),
    "note": _of_record(lambda pane: pane.notes_tab.add_note()),
    "relate": _of_record(lambda pane: pane.relations_tab.relate()),
    "merge": _of_record(RecordPane.merge, "action"),
    "relations-larger": _larger_picture,
    "stale": _stale,
    "evidence": _evidence(),
    "evidence-dropped": _evidence("https://zzqx.nl"),
    "calendar": _calendar,
    "calendar-of-a-field": _day_calendar,
    "events": _act("events"),
    "event-day": _event_act("give_day"),
    "event-change": _event_act("change"),
    "event-join": _event_act("join"),
    "recesses": _act("recesses"),
    "read-again": _act("reread"),
    "agenda": _act("agenda"),
    **importing.SCREENS,
    "print": _print,
    "job": _job("busy"),
    "job-done": _job("done"),
    "job-refused": _job("refused"),
    "fault": lambda desk: _shown(FaultDialog("zzqx", desk.session.language, desk.window)),
    "sentence": lambda desk: _shown(SentenceDialog("zzqx", desk.session.language, desk.window)),
    "about": lambda desk: show_about(desk.window, desk.session.language),
}
