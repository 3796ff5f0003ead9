"""Checking a register in a process of its own, for reading only. No Qt here."""

from __future__ import annotations

from pathlib import Path

from tracker.basics.language import Text
from tracker.services.checking import advice_on, check_register
from tracker.store.record_store import Store
from tracker.ui.jobs.child import Progress


def look(progress: Progress, register: Path) -> tuple[Text, list[tuple[str, Text]]]:
    """Give what to do, and all problems of a register as (where, what); there are none where it is in order."""
    progress(0, 0)
    with Store.open(register, "", read_only=True) as store:
        problems = check_register(store, progress)
    return advice_on(problems), [(problem.where, problem.what) for problem in problems]
