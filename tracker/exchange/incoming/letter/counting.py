"""What became of every sentence of a letter, counted once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tracker.basics.language import Text
from tracker.exchange.incoming.letter.context import Letter
from tracker.exchange.incoming.letter.frame import Frame, is_about_end
from tracker.records.proposal import Account, NotUnderstood, Passage, Proposal

_NOTHING = Text(
    "In deze zin is geen motie, toezegging, actie of termijn gevonden.",
    "No motion, commitment, action or deadline was found in this sentence.",
)


def account_of(letter: Letter, proposals: Sequence[Proposal], frame: Frame) -> Account:
    """Count the sentences: taken into a proposal, headings and what is about the letter itself, or not understood."""
    account = Account()
    covered = _Covered([passage for one in proposals for passage in one.passages])
    for paragraph in letter.document.paragraphs:
        for sentence in letter.sentences_of(paragraph):
            account.read += 1
            if covered.holds(sentence.passage):
                account.taken += 1
            elif paragraph.level or is_about_end(paragraph, frame):
                account.structure += 1
            else:
                account.not_understood.append(NotUnderstood(sentence.place, sentence.text, _NOTHING))
    return account


class _Covered:
    """The pieces of the text that proposals were read from, joined, so that each question costs a search."""

    def __init__(self, passages: list[Passage]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for one in sorted(set(passages), key=lambda each: each.start):
            if self._ends and one.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], one.end)
            else:
                self._starts.append(one.start)
                self._ends.append(one.end)

    def holds(self, passage: Passage) -> bool:
        place = bisect_right(self._starts, passage.start) - 1
        return place >= 0 and passage.end <= self._ends[place]
