"""The records of the register by all that they can be known again by: read once, then asked without a query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from rapidfuzz import fuzz

from tracker.basics.folding import fold
from tracker.services.importing.identity import (
    Identity,
    contradicts,
    has_another_number,
    identifying_fields,
    identity_of,
)
from tracker.services.importing.resemblance import Likeness, Resemblance
from tracker.store.record_store import Store

_Key = TypeVar("_Key", bound=Hashable)
NEARLY_THE_SAME = 90
"""Of a hundred: how much of two titles must agree before somebody is asked whether they are one."""
NAMED = frozenset(("programme", "operational_action", "instrument"))
"""Kinds of which a title is a name."""
_MOST_READ = 3_000
"""Of more records of a kind only those with a title that is alike are read whole: that would take seconds."""
_BLOCK = 14
_LARGEST_BLOCK = 200
"""Of more titles that begin (or end) alike than this, none is compared: they say too little."""


class KnownRecords:
    """Identities of all records, by kind as each is first asked for. ``without`` is left out of it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._identities: dict[str, dict[int, Identity]] = {}
        self._references: dict[str, tuple[int, str, bool]] | None = None
        self._numbers: dict[str, dict[str, list[int]]] = {}
        self._papers: dict[str, dict[Hashable, list[int]]] = {}
        self._titles: dict[str, dict[str, list[int]]] = {}
        self._near: dict[str, NearTitles] = {}
        self._alike: dict[str, Resemblance] = {}
        self._debate_days: dict[int, date] | None = None

    def identity(self, kind: str, record_id: int) -> Identity:
        """Give the identity of a record."""
        return self._of_kind(kind)[record_id]

    def identities(self, kind: str) -> dict[int, Identity]:
        """Give the identities of all records of a kind, by id."""
        return self._of_kind(kind)

    def by_reference(self, reference: str) -> tuple[int, bool] | None:
        """Give the id of a record, and whether it is deleted."""
        if self._references is None:
            columns = [dict(self._store.column("record", name)) for name in ("reference", "kind", "deleted")]
            self._references = {
                name: (row_id, str(columns[1][row_id]), bool(columns[2][row_id])) for row_id, name in columns[0].items()
            }
        found = self._references.get(reference)
        return None if found is None else (found[0], found[2])

    def by_numbers(self, kind: str, numbers: Iterable[str]) -> list[int]:
        """Give the records of a kind that have one of these numbers."""
        self._of_kind(kind)
        return _gathered(self._numbers[kind], numbers)

    def by_papers(self, kind: str, papers: Iterable[Hashable]) -> list[int]:
        """Give the records of a kind that have one of these papers as their own."""
        self._of_kind(kind)
        return _gathered(self._papers[kind], papers)

    def by_title(self, kind: str, title: str) -> list[int]:
        """Give the records of a kind with this title, folded."""
        self._of_kind(kind)
        return self._titles[kind].get(title, [])

    def near(self, sought: Identity) -> list[int]:
        """Give the records with nearly the same title that can be the same, the most alike first."""
        known = self._of_kind(sought.kind)
        if not known:
            return []
        if sought.kind not in self._near:
            self._near[sought.kind] = NearTitles((row_id, one.title) for row_id, one in known.items())
        found = self._near[sought.kind].like(sought.title)
        return [row_id for row_id in found if not contradicts(sought, known[row_id])]

    def alike(self, sought: Identity, told: str) -> list[Likeness]:
        """Give the records that prose can be about, the most alike first; ``told`` is what it says beside the title."""
        known = self._of_kind(sought.kind)
        if sought.kind not in self._alike:
            self._alike[sought.kind] = Resemblance(
                ((row_id, one.title) for row_id, one in known.items()), are_names=sought.kind in NAMED
            )
        found = self._alike[sought.kind].like(sought.title, told)
        return [one for one in found if not has_another_number(sought, known[one.record_id])]

    def texts(self, kind: str, likely: Iterable[int]) -> list[tuple[int, str]]:
        """Give all that the register says of each record of a kind, folded; of very many only of the likely ones."""
        known = self._of_kind(kind)
        return self._store.texts(sorted(likely if len(known) > _MOST_READ else known))

    def told_before(self, wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str], list[int]]:
        """Give the records of which a state of affairs says just this, for each kind and text (folded) asked for."""
        texts = {text for _, text in wanted}
        if not texts:
            return {}
        of = dict(self._store.column("progress_note", "record_id"))
        holders: dict[str, list[int]] = defaultdict(list)
        for row_id, words in self._store.column("progress_note", "text"):
            if (text := fold(str(words))) in texts:
                holders[text].append(of[row_id])
        return {
            (kind, text): list(dict.fromkeys(one for one in holders.get(text, ()) if one in self._of_kind(kind)))
            for kind, text in wanted
        }

    def _of_kind(self, kind: str) -> dict[int, Identity]:
        if kind not in self._identities:
            self._identities[kind] = dict(self._read(kind))
            numbers: dict[str, list[int]] = defaultdict(list)
            papers: dict[Hashable, list[int]] = defaultdict(list)
            titles: dict[str, list[int]] = defaultdict(list)
            for row_id, one in self._identities[kind].items():
                titles[one.title].append(row_id)
                for number in one.numbers:
                    numbers[number].append(row_id)
                for paper in one.papers:
                    papers[paper].append(row_id)
            self._numbers[kind], self._papers[kind], self._titles[kind] = numbers, papers, titles
        return self._identities[kind]

    def _read(self, kind: str) -> Iterator[tuple[int, Identity]]:
        names = identifying_fields(kind)
        columns = {name: dict(self._store.column(kind, name)) for name in (*names, "reference")}
        days = self._days_of_debates() if "debate" in names else {}
        for row_id, reference in columns.pop("reference").items():
            values = {name: column[row_id] for name, column in columns.items()}
            yield row_id, identity_of(kind, values, str(reference), days.get(values.get("debate") or 0))

    def _days_of_debates(self) -> dict[int, date]:
        if self._debate_days is None:
            self._debate_days = {row.id: row["day"] for row in self._store.rows("debate") if row["day"]}
        return self._debate_days


class NearTitles:
    """Titles that begin or end alike, kept together, so that a title is compared with few others."""

    def __init__(self, titles: Iterable[tuple[int, str]]) -> None:
        self._blocks: dict[str, list[int]] = defaultdict(list)
        self._titles: dict[int, str] = {}
        for row_id, title in titles:
            self.add(row_id, title)

    def add(self, row_id: int, title: str) -> None:
        """Take a title in."""
        self._titles[row_id] = title
        for block in _blocks(title):
            self._blocks[block].append(row_id)

    def like(self, title: str) -> list[int]:
        """Give the titles that are nearly the same, the most alike first."""
        found: dict[int, float] = {}
        for block in _blocks(title):
            some = self._blocks.get(block, ())
            if len(some) > _LARGEST_BLOCK:
                continue
            for row_id in some:
                if row_id not in found:
                    found[row_id] = fuzz.ratio(title, self._titles[row_id], score_cutoff=NEARLY_THE_SAME)
        near = [row_id for row_id, score in found.items() if score]
        return sorted(near, key=lambda row_id: -found[row_id])


def _blocks(title: str) -> tuple[str, ...]:
    if len(title) < _BLOCK:
        return ("=" + title,) if title else ()
    return "<" + title[:_BLOCK], ">" + title[-_BLOCK:]


def _gathered(by_key: Mapping[_Key, list[int]], keys: Iterable[_Key]) -> list[int]:
    return list(dict.fromkeys([row_id for key in keys for row_id in by_key.get(key, ())])) if by_key else []
