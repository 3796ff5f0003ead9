"""Writing a report in a process of its own: opens the register beside the window, for reading only. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.basics.language import Language
from tracker.records.registry import kind_of
from tracker.services.list_report import ListParts, write_list
from tracker.services.reporting import ReportResult, Scope, write_report
from tracker.store.record_store import Store
from tracker.ui.jobs.child import Progress
from tracker.ui.jobs.list_columns import list_columns


@dataclass(frozen=True)
class ListWanted:
    """The list on show as it goes to the other process: which records, and the keys of its columns."""

    listed: ListParts
    kind: str | None
    columns: tuple[str, ...]


def write(
    progress: Progress, register: Path, code: str, target: Path, today: date, language: Language, scope: Scope,
    letter: str | None = None,
) -> ReportResult:  # fmt: skip
    """Write the report; ``letter`` is the letter it belongs to. The log is the window's to write."""
    with Store.open(register, "", read_only=True) as store:
        return write_report(
            store, code, target, today=today, language=language, chosen=scope.chosen, letter=letter, only=scope.ids,
            progress=progress,
        )  # fmt: skip


def write_shown(
    progress: Progress, register: Path, target: Path, today: date, language: Language, wanted: ListWanted
) -> ReportResult:
    """Write the list on show. The line in the change log is the window's to write."""
    with Store.open(register, "", read_only=True) as store:
        kind = kind_of(wanted.kind) if wanted.kind else None
        columns = list_columns(store, kind, wanted.columns, today, language)
        return write_list(store, target, wanted.listed, columns, today, language, progress)
