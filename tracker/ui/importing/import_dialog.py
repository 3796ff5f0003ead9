"""The rehearsal of an import on the screen: nothing has changed until *Overnemen*, and then one undo takes it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Mapping as TypingMapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QWidget,
)

from tracker.basics.errors import Cancelled, TrackerError
from tracker.basics.formats import count_words
from tracker.basics.language import Text
from tracker.records.change import LoggedStep
from tracker.services.importing.columns import mappings_of, remember
from tracker.services.importing.deciding_again import decide_again
from tracker.services.importing.files import TakenFile
from tracker.services.importing.judging import Verdict
from tracker.services.importing.plan import ImportPlan
from tracker.services.importing.reading_files import read_files
from tracker.ui.doing.doing_dialog import STOPPED, DoingDialog
from tracker.ui.importing.account_pane import AccountPane
from tracker.ui.importing.columns_pane import ColumnsPane
from tracker.ui.importing.file_drops import FileDrops
from tracker.ui.importing.files_head import FilesHead
from tracker.ui.importing.letter_days import LetterDays
from tracker.ui.importing.questions_pane import QuestionsPane
from tracker.ui.importing.rows_pane import RowsPane
from tracker.ui.importing.words import button_words, said_words
from tracker.ui.importing.writing import Report, Written, reporting, writing
from tracker.ui.jobs.beside import Beside
from tracker.ui.jobs.child import Progress
from tracker.ui.jobs.threaded import Threaded, ThreadedWork
from tracker.ui.overview.asking import ask_for_file, proposed_name
from tracker.ui.parts.questions import ask_files
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

if TYPE_CHECKING:
    from tracker.exchange.incoming.workbook.mapping import Mapping

_TITLE = Text("Importeren: eerst een proef", "Import: rehearsed first")
_NOTE = Text(
    "Er is nog niets veranderd. Overnemen is één stap, die u ongedaan kunt maken.",
    "Nothing has changed yet. Taking over is one step, which you can undo.",
)
_ROWS = Text("Rijen", "Rows")
_QUESTIONS = Text("Vragen", "Questions")
_ACCOUNT = Text("Verantwoording", "Account")
_COLUMNS = Text("Kolommen", "Columns")
_REHEARSING = Text("Er wordt vergeleken met wat er in het register staat…", "Comparing with what the register holds…")
_READING = Text("De kolommen worden opnieuw gelezen…", "Reading the columns again…")
_READING_MORE = Text("Wordt erbij gelezen…", "Being read too…")
_READING_LETTER = Text("De brief wordt opnieuw gelezen…", "Reading the letter again…")
_WRITING = Text(
    "Wordt overgenomen… Annuleren laat alles zoals het was.",
    "Being taken over… Cancel leaves everything as it was.",
)
_REPORTING = Text("Het verslag wordt gemaakt…", "The report is being made…")
_PROGRESS = Text("Voortgang", "Progress")
_REPORT = Text("&Verslag bewaren…", "Save &report…")
_REPORT_TITLE = Text("Verslag van de import bewaren als", "Save the report of the import as")
_REPORT_NAME = Text("Import van", "Import of")
_WORKBOOKS = Text("Excel-werkmap", "Excel workbook")
_MAPPING_TITLE = Text("Kolomindeling bewaren als", "Save the column mapping as")
_MAPPING_NAME = Text("kolomindeling", "column-mapping")
_MAPPING_OPEN = Text("Kolomindeling kiezen", "Choose a column mapping")
_MAPPINGS = Text("Kolomindelingen", "Column mappings")
_FITS_NOTHING = Text(
    "Deze indeling is van een lijst met andere koppen. Er is niets veranderd.",
    "This mapping is of a list with other headings. Nothing was changed.",
)
_LOST = Text(
    "De rijen zijn nu andere. Wat u per rij had gekozen, kiest u opnieuw.",
    "The rows are others now. What you chose row by row is to be chosen again.",
)
_ANEW = Text(
    "Het register is intussen gewijzigd. De proef is opnieuw gedaan, met uw keuzes: kijk of het nog klopt.",
    "The register was changed meanwhile. The rehearsal was done anew, with your choices: see if it is still right.",
)
_THROW_AWAY = Text(
    "Wat u in deze proef hebt gekozen, gaat verloren. Er komt niets in het register.",
    "What you chose in this rehearsal will be lost. Nothing comes into the register.",
)
_THROW = Text("&Weggooien", "&Throw away")
_GO_ON = Text("&Verdergaan", "&Go on")
_TURN_MS = 0
_LONG_FROM_RECORDS = 20
"""From here on writing may take longer than a window may stand still."""


class ImportDialog(DoingDialog):
    """Rehearses in a thread what was read, shows it, and writes it in a thread in front of everything else."""

    def __init__(
        self, session: Session, taken: Sequence[TakenFile], parent: QWidget | None = None, *,
        refused: Sequence[Text] = (),
    ) -> None:  # fmt: skip
        self.report_button = button(session.words(_REPORT))
        super().__init__(session, _TITLE, parent, note=_NOTE, scrolls=True)
        self.setModal(False)
        self.setProperty("help_page", "importing")
        self.written: LoggedStep | None = None
        self._taken = list(taken)
        self.files = FilesHead(session, refused)
        self._is_stale = False
        self._report: Report | None = None
        self._work: Threaded | None = None
        self._is_chosen = False
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.letter_days = LetterDays(session)
        self.busy_words = label("", "value")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(session.words(_PROGRESS))
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN_MS)
        self._timer.timeout.connect(self._go_on)
        self._lay_out()
        self._show_columns()
        FileDrops(self, lambda: self.is_rehearsed).dropped.connect(self.add_files)
        self.letter_days.dated.connect(self._redate)
        self.accept_button.clicked.connect(self.submit)
        self.report_button.clicked.connect(self.save_report)
        session.changed.connect(self._mark_stale)
        self.fit(1320, 800)
        self._rehearse()

    def first_input(self) -> QWidget:
        return self.rows.table

    def foot_buttons(self) -> list[QPushButton]:
        return [self.report_button, self.close_button, self.accept_button]

    @property
    def is_rehearsed(self) -> bool:
        """Tell whether everything was looked at, and nothing is being read or written."""
        return not self._timer.isActive() and self._work is None

    def submit(self) -> None:
        """Take over what is ticked, as one step. Meanwhile nothing else can be done: SQLite lets nobody read."""
        if not self.is_rehearsed:
            return
        if self._is_stale:
            self._rehearse(self.plan, is_anew=True)
            return
        written: Written | None = self._in_front(writing(self.session, self.plan, self._report), _WRITING)
        if written is not None:
            self._on_written(written)

    def _in_front(self, work: Callable[[Progress], Any], words: Text) -> Any:
        """Do work in front of everything else, and give what it gives; None where it failed or was stopped."""
        self.tell(None)
        self._show_busy(words)
        for one in (self.bar, self.busy_words):
            one.hide()  # the window in front tells
        try:
            if len(self.plan.proposals) < _LONG_FROM_RECORDS:
                return work(lambda _done, _total: None)
            return Beside(self.session, _names(self._taken), work, self).wait(self.session.words(words))
        except Cancelled:
            self.tell(STOPPED)
        except TrackerError as error:
            self.tell(error.words)
        finally:
            self._show_busy(None)
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter take nothing over, for it is typed on rows and cells too. Ctrl+Enter does."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept_button.click()

    def reject(self) -> None:
        """Closing while something is read or written means stopping that; nothing was changed then."""
        if self._work is not None:
            self._work.cancel()
            return
        if self.plan.has_decisions and not self._may_throw_away():
            return
        self._timer.stop()
        super().reject()

    def _may_throw_away(self) -> bool:
        """Ask whether what was decided here may get lost."""
        words = self.session.words
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), words(_THROW_AWAY), parent=self)
        throw = box.addButton(words(_THROW), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(words(_GO_ON), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is throw

    def save_report(self) -> None:
        """Ask where to, and write what would become of every row and cell; taking over keeps that up to date."""
        session = self.session
        read = Path(self._taken[0].reading.file).stem
        name = proposed_name(session.today, f"{session.words(_REPORT_NAME)} {read}", ".xlsx")
        target = ask_for_file(self, session.words(_REPORT_TITLE), name, session.words(_WORKBOOKS), "import-report")
        if target is None:
            return
        report = Report(target, self.files.refused)
        saved = self._in_front(reporting(session, self.plan, report), _REPORTING)
        if saved is not None:
            self._report = saved
            where = Text(f"Verslag bewaard: {target.name}", f"Report saved: {target.name}")
            self.busy_words.setText(session.words(where))
            self.busy_words.show()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read more files, and rehearse them together with those that are here; what was decided stays."""
        if not self.is_rehearsed:
            return
        session, before = self.session, list(self._taken)

        def take(read: tuple[list[TakenFile], list[Text]]) -> None:
            self._taken, refused = read
            self.files.refused += [one for one in refused if one not in self.files.refused]
            if len(self._taken) == len(before):
                self.files.show_files(self._taken)
                return
            self._show_columns()
            self._rehearse(self.plan if self.plan.has_decisions else None)

        self._start(
            lambda progress: read_files(session.store, paths, session.today, progress, before), _READING_MORE, take
        )

    def _show_columns(self) -> None:
        """Make the pane of the columns for the files that are here."""
        self.columns = ColumnsPane(self.session, self._taken)
        self.columns.mapped.connect(lambda file, mapping: self._remap({file: mapping}))
        self.columns.save_wanted.connect(self._save_mapping)
        self.columns.load_wanted.connect(self.load_mapping)

    # --- rehearsing ---------------------------------------------------------------------------------------------------

    def _rehearse(self, before: ImportPlan | None = None, show: int = 0, *, is_anew: bool = False) -> None:
        """Rehearse what was read, with what was decided before; then show the tab of this number.

        ``is_anew``: the register was changed since the last time, which is said.
        """
        self._is_stale = False
        session, language = self.session, self.session.language
        readings = [one.reading for one in self._taken]
        self.files.show_files(self._taken)
        self.plan = ImportPlan(session.store, readings, today=session.today, language=language)
        self.rows = RowsPane(session, self.plan)
        self.questions = QuestionsPane(session, self.plan)
        self.account = AccountPane(session, self.plan)
        self.rows.changed.connect(self._on_changed)
        self.questions.answered.connect(self._on_answered)
        self.questions.rows_wanted.connect(lambda: self._go_to(Verdict.UNDECIDED))
        self.account.wanted.connect(self._go_to)
        for place in reversed(range(self.tabs.count())):
            pane = self.tabs.widget(place)
            self.tabs.removeTab(place)
            if pane is not None and pane is not self.columns:
                pane.deleteLater()
        for pane, words in ((self.rows, _ROWS), (self.questions, _QUESTIONS), (self.account, _ACCOUNT)):
            self.tabs.addTab(pane, session.words(words))
        if self.columns.has_columns:
            self.tabs.addTab(self.columns, session.words(_COLUMNS))
        self.tabs.setCurrentIndex(min(show, self.tabs.count() - 1))
        plan = self.plan

        def rehearse(progress: Progress) -> bool:
            plan.rehearse(progress)
            is_same = before is None or decide_again(plan, before)
            plan.rehearse(progress)
            return is_same

        self._start(rehearse, _REHEARSING, lambda is_same: self._begin(_told(is_same=is_same, is_anew=is_anew)))

    def _begin(self, told: Text | None) -> None:
        """Show what was rehearsed, and tell what is to be known of it."""
        if told is not None:
            self.tell(told)
        self.rows.begin()
        self.letter_days.show_letters(self._taken, self.plan.rows.letter_notice)
        self._show_decided()
        if self.tabs.currentWidget() is self.rows:
            self.rows.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.tabs.currentWidget() is self.columns:
            self.columns.go_to_last_input()

    def _go_on(self) -> None:
        """Judge some more of what one answer decided."""
        try:
            has_more = self.plan.go_on()
        except TrackerError as error:
            self._timer.stop()
            self.tell(error.words)
            return
        self._show_progress(self.plan.done, self.plan.total)
        if not has_more:
            self._timer.stop()
            self.bar.hide()
            self._show_decided()

    def _remap(self, mappings: TypingMapping[int, Mapping]) -> None:
        """Read the rows of files by other mappings, by their places, and rehearse anew with what was decided."""
        self._is_chosen = True
        taken = list(self._taken)

        def read(progress: Progress) -> list[TakenFile]:
            return [
                one.remapped(mappings[place], progress) if place in mappings else one for place, one in enumerate(taken)
            ]

        def take(again: list[TakenFile]) -> None:
            self._taken = again
            self.columns.show_taken(again)
            before = self.plan if self.plan.has_decisions else None
            self._rehearse(before, show=self.tabs.indexOf(self.columns))

        self._start(read, _READING, take)

    def _mark_stale(self, _changed: object) -> None:
        """Rehearse anew before anything is written, for what was rehearsed may no longer be so."""
        self._is_stale = True

    def _redate(self, file: int, day: date) -> None:
        """Read a letter that names no day of its own as one of this day, and rehearse anew."""
        if not self.is_rehearsed:
            return
        taken = self._taken[file]

        def take(read: TakenFile) -> None:
            self._taken[file] = read
            self._rehearse(self.plan if self.plan.has_decisions else None)

        self._start(lambda _progress: taken.dated(day), _READING_LETTER, take)

    def _go_to(self, verdict: Verdict) -> None:
        self.tabs.setCurrentWidget(self.rows)
        self.rows.show_only(verdict)

    def _on_changed(self) -> None:
        self._judge_rest()
        self.questions.show_questions()
        self.account.refresh()
        self._show_possible()

    def _on_answered(self) -> None:
        self._judge_rest()
        self._show_decided()

    def _judge_rest(self) -> None:
        """Judge what one answer decided of many rows, in turns; the panes stay in sight meanwhile."""
        if self.plan.has_more and not self._timer.isActive():
            self.bar.show()
            self._timer.start()

    def _show_decided(self) -> None:
        self.rows.refresh()
        self.questions.show_questions()
        self.account.refresh()
        self._show_possible()

    # --- work in a thread ---------------------------------------------------------------------------------------------

    def _start(self, work: ThreadedWork, words: Text, then: Callable[[Any], None]) -> None:
        self._work = made = Threaded(work, self)
        made.progressed.connect(self._show_progress)
        made.done.connect(lambda given: self._end(lambda: then(given)))
        made.failed.connect(lambda error: self._end(lambda: self.tell(error.words)))
        made.cancelled.connect(lambda: self._end(super(ImportDialog, self).reject))
        self.tell(None)
        self._show_busy(words)
        self._show_possible()
        made.start()

    def _end(self, then: Callable[[], object]) -> None:
        self._work = None
        self._show_busy(None)
        then()
        self._show_possible()

    def _on_written(self, written: Written) -> None:
        self.written = written.step
        for changed in written.told:
            self.session.editor.pass_on(changed)
        if written.step is not None:
            said = said_words(written.step.label, self.plan.counts[Verdict.UNDECIDED])
            self.said = " ".join(map(self.session.words, filter(None, (said, written.unreported))))
        if self._is_chosen:
            self._remember()
        self.done(QDialog.DialogCode.Accepted)

    def _remember(self) -> None:
        """Keep where the columns went; that it could not be kept takes nothing away from what was written."""
        for one in self._taken:
            if one.mapping is not None:
                with suppress(TrackerError):
                    remember(one.mapping)

    def _save_mapping(self) -> None:
        session = self.session
        name = f"{session.words(_MAPPING_NAME)}.json"
        target = ask_for_file(self, session.words(_MAPPING_TITLE), name, "JSON", "import-mapping")
        if target is None:
            return
        try:
            for one in self._taken:
                if one.mapping is not None:
                    remember(one.mapping, target)
        except TrackerError as error:
            self.tell(error.words)

    def load_mapping(self) -> None:
        """Ask for a saved mapping, and read the files by it."""
        session = self.session
        found = ask_files(
            self, WindowSettings(), session.language, _MAPPING_OPEN, _MAPPINGS, (".json",), task="import-mapping"
        )
        if not found:
            return
        try:
            mappings = mappings_of(self._taken, found[0])
        except TrackerError as error:
            self.tell(error.words)
            return
        if mappings:
            self._remap(mappings)
        else:
            self.tell(_FITS_NOTHING)

    # --- showing ------------------------------------------------------------------------------------------------------

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _show_busy(self, words: Text | None) -> None:
        is_busy = words is not None
        self.busy_words.setText("" if words is None else self.session.words(words))
        self.busy_words.setVisible(is_busy)
        self.bar.setVisible(is_busy)
        self.tabs.setVisible(not is_busy)
        self._rest.setVisible(is_busy)

    def _show_possible(self) -> None:
        made, changed = (self.plan.doing_count(verdict) for verdict in (Verdict.NEW, Verdict.CHANGED))
        is_free = self.is_rehearsed
        self.accept_button.setEnabled(is_free and bool(made or changed) and self.session.may_write)
        self.report_button.setEnabled(is_free)
        self.offer(button_words(self.session, made, changed))
        for place, words, count in (
            (0, _ROWS, len(self.plan.proposals)), (1, _QUESTIONS, self.questions.count if is_free else 0),
            (2, _ACCOUNT, self.account.count),
        ):  # fmt: skip
            counted = f" ({count_words(count, self.session.language)})" if count else ""
            self.tabs.setTabText(place, f"{self.session.words(words)}{counted}")

    def _lay_out(self) -> None:
        self.body.addWidget(self.files)
        self.letter_days.hide()
        self.body.addWidget(self.letter_days)
        self.body.addWidget(self.busy_words)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.tabs, 1)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)


def _names(taken: Sequence[TakenFile]) -> str:
    return ", ".join(one.reading.file for one in taken)


def _told(*, is_same: bool, is_anew: bool) -> Text | None:
    if not is_same:
        return _LOST
    return _ANEW if is_anew else None
