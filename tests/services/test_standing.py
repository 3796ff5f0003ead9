"""What chosen records have now: values counted by field, in turns."""

from __future__ import annotations

from tests import builders as build
from tracker.basics.language import Language
from tracker.records.field import FieldSpec, field_of
from tracker.records.record_base import RecordBase
from tracker.services.rehearsal import RECORDS_A_TURN
from tracker.services.standing import Standing
from tracker.store.record_store import Store


def _spec(name: str) -> FieldSpec:
    found = field_of(RecordBase, name)
    assert found is not None
    return found


def test_values_are_counted_the_most_frequent_first_and_nothing_has_a_word(store: Store) -> None:
    ids = [build.motion(store, owner=owner).id for owner in ("Sanne", None, None, "Daan", None)]
    owner = _spec("owner")
    standing = Standing(store, ids, [owner])
    standing.go_on()
    assert standing.values(owner) == [("niemand", 3), ("Daan", 1), ("Sanne", 1)]
    assert standing.told(owner) == "niemand (3), Daan (1), Sanne (1)"
    assert standing.differing(owner).nl == "3 waarden"


def test_one_value_for_all_stands_there_without_a_number(store: Store) -> None:
    ids = [build.motion(store, theme="zorg").id, build.commitment(store, theme="zorg").id]
    theme = _spec("theme")
    standing = Standing(store, ids, [theme], Language.ENGLISH)
    standing.go_on()
    assert standing.told(theme) == "zorg"
    assert standing.differing(theme).en == "the same everywhere"


def test_of_many_values_a_line_tells_the_first_few(store: Store) -> None:
    ids = [build.motion(store, theme=f"thema {at}").id for at in range(6)]
    theme = _spec("theme")
    standing = Standing(store, ids, [theme])
    standing.go_on()
    assert standing.told(theme) == "thema 0 (1), thema 1 (1), thema 2 (1), thema 3 (1), …"


def test_many_records_are_counted_in_turns(store: Store) -> None:
    ids = [build.motion(store).id] * (RECORDS_A_TURN + 1)
    standing = Standing(store, ids, [_spec("theme")])
    assert standing.go_on()
    assert not standing.is_done
    assert not standing.go_on()
    assert standing.is_done
