"""What the threads of an import do: write it as one step, and its report with what became of every row and cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.records.change import LoggedStep
from tracker.services.editor import Changed, Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.outcome import FileOutcome, outcomes_of, tell_references
from tracker.services.importing.outcome_report import save_outcome
from tracker.services.importing.plan import ImportPlan
from tracker.ui.jobs.child import Progress
from tracker.ui.session import Session


@dataclass(frozen=True, slots=True)
class Report:
    """Where the report of an import goes; ``refused`` says of files that could not be read why not."""

    target: Path
    refused: Sequence[Text] = ()


@dataclass(slots=True)
class Written:
    """What was written. ``told`` is what listeners are to hear, in their own thread.

    ``unreported`` says why the report is not as it should be; None where it is, or where nobody asked for one.
    """

    step: LoggedStep | None = None
    told: list[Changed] = field(default_factory=list)
    unreported: Text | None = None


def writing(session: Session, plan: ImportPlan, report: Report | None) -> Callable[[Progress], Written]:
    """Give the work that writes a plan, and then its report where somebody kept one of the rehearsal."""

    def write(progress: Progress) -> Written:
        written = Written()
        editor = Editor(session.store)
        editor.listen(written.told.append)
        outcomes = [] if report is None else outcomes_of(plan)  # asked for before anything changes
        written.step = apply_plan(editor, plan, progress)
        if report is not None and written.step is not None:
            tell_references(plan, outcomes)
            try:
                _save(session, outcomes, report, is_rehearsal=False)
            except TrackerError as error:
                written.unreported = error.words
        return written

    return write


def reporting(session: Session, plan: ImportPlan, report: Report) -> Callable[[Progress], Report]:
    """Give the work that writes the report of a rehearsal, and gives where it is."""

    def write(progress: Progress) -> Report:
        _save(session, outcomes_of(plan, progress), report, is_rehearsal=True)
        return report

    return write


def _save(session: Session, outcomes: Sequence[FileOutcome], report: Report, *, is_rehearsal: bool) -> None:
    save_outcome(
        outcomes, report.target, register=session.store.path.name, today=session.today, language=session.language,
        is_rehearsal=is_rehearsal, refused=report.refused,
    )  # fmt: skip
