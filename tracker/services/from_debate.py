"""*Nieuw uit debat*: several commitments made in one debate, as one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.basics.errors import InvalidForm
from tracker.basics.language import Text
from tracker.records.change import Source, Step
from tracker.records.commitment import Commitment
from tracker.records.deadline import Deadline
from tracker.records.field import FieldSpec, field_of
from tracker.records.registry import kind_of
from tracker.records.step_labels import StepLabel, commitments_counted
from tracker.services.deadline_words import deadline_values
from tracker.services.drafting import Draft, Values
from tracker.services.recess_calendar import calendar_of
from tracker.store.record_store import Store

_OWN = ("title", "words_said", "made_by", "made_to")
_DEADLINE = ("wording", "end")
_LAST = ("category", "owner")
_KIND = kind_of("commitment")


def row_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of one row, in the order of filling in: of the commitment and its deadline."""
    found = [
        field_of(model, name)
        for model, names in ((Commitment, _OWN), (Deadline, _DEADLINE), (Commitment, _LAST))
        for name in names
    ]
    return tuple(spec for spec in found if spec is not None)


@dataclass(frozen=True, slots=True)
class FromDebate:
    """The step, and the ids of the new commitments in the order of the rows."""

    step: Step
    ids: tuple[int, ...]


class InvalidRows(InvalidForm):
    """Faults of the debate's fields by name (``faults``), and of the rows by place and field (``rows``)."""

    def __init__(self, debate: dict[str, Text], rows: dict[tuple[int, str], Text]) -> None:
        captions = {spec.name: spec.label for spec in row_fields()}
        told = dict(debate)
        named: dict[str, Text] = {}
        for (place, name), fault in rows.items():
            key = f"{place}.{name}"
            told[key] = fault
            label = captions.get(name, Text.same(name))
            named[key] = Text(f"Rij {place + 1}, {label.nl}", f"Row {place + 1}, {label.en}")
        super().__init__(told, named)
        self.debate = debate
        self.rows = rows


def commitments_from_debate(
    store: Store, debate: int | Values, rows: Sequence[Values], source: Source = Source.WINDOW
) -> FromDebate:
    """Give the step that makes a commitment for each row, and the debate where its fields are given instead of its id.

    A row holds values, or texts as they were typed, by the names of ``row_fields``. Each commitment gets the debate,
    its day and its chamber; words for a deadline are read as said on that day. Raises InvalidRows with all faults.
    """
    draft = Draft(store)
    known = _debate_values(draft, debate)
    debate_faults = dict(draft.faults)
    draft.faults.clear()
    day = known.get("day")
    said_on = day if isinstance(day, date) else None
    faults = dict(_faults_of(draft, rows))
    if debate_faults or faults:
        raise InvalidRows(debate_faults, faults)
    debate_id = debate if isinstance(debate, int) else draft.make("debate", debate)
    shared = {"debate": debate_id, "made_on": said_on, "chamber": known.get("chamber")}
    ids = [_add_row(draft, row, shared, said_on) for row in rows]
    label = StepLabel.FROM_DEBATE(commitments=commitments_counted(len(rows)))
    return FromDebate(draft.step(label, source), tuple(ids))


def _faults_of(draft: Draft, rows: Sequence[Values]) -> Iterator[tuple[tuple[int, str], Text]]:
    """Look at all rows before any of them is given a number."""
    if not rows:
        yield (0, "title"), Text("Vul ten minste één toezegging in.", "Fill in one commitment at least.")
    for place, row in enumerate(rows):
        part = draft.part()
        part.check_record(_KIND, _own(row))
        part.cleaned("deadline", _deadline(row))
        for name, fault in part.faults.items():
            yield (place, name), fault


def _debate_values(draft: Draft, debate: int | Values) -> Values:
    if isinstance(debate, int):
        return next((part.values for part in draft.store.rows("debate") if part.id == debate), {})
    values = draft.cleaned("debate", debate)
    if not values.get("subject"):
        draft.faults.setdefault("subject", Text("Vul dit veld in.", "Fill in this field."))
    return values


def _add_row(draft: Draft, row: Values, shared: Values, said_on: date | None) -> int:
    record_id, _ = draft.make_record(_KIND, {**shared, **_own(row)})
    deadline = draft.cleaned("deadline", _deadline(row))
    wording, end = deadline.get("wording"), deadline.get("end")
    if wording or end:
        draft.make("deadline", _read(draft.store, wording, end, said_on), record_id)
    return record_id


def _own(row: Values) -> Values:
    return {name: value for name, value in row.items() if name in (*_OWN, *_LAST)}


def _deadline(row: Values) -> Values:
    return {name: value for name, value in row.items() if name in _DEADLINE}


def _read(store: Store, wording: str | None, end: date | None, said_on: date | None) -> Values:
    """Give the fields of the deadline. Where nobody knows the day of the debate, words that need it stay unread."""
    if said_on is not None:
        return deadline_values(wording or "", said_on, end, calendar_of(store))
    return {"wording": wording, "end": end}
