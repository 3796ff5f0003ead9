"""The Kamer's open data held against the register: status, outcome, terms, what was met, and what is missing here.

Nothing is written. What the ministry says and what a Chamber says are two things, so a difference is work for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.basics.folding import fold
from tracker.basics.formats import day_text
from tracker.basics.language import Text
from tracker.records.deadline_rules import CHAMBER_SORT, INTERNAL_SORT
from tracker.records.entity import model_of
from tracker.records.field import field_of
from tracker.records.motion import OUTCOMES
from tracker.records.proposal import Place, Proposal
from tracker.records.recess import Calendar
from tracker.records.registry import kind_of
from tracker.records.snapshot import Part, Record
from tracker.services.deadline_words import deadline_values
from tracker.services.importing.identity import identity_of
from tracker.services.importing.known_records import KnownRecords
from tracker.services.recess_calendar import calendar_of
from tracker.store.record_store import Store

GONE = "gone"
DEADLINE = "deadline"
LABELS = {
    GONE: Text("Verwijderd", "Deleted"),
    DEADLINE: Text("Termijn", "Deadline"),
    "status": Text("Status", "Status"),
    "outcomes": Text("Uitkomst", "Outcome"),
    "settled_on": Text("Afgedaan op", "Settled on"),
}
_DONE = frozenset(("done", "dropped"))
_IN_REGISTER = Text("staat in dit register", "is in this register")
_DELETED = Text("door de Kamer verwijderd", "deleted by the Chamber")
_GONE_WORDS = {words.nl: words for words in (_IN_REGISTER, _DELETED)}
_RECORDS_AT_ONCE = 500
_Pair = tuple[int, Proposal, list[int]]
"""A proposal with its place among the others, and the records that it is."""


def _state_words(kind: str, state: str) -> Text:
    """Give a status of ours, or what a Chamber did with a motion."""
    outcome = dict(OUTCOMES.words).get(state) if kind == "motion" else None
    return outcome or kind_of(kind).status_words(state)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which register and Chamber differ; both sides as they are stored, "" where one says nothing.

    ``proposal`` is the place of the Chamber's item among those that were compared.
    """

    record_id: int
    kind: str
    reference: str
    number: str
    title: str
    field: str
    ours: str
    theirs: str
    proposal: int

    @property
    def label(self) -> Text:
        """Give the name of what differs, as people know it."""
        spec = field_of(model_of(kind_of(self.kind).table), self.field)
        return LABELS.get(self.field) or (spec.label if spec is not None else Text.same(self.field))

    @property
    def sides(self) -> tuple[Text, Text]:
        """Give what register and Chamber say, as people read it."""
        return self._words(self.ours), self._words(self.theirs)

    @property
    def key(self) -> tuple[str, ...]:
        """Give what tells this difference from all others, also from one that a new value makes of it."""
        return "difference", str(self.record_id), self.field, self.ours, self.theirs

    def _words(self, value: str) -> Text:
        if not value:
            return Text("", "")
        if self.field in {"status", "outcomes"}:
            return _state_words(self.kind, value)
        if self.field == "settled_on":
            return day_text(date.fromisoformat(value))
        return _GONE_WORDS.get(value) or Text.same(value)


@dataclass(frozen=True, slots=True)
class Missing:
    """An item of our ministers that the register does not hold. ``place`` is where it stands in the file.

    ``proposal`` is its own place among those that were compared.
    """

    kind: str
    number: str
    title: str
    on: date | None
    minister: str
    status: str
    place: Place
    proposal: int

    @property
    def status_words(self) -> Text:
        """Give how the Chamber says it stands."""
        return _state_words(self.kind, self.status)

    @property
    def key(self) -> tuple[str, ...]:
        """Give what tells this item from all others."""
        return "missing", self.kind, self.number or self.title


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs. ``others`` counts items of other ministers that the register does not hold either."""

    compared: int
    differences: tuple[Difference, ...]
    missing: tuple[Missing, ...]
    others: int
    incomplete: Text | None = None


def compare(store: Store, proposals: Sequence[Proposal], incomplete: Text | None = None) -> Comparison:
    """Hold what a file of open data says against the register. May run in any thread; nothing is written."""
    known = KnownRecords(store)
    pairs = [(number, one, _same_records(known, one)) for number, one in enumerate(proposals)]
    differences = tuple(_differences(store, [pair for pair in pairs if pair[2]]))
    ours = _our_ministers(store)
    unknown = [(number, one) for number, one, ids in pairs if not ids and not one.gone]
    missing = tuple(_missing(number, one) for number, one in unknown if _is_ours(one, ours))
    compared = sum(bool(ids) for _, _, ids in pairs)
    return Comparison(compared, differences, missing, len(unknown) - len(missing), incomplete)


def _same_records(known: KnownRecords, proposal: Proposal) -> list[int]:
    """Give the records that have the number or the paper of a proposal, as an import finds them again."""
    sought = identity_of(proposal.kind, proposal.values)
    found = (*known.by_numbers(sought.kind, sought.numbers), *known.by_papers(sought.kind, sought.papers))
    return list(dict.fromkeys(found))


# --- differences ------------------------------------------------------------------------------------------------------


def _differences(store: Store, pairs: list[_Pair]) -> Iterator[Difference]:
    calendar = calendar_of(store)
    ids = list(dict.fromkeys(record_id for _, _, found in pairs for record_id in found))
    records: dict[int, Record] = {}
    deadlines: dict[int, tuple[Part, ...]] = {}
    for start in range(0, len(ids), _RECORDS_AT_ONCE):
        some = ids[start : start + _RECORDS_AT_ONCE]
        records |= {one.id: one for one in store.records(some)}
        deadlines |= {one: parts.deadlines for one, parts in store.parts_of(some).items()}
    for number, proposal, found in pairs:
        for record_id in found:
            if record_id in records:
                yield from _of_pair(number, proposal, records[record_id], deadlines.get(record_id, ()), calendar)


def _of_pair(
    number: int, proposal: Proposal, record: Record, deadlines: tuple[Part, ...], calendar: Calendar
) -> Iterator[Difference]:
    def differ(field: str, ours: str, theirs: str) -> Difference:
        return Difference(
            record.id, record.kind.code, record.reference, _number(proposal), record.summary.title, field, ours, theirs,
            number,
        )  # fmt: skip

    if proposal.gone:
        yield differ(GONE, _IN_REGISTER.nl, _DELETED.nl)
        return
    if theirs := _other_status(proposal, record):
        yield differ("status", record.summary.status or "", theirs)
    if theirs := _other_outcome(proposal, record):
        yield differ("outcomes", _last_outcome(record.values) or "", theirs)
    met = proposal.values.get("settled_on")
    if met and record["settled_on"] and met != record["settled_on"]:
        yield differ("settled_on", record["settled_on"].isoformat(), met.isoformat())
    yield from _other_term(proposal, deadlines, calendar, differ)


def _other_status(proposal: Proposal, record: Record) -> str:
    """Give the Chamber's status where one side calls it settled and the other does not, or only one calls it partly."""
    theirs = proposal.values.get("status")
    if proposal.kind != "commitment" or not theirs:
        return ""
    phase = record.kind.model.phase_of({"status": theirs}).value
    ours = record.summary.phase
    same = (phase in _DONE) == (ours in _DONE) and (ours in _DONE or phase == ours)
    return "" if same else str(theirs)


def _other_outcome(proposal: Proposal, record: Record) -> str:
    theirs = _last_outcome(proposal.values)
    if record.kind.code != "motion" or theirs is None or theirs == _last_outcome(record.values):
        return ""
    return theirs


def _last_outcome(values: Any) -> str | None:
    outcomes = values.get("outcomes") or ()
    return outcomes[-1].outcome if outcomes else None


def _other_term(
    proposal: Proposal, deadlines: tuple[Part, ...], calendar: Calendar, differ: Any
) -> Iterator[Difference]:
    """Compare the term that the Chamber's text gives with the terms of the record that somebody outside may know."""
    known = [one for one in deadlines if one["sort"] != INTERNAL_SORT]
    same_source = [one for one in known if one["sort"] == CHAMBER_SORT] or known
    for part in proposal.parts:
        if part.entity != "deadline":
            continue
        theirs = {**_read(part.values, calendar), **part.values}
        ends = {one["end"] for one in same_source} | {_original_words(one) for one in same_source}
        if theirs.get("end") in ends or fold(str(theirs.get("wording") or "")) in ends:
            continue
        shown = "; ".join(_term_words(one.values) for one in same_source)
        yield differ(DEADLINE, shown, _term_words(theirs))


def _read(values: Any, calendar: Calendar) -> dict[str, Any]:
    wording, said_on = values.get("wording"), values.get("said_on")
    return deadline_values(wording, said_on, calendar=calendar) if wording and said_on else {}


def _original_words(deadline: Part) -> str:
    return fold(str(deadline["wording"] or ""))


def _term_words(deadline: Any) -> str:
    wording, end = deadline.get("wording"), deadline.get("end")
    until = f"{end:%d-%m-%Y}" if end else ""
    return f"{wording} ({until})" if wording and until else wording or until


# --- missing ----------------------------------------------------------------------------------------------------------


def _number(proposal: Proposal) -> str:
    values = proposal.values
    return str(values.get("number") or values.get("citation") or next(iter(values.get("citations") or ()), ""))


def _missing(number: int, proposal: Proposal) -> Missing:
    values = proposal.values
    tabled = next((one.on for one in values.get("outcomes") or () if one.on), None)
    return Missing(
        proposal.kind,
        _number(proposal),
        str(values.get("title") or ""),
        values.get("made_on") or tabled,
        str(values.get("minister") or values.get("lead") or ""),
        str(values.get("status") or _last_outcome(values) or ""),
        proposal.place,
        number,
    )


def _our_ministers(store: Store) -> frozenset[str]:
    """Give the portfolios of our ministers, folded: *justitie en veiligheid* of its minister and state secretary."""
    found = {portfolio(str(value)) for kind in ("motion", "commitment") for _, value in store.column(kind, "minister")}
    return frozenset(found - {"", "none"})


def portfolio(minister: str) -> str:
    """Give what a minister is of, folded: of *minister van Justitie en Veiligheid* that is *justitie en veiligheid*."""
    words = fold(minister)
    for lead in (
        "minister van ",
        "minister voor ",
        "staatssecretaris van ",
        "staatssecretaris voor ",
        "ministerie van ",
    ):
        if words.startswith(lead):
            return words[len(lead) :]
    return words


def _is_ours(proposal: Proposal, ours: Iterable[str]) -> bool:
    """Tell whether an item is of our ministers; a motion, and a register that names none, cannot tell."""
    named = {portfolio(str(proposal.values.get(name) or "")) for name in ("minister", "lead")} - {""}
    return not named or not ours or bool(named & set(ours))
