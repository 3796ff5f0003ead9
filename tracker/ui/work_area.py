"""Sidebar, list and record side by side, for one register."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from tracker.basics.errors import NotFound
from tracker.basics.language import Language, Text
from tracker.records.kind import Kind
from tracker.records.snapshot import Summary
from tracker.ui.listing.pane import ListPane
from tracker.ui.screens import screen_room
from tracker.ui.session import Session
from tracker.ui.sidebar import ALL_RECORDS, Sidebar
from tracker.ui.window_settings import WindowSettings

if TYPE_CHECKING:
    from tracker.records.change import LoggedStep
    from tracker.services.undoing import PastStep
    from tracker.store.first_page import FirstPage
    from tracker.ui.doing.acts import Doing
    from tracker.ui.listing.controller import ListController
    from tracker.ui.record.record_pane import RecordPane

_WIDE_FROM_PX = 1280
_RECORD_PX, _WIDE_RECORD_PX = 432, 540
_RETRY = Text("Opnieuw &proberen", "&Try again")
_OPENING = Text("Het register wordt geopend…", "The register is being opened…")


class WorkArea(QWidget):
    """Shows a first page at once; everything works once a session is attached."""

    said = Signal(str)
    retry_wanted = Signal()
    """The register can only be read; the user wants to see whether it can be changed by now."""
    numbers_changed = Signal(int, int)

    def __init__(
        self, today: date, language: Language, settings: WindowSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.language = language
        self._settings = settings
        self.session: Session | None = None
        self.controller: ListController | None = None
        self.record_pane: RecordPane | None = None
        self._doing: Doing | None = None
        self.banner = QLabel()
        self.banner.setProperty("role", "banner-words")
        self.banner.setWordWrap(True)
        self.retry_button = QPushButton(_RETRY.to(language))
        self.retry_button.setProperty("link", True)
        self.retry_button.clicked.connect(self.retry_wanted)
        self._banner_frame = _banner(self.banner, self.retry_button)
        self.sidebar = Sidebar(language)
        self.list_pane = ListPane(today, language)
        self._right = QFrame()
        self._right.setProperty("role", "pane")
        self._right_layout = QVBoxLayout(self._right)
        self._right_layout.setContentsMargins(0, 0, 0, 0)
        self.splitter = self._make_splitter()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(_divider())
        row.addWidget(self.splitter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner_frame)
        column.addLayout(row, 1)
        self.list_pane.list.selection_count_changed.connect(self._tell_numbers)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_first_page(self, page: FirstPage | None) -> None:
        """Show what was read before the store is open; None: say that it is being opened."""
        pane = self.list_pane
        if page is None:
            pane.show_title(_OPENING.to(self.language), "")
            return
        pane.cell_words.names = page.names
        pane.show_title(ALL_RECORDS.to(self.language), str(page.counts.get("", len(page.ids))))
        pane.list.list_header.show_sort("deadline_end", is_descending=False)
        known: Iterable[Summary] = page.rows
        pane.model.show_order(page.ids, known)
        self.sidebar.side_model.show_counts(page.counts)
        self._tell_numbers()

    def attach(self, session: Session, columns: dict[str, list[str]]) -> None:
        """Let everything work on this register."""
        from tracker.ui.listing.controller import ListController  # the store: after the first paint
        from tracker.ui.record.record_pane import RecordPane  # the same

        self.session = session
        self.record_pane = pane = RecordPane(session)
        pane.record_made.connect(self._show_made)
        pane.record_deleted.connect(self._after_delete)
        pane.walk.connect(self.list_pane.list.walk)
        pane.open_record.connect(self.open_record)
        self._right_layout.addWidget(pane)
        self.controller = controller = ListController(session, self.list_pane, self.sidebar, columns)
        controller.shown.connect(self._after_shown)
        self.sidebar.chosen.connect(self._choose_first)
        controller.new_wanted.connect(lambda: self.start_new(None))
        rows = self.list_pane.list
        rows.chosen.connect(self._show_chosen)
        rows.delete_wanted.connect(self.delete_chosen)
        rows.open_wanted.connect(self.edit)
        self.show_refusal()
        controller.start()
        if rows.current_id is not None:
            pane.show_record(rows.current_id)

    def show_list(self, kind: str | None, view: str | None) -> None:
        """Show the list of a kind or view; one that is not there any more gives way to all records."""
        if self.controller is None or not (kind or view):
            return
        try:
            self.controller.choose(kind, view)
        except NotFound:
            self.controller.choose(None, None)

    def show_refusal(self) -> None:
        """Say on top why nothing can be changed, where that is so."""
        refusal = None if self.session is None else self.session.editor.refusal
        self._banner_frame.setVisible(refusal is not None)
        self.banner.setText("" if refusal is None else refusal.to(self.language))

    def open_record(self, record_id: int) -> None:
        """Show a record; where the list does not hold it, it stands in the record pane alone."""
        if not self._may_leave():
            return
        self.list_pane.list.choose(record_id, quietly=True)
        if self.record_pane is not None:
            self.record_pane.show_record(record_id)

    # --- acts ---------------------------------------------------------------------------------------------------------

    def start_new(self, kind: Kind | None) -> None:
        """Begin a record of this kind; None: of the kind on show, or else one the user chooses."""
        chosen = kind or self.kind_on_show
        if chosen is not None and self.record_pane is not None and self._may_leave():
            self.record_pane.start_new(chosen)

    @property
    def kind_on_show(self) -> Kind | None:
        """Give the kind whose list is on show, or None."""
        from tracker.records.registry import kind_of

        code = None if self.controller is None else self.controller.filter.kind
        return kind_of(code) if code else None

    def edit(self) -> None:
        """Go to the form of the chosen record."""
        if self.record_pane is not None:
            self.record_pane.setFocus(Qt.FocusReason.OtherFocusReason)
            self.record_pane.form_page.setFocus(Qt.FocusReason.OtherFocusReason)
            self.record_pane.form_page.focusNextChild()

    def commit(self) -> bool:
        """Save what was typed. Gives False where the user must mend something first."""
        return self.record_pane is None or self.record_pane.commit()

    def delete_chosen(self) -> None:
        """Delete the chosen records in one step, without a question: undo brings them back."""
        session, rows = self.session, self.list_pane.list
        if session is None or not session.may_write or not rows.selected_ids or not self._may_leave():
            return
        from tracker.services import editing

        records = session.store.records(rows.selected_ids)
        row = rows.records.row_of(rows.selected_ids[0])
        session.submit(editing.delete_records(session.store, records))
        what = records[0].reference if len(records) == 1 else f"{len(records)} records"
        self.said.emit(session.words(Text(
            f"{what} verwijderd. Ongedaan maken: Ctrl+Z", f"{what} deleted. To undo: Ctrl+Z"
        )))  # fmt: skip
        left = rows.records.rowCount()
        if left:
            rows.choose(rows.records.id_at(min(row, left - 1)))
        else:
            self._show_chosen(None)

    def undo(self) -> None:
        """Take the newest step back."""
        if self.session is not None and self._may_leave():
            self._tell_step(Text("Ongedaan gemaakt", "Undone"), self.session.editor.undo())

    def redo(self) -> None:
        """Repeat the step that was taken back last."""
        if self.session is not None and self._may_leave():
            self._tell_step(Text("Opnieuw gedaan", "Redone"), self.session.editor.redo())

    def do(self, code: str) -> None:
        """Do one of the acts of ``ui.doing``, on the chosen records or on the whole register."""
        if code.startswith("copy") or self._may_leave():
            doing = self._doing_now()
            if doing is not None:
                doing.do(code)

    def go_to_step(self, step: PastStep) -> None:
        """Take back, or repeat, everything up to and with a step."""
        doing = self._doing_now()
        if doing is not None and self._may_leave():
            doing.go_to_step(step)

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
        stops: list[QWidget] = [self.sidebar, self.list_pane.search, self.list_pane.list]
        if self.record_pane is not None:
            stops.append(self.record_pane)
        focused = QApplication.focusWidget()
        at = next(
            (i for i, stop in enumerate(stops) if focused and (stop is focused or stop.isAncestorOf(focused))), -1
        )
        stop = stops[(at + (-1 if backwards else 1)) % len(stops)]
        if stop is self.record_pane:
            self.edit()
        else:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self.sidebar.set_narrow(narrow=width < _WIDE_FROM_PX)
        record = _WIDE_RECORD_PX if width >= 1800 else _RECORD_PX
        kept = self._settings.pane_sizes(screen_room(self).width())
        if kept and sum(kept) <= width:
            record = kept[1]
        self.splitter.setSizes([max(1, width - self.sidebar.width() - record), record])

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _may_leave(self) -> bool:
        return self.commit()

    def _show_chosen(self, record_id: int | None) -> None:
        pane = self.record_pane
        if pane is None:
            return
        if not pane.commit():
            QTimer.singleShot(0, self._choose_shown)  # the view is still busy with the click that chose another row
            return
        pane.show_record(record_id)
        self._tell_numbers()

    def _choose_shown(self) -> None:
        shown = None if self.record_pane is None else self.record_pane.record
        self.list_pane.list.choose(None if shown is None else shown.id, quietly=True)

    def _show_made(self, record_id: int) -> None:
        self.list_pane.list.choose(record_id, quietly=True)
        self._tell_numbers()

    def _after_delete(self) -> None:
        rows = self.list_pane.list
        if rows.current_id is not None and rows.records.row_of(rows.current_id) < 0:
            rows.choose(None)
        self.said.emit(Text("Verwijderd. Ongedaan maken: Ctrl+Z", "Deleted. To undo: Ctrl+Z").to(self.language))

    def _tell_step(self, what: Text, step: LoggedStep) -> None:
        """Say what was taken back or repeated, and show a record that it concerns."""
        self.said.emit(f"{what.to(self.language)}: {step.label}")
        rows = self.list_pane.list
        concerned = [one.record_id for one in step.changes if one.record_id is not None]
        listed = [one for one in concerned if rows.records.row_of(one) >= 0]
        if listed and rows.current_id not in listed:
            rows.choose(listed[0])

    def _after_shown(self) -> None:
        """Show the chosen record where it came back, for instance because its deletion was taken back."""
        rows, pane = self.list_pane.list, self.record_pane
        came_back = rows.current_id is not None and rows.records.row_of(rows.current_id) >= 0
        if pane is not None and came_back and pane.record is None and pane.form_page.new_kind is None:
            pane.show_record(rows.current_id)
        self._tell_numbers()

    def _choose_first(self) -> None:
        """Choose the first record of another list, where the one on show is not in it."""
        rows = self.list_pane.list
        if rows.records.rowCount() and (rows.current_id is None or rows.records.row_of(rows.current_id) < 0):
            rows.choose(rows.records.id_at(0))

    def _tell_numbers(self) -> None:
        rows = self.list_pane.list
        self.numbers_changed.emit(rows.records.rowCount(), len(rows.selectionModel().selectedRows()))

    def _make_splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list_pane)
        splitter.addWidget(self._right)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        self.list_pane.setMinimumWidth(380)
        self._right.setMinimumWidth(360)
        splitter.splitterMoved.connect(self._keep_split)
        return splitter

    def _keep_split(self) -> None:
        self._settings.keep_pane_sizes(screen_room(self).width(), self.splitter.sizes())


def _divider() -> QFrame:
    made = QFrame()
    made.setProperty("role", "divider")
    made.setFixedWidth(1)
    return made


def _banner(label: QLabel, button: QPushButton) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "banner")
    row = QHBoxLayout(frame)
    row.setContentsMargins(16, 8, 16, 8)
    row.addWidget(label, 1)
    row.addWidget(button)
    frame.hide()
    return frame
