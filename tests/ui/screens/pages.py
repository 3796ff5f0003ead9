"""The pages of the window itself: list and record, the overview, the timeline, two records side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.doing import screens as doing
from tests.ui.screens.desk import Desk, Show, open_deadlines, until
from tracker.records.condition import Condition, Operation
from tracker.records.filter import Filter
from tracker.records.registry import kind_of
from tracker.records.status import ACTIVE_PHASES
from tracker.services.grouping import LATENESS


def _tab(place: int) -> Show:
    def show(desk: Desk) -> None:
        desk.choose()
        desk.pane.tabs.setCurrentIndex(place)

    return show


def _nothing_chosen(desk: Desk) -> None:
    desk.list_pane.list.choose(None)


def _found_nothing(desk: Desk) -> None:
    desk.list_pane.search.setText("xyzzy")


def _new(code: str) -> Show:
    return lambda desk: desk.area.start_new(kind_of(code))


def _dirty(desk: Desk) -> None:
    desk.choose()
    desk.pane.tabs.setCurrentIndex(0)
    form = desk.pane.form_page.form
    assert form is not None
    doing.type_words(form.editors["title"], "zzqx")


def _taken_back(desk: Desk) -> None:
    _dirty(desk)
    desk.pane.revert()


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


def _grouped(desk: Desk) -> None:
    """Show the list in groups by how long over time, with a filter in force and several records chosen."""
    assert desk.area.controller is not None
    still_open = Condition("phase", Operation.ONE_OF, tuple(str(phase) for phase in ACTIVE_PHASES))
    desk.area.controller.show_filter(Filter(conditions=(still_open,)))
    desk.area.controller.layouts.group(LATENESS)
    rows = desk.list_pane.list
    rows.setFocus()
    rows.choose_first()
    for _ in range(2):
        QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def _overview(desk: Desk) -> None:
    desk.area.show_overview()
    until(lambda: desk.area.overview_page is not None and desk.area.overview_page.overview is not None)


def _letters(desk: Desk) -> None:
    desk.area.show_letters()
    page = desk.area.letters_page
    assert page is not None
    until(lambda: page.current_id is None or (bool(page.used.count()) and "(" in page.show_button.text()))


def _not_in_the_list(desk: Desk) -> None:
    """Show a record that the list does not hold: an action while the motions are listed."""
    assert desk.area.controller is not None
    record = desk.choose("action")
    desk.area.controller.put_back("motion", None)
    QTest.qWait(400)  # by then the first of the motions has come in its place
    desk.area.open_record(record.id)


def _settled(desk: Desk) -> None:
    """Show a record that is settled, with the line that says why."""
    store = desk.session.store
    settled = store.order(Filter(view="settled"), desk.session.today)
    if settled:
        desk.area.open_record(next(iter(settled)))


def _narrowed_timeline(desk: Desk) -> None:
    """Show the timeline of a list that a filter narrows: the line says which."""
    desk.list_pane.search.setText("mensenhandel")
    _timeline(as_list=False)(desk)


def _timeline(*, as_list: bool) -> Show:
    def show(desk: Desk) -> None:
        desk.area.show_timeline()
        page = desk.area.timeline_page
        assert page is not None
        until(lambda: page.timeline is not None)
        page.controls.as_list.setChecked(as_list)

    return show


def _beside(desk: Desk) -> None:
    desk.choose()
    other = next(one for one in desk.ids if one != desk.list_pane.list.current_id)
    desk.area.show_beside(other)


def _postponing(desk: Desk) -> None:
    parts = desk.session.store.parts(desk.choose().id)
    desk.pane.tabs.setCurrentWidget(desk.pane.deadlines_tab)
    desk.pane.deadlines_tab.postpone(open_deadlines(parts)[0])


SCREENS: dict[str, Show] = {
    "nothing-chosen": _nothing_chosen,
    **{f"tab-{place}": _tab(place) for place in range(6)},
    "new-motion": _new("motion"),
    "new-action": _new("action"),
    "unsaved": _dirty,
    "taken-back": _taken_back,
    "faulty": _faulty,
    "deadline": _entering,
    "postponing": _postponing,
    "not-in-the-list": _not_in_the_list,
    "settled-record": _settled,
    "grouped": _grouped,
    "beside": _beside,
    "nothing-found": _found_nothing,
    "overview": _overview,
    "letters": _letters,
    "timeline": _timeline(as_list=False),
    "timeline-narrowed": _narrowed_timeline,
    "timeline-as-list": _timeline(as_list=True),
}
