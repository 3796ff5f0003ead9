"""Sidebar, list and record side by side, for one register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.errors import Cancelled, InvalidValue, NotFound
from tracker.basics.language import Language, Text
from tracker.records.kind import Kind
from tracker.records.registry import kind_of
from tracker.ui.area_windows import AreaWindows
from tracker.ui.first_rows import show_first_rows
from tracker.ui.pane_walk import go_to_next
from tracker.ui.pane_widths import SharedPanes
from tracker.ui.parts.frames import divider
from tracker.ui.parts.screens import uncover
from tracker.ui.parts.window_settings import ListOnShow, WindowSettings
from tracker.ui.session import Session
from tracker.ui.shown_numbers import numbers_words

if TYPE_CHECKING:
    from tracker.records.change import LoggedStep
    from tracker.records.filter import Filter
    from tracker.services.overview import Listed
    from tracker.services.undoing import PastStep
    from tracker.services.unsaved import Unsaved
    from tracker.store.first_page import FirstPage
    from tracker.ui.doing.acts import Doing
    from tracker.ui.listing.grid import Grid
    from tracker.ui.record.beside import Beside
    from tracker.ui.record.record_pane import RecordPane

_RETRY = Text("Opnieuw &proberen", "&Try again")
_SIDE_BUTTONS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}
_BACK = Text("&Terug naar de stand van nu", "&Back to the state of now")
_OPENING = Text("Het register wordt geopend…", "The register is being opened…")


class WorkArea(AreaWindows):
    """Shows a first page at once; everything works once a session is attached."""

    import_wanted = Signal()
    retry_wanted = Signal()
    """The register can only be read; the user wants to see whether it can be changed by now."""
    numbers_changed = Signal(str)
    """Carries how many of what is on show there are, in words."""

    def __init__(
        self, today: date, language: Language, settings: WindowSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(today, language, settings, parent)
        self.record_pane: RecordPane | None = None
        self.beside: Beside | None = None
        self.grid: Grid | None = None
        self._doing: Doing | None = None
        self.chosen_early: ListOnShow | None = None
        """The list that was chosen at the left while the register was still being opened."""
        self.sidebar.chosen.connect(self._note_early)
        self.retry_button.setText(_RETRY.to(language))
        self.retry_button.clicked.connect(self.retry_wanted)
        self._right = QFrame(self.splitter)
        self._right.setProperty("role", "pane")
        self._right_layout = QVBoxLayout(self._right)
        self._right_layout.setContentsMargins(0, 0, 0, 0)
        self._shared = SharedPanes(self.splitter, self.lists, self._right, self.sidebar, settings)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(divider())
        self.pages.addWidget(self.splitter)
        row.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner_frame)
        column.addWidget(self.notice)
        self._bars = QVBoxLayout()
        column.addLayout(self._bars)
        column.addLayout(row, 1)
        self.list_pane.list.selection_count_changed.connect(self.tell_numbers)
        for stack in (self.pages, self.lists):
            stack.currentChanged.connect(self.tell_numbers)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_first_page(self, page: FirstPage | None, shown: ListOnShow | None = None) -> None:
        """Show what was read before the store is open; None: say that it is being opened."""
        if page is None:
            self.list_pane.show_title(_OPENING.to(self.language), "")
        else:
            show_first_rows(self.list_pane, self.sidebar, page, shown or ListOnShow(), self._settings)
            self.tell_numbers()

    def attach(self, session: Session, columns: dict[str, Any]) -> None:
        """Let everything work on this register."""
        from tracker.ui.listing.controller import ListController  # the store: after the first paint
        from tracker.ui.listing.grid import Grid  # the same
        from tracker.ui.listing.list_place import ListPlace  # the same
        from tracker.ui.record.beside import Beside  # the same
        from tracker.ui.record.record_pane import RecordPane  # the same

        self.session = session
        self.record_pane = pane = RecordPane(session)
        pane.record_made.connect(self._show_made)
        pane.record_deleted.connect(self._after_delete)
        pane.record_gone.connect(lambda: QTimer.singleShot(0, self, self._after_gone))  # when all views followed
        pane.walk.connect(self.list_pane.list.walk)
        pane.open_record.connect(self.open_record)
        self._right_layout.addWidget(pane)
        self.beside = Beside(session, self.splitter)
        self.beside.changed.connect(self._share_width)
        pane.beside_wanted.connect(self.beside.show_record)
        pane.named_wanted.connect(self.show_pointed_at)
        self.beside.named_wanted.connect(self.show_pointed_at)
        pane.evidence_wanted.connect(self.take_evidence)
        self.beside.evidence_wanted.connect(self.take_evidence)
        self.controller = controller = ListController(session, self.list_pane, self.sidebar, columns)
        ListPlace(controller, pane)
        controller.shown.connect(self._after_shown)
        controller.shown.connect(self._note_letter)
        self.sidebar.page_chosen.connect(self._show_page)
        controller.list_chosen.connect(self._begin_at_top)
        for chosen in (self.sidebar.chosen, self.sidebar.saved_chosen):
            chosen.connect(lambda *_: self._show_list_of_sidebar())
        self.sidebar.clicked.connect(self._leave_for_list)  # also on the chosen one
        controller.new_wanted.connect(lambda: self.start_new(None))
        controller.import_wanted.connect(self.import_wanted)
        controller.said.connect(self.said)
        rows = self.list_pane.list
        rows.chosen.connect(self.show_chosen)
        self.grid = Grid(session, self)
        self.grid.said.connect(self.said)
        session.record_wanted.connect(self.open_record)
        session.record_wanted.connect(lambda _: uncover(pane))
        self.show_refusal()
        controller.start()
        if rows.current_id is not None:
            pane.show_record(rows.current_id)
        self._offer_unsaved(session)

    def put_back(self, kept: Unsaved) -> None:
        """Show what was typed before a crash in its form, to be saved or taken back."""
        pane = self.record_pane
        if pane is None:
            return
        if kept.record_id is None:
            self.start_new(kind_of(kept.kind))
        else:
            self.open_record(kept.record_id)
        shown = None if pane.record is None else pane.record.id
        if shown == kept.record_id:
            pane.put_back(kept)

    def _note_early(self, kind: str | None, view: str | None) -> None:
        if self.session is None:
            self.chosen_early = ListOnShow(kind, view)

    def keep_unsaved(self) -> None:
        """Write down now what was typed and cannot be saved here any more."""
        if self.grid is not None:
            self.grid.editing.keep_unsaved()
        for pane in (self.record_pane, None if self.beside is None else self.beside.pane):
            if pane is not None:
                pane.keep_unsaved()

    def _offer_unsaved(self, session: Session) -> None:
        from tracker.services.unsaved import UnsavedTexts  # after the first paint
        from tracker.ui.record.unsaved_bar import UnsavedBar  # the same

        bar = UnsavedBar(session, UnsavedTexts(session.store.path))
        bar.put_back_wanted.connect(self.put_back)
        self._bars.addWidget(bar)
        for source in (self.record_pane, self.beside):
            if source is not None:
                source.taken_back.connect(bar.offer_taken_back)
        bar.offer()

    def show_list(self, shown: ListOnShow) -> None:
        """Show a list as it was left; one that is not there any more gives way to all records."""
        if self.controller is None:
            return
        try:
            if shown.saved is not None:
                self.controller.views.show(shown.saved)
            elif shown.kind or shown.view:
                self.controller.put_back(shown.kind, shown.view)
            if shown.asked is not None:
                self.controller.ask_again(shown.asked)
        except (NotFound, InvalidValue):
            self.controller.put_back(None, None)
        if shown.record is not None and self.list_pane.list.choose(shown.record, quietly=True):
            self.show_chosen(shown.record)
        self.put_back_page(shown.page)

    def show_listed(self, listed: Listed) -> None:
        """Show the list that stands behind a figure."""
        if self.controller is None or not self.may_leave():
            return
        from tracker.ui.overview.opening import show_behind  # after the first paint, as all of the overview

        self.show_list_page()
        show_behind(self.controller, self.list_pane, listed)

    def show_refusal(self) -> None:
        """Say on top why nothing can be changed, where that is so."""
        refusal = None if self.session is None else self.session.editor.refusal
        self._banner_frame.setVisible(refusal is not None)
        self.banner.setText("" if refusal is None else refusal.to(self.language))
        is_past = self.session is not None and self.session.store.as_of is not None
        self.retry_button.setText((_BACK if is_past else _RETRY).to(self.language))

    def show_pointed_at(self, entity: str, row_id: int | None) -> None:
        """Show what a record points at: a letter beside it, anything else in the window of its list."""
        if entity == "letter":
            self.show_letters(row_id)
        else:
            self.show_named(entity, row_id)

    def show_beside_letters(self, record_id: int) -> None:
        if self.record_pane is not None and self.may_leave():
            self.list_pane.list.choose(record_id, quietly=True)
            self.record_pane.show_record(record_id)

    def open_from_letters(self, record_id: int) -> None:
        self.show_beside_letters(record_id)
        self.open_form()

    def show_filter(self, wanted: Filter) -> None:
        if self.controller is not None and self.may_leave():
            self.show_list_page()
            self.controller.show_filter(wanted)
            self.list_pane.list.choose_first()

    def open_record(self, record_id: int) -> None:
        """Show a record; where the list does not hold it, it stands in the record pane alone."""
        if not self.may_leave():
            return
        self.show_list_page()
        self.list_pane.list.choose(record_id, quietly=True)
        if self.record_pane is not None:
            self.record_pane.show_record(record_id)

    def show_chosen(self, record_id: int | None) -> None:
        """Show a record of the list, or none; where what was typed cannot be saved, the one on show stays."""
        pane = self.record_pane
        if pane is None:
            return
        if not pane.commit():
            QTimer.singleShot(0, self._choose_shown)  # the view is still busy with the click that chose another row
            return
        pane.show_record(record_id)
        self.tell_numbers()

    def show_beside(self, record_id: int | None = None) -> None:
        """Show a record beside the one on show; None: the one on show, to stay while the list is walked."""
        wanted = record_id if record_id is not None else self.list_pane.list.current_id
        if self.beside is not None and wanted is not None:
            self.beside.show_record(wanted)

    def can_travel(self, steps: int) -> bool:
        """Tell whether there may be a record to go back or forward to; of two panes the one with the focus knows."""
        if self.record_pane is None or (self.beside is not None and self.beside.is_open):
            return self.record_pane is not None
        return bool(self.record_pane.trail.behind if steps < 0 else self.record_pane.trail.ahead)

    def travel(self, steps: int) -> None:
        """Go back (negative) or forward through the records seen, in the pane that has the focus."""
        focused = QApplication.focusWidget()
        second = None if self.beside is None else self.beside.pane
        pane = second if second is not None and focused is not None and second.isAncestorOf(focused) else None
        pane = pane or self.record_pane
        if pane is not None:
            pane.travel(steps)

    def unsay(self, sentences: Sequence[Text]) -> None:
        """Take sentences that are true no more away from what could not be saved."""
        for pane in (self.record_pane, None if self.beside is None else self.beside.pane):
            if pane is not None:
                pane.unsay(sentences)
        if self.grid is not None:
            self.grid.editing.unsay(sentences)

    # --- acts ---------------------------------------------------------------------------------------------------------

    def start_new(self, kind: Kind | None) -> None:
        """Begin a record of this kind; None: of the kind on show, or else one the user chooses."""
        chosen = kind or self.kind_on_show
        if chosen is not None and self.record_pane is not None and self.may_leave():
            self.show_list_page()
            self.record_pane.start_new(chosen)

    @property
    def kind_on_show(self) -> Kind | None:
        """Give the kind whose list is on show, or None."""
        code = None if self.controller is None else self.controller.filter.kind
        return kind_of(code) if code else None

    def edit(self) -> None:
        """Edit the current cell where the list has the focus, or else the chosen record in its form."""
        if self.grid is None or not self.grid.edit_focused():
            self.open_form()

    def open_form(self) -> None:
        """Go to the form of the chosen record; beside the letters, where those are on show."""
        if not self.shows_letters:
            self.show_list_page()
        if self.record_pane is not None:
            self.record_pane.setFocus(Qt.FocusReason.OtherFocusReason)
            self.record_pane.form_page.setFocus(Qt.FocusReason.OtherFocusReason)
            self.record_pane.form_page.focusNextChild()

    def commit(self) -> bool:
        """Save what was typed. Gives False where the user must mend something first."""
        if self.grid is not None and not self.grid.editing.commit():
            return False
        first = self.record_pane is None or self.record_pane.commit()
        return (self.beside is None or self.beside.commit()) and first

    def delete_chosen(self) -> None:
        """Delete the chosen records; where they cannot be seen, show them first."""
        if self.shows_overview or self.shows_timeline or self.shows_letters:
            self.show_list_page()
        elif self.grid is not None:
            self.grid.delete()

    def undo(self) -> None:
        """Take the newest step back."""
        if self.session is not None and self.may_leave():
            self._reverse(self.session, Text("Ongedaan gemaakt", "Undone"), undoing=True)

    def redo(self) -> None:
        """Repeat the step that was taken back last."""
        if self.session is not None and self.may_leave():
            self._reverse(self.session, Text("Opnieuw gedaan", "Redone"), undoing=False)

    def _reverse(self, session: Session, what: Text, *, undoing: bool) -> None:
        from tracker.ui.doing.long_steps import reverse_long  # when it is asked for

        row = self.list_pane.list.currentIndex().row()
        try:
            self._tell_step(what, reverse_long(session, self.window(), undoing=undoing))
            self._choose_near(row)
        except Cancelled as error:
            self.said.emit(error.to(self.language))

    def do(self, code: str) -> None:
        """Do one of the acts of ``ui.doing``, on the chosen records or on the whole register."""
        if code.startswith("copy") or self.may_leave():
            doing = self._doing_now()
            if doing is not None:
                doing.do(code)

    def go_to_step(self, step: PastStep) -> None:
        """Take back, or repeat, everything up to and with a step."""
        doing = self._doing_now()
        if doing is not None and self.may_leave():
            row = self.list_pane.list.currentIndex().row()
            doing.go_to_step(step)
            self._choose_near(row)

    def _doing_now(self) -> Doing | None:
        if self.session is None:
            return None
        if self._doing is None:
            from tracker.ui.doing.acts import Doing  # the dialogs: when one is asked for

            self._doing = Doing(self.session, self, self)
            self._doing.said.connect(self.said)
        return self._doing

    def go_to_next_pane(self, *, backwards: bool = False) -> None:
        """Walk with the keyboard: sidebar, search field, list, record."""
        stops = self.page_stops
        if not (self.shows_overview or self.shows_timeline):
            stops += [] if self.record_pane is None else [(self.record_pane, self.edit)]
            if self.beside is not None and self.beside.pane is not None:
                stops.append((self.beside.pane, self.beside.focus_form))
        go_to_next(stops, backwards=backwards)

    def go_to_previous_pane(self) -> None:
        """Walk the panes the other way."""
        self.go_to_next_pane(backwards=True)

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.window().windowHandle()
        if handle is not None:
            # on its way to the widgets an input would take the press for itself
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the side buttons of the mouse go back and forward, wherever in the window they are pressed."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            steps = _SIDE_BUTTONS.get(event.button())
            if steps is not None:
                self.travel(steps)
                return True
        return super().eventFilter(watched, event)

    def _share_width(self) -> None:
        self._shared.share(self.width(), has_two=self.beside is not None and self.beside.is_open)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def may_leave(self) -> bool:
        """Save what was typed. Gives False where the user must mend something first."""
        return self.commit()

    def _choose_shown(self) -> None:
        shown = None if self.record_pane is None else self.record_pane.record
        self.list_pane.list.choose(None if shown is None else shown.id, quietly=True)

    def _show_made(self, record_id: int) -> None:
        self.list_pane.list.choose(record_id, quietly=True)
        self.tell_numbers()

    def _after_delete(self) -> None:
        rows = self.list_pane.list
        if rows.current_id is not None and rows.records.row_of(rows.current_id) < 0:
            rows.choose(None)
        self.said.emit(Text("Verwijderd. Ongedaan maken: Ctrl+Z", "Deleted. To undo: Ctrl+Z").to(self.language))

    def _after_gone(self) -> None:
        """Go back to the record seen before, in the list: the focus stood in what is no more."""
        if self.record_pane is not None and self.record_pane.record is None:
            self.record_pane.travel(-1)
            self._choose_first()
        self.list_pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_step(self, what: Text, step: LoggedStep) -> None:
        """Say what was taken back or repeated, and show a record that it concerns."""
        from tracker.records.step_labels import step_words  # with the fields: after the first paint

        self.said.emit(f"{what.to(self.language)}: {step_words(step.label, self.language)}")
        rows = self.list_pane.list
        concerned = [one.record_id for one in step.changes if one.record_id is not None]
        listed = [one for one in concerned if rows.records.row_of(one) >= 0]
        if listed and not {rows.current_id, *rows.selected_ids} & set(listed):
            rows.choose(listed[0])

    def _choose_near(self, row: int) -> None:
        """Choose what stands where the chosen record stood, where a step took that away."""
        rows, pane = self.list_pane.list, self.record_pane
        if pane is not None and pane.record is None and pane.form_page.new_kind is None:
            rows.choose_near(max(0, row))

    def _after_shown(self) -> None:
        """Show the chosen record where it came back, for instance because its deletion was taken back."""
        rows, pane = self.list_pane.list, self.record_pane
        came_back = rows.current_id is not None and rows.records.row_of(rows.current_id) >= 0
        if pane is not None and came_back and pane.record is None and pane.form_page.new_kind is None:
            pane.show_record(rows.current_id)
        self.tell_numbers()

    def _note_letter(self) -> None:
        """What is written beside the list of a letter is meant for that letter."""
        from tracker.services.letters import letter_of  # with the list: after the first paint

        if self.session is not None and self.controller is not None and not self.shows_letters:
            self.session.letter_at_hand = letter_of(self.controller.filter)

    def _begin_at_top(self) -> None:
        """Begin a list that was chosen at its first record: what is most urgent stands there."""
        self.list_pane.list.choose_first()
        self.list_pane.list.scrollToTop()
        self.list_pane.list.horizontalScrollBar().setValue(0)

    def _choose_first(self) -> None:
        """Choose the first record of another list, where the one on show is not in it."""
        rows = self.list_pane.list
        if rows.records.rowCount() and (rows.current_id is None or rows.records.row_of(rows.current_id) < 0):
            rows.choose_first()

    def tell_numbers(self) -> None:
        """Say how many records, or letters, are on show and chosen; of the overview nothing is counted."""
        rows, letters = self.list_pane.list, self.letters_page
        if letters is not None and self.shows_letters:
            words = numbers_words(letters.shown_count, int(letters.current_id is not None), are_letters=True)
        else:
            shown = rows.records.rowCount() if self.controller is None else len(self.controller.browsing.ids)
            words = numbers_words(shown, rows.selected_count)
        self.numbers_changed.emit("" if self.shows_overview else words.to(self.language))
