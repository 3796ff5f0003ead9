"""The record on the right of the window: head, form and tabs, and the acts on it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.records.deadline_rules import next_of
from tracker.records.kind import Kind
from tracker.records.snapshot import Record, RecordParts
from tracker.services import editing
from tracker.services.editor import Changed
from tracker.services.trail import Trail
from tracker.services.unsaved import Unsaved
from tracker.ui.looks.icons import icon
from tracker.ui.parts.empty_state import EmptyState
from tracker.ui.record import acts
from tracker.ui.record.fitting_tabs import FittingTabs
from tracker.ui.record.form_page import FIELD_HISTORY_KEY, FormPage
from tracker.ui.record.header import Header
from tracker.ui.record.merge_dialog import MergeDialog
from tracker.ui.record.notice import Notice
from tracker.ui.record.record_drops import RecordDrops
from tracker.ui.record.relate_dialog import RelateDialog
from tracker.ui.record.style import TABS_LEFT_PX, wear_style
from tracker.ui.record.tabs.deadlines_tab import DeadlinesTab
from tracker.ui.record.tabs.evidence_tab import EvidenceTab
from tracker.ui.record.tabs.history_tab import HistoryTab
from tracker.ui.record.tabs.notes_tab import NotesTab
from tracker.ui.record.tabs.record_tab import RecordTab
from tracker.ui.record.tabs.relations_tab import RelationsTab
from tracker.ui.record.visits_menu import offer_visits
from tracker.ui.session import Session

_EMPTY = Text(
    "Kies links een record om het te lezen of te wijzigen.", "Choose a record on the left to read or change it."
)
_NONE_CHOSEN = Text("Geen record gekozen", "No record chosen")
_TABS = (
    Text("Gegevens", "Details"), Text("Termijnen", "Deadlines"), Text("Stand van zaken", "State of affairs"),
    Text("Samenhang", "Relations"), Text("Bewijs", "Evidence"), Text("Geschiedenis", "History"),
)  # fmt: skip
_SHORT_NOTES = Text("Stand", "State")
_MORE_TABS = Text("Meer tabbladen", "More tabs")
_SETTLE = Text("&Afdoen…", "&Settle…")
_POSTPONE = Text("Ui&tstellen…", "P&ostpone…")
_MERGE = Text("&Samenvoegen in…", "&Merge into…")
_DELETE = Text("&Verwijderen", "&Delete")
_COPY = Text("&Kopiëren als tekst", "&Copy as text")
_BESIDE = Text("&Ernaast tonen", "Show &beside")
_NAME = Text("Record", "Record")


class RecordPane(QWidget):
    """Shows one record, or makes a new one. Nothing typed is lost unless the user takes it back."""

    record_shown = Signal()
    """Another record, a form for a new one or nothing may be on show."""
    record_made = Signal(int)
    record_deleted = Signal()
    record_gone = Signal()
    """The record that was being worked on is no more, for another act took it away: an undo, mostly."""
    dirty_changed = Signal(bool)
    walk = Signal(int)
    """PgUp and PgDn: the window shows the previous (-1) or next (+1) record of the list."""
    open_record = Signal(int)
    """The user wants to see another record: from the relations, or back and forward."""
    beside_wanted = Signal(int)
    """The user wants to see a record beside this one."""
    evidence_wanted = Signal(object, object)
    """Evidence is to be added: carries the record, and the files and addresses; none: the user is to be asked."""
    taken_back = Signal(object)
    """What was typed was taken back: carries it as ``services.unsaved.Unsaved``, so that it can be put back."""
    named_wanted = Signal(str, object)
    """The user wants to see a list of letters, organisations …: carries the entity, and an id or None."""
    close_wanted = Signal()
    """The user wants this pane gone; only one that stands beside another can ask so."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._parts = RecordParts()
        self._before_new: int | None = None
        self._is_saving = False
        self.trail = Trail()
        self.setAccessibleName(session.words(_NAME))
        self._make_actions()
        menu = QMenu(self)
        menu.addActions(self.acts)
        menu.addSeparator()
        menu.addAction(self.delete_action)
        self.header = Header(session, menu)
        self.notice = Notice(session)
        self.form_page = FormPage(session)
        self.deadlines_tab, self.notes_tab = DeadlinesTab(session), NotesTab(session)
        self.relations_tab, self.evidence_tab = RelationsTab(session), EvidenceTab(session)
        self.history_tab = HistoryTab(session)
        self._record_tabs: tuple[RecordTab, ...] = (
            self.deadlines_tab, self.notes_tab, self.relations_tab, self.evidence_tab, self.history_tab,
        )  # fmt: skip
        self.tabs = FittingTabs(session.words(_MORE_TABS), left_px=TABS_LEFT_PX)
        self._lay_out()
        self._listen()
        self._add_keys()
        drops = RecordDrops(session, self, lambda: self.record)
        drops.records_dropped.connect(self.take_records)
        drops.places_dropped.connect(self.take_places)
        wear_style(self)
        self._show_empty()

    # --- showing ------------------------------------------------------------------------------------------------------

    @property
    def record(self) -> Record | None:
        """Give the record on show, or None."""
        return self.form_page.record

    @property
    def is_dirty(self) -> bool:
        """Tell whether something was typed that is not saved."""
        return self.form_page.is_dirty

    def show_record(self, record_id: int | None) -> None:
        """Show a record. What was typed on the one before is saved first; where that fails, it stays on show."""
        if self.record is not None and self.record.id == record_id:
            return
        if not self.commit():
            return
        found = [] if record_id is None else self.session.store.records([record_id])
        if not found:
            self._show_empty()
            return
        self._show(found[0])

    def start_new(self, kind: Kind) -> None:
        """Show an empty form for a record of this kind, with the focus in its title."""
        if not self.commit():
            return
        self._before_new = self.record.id if self.record is not None else self._before_new
        self.notice.say(None)
        self._pages.setCurrentIndex(1)
        self.tabs.setCurrentIndex(0)
        self.header.show_new(kind)
        self.form_page.show_new(kind)
        self._enable_acts()

    def travel(self, steps: int) -> None:
        """Go back (negative) or forward through the records seen; those deleted since are passed over."""
        if not self.commit():
            return
        seen = list(dict.fromkeys([*self.trail.behind, *self.trail.ahead]))
        there = {one.id for one in self.session.store.summaries(seen) if not one.deleted}
        for record_id in seen:
            if record_id not in there:
                self.trail.forget(record_id)
        wanted = self.trail.go(steps, time.monotonic())
        if wanted is not None:
            self.open_record.emit(wanted)
        self._show_travel()

    def commit(self) -> bool:
        """Save what was typed. False: a fault must be mended first; it is shown, and nothing is lost."""
        return (not self.is_dirty or self._commit_form()) and self._commit_deadline()

    def _commit_deadline(self) -> bool:
        """Write the deadline, or postponement, that is being entered; one that cannot be written stays on show."""
        if self.deadlines_tab.commit():
            return True
        self._show_tab(self.deadlines_tab)
        return False

    def _commit_form(self) -> bool:
        self._is_saving = True
        try:
            saved = self.form_page.commit()
        finally:
            self._is_saving = False
        if not saved:
            self.tabs.setCurrentIndex(0)
        elif self.record is not None:
            self._read_again(self.record)
        return saved

    def put_back(self, kept: Unsaved) -> None:
        """Show what was typed at an earlier time and never saved, as if it was typed just now."""
        tab = next((one for one in self._record_tabs if kept.part in one.typed_parts), None)
        if tab is not None:
            self._show_tab(tab)
            tab.put_back(kept)
        else:
            self.tabs.setCurrentIndex(0)
            self.form_page.put_back(kept)

    def unsay(self, sentences: Sequence[Text]) -> None:
        """Take sentences that are true no more away from what could not be saved."""
        self.notice.unsay(sentences)
        self.deadlines_tab.unsay(sentences)

    def keep_unsaved(self) -> None:
        """Write down now what was typed and is not saved."""
        self.form_page.keeper.keep()
        self.deadlines_tab.keep_unsaved()

    def revert(self) -> None:
        """Take back what was typed; a new record that was begun is left. It can be put back for a while."""
        was_new = self.form_page.new_kind is not None
        typed = self.form_page.unsaved()
        self.form_page.revert()
        if was_new:
            before, self._before_new = self._before_new, None
            self._show_empty()
            self.show_record(before)
        if typed is not None:
            self.taken_back.emit(typed)

    def _escape(self) -> None:
        """Take back what was typed in one field first, and with the next Esc all of it; a new record is left.

        A list of words that is open over a field is closed first.
        """
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        elif self.form_page.new_kind is not None or not self.form_page.revert_field():
            self.revert()

    # --- acts ---------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Ask for day and letter, and settle the record."""
        if self.commit() and self.record is not None:
            acts.settle(self.session, self.record, self)

    def postpone(self) -> None:
        """Ask for other words for the deadline that the list shows, and for the reason."""
        if self.commit() and self.has_deadline:
            self._show_tab(self.deadlines_tab)
            self.deadlines_tab.postpone_shown()

    def merge(self) -> None:
        """Ask for the action that takes this one in, and merge."""
        if self.commit() and self.record is not None:
            MergeDialog(self.session, self.record, self._parts, self).exec()

    def delete(self) -> None:
        """Delete the record without a question, for undo brings it back."""
        record = self.record
        if record is None:
            return
        self.form_page.revert()
        self._is_saving = True
        try:
            self.session.submit(editing.delete_records(self.session.store, [record]))
        except TrackerError as error:
            self.notice.say(error.words)
            return
        finally:
            self._is_saving = False
        self._show_empty()
        self.record_deleted.emit()

    def show_beside(self) -> None:
        """Show this record a second time, to stay while another one is looked at."""
        if self.commit() and self.record is not None:
            self.beside_wanted.emit(self.record.id)

    def copy_as_text(self) -> None:
        """Put the record on the clipboard as lines of text."""
        if self.record is not None:
            words = acts.record_as_text(self.record, self.session.store.names(), self.session.language)
            QGuiApplication.clipboard().setText(words)

    def show_history(self) -> None:
        """Show how the record came to be what it is; saves first."""
        if self.commit() and self.record is not None:
            self._show_tab(self.history_tab)
            self.history_tab.text.setFocus()

    def show_field_history(self, name: str, entity: str = "") -> None:
        """Show how one field came to be what it is, of the record or of what stands beside it; saves first."""
        if self.commit() and self.record is not None:
            self._show_tab(self.history_tab)
            self.history_tab.show_field(name, entity)
            self.history_tab.text.setFocus()

    @property
    def has_deadline(self) -> bool:
        """Tell whether the list shows a deadline of the record on show."""
        return next_of(one.values for one in self._parts.deadlines) is not None

    def edit_deadline(self, typed: str, after: Callable[[], None]) -> None:
        """Open the deadline that the list shows, or the panel for a first one, begun with what was typed elsewhere.

        ``after`` is called when that is closed again.
        """
        if self.record is not None:
            self._show_tab(self.deadlines_tab)
            self.deadlines_tab.edit_shown(typed, after)

    def _show_tab(self, tab: QWidget) -> None:
        self.tabs.setCurrentIndex(self.tabs.indexOf(tab))

    # --- dropping -----------------------------------------------------------------------------------------------------

    def take_records(self, ids: Sequence[int]) -> None:
        """Ask how these records hang together with the one on show."""
        if self.commit() and self.record is not None:
            others = [one for one in self.session.store.records(ids) if one.id != self.record.id]
            if others:
                RelateDialog(self.session, self.record, self, others).exec()

    def take_places(self, places: Sequence[str]) -> None:
        """Let files and addresses be added to the record as evidence; without any, let the user be asked."""
        if not (self.commit() and self.record is not None):
            return
        self._show_tab(self.evidence_tab)
        self.evidence_wanted.emit(self.record, tuple(places))

    # --- keeping up ---------------------------------------------------------------------------------------------------

    def _show(self, record: Record) -> None:
        self._parts = self.session.store.parts(record.id)
        self._before_new = None
        self.trail.visit(record.id, time.monotonic())
        self._show_travel()
        self.notice.say(None)
        self._pages.setCurrentIndex(1)
        self.form_page.show_record(record, self._parts)
        self.header.show_record(record, self._parts)
        self._enable_acts()
        self._fill_current_tab()

    def _show_empty(self) -> None:
        self.form_page.record, self.form_page.new_kind = None, None
        self.notice.say(None)
        self._pages.setCurrentIndex(0)
        self._enable_acts()

    def _on_changed(self, changed: Changed) -> None:
        self.notice.unsay_act()
        record = self.record
        if record is None or self._is_saving or not (record.id in changed.records or changed.entities):
            return
        found = self.session.store.records([record.id])
        if found:
            self._read_again(found[0])
        elif not self.is_dirty:
            focused = QApplication.focusWidget()
            had_focus = focused is not None and self.isAncestorOf(focused)
            self._show_empty()
            if had_focus:
                self.record_gone.emit()

    def _on_day_changed(self) -> None:
        if self.record is not None:
            self._read_again(self.record)

    def _read_again(self, record: Record) -> None:
        self._parts = self.session.store.parts(record.id)
        self.form_page.refresh(record, self._parts)
        self.header.show_record(record, self._parts)
        self._enable_acts()
        self._fill_current_tab()

    def _fill_current_tab(self) -> None:
        shown = self.tabs.currentWidget()
        if isinstance(shown, RecordTab) and self.record is not None:
            shown.show_record(self.record, self._parts)

    def _on_made(self, record_id: int) -> None:
        self._show(self.session.store.records([record_id])[0])
        self.record_made.emit(record_id)

    def _on_tab_changed(self) -> None:
        self.notice.unsay_act()
        self._fill_current_tab()

    def _enable_acts(self) -> None:
        record, may_write = self.record, self.session.may_write
        for action in (self.settle_action, self.delete_action):
            action.setEnabled(record is not None and may_write)
        self.postpone_action.setEnabled(record is not None and may_write and self.has_deadline)
        self.merge_action.setEnabled(record is not None and may_write and record.kind.code == "action")
        self.copy_action.setEnabled(record is not None)
        self.beside_action.setEnabled(record is not None)
        for place in range(1, self.tabs.count()):
            self.tabs.setTabEnabled(place, record is not None)
        self.record_shown.emit()

    # --- making -------------------------------------------------------------------------------------------------------

    @property
    def acts(self) -> tuple[QAction, ...]:
        """Give what can be done with the record on show beside editing it, for the window's menu."""
        own = (self.merge_action, self.copy_action, self.beside_action)
        return (self.settle_action, self.postpone_action, *own)

    def _make_actions(self) -> None:
        words = self.session.words
        self.settle_action = QAction(words(_SETTLE), self)
        self.postpone_action = QAction(words(_POSTPONE), self)
        self.merge_action = QAction(words(_MERGE), self)
        self.delete_action = QAction(words(_DELETE), self)
        self.copy_action = QAction(words(_COPY), self)
        self.beside_action = QAction(words(_BESIDE), self)
        self.beside_action.setShortcut(QKeySequence("Ctrl+Alt+B"))
        self.beside_action.triggered.connect(self.show_beside)
        self.addAction(self.beside_action)
        self.settle_action.triggered.connect(self.settle)
        self.postpone_action.triggered.connect(self.postpone)
        self.merge_action.triggered.connect(self.merge)
        self.delete_action.triggered.connect(self.delete)
        self.copy_action.triggered.connect(self.copy_as_text)

    def _lay_out(self) -> None:
        for words, page in zip(_TABS, (self.form_page, *self._record_tabs), strict=True):
            self.tabs.addTab(page, self.session.words(words))
            page.setAccessibleName(self.session.words(words))
        self.tabs.shorten_to(self.tabs.indexOf(self.notes_tab), self.session.words(_SHORT_NOTES))
        self.tabs.shorten_to(self.tabs.indexOf(self.history_tab), icon("history", "muted"))
        self.tabs.setProperty("role", "page-tabs")
        page = QWidget()
        page.setProperty("role", "page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addWidget(self.tabs, 1)
        empty = EmptyState()
        empty.tell("mouse-pointer-click", self.session.words(_NONE_CHOSEN), self.session.words(_EMPTY))
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _listen(self) -> None:
        self.session.changed.connect(self._on_changed)
        self.session.day_changed.connect(self._on_day_changed)
        self.form_page.dirty_changed.connect(self.dirty_changed)
        self.form_page.faulted.connect(self.notice.say)
        self.form_page.made.connect(self._on_made)
        self.form_page.history_wanted.connect(self.show_field_history)
        self.form_page.named_wanted.connect(self.named_wanted)
        self.form_page.latest.all_wanted.connect(lambda: self._show_tab(self.notes_tab))
        self.form_page.save_button.clicked.disconnect()
        self.form_page.save_button.clicked.connect(self.commit)
        self.form_page.revert_button.clicked.disconnect()
        self.form_page.revert_button.clicked.connect(self.revert)
        self.header.walk.connect(self.walk)
        self.header.travel.connect(self.travel)
        self.header.close_wanted.connect(self.close_wanted)
        self.header.settled.history_wanted.connect(self.show_field_history)
        self.header.settled.letter_wanted.connect(lambda letter: self.named_wanted.emit("letter", letter))
        for button, sign in ((self.header.back_button, -1), (self.header.forward_button, 1)):
            offer_visits(button, self.session, self.trail, sign, self.travel)
        self.relations_tab.open_record.connect(self.open_record)
        self.relations_tab.beside_wanted.connect(self.beside_wanted)
        self.evidence_tab.add_wanted.connect(lambda: self.take_places(()))
        self.tabs.currentChanged.connect(self._on_tab_changed)
        for tab in self._record_tabs:
            tab.faulted.connect(lambda error: self.notice.say(error.words, is_of_act=True))
            tab.taken_back.connect(self.taken_back)

    def _show_travel(self) -> None:
        self.header.show_travel(can_go_back=bool(self.trail.behind), can_go_forward=bool(self.trail.ahead))

    def _add_keys(self) -> None:
        keys = (
            ("PgUp", lambda: self.walk.emit(-1)),
            ("PgDown", lambda: self.walk.emit(1)),
            ("Esc", self._escape),
            (FIELD_HISTORY_KEY, self.form_page.show_history_of_focused),
            ("Ctrl+Return", self._commit_and_go_on),
            ("Ctrl+Enter", self._commit_and_go_on),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _commit_and_go_on(self) -> None:
        if self.commit():
            self.walk.emit(1)
