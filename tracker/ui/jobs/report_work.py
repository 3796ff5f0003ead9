"""Writing a report in a process of its own: opens the register beside the window, for reading only. No Qt here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tracker.basics.language import Language
from tracker.records.filter import Filter
from tracker.services.reporting import ReportResult, write_report
from tracker.store.record_store import Store
from tracker.ui.jobs.child import Progress


def write(
    progress: Progress, register: Path, code: str, target: Path, today: date, language: Language, chosen: Filter
) -> ReportResult:
    """Write the report. The line in the change log is the window's to write: this process may only read."""
    with Store.open(register, "", read_only=True) as store:
        return write_report(
            store, code, target, today=today, language=language, chosen=chosen, progress=progress
        )  # fmt: skip
