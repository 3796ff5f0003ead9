"""The rehearsal of an import on the screen: nothing has changed until *Overnemen*, and then one undo takes it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QTabWidget, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.formats import count_words
from tracker.basics.language import Text
from tracker.records.change import LoggedStep
from tracker.records.proposal import FileReading
from tracker.services.editor import Changed, Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.judging import Verdict
from tracker.services.importing.plan import ImportPlan
from tracker.ui.doing.doing_dialog import DoingDialog
from tracker.ui.icons import IconLabel
from tracker.ui.importing.account_pane import AccountPane
from tracker.ui.importing.questions_pane import QuestionsPane
from tracker.ui.importing.rows_pane import RowsPane
from tracker.ui.jobs.child import Progress
from tracker.ui.jobs.threaded import Threaded
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_TITLE = Text("Importeren: eerst een proef", "Import: rehearsed first")
_NOTE = Text(
    "Er is nog niets veranderd. Overnemen is één stap, die u ongedaan kunt maken.",
    "Nothing has changed yet. Taking over is one step, which you can undo.",
)
_ROWS = Text("Rijen", "Rows")
_QUESTIONS = Text("Vragen", "Questions")
_ACCOUNT = Text("Verantwoording", "Account")
_REHEARSING = Text("Er wordt vergeleken met wat er in het register staat…", "Comparing with what the register holds…")
_PROGRESS = Text("Voortgang", "Progress")
_REPORT = Text("&Verslag bewaren…", "Save &report…")
_TURN_MS = 0


class ImportDialog(DoingDialog):
    """Rehearses what was read beside the event loop's other work, shows it, and applies it in a thread."""

    report_wanted = Signal()

    def __init__(self, session: Session, readings: list[FileReading], parent: QWidget | None = None) -> None:
        self.report_button = button(session.words(_REPORT))
        super().__init__(session, _TITLE, parent, note=_NOTE)
        self.setModal(False)
        self.plan = ImportPlan(session.store, readings, today=session.today, language=session.language)
        self.rows = RowsPane(session, self.plan)
        self.questions = QuestionsPane(session, self.plan)
        self.account = AccountPane(session, self.plan)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.rows, session.words(_ROWS))
        self.tabs.addTab(self.questions, session.words(_QUESTIONS))
        self.tabs.addTab(self.account, session.words(_ACCOUNT))
        self.busy_words = label(session.words(_REHEARSING), "value")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(session.words(_PROGRESS))
        self._writing: Threaded | None = None
        self.written: LoggedStep | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN_MS)
        self._timer.timeout.connect(self._go_on)
        self._lay_out(readings)
        self.rows.changed.connect(self._show_possible)
        self.questions.answered.connect(self._on_answered)
        self.accept_button.clicked.connect(self.submit)
        self.report_button.clicked.connect(self.report_wanted)
        self.fit(1320, 780)
        self._show_busy(is_busy=True)
        self._show_possible()
        self._timer.start()

    def first_input(self) -> QWidget:
        return self.rows.table

    def foot_buttons(self) -> list[QPushButton]:
        return [self.report_button, self.close_button, self.accept_button]

    @property
    def is_rehearsed(self) -> bool:
        """Tell whether everything was looked at."""
        return not self._timer.isActive()

    def submit(self) -> None:
        """Take over what is ticked, as one step."""
        if not self.is_rehearsed or self._writing is not None:
            return
        told: list[Changed] = []
        self._writing = Threaded(_writing(self.session, self.plan, told), self)
        self._writing.progressed.connect(self._show_progress)
        self._writing.done.connect(lambda step: self._on_written(step, told))
        self._writing.failed.connect(self._on_refused)
        self._writing.cancelled.connect(self._on_cancelled)
        self.tell(None)
        self._show_busy(is_busy=True)
        self._show_possible()
        self._writing.start()

    def reject(self) -> None:
        """Closing while it is being written means stopping that; nothing was changed then."""
        if self._writing is not None:
            self._writing.cancel()
            return
        self._timer.stop()
        super().reject()

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        try:
            has_more = self.plan.go_on()
        except TrackerError as error:
            self._timer.stop()
            self.tell(error.words)
            return
        self._show_progress(self.plan.done, self.plan.total)
        if not has_more:
            self._timer.stop()
            self._show_busy(is_busy=False)
            self.rows.begin()
            self._on_answered()
            self.rows.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answered(self) -> None:
        self.rows.refresh()
        self.questions.show_questions()
        self._show_possible()

    def _on_written(self, step: LoggedStep | None, told: list[Changed]) -> None:
        self._writing = None
        self.written = step
        for changed in told:
            self.session.editor.pass_on(changed)
        if step is not None:
            self.said = self.session.words(
                Text(f"{step.label}. Ongedaan maken: Ctrl+Z", f"{step.label}. To undo: Ctrl+Z")
            )
        self.done(QDialog.DialogCode.Accepted)

    def _on_refused(self, error: TrackerError) -> None:
        self._writing = None
        self._show_busy(is_busy=False)
        self._show_possible()
        self.tell(error.words)

    def _on_cancelled(self) -> None:
        self._writing = None
        super().reject()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _show_busy(self, *, is_busy: bool) -> None:
        self.busy_words.setVisible(is_busy)
        self.bar.setVisible(is_busy)
        self.tabs.setVisible(not is_busy)
        self._rest.setVisible(is_busy)

    def _show_possible(self) -> None:
        made, changed = (
            sum(self.plan.is_ticked(one) for one in self.plan.numbers(verdict))
            for verdict in (Verdict.NEW, Verdict.CHANGED)
        )
        is_free = self.is_rehearsed and self._writing is None
        self.accept_button.setEnabled(is_free and bool(made or changed) and self.session.may_write)
        self.report_button.setEnabled(is_free)
        self.offer(_button_words(self.session, made, changed))
        for place, words, count in (
            (0, _ROWS, len(self.plan.proposals)), (1, _QUESTIONS, self.questions.count if is_free else 0),
            (2, _ACCOUNT, self.account.count),
        ):  # fmt: skip
            counted = f" ({count_words(count, self.session.language)})" if count else ""
            self.tabs.setTabText(place, f"{self.session.words(words)}{counted}")

    def _lay_out(self, readings: list[FileReading]) -> None:
        for reading in readings:
            self.body.addWidget(label(_file_words(self.session, reading), "card-caption"))
            told = [reading.incomplete, *reading.notices] if reading.incomplete is not None else list(reading.notices)
            for notice in told:
                row = QHBoxLayout()
                row.setSpacing(6)
                row.addWidget(IconLabel("info", "muted", 14), 0, Qt.AlignmentFlag.AlignTop)
                words = label(self.session.words(notice), "hint")
                words.setWordWrap(True)
                row.addWidget(words, 1)
                self.body.addLayout(row)
        self.body.addWidget(self.busy_words)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.tabs, 1)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)


def _writing(session: Session, plan: ImportPlan, told: list[Changed]) -> Callable[[Progress], LoggedStep | None]:
    """Give the work of a thread; what its own editor tells is passed on in the window's thread afterwards."""

    def write(progress: Progress) -> LoggedStep | None:
        editor = Editor(session.store)
        editor.listen(told.append)
        return apply_plan(editor, plan, progress)

    return write


def _file_words(session: Session, reading: FileReading) -> str:
    rows = len(reading.proposals)
    counted = Text(
        "1 record gelezen" if rows == 1 else f"{count_words(rows, session.language)} records gelezen",
        "1 record read" if rows == 1 else f"{count_words(rows, session.language)} records read",
    )
    return f"{reading.file} · {session.words(counted)}"


def _button_words(session: Session, made: int, changed: int) -> Text:
    if not made and not changed:
        return Text("Niets over te nemen", "Nothing to take over")
    new, other = (count_words(count, session.language) for count in (made, changed))
    nl = " en ".join(filter(None, (f"{new} nieuw" if made else "", f"{other} gewijzigd" if changed else "")))
    en = " and ".join(filter(None, (f"{new} new" if made else "", f"{other} changed" if changed else "")))
    return Text(f"Overnemen: {nl}", f"Take over: {en}")
