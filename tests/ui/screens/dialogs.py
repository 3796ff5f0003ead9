"""The dialogs that ask for something or tell of it, save those of importing and of ``tests.ui.doing``."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.ui.screens.desk import Desk, Show, open_deadlines, shown_now, until
from tracker.basics.language import Text
from tracker.services.beside import LISTS
from tracker.ui.doing.deadlines.events_dialog import EventsDialog
from tracker.ui.errors import FaultDialog, SentenceDialog
from tracker.ui.evidence.ask import EvidenceDialog
from tracker.ui.jobs.job_window import JobWindow
from tracker.ui.named.named_dialog import NamedDialog
from tracker.ui.options_dialog import OptionsDialog
from tracker.ui.parts.questions import show_about
from tracker.ui.printing.printing import print_area
from tracker.ui.record.record_pane import RecordPane
from tracker.ui.record.stale_dialog import StaleDialog, TwoTexts

_JOB = Text("Het register wordt vergeleken met zijn logboek.", "The register is compared with its log.")


def _named(entity: str) -> Show:
    def show(desk: Desk) -> QWidget:
        desk.area.show_named(entity)
        dialog = desk.window.findChildren(NamedDialog)[-1]
        page = dialog.pages[entity]
        until(lambda: page.current_id is None or bool(page.used.count()))
        return dialog

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


def _options(desk: Desk) -> QWidget:
    desk.window.actions_["options"].trigger()
    return desk.window.findChildren(OptionsDialog)[-1]


def _deadline_change(desk: Desk) -> QWidget:
    desk.choose()
    return desk.asked(lambda: desk.pane.deadlines_tab.edit_shown("", lambda: None))


def _deadline_act(name: str) -> Show:
    def show(desk: Desk) -> QWidget:
        parts = desk.session.store.parts(desk.choose().id)
        tab = desk.pane.deadlines_tab
        of = (parts.postponements or parts.deadlines)[0] if name == "tell" else open_deadlines(parts)[0]
        return desk.asked(lambda: getattr(tab, name)(of))

    return show


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
    return shown_now(StaleDialog(desk.session, texts, desk.window))


def _evidence(*dropped: str) -> Show:
    return lambda desk: shown_now(EvidenceDialog(desk.session, "M-1", dropped, desk.window))


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
    until(lambda: dialog.pages is not None)
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
        return shown_now(note)

    return show


SCREENS: dict[str, Show] = {
    **{entity: _named(entity) for entity in LISTS},
    **{f"new-{entity}": _named_form(entity) for entity in LISTS},
    "removal-of-a-person": _person_removal,
    "options": _options,
    "deadline-change": _deadline_change,
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
    "events": _act("events"),
    "event-day": _event_act("give_day"),
    "event-change": _event_act("change"),
    "event-join": _event_act("join"),
    "recesses": _act("recesses"),
    "read-again": _act("reread"),
    "agenda": _act("agenda"),
    "print": _print,
    "job": _job("busy"),
    "job-done": _job("done"),
    "job-refused": _job("refused"),
    "fault": lambda desk: shown_now(FaultDialog("zzqx", desk.session.language, desk.window)),
    "sentence": lambda desk: shown_now(SentenceDialog("zzqx", desk.session.language, desk.window)),
    "about": lambda desk: show_about(desk.window, desk.session.language),
}
