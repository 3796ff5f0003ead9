"""What a file gives of what hangs on a record (deadlines, postponements, states of affairs …), against what is there.

What is there already is recognised, also where it was changed in the register since; a deadline whose words changed is
a postponement where it ends later, else a correction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.records.deadline import Deadline
from tracker.records.proposal import Link, Place, ProposedPart
from tracker.records.recess import Calendar
from tracker.records.snapshot import Part, RecordParts
from tracker.services.deadline_words import READ_FIELDS, deadline_values
from tracker.services.drafting import to_stored
from tracker.services.importing.cleaning import Cleaned, Cleaner, FindRow, missing

_KEPT_READINGS = 20_000
_COMPLETE = "precision"
"""A reader that gives the precision of a deadline gives all that is known of it: its words are not read again."""
_NO_RECORD = Text(
    "Het andere record staat niet in dit bestand of register, of daarover is nog niet beslist.",
    "The other record is in neither, or is still to be decided about.",
)
_NO_DEADLINE = Text("De termijn waarvan dit uitstel is, ontbreekt.", "The deadline that this postpones is missing.")


class PartOutcome(StrEnum):
    """What happens to a part."""

    NEW = "new"
    CHANGED = "changed"
    POSTPONED = "postponed"
    THERE = "there"
    REFUSED = "refused"
    LEFT = "left"
    """Somebody chose to leave it."""


@dataclass(slots=True)
class PartPlan:
    """One part of a proposal: what it does. ``old`` is the part of the register that it means, None for a new one.

    ``values`` are all that is known of a new part, or what differs. A postponement points at the plan of its deadline.
    ``to`` is the other side of a relation: a record's id, or the number of a proposal of the same import below zero.
    """

    entity: str
    outcome: PartOutcome
    values: dict[str, Any]
    place: Place = Place()  # noqa: RUF009 - frozen
    old: Part | None = None
    why: Text | None = None
    key: str = ""
    deadline: PartPlan | None = None
    to: int | None = None
    chain: dict[str, Any] = field(default_factory=dict)
    """Of a deadline that is postponed: what the postponement says."""
    is_exact: bool = False
    series: str = ""
    """The key of the first deadline of the same series."""
    row_id: int | None = None
    """The id that it got when it was written."""
    number: int = -1
    """Its place among the parts of the proposal."""

    @property
    def is_doing(self) -> bool:
        """Tell whether this changes the register."""
        return self.outcome in {PartOutcome.NEW, PartOutcome.CHANGED, PartOutcome.POSTPONED}


FindRecord = Callable[[Link | str], int | None]
"""Gives the other side of a relation (see ``PartPlan.to``); None where it is nowhere."""


class PartPlanner:
    """Plans the parts of proposals. ``today`` stands for the day of what has none of its own."""

    def __init__(self, cleaner: Cleaner, calendar: Calendar, today: date) -> None:
        self._cleaner = cleaner
        self._calendar = calendar
        self._today = today
        self._readings: dict[tuple[str, date, date | None], dict[str, Any]] = {}

    def with_cleaner(self, cleaner: Cleaner) -> PartPlanner:
        """Give a planner that finds names with another cleaner and knows the words that were read."""
        other = PartPlanner(cleaner, self._calendar, self._today)
        other._readings = self._readings
        return other

    def plan(
        self, parts: Sequence[ProposedPart], there: RecordParts, said_on: date | None, row_of: FindRow,
        record_of: FindRecord, *, is_exact: bool, left: Collection[int] = (),
    ) -> list[PartPlan]:  # fmt: skip
        """Give the plan of each part; ``said_on`` is the day of the record itself, where known.

        ``left`` are the places of the parts that somebody chose to leave.
        """
        given: dict[str, list[_Given]] = defaultdict(list)
        places: dict[str, list[int]] = defaultdict(list)
        for place, part in enumerate(parts):
            given[part.entity].append((part, self._cleaned(part, row_of)))
            places[part.entity].append(place)
        deadlines: list[PartPlan] = []
        found: list[PartPlan] = []
        for entity in (one for one in _IN_TURN if one in given):
            plans: Sequence[PartPlan | None]
            match entity:
                case "deadline":
                    plans = deadlines = self._deadlines(given[entity], there, said_on, is_exact=is_exact)
                case "postponement":
                    plans = self._postponements(given[entity], there, deadlines, is_exact=is_exact)
                case "progress_note":
                    plans = self._notes(given[entity], there, is_exact=is_exact)
                case "relation":
                    plans = self._relations(given[entity], there, record_of)
                case _:
                    plans = self._evidence(given[entity], there)
            for place, plan in zip(places[entity], plans, strict=True):
                if plan is not None:
                    plan.number = place
                    _leave(plan, is_left=place in left)
                    found.append(plan)
        return found

    def _cleaned(self, part: ProposedPart, row_of: FindRow) -> Cleaned:
        apart = _APART.get(part.entity)
        given = part.values
        if apart is not None and not apart.isdisjoint(given):
            given = {name: value for name, value in given.items() if name not in apart}
        return self._cleaner.clean(part.entity, given, row_of)

    # --- deadlines ----------------------------------------------------------------------------------------------------

    def _deadlines(
        self, given: list[_Given], there: RecordParts, said_on: date | None, *, is_exact: bool
    ) -> list[PartPlan]:
        left = list(there.deadlines)
        plans: list[PartPlan | None] = []
        for part, cleaned in given:
            plan = _refused(part, cleaned.faults)
            if plan is None and left:
                plan = self._same_deadline(part, cleaned.values, left, there, said_on, is_exact=is_exact)
            plans.append(plan)
        found = []
        for (part, cleaned), known in zip(given, plans, strict=True):
            values = {} if known is not None else self._known(part, cleaned.values, said_on, is_exact=is_exact)
            found.append(known or self._other_deadline(part, cleaned.values, values, left, is_exact=is_exact))
        return found

    def _known(
        self, part: ProposedPart, given: Mapping[str, Any], said_on: date | None, *, is_exact: bool
    ) -> dict[str, Any]:
        """Give all that is known of a deadline; one that the register itself wrote down is not read again."""
        return dict(given) if is_exact and part.key else self._read(given, said_on)

    def _read(self, given: Mapping[str, Any], said_on: date | None) -> dict[str, Any]:
        if _COMPLETE in given:
            return dict(given)
        said = given.get("said_on") or said_on or self._today
        key = (given.get("wording") or "", said, given.get("end"))
        if key not in self._readings:
            if len(self._readings) > _KEPT_READINGS:
                self._readings.clear()
            self._readings[key] = deadline_values(*key, self._calendar)
        read = self._readings[key]
        known = {name: value for name, value in read.items() if value not in (None, False)}
        if not given.get("wording") and not given.get("said_on"):
            known.pop("said_on", None)
        return {**known, **given}

    def _same_deadline(
        self, part: ProposedPart, given: Mapping[str, Any], left: list[Part], there: RecordParts,
        said_on: date | None, *, is_exact: bool,
    ) -> PartPlan | None:  # fmt: skip
        for old in left:
            if _is_same(given, old, is_exact=is_exact):
                left.remove(old)
                return self._changes_of(part, given, old, said_on, is_exact=is_exact)
        if is_exact:
            numbered = next((old for old in left if part.key == str(old.id)), None)
            if numbered is not None:
                left.remove(numbered)
                return _changed(part, numbered, _differing("deadline", given, numbered), is_exact=True)
            return None
        for old in left:
            if any(_is_past(given, one) for one in there.postponements if one["deadline_id"] == old.id):
                left.remove(old)
                return PartPlan("deadline", PartOutcome.THERE, {}, part.place, old, key=part.key)
        return None

    def _changes_of(
        self, part: ProposedPart, given: Mapping[str, Any], old: Part, said_on: date | None, *, is_exact: bool
    ) -> PartPlan:
        """Give what a file adds to a deadline with the same words: a day on which it was met, what it is for."""
        wanted = dict(given) if is_exact else {
            name: value for name, value in given.items() if name in _ADDED and old[name] in (None, False)
        }  # fmt: skip
        end = given.get("end")
        if not is_exact and end is not None and end != old["end"]:
            values = self._read(given, said_on)
            wanted |= {name: values.get(name) for name in READ_FIELDS if name in values}
            wanted["overruled"] = True
        return _changed(part, old, _differing("deadline", wanted, old), is_exact=is_exact)

    def _other_deadline(
        self, part: ProposedPart, given: Mapping[str, Any], values: dict[str, Any], left: list[Part], *, is_exact: bool
    ) -> PartPlan:
        faults = {**missing("deadline", values, given="sort"), **Deadline.faults_of_row(values)}
        if faults:
            return _refused(part, faults) or PartPlan("deadline", PartOutcome.REFUSED, {}, part.place)
        open_ones = [] if is_exact else [old for old in left if _can_be_moved(given, old)]
        if len(open_ones) != 1 or given.get("met_on"):
            made = PartPlan("deadline", PartOutcome.NEW, values, part.place, key=part.key, is_exact=is_exact)
            first = part.values.get("series_id")
            made.series = first.key if isinstance(first, Link) else ""
            return made
        (old,) = open_ones
        left.remove(old)
        if _says_the_same(values, old):
            return PartPlan("deadline", PartOutcome.THERE, {}, part.place, old, key=part.key)
        fresh: dict[str, Any] = {**dict.fromkeys(("wording", *READ_FIELDS)), "tentative": False, "event_day": None}
        new = {**fresh, "overruled": False, **values}
        new.setdefault("said_on", self._today)
        later = old["end"] is None or (new["end"] is not None and new["end"] > old["end"])
        if not later:
            return PartPlan("deadline", PartOutcome.CHANGED, new, part.place, old, key=part.key)
        chain: dict[str, Any] = {"on": self._today}
        for name in ("wording", "start", "end"):
            chain |= {f"old_{name}": old[name], f"new_{name}": new.get(name)}
        return PartPlan("deadline", PartOutcome.POSTPONED, new, part.place, old, key=part.key, chain=chain)

    # --- the others ---------------------------------------------------------------------------------------------------

    def _postponements(
        self, given: list[_Given], there: RecordParts, deadlines: list[PartPlan], *, is_exact: bool
    ) -> list[PartPlan | None]:
        """Give the plan of each; None for one that says more about a deadline that is postponed already."""
        left: list[Part] = list(there.postponements)
        planned: list[PartPlan | None] = []
        by_key = {one.key: one for one in deadlines if one.key}
        for part, cleaned in given:
            of = by_key.get(part.of) or (deadlines[0] if len(deadlines) == 1 and not part.of else None)
            refused = _refused(part, cleaned.faults)
            if refused is None and (of is None or of.outcome is PartOutcome.REFUSED):
                refused = _refused(part, {"deadline": _NO_DEADLINE})
            if refused is not None or of is None:
                planned.append(refused or PartPlan("postponement", PartOutcome.REFUSED, {}, part.place))
                continue
            values = cleaned.values if is_exact else self._whole_chain(cleaned.values, of)
            if of.outcome is PartOutcome.POSTPONED:
                of.chain |= {name: value for name, value in values.items() if name in ("on", "reason", "letter")}
                planned.append(None)
                continue
            old = next((one for one in left if _chain_is(values, one, is_exact=is_exact)), None)
            if old is not None:
                left.remove(old)
            plan = PartPlan("postponement", PartOutcome.NEW, values, part.place, old, deadline=of, is_exact=is_exact)
            if old is not None:
                added = {name: value for name, value in values.items() if old[name] is None or is_exact}
                differing = _differing("postponement", added, old)
                plan = _changed(part, old, differing, is_exact=is_exact)
            planned.append(plan)
        return planned

    def _whole_chain(self, given: Mapping[str, Any], of: PartPlan) -> dict[str, Any]:
        """Give a postponement with its old window read, and its new one from the deadline."""
        said = given.get("on") or self._today
        old = {"wording": given.get("old_wording"), "end": given.get("old_end")}
        before = self._read({name: value for name, value in old.items() if value is not None}, said)
        now = {**(of.old.values if of.old is not None else {}), **of.values}
        chain = {f"old_{name}": before.get(name) for name in ("wording", "start", "end")}
        chain |= {f"new_{name}": now.get(name) for name in ("wording", "start", "end")}
        return {**{name: value for name, value in chain.items() if value is not None}, **given}

    def _notes(self, given: list[_Given], there: RecordParts, *, is_exact: bool) -> list[PartPlan]:
        left, planned = list(there.notes), []
        for part, cleaned in given:
            values = cleaned.values
            refused = _refused(part, {**cleaned.faults, **missing("progress_note", values)})
            if refused is not None:
                planned.append(refused)
                continue
            old = next((one for one in left if _note_is(values, one, is_exact=is_exact)), None)
            if old is None and is_exact:
                old = next((one for one in left if part.key == str(one.id)), None)
            if old is None:
                new = values if is_exact or "on" in values else {**values, "on": self._today}
                planned.append(PartPlan("progress_note", PartOutcome.NEW, new, part.place, is_exact=is_exact))
                continue
            left.remove(old)
            added = {name: one for name, one in values.items() if is_exact or (name != "text" and not old[name])}
            planned.append(_changed(part, old, _differing("progress_note", added, old), is_exact=is_exact))
        return planned

    def _relations(self, given: list[_Given], there: RecordParts, record_of: FindRecord) -> list[PartPlan]:
        known = {(one["how"], one["to_id"]): one for one in there.relations}
        planned = []
        for part, cleaned in given:
            to = record_of(part.values["to"]) if part.values.get("to") else None
            faults = {**cleaned.faults, **missing("relation", cleaned.values)}
            if to is None:
                faults["to"] = _NO_RECORD
            refused = _refused(part, faults)
            if refused is not None or to is None:
                planned.append(refused or PartPlan("relation", PartOutcome.REFUSED, {}, part.place))
                continue
            how = cleaned.values["how"]
            old = known.get((how, to))
            outcome = PartOutcome.NEW if old is None else PartOutcome.THERE
            planned.append(PartPlan("relation", outcome, {"how": how}, part.place, old, to=to))
            if old is None:
                known[how, to] = Part("relation", 0, {"how": how, "to_id": to})
        return planned

    def _evidence(self, given: list[_Given], there: RecordParts) -> list[PartPlan]:
        left, planned = list(there.evidence), []
        for part, cleaned in given:
            values = cleaned.values
            refused = _refused(part, {**cleaned.faults, **missing("evidence", values, given="kept")})
            if refused is not None:
                planned.append(refused)
                continue
            key = [values.get(name) for name in ("name", "place", "digest")]
            old = next((one for one in left if [one[name] for name in ("name", "place", "digest")] == key), None)
            if old is not None:
                left.remove(old)
            outcome = PartOutcome.NEW if old is None else PartOutcome.THERE
            planned.append(PartPlan("evidence", outcome, values if old is None else {}, part.place, old))
        return planned


_IN_TURN = ("deadline", "postponement", "progress_note", "relation", "evidence")
_Given = tuple[ProposedPart, Cleaned]
_ADDED = frozenset(("what", "said_on", "met_on", "met_letter", "request_number", "sort"))
_APART: dict[str, frozenset[str]] = {
    "deadline": frozenset(("series_id",)),
    "relation": frozenset(("to",)),
}


def _refused(part: ProposedPart, faults: Mapping[str, Text]) -> PartPlan | None:
    if not faults:
        return None
    why = next(iter(faults.values()))
    return PartPlan(part.entity, PartOutcome.REFUSED, {}, part.place, why=why, key=part.key)


def _leave(plan: PartPlan, *, is_left: bool) -> None:
    """Leave a part out where somebody chose so, or where the deadline that it belongs to is not made."""
    deadline = plan.deadline
    is_lost = deadline is not None and deadline.outcome is PartOutcome.LEFT and deadline.old is None
    if (is_left or is_lost) and plan.is_doing:
        plan.outcome = PartOutcome.LEFT


def _changed(part: ProposedPart, old: Part, differing: dict[str, Any], *, is_exact: bool) -> PartPlan:
    outcome = PartOutcome.CHANGED if differing else PartOutcome.THERE
    return PartPlan(part.entity, outcome, differing, part.place, old, key=part.key, is_exact=is_exact)


def _differing(entity: str, wanted: Mapping[str, Any], old: Part) -> dict[str, Any]:
    new, was = to_stored(entity, wanted), to_stored(entity, {name: old.values.get(name) for name in wanted})
    return {name: value for name, value in wanted.items() if new[name] != was[name]}


def _is_same(given: Mapping[str, Any], old: Part, *, is_exact: bool) -> bool:
    if is_exact:
        return not _differing("deadline", {k: v for k, v in given.items() if k not in ("event_id", "series_id")}, old)
    wording = given.get("wording")
    is_unsorted = bool(wording) and not given.get("sort")  # a list tells no legal term from a promised one
    if not _can_mean({**given, "sort": old["sort"]} if is_unsorted else given, old):
        return False
    if wording and old["wording"]:
        return fold(wording) == fold(old["wording"])
    end, start = given.get("end"), given.get("start")
    if end is None and start is None:
        return bool(given.get("waits_for")) and fold(given["waits_for"]) == fold(old["waits_for"] or "")
    return (end is None or end == old["end"]) and (start is None or start == old["start"])


def _can_mean(given: Mapping[str, Any], old: Part) -> bool:
    """Tell whether nothing that the file says of a deadline speaks against its being this one."""
    if any(given.get(name) and old[name] and _plain(given[name]) != _plain(old[name]) for name in _TELLING):
        return False
    return bool(str(given.get("sort") or "toegezegd") == old["sort"])


_TELLING = ("what", "request_number", "met_on")


def _plain(value: Any) -> Any:
    return fold(value) if isinstance(value, str) else value


def _says_the_same(values: Mapping[str, Any], old: Part) -> bool:
    """Tell whether it was said on the same day of the same time, in a few other words: those of the register stay."""
    named = ("said_on", "start", "end", "precision", "recurs", "offset_count", "offset_unit")
    return old["end"] is not None and all(values.get(name) == old[name] for name in named)


def _can_be_moved(given: Mapping[str, Any], old: Part) -> bool:
    return old["met_on"] is None and _can_mean(given, old)


def _is_past(given: Mapping[str, Any], chain: Part) -> bool:
    """Tell whether a file still has the deadline as it was before a postponement that the register knows."""
    wording, end = given.get("wording"), given.get("end")
    if wording:
        return fold(wording) == fold(chain["old_wording"] or "")
    return end is not None and end == chain["old_end"]


def _chain_is(values: Mapping[str, Any], old: Part, *, is_exact: bool) -> bool:
    if is_exact:
        return not _differing("postponement", values, old)
    same_words = all(
        _plain(values.get(name) or "") == _plain(old[name] or "") for name in ("old_wording", "new_wording")
    )
    return same_words and all(
        values.get(name) is None or old[name] is None or values[name] == old[name] for name in ("old_end", "new_end")
    )


def _note_is(values: Mapping[str, Any], old: Part, *, is_exact: bool) -> bool:
    if is_exact:
        return not _differing("progress_note", values, old)
    letter = values.get("letter")
    return " ".join(values["text"].split()) == " ".join(old["text"].split()) and (
        letter is None or old["letter"] is None or letter == old["letter"]
    )


def doing(plans: Iterable[PartPlan]) -> list[PartPlan]:
    """Give the plans that change something."""
    return [one for one in plans if one.is_doing]
