"""How well a letter was read: each record that it holds, and each thing it says of it, counted as found or missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.exchange.letters.texts import Expected, OwnLetter
from tracker.basics.folding import fold
from tracker.records.proposal import FileReading, Link, Proposal, ProposedRow, Sureness


@dataclass
class Score:
    found: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    """What is proposed as sure and does not stand in the letter."""

    def ask(self, is_found: bool, what: str) -> None:
        self.wanted += 1
        self.found += is_found
        if not is_found:
            self.misses.append(what)

    @property
    def rate(self) -> float:
        return self.found / self.wanted if self.wanted else 1.0


def score_of(reading: FileReading, own: OwnLetter) -> Score:
    """Compare a reading with what the letter holds."""
    score = Score()
    letters = [row for row in reading.rows if row.entity == "letter"]
    for name, value in own.letter.items():
        said = letters[0].values.get(name)
        score.ask(said == value, f"letter {name}: {said!r}, not {value!r}")
    for cited in own.earlier:
        score.ask(any(row.values.get("citation") == cited for row in letters[1:]), f"earlier letter {cited}")
    matched: set[int] = set()
    for one in own.records:
        proposal = find(reading.proposals, one, matched)
        score.ask(proposal is not None, f"{one.kind} “{one.known_by}”")
        if proposal is not None:
            matched.add(id(proposal))
            _compare(score, proposal, one, reading.rows)
        else:
            score.wanted += len(one.values) + len(one.deadlines) + (one.kind in {"motion", "commitment"})
    for other in reading.proposals:
        if id(other) not in matched and other.sureness is Sureness.SURE:
            score.extra.append(f"{other.kind} “{other.values.get('title')}”")
    return score


def find(proposals: Sequence[Proposal], one: Expected, matched: Iterable[int] = ()) -> Proposal | None:
    """Give the proposal for a record: by its title, number or citation."""
    wanted = fold(one.known_by)
    taken = set(matched)
    for proposal in proposals:
        if proposal.kind != one.kind or id(proposal) in taken:
            continue
        names = ("title", "citation", "number", "official_number")
        if any(wanted in fold(str(proposal.values.get(name, ""))) for name in names):
            return proposal
    return None


def _compare(score: Score, proposal: Proposal, one: Expected, rows: Sequence[ProposedRow]) -> None:
    for name, value in one.values.items():
        said = shown(proposal.values.get(name))
        score.ask(said == value, f"{one.kind} “{one.known_by}” {name}: {said!r}, not {value!r}")
    if one.kind in {"motion", "commitment"}:
        ending = str(proposal.ending or "")
        score.ask(ending == one.ending, f"{one.kind} “{one.known_by}” ends {ending!r}, not {one.ending!r}")
    wordings = [part.values["wording"] for part in proposal.parts if part.entity == "deadline"]
    for wording in one.deadlines:
        score.ask(
            any(fold(wording) in fold(said) or fold(said) in fold(wording) for said in wordings),
            f"{one.kind} “{one.known_by}” deadline “{wording}” not in {wordings}",
        )
    if one.settled_letter is not None:
        link = proposal.values.get("settled_letter")
        row = next((row for row in rows if isinstance(link, Link) and row.key == link.key), None)
        said = row.values.get("citation") if row else None
        score.ask(
            said == one.settled_letter, f"{one.kind} “{one.known_by}” settled by {said!r}, not {one.settled_letter!r}"
        )


def shown(value: Any) -> Any:
    """Give members as people write them."""
    if isinstance(value, tuple) and value and hasattr(value[0], "text"):
        return tuple(each.text() for each in value)
    return value
