"""What hangs together with a record, two steps deep: a tree around it, and the relations that run across."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.basics.language import Language
from tracker.records.relation import relation_words
from tracker.records.snapshot import Summary
from tracker.store.record_store import Store

STEPS_DEEP = 2
MOST_NODES = 24


@dataclass(frozen=True, slots=True)
class Node:
    """One record. ``parent`` is the record it was reached from, ``words`` how that one relates to it.

    ``is_above``: the middle record points this way (it is part of it, carries it out); below stands what points at it.
    ``across`` are further relations with records in the picture, as sentences from this record's side.
    """

    summary: Summary
    parent: int | None = None
    words: str = ""
    is_above: bool = False
    across: tuple[str, ...] = ()

    @property
    def id(self) -> int:
        """Give the id of the record."""
        return self.summary.id


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The records around one, the middle one first, each after its parent; ``left_out`` did not fit."""

    nodes: tuple[Node, ...]
    left_out: int

    @property
    def middle(self) -> Node:
        """Give the record that it is all about."""
        return self.nodes[0]


@dataclass(frozen=True, slots=True)
class _Edge:
    id: int
    start: int
    how: str
    end: int

    def other(self, side: int) -> int:
        return self.end if side == self.start else self.start

    def words(self, side: int, language: Language) -> str:
        return relation_words(self.how, reversed_side=side != self.start, language=language)


def surroundings(store: Store, record_id: int, language: Language = Language.DUTCH) -> Surroundings | None:
    """Give what hangs together with a record, or None where it is gone."""
    edges: dict[int, _Edge] = {}
    reached: dict[int, _Edge | None] = {record_id: None}
    parents: dict[int, int] = {}
    level, left_out = [record_id], set[int]()
    for _ in range(STEPS_DEEP):
        edges |= _edges_of(store, level)
        following: list[int] = []
        for one in level:
            for edge in (found for found in edges.values() if one in {found.start, found.end}):
                other = edge.other(one)
                if other in reached:
                    continue
                if len(reached) >= MOST_NODES:
                    left_out.add(other)
                    continue
                reached[other], parents[other] = edge, one
                following.append(other)
        level = following
    summaries = {one.id: one for one in store.summaries(list(reached))}
    if record_id not in summaries:
        return None
    used = set(reached.values())
    across = [edge for edge in edges.values() if edge not in used and {edge.start, edge.end} <= set(reached)]
    nodes = _in_tree_order(record_id, reached, parents)
    return Surroundings(
        tuple(_node(summaries, one, parents, reached, across, language) for one in nodes if one in summaries),
        len(left_out),
    )


def _edges_of(store: Store, ids: list[int]) -> dict[int, _Edge]:
    found = (part for parts in store.parts_of(ids).values() for part in parts.relations)
    return {part.id: _Edge(part.id, part["record_id"], part["how"], part["to_id"]) for part in found}


def _in_tree_order(record_id: int, reached: Iterable[int], parents: dict[int, int]) -> list[int]:
    order = [record_id]
    for child in reached:
        if parents.get(child) == record_id:
            order += [child, *(one for one in reached if parents.get(one) == child)]
    return order


def _node(
    summaries: dict[int, Summary], record_id: int, parents: dict[int, int], reached: dict[int, _Edge | None],
    across: list[_Edge], language: Language,
) -> Node:  # fmt: skip
    further = tuple(
        f"{edge.words(record_id, language)} {summaries[edge.other(record_id)].reference}"
        for edge in across
        if record_id in {edge.start, edge.end} and edge.other(record_id) in summaries
    )
    edge, parent = reached[record_id], parents.get(record_id)
    if edge is None or parent is None:
        return Node(summaries[record_id], across=further)
    branch = edge
    while (above := parents.get(parent)) is not None and (inner := reached[parent]) is not None:
        branch, parent = inner, above
    first = parents[record_id]
    return Node(summaries[record_id], first, edge.words(first, language), branch.start == parent, further)
