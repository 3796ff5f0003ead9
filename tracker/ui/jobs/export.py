"""Exporting a report from the window: where to, how far it is, and then *Openen* or *Map tonen*."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.basics.errors import CannotWrite, DiskFull, TrackerError
from tracker.basics.language import Text
from tracker.basics.paths import user_folder
from tracker.records.filter import Filter
from tracker.services.list_report import LIST
from tracker.services.reporting import ReportName, ReportResult, Scope, log_export, report_names
from tracker.ui.jobs import report_work
from tracker.ui.jobs.job import Job
from tracker.ui.jobs.job_window import JobWindow
from tracker.ui.jobs.report_work import ListWanted
from tracker.ui.jobs.scope import ask_scope
from tracker.ui.session import Session

ENDING = ".xlsx"
_FOLDER_SETTING = "folders/export"
_SAVE_AS = Text("Overzicht bewaren als", "Save the report as")
_WORKBOOKS = Text("Excel-werkmap", "Excel workbook")
_MAKING = Text("wordt gemaakt", "is being made")


def export_report(
    window: QWidget, session: Session, code: str, shown: Filter, count: int, rows: Sequence[int] = ()
) -> None:
    """Ask what a report is about and where it goes, and write it while the window stays alive.

    ``shown`` is what the list shows, ``count`` how many records that are, ``rows`` those that are chosen in it.
    """
    report = next(one for one in report_names() if one.code == code)
    scope = ask_scope(window, session, shown, count, rows)
    if scope is None:
        return
    target = ask_for_target(window, session, proposed_name(session, report))
    if target is not None:
        store = session.store
        work = partial(report_work.write, register=store.path, code=code, language=session.language, scope=scope)
        Export(window, session, report, scope, work).begin(target)


def export_annex(window: QWidget, session: Session, code: str, letter: str) -> None:
    """Ask where a report of the whole register goes that belongs to a letter (B-2), and write it."""
    report = next(one for one in report_names() if one.code == code)
    named = replace(report, title=Text(f"{report.title.nl} bij {letter}", f"{report.title.en} with {letter}"))
    target = ask_for_target(window, session, proposed_name(session, named))
    if target is not None:
        work = partial(
            report_work.write, register=session.store.path, code=code, language=session.language, scope=Scope(),
            letter=letter,
        )  # fmt: skip
        Export(window, session, named, Scope(), work).begin(target)


def export_list(window: QWidget, session: Session, wanted: ListWanted, scope: Scope) -> None:
    """Ask where the list on show goes, and write it with its columns, order and groups."""
    report = ReportName(LIST, Text.same(wanted.listed.title), is_external=False)
    target = ask_for_target(window, session, proposed_name(session, report))
    if target is not None:
        store = session.store
        work = partial(report_work.write_shown, register=store.path, language=session.language, wanted=wanted)
        Export(window, session, report, scope, work).begin(target)


def proposed_name(session: Session, report: ReportName) -> str:
    """Give the file name that is proposed: the day and the report's title."""
    name = re.sub(r'[\\/:*?"<>|]', "-", session.words(report.title))
    return f"{session.today:%Y-%m-%d} {name}{ENDING}"


def ask_for_target(window: QWidget, session: Session, name: str) -> Path | None:
    """Ask where to, starting in the folder of the last time; None where the user thought better of it."""
    dialog = QFileDialog(window, session.words(_SAVE_AS), str(_last_folder() / name))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{session.words(_WORKBOOKS)} (*{ENDING})")
    dialog.setDefaultSuffix(ENDING[1:])
    dialog.selectFile(name)
    if not dialog.exec() or not dialog.selectedFiles():
        return None
    target = Path(dialog.selectedFiles()[0])
    _settings().setValue(_FOLDER_SETTING, str(target.parent))
    return target


class Export(JobWindow):
    """One export, from its start to the note that it is there."""

    def __init__(
        self, window: QWidget, session: Session, report: ReportName, scope: Scope, work: Callable[..., ReportResult]
    ) -> None:
        title = session.words(report.title)
        super().__init__(session, f"{title} {session.words(_MAKING)}", window)
        self._report, self._scope, self._work = report, scope, work
        self._job: Job | None = None
        self._target = Path()
        self.cancel_wanted.connect(self.reject)
        self.retry_wanted.connect(lambda: self.begin(self._target))
        self.other_name_wanted.connect(self._take_other_name)

    def begin(self, target: Path) -> None:
        """Write the report to a file, in a process of its own."""
        self._target = target
        self._job = Job(partial(self._work, target=target, today=self.session.today), (), self)
        self._job.progressed.connect(self.show_progress)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self.reject)
        self.show_busy(target.name)
        self.show()
        self._job.start()

    def reject(self) -> None:
        """Closing the note, or Esc, while the work goes on means cancelling it; it closes once that is done."""
        if self._job is not None and self._job.is_running:
            self._job.cancel()
        else:
            super().reject()

    def _on_done(self, result: ReportResult) -> None:
        words = [_counted(result.records)]
        if result.left_out:
            words.append(result.words())
        self.show_done(result.file, " ".join(self.session.words(one) for one in words))
        self._note_in_log(result)

    def _on_failed(self, error: TrackerError) -> None:
        self.show_refused(self.session.words(error.words), may_retry=isinstance(error, CannotWrite | DiskFull))

    def _take_other_name(self) -> None:
        stem = f"{self._target.stem} (2)"
        other = ask_for_target(self, self.session, f"{stem}{ENDING}")
        if other is not None:
            self.begin(other)

    def _note_in_log(self, result: ReportResult) -> None:
        """Write the line in the change log, which the other process could not."""
        try:
            log_export(self.session.store, self._report.code, result, self._scope, self.session.today)
        except TrackerError as error:
            self.add_remark(self.session.words(error.words))


def _counted(records: int) -> Text:
    if records == 0:
        return Text(
            "Let op: er staat geen enkel record in. Kijk of de lijst te smal was.",
            "Mind: there is not a single record in it. See whether the list was too narrow.",
        )
    return Text("1 record.", "1 record.") if records == 1 else Text.same(f"{records} records.")


def _settings() -> QSettings:
    return QSettings(str(user_folder() / "window.ini"), QSettings.Format.IniFormat)


def _last_folder() -> Path:
    kept = str(_settings().value(_FOLDER_SETTING, ""))
    if kept and Path(kept).is_dir():
        return Path(kept)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
