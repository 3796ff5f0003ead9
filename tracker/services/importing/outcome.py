"""What an import did with every row and cell, as counts and lines: for the window, the command line and a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tracker.basics.language import Text
from tracker.records.proposal import NotUnderstood, Place
from tracker.records.registry import kind_of
from tracker.services.importing.identity import NUMBER_FIELDS
from tracker.services.importing.judging import Verdict, refused_parts
from tracker.services.importing.part_words import part_words
from tracker.services.importing.plan import ImportPlan, Progress
from tracker.services.importing.showing import Details

_BETWEEN_PROGRESS = 200
_MORE_LINES = 20_000
"""Of more changed cells than this the report gives the number alone."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was not taken over: where it stands, what it is, and why."""

    place: Place
    what: str
    why: Text


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """One field that gets another value, or one part that hangs on a record."""

    place: Place
    reference: str
    caption: Text
    before: str
    after: str


@dataclass(slots=True)
class NewRecord:
    """A record that a file makes. ``number`` is that of its proposal; ``reference`` is known once it was written."""

    number: int
    place: Place
    kind: str
    title: str
    reference: str = ""


@dataclass(slots=True)
class FileOutcome:
    """What became of one file. ``read`` counts its records: the six numbers after it add up to it.

    ``cells`` are how many cells were read, taken over, kept as a remark, and structure; with those that were not
    understood they add up. ``beside`` are the letters, debates, organisations … that are new or changed.
    """

    file: str
    format: str
    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    left: int = 0
    rejected: list[Told] = field(default_factory=list)
    undecided: list[Told] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)
    not_taken: list[Told] = field(default_factory=list)
    """Rows and parts that were understood and do not fit: a relation with a record that is nowhere."""
    cells: tuple[int, int, int, int] = (0, 0, 0, 0)
    beside: Counter[str] = field(default_factory=Counter)
    changes: list[ChangedCell] = field(default_factory=list)
    made: list[NewRecord] = field(default_factory=list)
    skipped: list[Told] = field(default_factory=list)
    """The rows that somebody left out, the first of very many."""
    notices: tuple[Text, ...] = ()
    incomplete: Text | None = None


def outcomes_of(plan: ImportPlan, progress: Progress | None = None) -> list[FileOutcome]:
    """Give what becomes of each file; ask for it before the plan is written, for then nothing changes any more.

    ``progress`` may raise Cancelled.
    """
    return [_outcome(plan, file, progress) for file in range(len(plan.readings))]


def _outcome(plan: ImportPlan, file: int, progress: Progress | None) -> FileOutcome:
    reading = plan.readings[file]
    account = reading.account
    found = FileOutcome(
        reading.file,
        reading.format,
        not_understood=list(account.not_understood),
        cells=(account.read, account.taken, account.kept, account.structure),
        notices=tuple(one for one in (*reading.notices, plan.rows.letter_notice(file)) if one is not None),
        incomplete=reading.incomplete,
    )
    counted: Counter[Verdict] = Counter()
    for number in plan.proposals.of_file(file):
        if progress is not None and number % _BETWEEN_PROGRESS == 0:
            progress(number, len(plan.proposals))
        verdict = plan.verdict(number)
        if verdict in (Verdict.NEW, Verdict.CHANGED) and not plan.is_ticked(number):
            verdict = Verdict.LEFT
        counted[verdict] += 1
        if verdict in _LOOKED_INTO:
            _tell(plan, found, number)
        elif verdict is Verdict.NEW and len(found.made) < _MORE_LINES:
            place, kind = plan.proposals[number].place, plan.proposals[number].kind
            found.made.append(NewRecord(number, place, kind_of(kind).code, _title_of(plan, number)))
        elif verdict is Verdict.LEFT and len(found.skipped) < _MORE_LINES:
            found.skipped.append(
                Told(plan.proposals[number].place, _number_words(plan, number), _why_left(plan, number))
            )
    found.read, found.new, found.changed = counted.total(), counted[Verdict.NEW], counted[Verdict.CHANGED]
    found.unchanged, found.left = counted[Verdict.UNCHANGED], counted[Verdict.LEFT]
    _tell_rows(plan, found, file)
    return found


def tell_references(plan: ImportPlan, outcomes: Sequence[FileOutcome]) -> None:
    """Fill in the references of the records that writing the plan made."""
    references = plan.store.references(list(plan.made.values()))
    for one in (made for outcome in outcomes for made in outcome.made):
        one.reference = references.get(plan.made.get(one.number, 0), "")


def _why_left(plan: ImportPlan, number: int) -> Text:
    return _SAID_SO if plan.verdict(number) is Verdict.LEFT else _NO_TICK


def _tell_rows(plan: ImportPlan, found: FileOutcome, file: int) -> None:
    for row in plan.rows.of_file(file):
        if not row.faults and (row.is_new or row.is_changed):
            found.beside["new" if row.is_new else "changed"] += 1
    found.not_taken += rows_refused(plan, file)
    found.not_taken += left_over(plan, with_leftovers(plan, file))


def rows_refused(plan: ImportPlan, file: int) -> Iterator[Told]:
    """Give the letters, debates, organisations … of a file that do not come along."""
    for row in plan.rows.of_file(file):
        if row.faults:
            yield Told(row.place, row.name, next(iter(row.faults.values())))


def with_leftovers(plan: ImportPlan, file: int) -> list[int]:
    """Give the proposals of a file that come in without something that it says of them."""
    return [
        number for number in sorted(plan.with_leftovers)
        if plan.proposals.file_of(number) == file and plan.verdict(number) in _COMING
    ]  # fmt: skip


def left_over(plan: ImportPlan, numbers: Sequence[int]) -> Iterator[Told]:
    """Give what of these proposals does not come along: doubts nobody answered, parts that do not fit."""
    for number, judgement in zip(numbers, plan.judgements(numbers), strict=True):
        for doubt in judgement.doubts:
            yield Told(plan.proposals[number].place_of(doubt.field), doubt.text, doubt.why)
        for part in refused_parts(judgement):
            yield Told(part.place, part_words(plan, part)[2], part.why or Text("", ""))


_SAID_SO = Text("U slaat deze rij over.", "You skip this row.")
_NO_TICK = Text("Het vinkje staat uit.", "The tick is off.")
_COMING = (Verdict.NEW, Verdict.CHANGED, Verdict.UNCHANGED)
_LOOKED_INTO = (Verdict.CHANGED, Verdict.REJECTED, Verdict.UNDECIDED)


def _tell(plan: ImportPlan, found: FileOutcome, number: int) -> None:
    details = plan.details(number)
    line = details.line
    told = Told(line.place, _number_words(plan, number), line.why or Text("", ""))
    if line.verdict is Verdict.REJECTED:
        found.rejected.append(told)
    elif line.verdict is Verdict.UNDECIDED:
        found.undecided.append(told)
    elif len(found.changes) < _MORE_LINES:
        found.changes += _changes(plan, details)


def _changes(plan: ImportPlan, details: Details) -> Iterator[ChangedCell]:
    reference = details.line.reference
    for one in details.fields:
        if not one.is_left and one.fault is None:
            yield ChangedCell(one.place, reference, one.caption, one.before, one.after)
    for part in details.parts:
        if part.is_doing:
            yield ChangedCell(part.place, reference, *part_words(plan, part))


VERDICT_WORDS = {
    Verdict.NEW: Text("Nieuw", "New"),
    Verdict.CHANGED: Text("Gewijzigd", "Changed"),
    Verdict.UNCHANGED: Text("Gelijk", "Same"),
    Verdict.REJECTED: Text("Geweigerd", "Refused"),
    Verdict.UNDECIDED: Text("Nog te beslissen", "To be decided"),
    Verdict.LEFT: Text("Overgeslagen", "Skipped"),
}


def _title_of(plan: ImportPlan, number: int) -> str:
    """Give what a proposal is called: as somebody corrected it, else as the file says."""
    corrected = plan.decided(number)[2].corrections
    return str(corrected.get("title") or plan.proposals[number].values.get("title") or "")


def _number_words(plan: ImportPlan, number: int) -> str:
    """Give the number by which the source knows a proposal: TZ…, or its title where it has none."""
    values = plan.proposals[number].values
    return next((str(values[name]) for name in NUMBER_FIELDS if values.get(name)), str(values.get("title") or ""))
