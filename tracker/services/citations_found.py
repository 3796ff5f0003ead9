"""Citations in what somebody typed or pasted, and records that have the same paper as their own, in whatever form."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from tracker.records.citation import Citation, read_citations
from tracker.records.kind import Kind
from tracker.records.snapshot import Summary
from tracker.store.cited import own_citations
from tracker.store.record_store import Store

_FIGURES = re.compile(r"\d{2,}")
_NO_MORE_THAN_SIGNS = re.compile(r"[\W_]*")
# what leads to a citation and says nothing by itself
_LEADS = re.compile(r"[\W_]*(?:zie|zie ook|vergelijk|vgl|aldus|in|en|see|see also|cf|and)\b[\W_]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundCitations:
    """The papers in a text, each once, and the words around them; "" where there were none to speak of."""

    citations: tuple[Citation, ...]
    left_out: str

    @property
    def canonical(self) -> tuple[str, ...]:
        """Give the citations in their one written form."""
        return tuple(one.canonical for one in self.citations)


def find_citations(text: str) -> FoundCitations:
    """Find the citations in a text, and what else stands in it."""
    found = read_citations(text)
    left = text
    for one in dict.fromkeys(citation.text for citation in found):
        left = left.replace(one, " … ", 1)
    words = " ".join(left.split())
    pieces = [piece for piece in words.split("…") if not _says_nothing(piece)]
    left_out = words.strip(" …") if pieces else ""
    return FoundCitations(tuple({one.key: one for one in reversed(found)}.values())[::-1], left_out if found else "")


def records_with_same_paper(
    store: Store, kind: Kind, cited: Iterable[Citation], *, without: int | None = None
) -> list[Summary]:
    """Give the records of a kind that have one of these papers as their own citation, in any form."""
    found: dict[int, None] = {}
    for citation in cited:
        for row_id, text in own_citations(store, kind, _figures_of(citation)):
            if row_id != without and citation.key in _keys(text):
                found[row_id] = None
    return store.summaries(list(found))


def _says_nothing(piece: str) -> bool:
    return _NO_MORE_THAN_SIGNS.fullmatch(piece) is not None or _LEADS.fullmatch(piece) is not None


def _figures_of(citation: Citation) -> str:
    """Give figures that stand in every form of a citation: of its dossier, else of its number."""
    figures = _FIGURES.search(citation.dossier or citation.number or "")
    return figures[0] if figures else ""


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[Citation, ...]:
    return tuple(read_citations(text))


def _keys(text: str) -> set[Hashable]:
    return {citation.key for citation in _read(text)}
