"""*Register controleren*: the file held against its own log, and the stored evidence against its digests."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.basics.language import Text
from tracker.services.evidence import EvidenceProblem, evidence_problems
from tracker.store.integrity import Problem, Progress, check
from tracker.store.record_store import Store

_REGISTER_WRONG = Text(
    "Er is iets niet in orde. Bewaar dit bestand, en zet een reservekopie terug.",
    "Something is wrong. Keep this file, and restore a backup.",
)
_EVIDENCE_WRONG = Text(
    "Het register is in orde, maar niet alle bewijsstukken zijn er nog zoals ze zijn bewaard. "
    "Zet het bestand terug in de map ernaast, of voeg het opnieuw toe.",
    "The register is in order, but not all evidence is there as it was stored. "
    "Put the file back into the folder beside it, or add it again.",
)


def check_register(store: Store, progress: Progress | None = None) -> list[Problem]:
    """Give all problems of a register and of the evidence beside it; an empty list means that both are whole.

    Raises Cancelled where ``progress`` does.
    """
    problems = check(store, progress)
    return problems or evidence_problems(store, progress)


def advice_on(problems: Sequence[Problem]) -> Text:
    """Give what to do about problems, where there are any."""
    only_evidence = all(isinstance(problem, EvidenceProblem) for problem in problems)
    return _EVIDENCE_WRONG if only_evidence else _REGISTER_WRONG
