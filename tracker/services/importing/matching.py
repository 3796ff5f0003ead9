"""Which record each proposal means: by reference, number, paper or title; nearly the same title is a question."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rapidfuzz import fuzz

from tracker.basics.language import Text
from tracker.records.proposal import Proposal
from tracker.services.importing.identity import DAY_FIELDS, Identity, contradicts, identity_of, made_on
from tracker.services.importing.known_records import KnownRecords
from tracker.services.importing.proposals import AllProposals, content_of
from tracker.services.importing.prose_matching import Prose

_AGREES = 50
"""Of a hundred: how much of a title must agree for a reference of the file to be the one of this register."""
_MOST_CANDIDATES = 9
_LARGEST_GROUP = 40
AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Question:
    """Why it is not clear which record a proposal means. ``twin`` is another proposal that means the same.

    ``is_rather_new``: it is not much like any of the candidates.
    """

    why: Text
    candidates: tuple[int, ...] = ()
    twin: int | None = None
    is_rather_new: bool = False

    @property
    def likeliest(self) -> int | None:
        """Give the candidate that it is most likely to be; None where a new record is likelier."""
        return self.candidates[0] if self.candidates and not self.is_rather_new else None


Agreement = Callable[[int, int], int]
"""Gives how well a proposal (by number) agrees with a record (by id): values that agree, less those that do not."""
DebateDay = Callable[[int, Any], date | None]
"""Gives the day of the debate that a proposal's value points at, from the number of the file and the value."""


class Matcher:
    """Matches all proposals: ``targets`` holds the record of each (0: none).

    ``questions`` holds those that a person decides, ``buried`` the deleted record whose reference a proposal has, and
    ``twins`` the earlier proposal that says exactly the same.
    """

    def __init__(self, proposals: AllProposals, known: KnownRecords, debate_day: DebateDay) -> None:
        self.targets = array("q", bytes(8 * len(proposals)))
        self.questions: dict[int, Question] = {}
        self.buried: dict[int, int] = {}
        self.twins: dict[int, int] = {}
        self.by_reference: dict[tuple[int, str], int] = {}
        """The number of each proposal by file and its reference (or the Chamber's number) in that file."""
        self.references: dict[int, str] = {}
        """The reference of each proposal that has one in the file, by number and in that order."""
        self._contents = array("q", bytes(8 * len(proposals)))
        """What each proposal says, as a hash: two that stand far apart are compared without unpacking either."""
        self._proposals = proposals
        self._known = known
        self._debate_day = debate_day
        self._claims: dict[int, int] = {}
        self._crowded: dict[int, list[int]] = defaultdict(list)
        self._by_title: set[int] = set()
        self._undivided: set[int] = set()
        """The proposals of which it is told only when all were matched whether they are a record's that is there."""
        self._titles: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._first: dict[int, int] = {}
        """The first proposal with a number, paper or title, by its hash: the keys would fill the memory."""
        self._prose = Prose(known)

    def match(self, start: int) -> int:
        """Match the next proposals, and give where to go on."""
        end = min(start + AT_ONCE, len(self._proposals))
        for number in range(start, end):
            self._match(number, self._proposals[number])
        return end

    def is_surely_new(self, number: int) -> bool:
        """Tell whether a proposal that was matched makes a record, whatever those after it are."""
        is_told = self.targets[number] or number in self.questions or number in self.twins
        return not is_told and number not in self._undivided

    def identity(self, number: int, proposal: Proposal) -> Identity:
        """Give the identity of a proposal."""
        day, values = self._day_of_debate(number, proposal), proposal.values
        in_doubt = [one.field for one in proposal.doubts if one.field in DAY_FIELDS] if proposal.doubts else ()
        if in_doubt:  # a day that may be another tells no two records apart
            day, values = None, {name: value for name, value in values.items() if name not in in_doubt}
        return identity_of(proposal.kind, values, proposal.reference, day)

    def day(self, number: int, proposal: Proposal) -> date | None:
        """Give the day on which what is proposed was made."""
        return made_on(proposal.values) or self._day_of_debate(number, proposal)

    def _day_of_debate(self, number: int, proposal: Proposal) -> date | None:
        debate = proposal.values.get("debate")
        return None if debate is None else self._debate_day(self._proposals.file_of(number), debate)

    # --- one by one ---------------------------------------------------------------------------------------------------

    def _match(self, number: int, proposal: Proposal) -> None:
        sought = self.identity(number, proposal)
        for name in (sought.reference, *sought.numbers, proposal.key.upper()):
            if name:
                self.by_reference.setdefault((self._proposals.file_of(number), name), number)
        self._contents[number] = content_of(proposal)
        if sought.reference:
            self.references[number] = sought.reference
        by_key = self._by_key(number, sought)
        if by_key is not None:
            if by_key:
                self._claim(number, by_key)
            return
        if self._twin(number, sought):
            return
        self._by_likeness(number, proposal, sought)

    def _by_key(self, number: int, sought: Identity) -> int | None:
        """Give the record that a reference, number or paper leads to, 0 where that is a question; None: no key does."""
        found = dict.fromkeys(self._known.by_numbers(sought.kind, sought.numbers))
        if not found:
            found = dict.fromkeys(self._known.by_papers(sought.kind, sought.papers))
        referred = self._known.by_reference(sought.reference) if sought.reference else None
        if referred is not None:
            record_id, is_deleted = referred
            if is_deleted:
                self.buried[number] = record_id
            elif record_id not in self._known.identities(sought.kind):
                self._ask(number, _OTHER_KIND, (record_id,))
                return 0
            elif not found and not self._agrees(sought, record_id):
                self._ask(number, _OTHER_RECORD, (record_id,))
                return 0
            elif found and record_id not in found:
                self._ask(number, _TWO_RECORDS, (record_id, *found))
                return 0
            else:
                return record_id
        if len(found) > 1:
            self._ask(number, _SEVERAL, found)
            return 0
        return next(iter(found), None)

    def _agrees(self, sought: Identity, record_id: int) -> bool:
        known = self._known.identity(sought.kind, record_id)
        return not sought.title or fuzz.ratio(sought.title, known.title) >= _AGREES

    def _twin(self, number: int, sought: Identity) -> bool:
        """See whether an earlier proposal is the same new record."""
        keys: list[Hashable] = [("number", one) for one in sought.numbers]
        keys += [("paper", sought.kind, one) for one in sought.papers]
        if sought.reference:
            keys.append(("reference", self._proposals.file_of(number), sought.reference))
        titled = ("title", sought.kind, sought.title, sought.day, sought.numbers, sought.papers)
        for key in (*keys, titled):
            twin = self._first.setdefault(hash(key), number)
            if twin == number:
                continue
            if sought.reference and self.references.get(twin, sought.reference) != sought.reference:
                continue  # the file itself tells them apart
            if self._contents[number] == self._contents[twin]:
                self.twins[number] = twin
                return True
            if key is not titled:
                self.questions[number] = Question(_TWICE, (), twin)
                return True
        return False

    def _by_likeness(self, number: int, proposal: Proposal, sought: Identity) -> None:
        if not sought.title or (not proposal.passages and not self._known.identities(sought.kind)):
            return
        if proposal.passages:
            self._prose.hear(number, proposal)
        same = [
            record_id
            for record_id in self._known.by_title(sought.kind, sought.title)
            if not contradicts(sought, self._known.identity(sought.kind, record_id))
        ]
        if len(same) == 1:
            self._by_title.add(number)
            self._claim(number, same[0])
        elif same:
            self._titles[sought.title_key].append(number)
            self._undivided.add(number)
        elif proposal.passages:
            self._undivided.add(number)
            self._prose.take(number, proposal, sought)
        else:
            near = self._known.near(sought)
            if near:
                self._ask(number, _NEARLY, near)

    def _claim(self, number: int, record_id: int) -> None:
        self.targets[number] = record_id
        first = self._claims.setdefault(record_id, number)
        if first != number:
            self._crowded[record_id].append(number)

    def _ask(self, number: int, why: Text, candidates: Iterable[int]) -> None:
        self.questions[number] = Question(why, tuple(candidates)[:_MOST_CANDIDATES])

    # --- those that stand in each other's way -------------------------------------------------------------------------

    def settle(self, agreement: Agreement) -> None:
        """Divide records among the proposals that mean the same one, once all were matched."""
        for record_id, others in self._crowded.items():
            self._settle_crowd(record_id, [self._claims[record_id], *others], agreement)
        for (kind, title), numbers in self._titles.items():
            free = [one for one in self._known.by_title(kind, title) if one not in self._claims]
            self._divide(numbers, free, agreement)
        for number, asked in self._prose.settle(self.targets, self._claims, self._claim).items():
            self.questions[number] = Question(_ALIKE, asked.candidates, is_rather_new=asked.is_rather_new)

    def _settle_crowd(self, record_id: int, numbers: Sequence[int], agreement: Agreement) -> None:
        kept = numbers[0]
        if all(number in self._by_title for number in numbers) and len(numbers) <= _LARGEST_GROUP:
            kept = max(numbers, key=lambda number: (agreement(number, record_id), -number))
        for number in numbers:
            if number == kept:
                continue
            self.targets[number] = 0
            if self._contents[number] == self._contents[kept]:
                self.twins[number] = kept
            else:
                self.questions[number] = Question(_TWICE, (record_id,), kept)

    def _divide(self, numbers: Sequence[int], free: Sequence[int], agreement: Agreement) -> None:
        if len(numbers) > _LARGEST_GROUP or len(free) > _LARGEST_GROUP:
            for number in numbers:
                self._ask(number, _SEVERAL, free)
            return
        pairs = sorted(_pairs(numbers, free, agreement), key=lambda pair: (-pair[0], pair[1], pair[2]))
        placed: dict[int, int] = {}
        for score, number, record_id in pairs:
            if score > 0 and number not in placed and record_id not in placed.values():
                placed[number] = record_id
                self.targets[number] = record_id
        for number in numbers:
            if number not in placed:
                self._ask(number, _SEVERAL, [one for one in free if one not in placed.values()])


def _pairs(
    numbers: Sequence[int], records: Sequence[int], agreement: Agreement
) -> Iterator[tuple[int, int, int]]:  # fmt: skip
    for number in numbers:
        for record_id in records:
            yield agreement(number, record_id), number, record_id


_OTHER_KIND = Text("Dit nummer is hier van een record van een andere soort.", "This reference is of another kind here.")
_OTHER_RECORD = Text(
    "Dit nummer is in dit register van een record met een heel andere titel.",
    "In this register this reference is of a record with quite another title.",
)
_TWO_RECORDS = Text(
    "Het nummer wijst naar een ander record dan de vindplaats of het Kamernummer.",
    "The reference leads to another record than the citation or the Chamber’s number.",
)
_SEVERAL = Text("Meer dan één record past hierbij.", "More than one record fits.")
_NEARLY = Text("De titel is bijna gelijk aan die van een ander record.", "The title is nearly that of another record.")
_ALIKE = Text(
    "Dit lijkt te gaan over een record dat er al is.", "This seems to be about a record that is there already."
)
_TWICE = Text(
    "Dit staat twee keer in het bestand, met verschillende inhoud.", "This stands in the file twice, and differs."
)
