"""What hangs together with a record: two steps deep, each record once, and not without end."""

from __future__ import annotations

from tests import builders as build
from tracker.services.surroundings import MOST_NODES, surroundings
from tracker.store.record_store import Store


def test_two_steps_are_shown_with_words_from_the_inside_out(store: Store) -> None:
    middle, near, far, beyond = (build.action(store) for _ in range(4))
    build.relation(store, near, "onderdeel van", middle)
    build.relation(store, far, "herhaalt", near)
    build.relation(store, beyond, "herhaalt", far)
    shown = surroundings(store, middle.id)
    assert shown is not None
    assert [(node.id, node.parent, node.words) for node in shown.nodes] == [
        (middle.id, None, ""), (near.id, middle.id, "omvat"), (far.id, near.id, "herhaald door"),
    ]  # fmt: skip


def test_what_the_record_points_at_stands_above_with_all_behind_it(store: Store) -> None:
    middle, goal, further, part = (build.action(store) for _ in range(4))
    build.relation(store, middle, "draagt bij aan", goal)
    build.relation(store, further, "draagt bij aan", goal)
    build.relation(store, part, "onderdeel van", middle)
    shown = surroundings(store, middle.id)
    assert shown is not None
    assert {node.id: node.is_above for node in shown.nodes[1:]} == {goal.id: True, further.id: True, part.id: False}


def test_a_record_reached_twice_stands_once_and_names_the_other_way(store: Store) -> None:
    middle, one, other = (build.action(store) for _ in range(3))
    build.relation(store, one, "onderdeel van", middle)
    build.relation(store, other, "onderdeel van", middle)
    build.relation(store, one, "wacht op", other)
    shown = surroundings(store, middle.id)
    assert shown is not None
    across = {node.id: node.across for node in shown.nodes}
    assert across == {
        middle.id: (), one.id: (f"wacht op {other.reference}",),
        other.id: (f"wordt afgewacht door {one.reference}",),
    }  # fmt: skip


def test_too_many_are_counted_but_left_out(store: Store) -> None:
    middle = build.action(store)
    for _ in range(MOST_NODES + 2):
        build.relation(store, build.action(store), "onderdeel van", middle)
    shown = surroundings(store, middle.id)
    assert shown is not None
    assert (len(shown.nodes), shown.left_out) == (MOST_NODES, 3)


def test_deleted_records_are_left_out(store: Store) -> None:
    middle, gone = build.action(store), build.action(store)
    build.relation(store, gone, "onderdeel van", middle)
    build.delete(store, gone)
    shown = surroundings(store, middle.id)
    assert shown is not None
    assert len(shown.nodes) == 1


def test_an_unknown_record_has_none(store: Store) -> None:
    assert surroundings(store, 99) is None
