"""What a change of several records will do, line by line, before anything is written; and then its one step."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.basics.language import Text
from tracker.records.change import Source, Step
from tracker.records.snapshot import Record
from tracker.services.drafting import Draft
from tracker.store.record_store import Store

RECORDS_A_TURN = 100
"""Records rehearsed at a time: some ten milliseconds, so that a window stays alive meanwhile."""


class Outcome(StrEnum):
    """What happens to one line."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


OUTCOME_WORDS = {
    Outcome.NEW: Text("Nieuw", "New"),
    Outcome.CHANGED: Text("Wijzigt", "Changes"),
    Outcome.UNCHANGED: Text("Gelijk", "Same"),
    Outcome.REFUSED: Text("Geweigerd", "Refused"),
}
"""What will happen: nothing of it is done yet."""
Act = Callable[[Draft], None]
"""Puts what a line stands for into a draft."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One field of one record (or one new record): what stands there, what will, and why not where it will not.

    ``group`` joins the lines that are done or left together: those of one new record. ``act`` is None where nothing
    is to be done.
    """

    outcome: Outcome
    reference: str
    title: str
    caption: Text
    before: str = ""
    after: str = ""
    why: Text | None = None
    act: Act | None = None
    group: int | None = None

    @property
    def is_doing(self) -> bool:
        """Tell whether the line changes anything."""
        return self.outcome in {Outcome.NEW, Outcome.CHANGED}


class Plan:
    """Lines, and the step that does those that were chosen. ``draft`` holds the names that the lines make."""

    def __init__(self, draft: Draft, label: Callable[[int, int], str]) -> None:
        self.draft = draft
        self.lines: list[PlanLine] = []
        self._of: dict[Outcome, set[str]] = {outcome: set() for outcome in Outcome}
        self._label = label

    def add(self, lines: Iterable[PlanLine]) -> None:
        """Add lines, and count their records."""
        for line in lines:
            self.lines.append(line)
            unchanged = self._of[Outcome.UNCHANGED]
            if line.is_doing:
                unchanged.discard(line.reference)
            elif line.outcome is Outcome.UNCHANGED and line.reference in self._of[Outcome.CHANGED]:
                continue
            self._of[line.outcome].add(line.reference)

    @property
    def counts(self) -> dict[Outcome, int]:
        """Give the number of records by outcome; the same are those of which nothing changes."""
        return {outcome: len(references) for outcome, references in self._of.items()}

    def doing(self) -> list[int]:
        """Give the places of the lines that change something."""
        return [place for place, line in enumerate(self.lines) if line.is_doing]

    def records_in(self, chosen: Iterable[int]) -> tuple[int, int]:
        """Give how many records would be changed and how many made by the lines at these places."""
        lines = [self.lines[place] for place in chosen]
        made = {line.group for line in lines if line.outcome is Outcome.NEW}
        return len({line.reference for line in lines if line.outcome is Outcome.CHANGED}), len(made)

    def step(self, chosen: Iterable[int] | None = None, source: Source = Source.WINDOW) -> Step:
        """Give the one step that does the lines at these places (None: all that change something)."""
        wanted = [place for place in (self.doing() if chosen is None else chosen) if self.lines[place].is_doing]
        part = self.draft.part()
        done: set[int] = set()
        for place in wanted:
            line = self.lines[place]
            if line.act is None or line.group in done:
                continue
            if line.group is not None:
                done.add(line.group)
            line.act(part)
        return self.draft.step(self._label(*self.records_in(wanted)), source, [part])


class Rehearsal:
    """Makes the lines of a plan in turns, so that whoever asks can show them as they come.

    ``work`` gives the lines of some records; it is called with a hundred records at a time, in the order of ``ids``.
    """

    def __init__(
        self, store: Store, ids: Sequence[int], plan: Plan, work: Callable[[list[Record]], Iterator[PlanLine]]
    ) -> None:
        self.plan = plan
        self._store = store
        self._ids = array("q", ids)
        self._work = work
        self._place = 0

    @property
    def is_done(self) -> bool:
        """Tell whether all records were looked at."""
        return self._place >= len(self._ids)

    def go_on(self) -> bool:
        """Rehearse the next records; gives whether there are more."""
        some = self._ids[self._place : self._place + RECORDS_A_TURN]
        self._place += len(some)
        self.plan.add(self._work(self._store.records(some)))
        return not self.is_done

    def finish(self) -> Plan:
        """Rehearse all that is left and give the plan."""
        while not self.is_done:
            self.go_on()
        return self.plan
