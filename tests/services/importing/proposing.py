"""Readings made by hand, as a reader would give them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from tests import builders as build
from tracker.records.proposal import FileReading, Place, Proposal, ProposedPart, ProposedRow
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.judging import Verdict
from tracker.services.importing.plan import ImportPlan
from tracker.store.record_store import Store


def proposal(kind: str = "commitment", *parts: ProposedPart, **values: Any) -> Proposal:
    """Make a proposal; what is no field of the record goes to the proposal itself."""
    own = {name: values.pop(name) for name in list(values) if name in _OWN}
    return Proposal(kind, values, own.pop("place", Place("Blad1", "rij 2")), parts=parts, **own)


_OWN = frozenset(one.name for one in fields(Proposal)) - {"kind", "values", "parts"}


def deadline(wording: str = "", **values: Any) -> ProposedPart:
    given = {"wording": wording, **values} if wording else values
    return ProposedPart("deadline", given, Place("Blad1", "E2"))


def note(text: str, **values: Any) -> ProposedPart:
    return ProposedPart("progress_note", {"text": text, **values}, Place("Blad1", "F2"))


def relation(how: str, to: Any) -> ProposedPart:
    return ProposedPart("relation", {"how": how, "to": to}, Place("Blad1", "G2"))


def reading(*proposals: Proposal, rows: Sequence[ProposedRow] = (), **given: Any) -> FileReading:
    return FileReading("lijst.xlsx", given.pop("format", "xlsx"), proposals, tuple(rows), **given)


def rehearsed(store: Store, *proposals: Proposal, **given: Any) -> ImportPlan:
    """Rehearse proposals of one file."""
    return ImportPlan(store, [reading(*proposals, **given)], today=build.TODAY).rehearse()


def imported(store: Store, *proposals: Proposal, **given: Any) -> ImportPlan:
    """Rehearse proposals and write what is sure of them."""
    plan = rehearsed(store, *proposals, **given)
    apply_plan(Editor(store), plan)
    return plan


def verdicts(plan: ImportPlan) -> list[str]:
    return [str(plan.verdict(number)) for number in range(len(plan.proposals))]


def all_unchanged(plan: ImportPlan) -> bool:
    return set(plan.counts.elements()) == {Verdict.UNCHANGED}
