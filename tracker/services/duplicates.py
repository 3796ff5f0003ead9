"""Records that seem to be one: the same number, the same paper in any form, or nearly the same title and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from tracker.basics.language import Text
from tracker.records.registry import KINDS
from tracker.services.importing.identity import Identity, contradicts
from tracker.services.importing.known_records import KnownRecords, NearTitles
from tracker.store.record_store import Store

Progress = Callable[[int, int], None]
"""Hears how many of how many records were looked at; may raise Cancelled."""
_BETWEEN_PROGRESS = 500
_SAME_NUMBER = Text("hetzelfde Kamernummer", "the same Chamber number")
_SAME_PAPER = Text("dezelfde vindplaats", "the same citation")
_SAME_TITLE = Text("dezelfde titel", "the same title")
_NEAR_TITLE = Text("bijna dezelfde titel", "nearly the same title")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two records of one kind that seem to be one, and why. ``first`` is the older of them."""

    first: int
    second: int
    why: Text
    is_sure: bool

    @property
    def key(self) -> tuple[str, ...]:
        """Give what tells this pair from all others, for who says that they are two."""
        return "duplicate", str(self.first), str(self.second)


def find_duplicates(store: Store, progress: Progress | None = None) -> list[Duplicate]:
    """Give all pairs, the surest first. Of three alike, each later one is paired with the first. Any thread will do."""
    known = KnownRecords(store)
    of_kinds = [known.identities(kind.table) for kind in KINDS]
    total, done = sum(map(len, of_kinds)), 0
    found: dict[tuple[int, int], Duplicate] = {}
    for identities in of_kinds:
        for one in _by_keys(identities):
            found.setdefault((one.first, one.second), one)
        near = NearTitles(())
        for record_id, identity in identities.items():
            for other in near.like(identity.title):
                if not contradicts(identity, identities[other]):
                    is_same = identities[other].title == identity.title
                    why = _SAME_TITLE if is_same else _NEAR_TITLE
                    found.setdefault((other, record_id), Duplicate(other, record_id, why, is_sure=False))
                    break
            near.add(record_id, identity.title)
            done += 1
            if progress is not None and done % _BETWEEN_PROGRESS == 0:
                progress(done, total)
    return sorted(found.values(), key=lambda one: (not one.is_sure, one.first, one.second))


def _by_keys(identities: dict[int, Identity]) -> Iterator[Duplicate]:
    yield from _paired(((key, row_id) for row_id, one in identities.items() for key in one.numbers), _SAME_NUMBER)
    yield from _paired(((key, row_id) for row_id, one in identities.items() for key in one.papers), _SAME_PAPER)


def _paired(keyed: Iterable[tuple[Hashable, int]], why: Text) -> Iterator[Duplicate]:
    by_key: dict[Hashable, list[int]] = defaultdict(list)
    for key, row_id in keyed:
        by_key[key].append(row_id)
    for ids in by_key.values():
        for other in ids[1:]:
            yield Duplicate(ids[0], other, why, is_sure=True)
