"""Checking a register in a process of its own, for reading only. No Qt here."""

from __future__ import annotations

from pathlib import Path

from tracker.basics.language import Text
from tracker.store.integrity import check
from tracker.store.record_store import Store
from tracker.ui.jobs.child import Progress


def look(progress: Progress, register: Path) -> list[tuple[str, Text]]:
    """Give all problems of a register, as (where, what)."""
    progress(0, 0)
    with Store.open(register, "", read_only=True) as store:
        return [(problem.where, problem.what) for problem in check(store)]
