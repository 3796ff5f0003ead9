"""Evidence of records: files kept beside the register or only pointed at, and addresses. Added in one step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from tracker.basics.language import Text
from tracker.records.change import Source, Step
from tracker.records.evidence import LINKED, STORED
from tracker.records.snapshot import Part, Record
from tracker.records.step_labels import StepLabel
from tracker.services.drafting import Draft
from tracker.services.evidence_files import (
    EvidenceChecker,
    EvidenceState,
    KeptFile,
    evidence_folder,
    is_address,
    stored_path,
)
from tracker.store.integrity import Problem, Progress
from tracker.store.record_store import Store


class EvidenceProblem(Problem):
    """Stored evidence that is not as it was: the register itself is whole."""


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """One piece to be added: a file that was kept (with its digest), or a place that is only pointed at."""

    name: str
    place: str | None = None
    digest: str | None = None
    size_bytes: int | None = None


def kept(file: KeptFile) -> NewEvidence:
    """Give the piece for a file that lies in the register's folder now."""
    return NewEvidence(file.name, digest=file.digest, size_bytes=file.size_bytes)


def linked(place: str) -> NewEvidence:
    """Give the piece for a file or address that is only pointed at."""
    if is_address(place):
        return NewEvidence(place.partition("://")[2].rstrip("/"), place)
    path = Path(place)
    try:
        size = path.stat().st_size if path.is_file() else None
    except OSError:
        size = None
    return NewEvidence(PurePath(place).name or place, place, size_bytes=size)


def add_evidence(
    store: Store, record: Record, pieces: Iterable[NewEvidence], on: date, source: Source = Source.WINDOW
) -> Step:
    """Give the step that adds evidence to a record; the same content or place is not added twice."""
    draft = Draft(store)
    known = {(one["digest"], one["place"]) for one in store.parts(record.id).evidence}
    names = []
    for one in pieces:
        if (one.digest, one.place) in known:
            continue
        known.add((one.digest, one.place))
        names.append(one.name)
        given = {"name": one.name, "kept": LINKED if one.digest is None else STORED, "place": one.place,
                 "digest": one.digest, "size_bytes": one.size_bytes, "added_on": on}  # fmt: skip
        draft.make("evidence", given, record.id)
    return draft.step(
        StepLabel.EVIDENCE_ADDED(record=record.reference, name=names[0])
        if len(names) == 1
        else StepLabel.SEVERAL_EVIDENCE(record=record.reference, count=len(names)),
        source,
    )


def file_of(register: Path, piece: Part) -> Path | None:
    """Give the file of a piece of evidence where it is there; None for an address, and for what is missing."""
    if piece["digest"] is not None:
        return stored_path(evidence_folder(register), piece["digest"])
    place = piece["place"] or ""
    path = Path(place)
    return path if place and not is_address(place) and path.exists() else None


def evidence_problems(store: Store, progress: Progress | None = None) -> list[Problem]:
    """Give the stored evidence that is missing or changed; what is only linked may move, and is no fault of ours."""
    checker = EvidenceChecker(evidence_folder(store.path))
    pieces = [one for one in store.rows("evidence") if one["kept"] == STORED]
    references = store.references({one["record_id"] for one in pieces})
    problems: list[Problem] = []
    for at, one in enumerate(pieces):
        if progress is not None:
            progress(at, len(pieces))
        state = checker.state_of(digest=one["digest"] or "", place=None)
        if state is EvidenceState.THERE:
            continue
        folder = evidence_folder(store.path).name
        words = (
            Text(
                f"bewijsstuk “{one['name']}” ontbreekt in {folder}", f"evidence “{one['name']}” is missing in {folder}"
            )
            if state is EvidenceState.MISSING
            else Text(
                f"bewijsstuk “{one['name']}” is gewijzigd sinds het is bewaard",
                f"evidence “{one['name']}” was changed since it was stored",
            )
        )
        problems.append(EvidenceProblem(references.get(one["record_id"], "?"), words))
    return problems
