"""Any register goes out and comes in again the same: every kind, every field, with awkward texts and lists."""

from __future__ import annotations

import itertools
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import builders as build
from tests.services.importing.proposing import all_unchanged
from tests.services.importing.round_trip import contents, plan_for, taken_in, written
from tracker.basics.folding import clean
from tracker.records.entity import model_of
from tracker.records.field import fields_of
from tracker.records.registry import KINDS
from tracker.records.relation import RELATIONS
from tracker.records.value_type import Area, Choice, Day, Items, Line, ListOf, Money, Reference, ValueType, Whole, YesNo
from tracker.services.drafting import Draft
from tracker.store.integrity import check
from tracker.store.record_store import Store

FEW = settings(deadline=None, max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
_SIGNS = "ab é=+-@'\";|()[]_x0041_<>&\n\t (vervolg 2)"
TEXTS = st.one_of(st.text(_SIGNS, max_size=30), st.text(max_size=12)).map(lambda text: clean(text)[0])
LINES = TEXTS.map(lambda text: " ".join(text.split()))
DAYS = st.dates(date(1850, 1, 1), date(2200, 1, 1))


def values_of(value_type: ValueType, ids: dict[str, int]) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one a type
    """Give any value of a type, as the register can hold it."""
    match value_type:
        case Choice():
            return st.sampled_from([code for code, _ in value_type.words])
        case Area():
            return TEXTS.map(lambda text: text.strip() or None)
        case Line():
            return LINES.map(lambda text: text or None)
        case Day():
            return DAYS
        case Whole():
            return st.integers(-(2**53), 2**53)
        case Money():
            return st.decimals(-(10**12), 10**12, places=2)
        case YesNo():
            return st.booleans()
        case Reference():
            return st.just(ids[value_type.entity])
        case ListOf():
            one = values_of(value_type.of, ids).filter(lambda value: value is not None)
            return st.lists(one, max_size=3, unique=True).map(tuple)
        case Items():
            parts = {spec.name: st.none() | values_of(spec.type, ids) for spec in value_type.item.parts()}
            yes_no = {spec.name for spec in value_type.item.parts() if isinstance(spec.type, YesNo)}
            many = {spec.name for spec in value_type.item.parts() if spec.type.many}
            parts |= {name: st.booleans() for name in yes_no} | {name: st.just(()) for name in many}
            return st.lists(st.builds(value_type.item, **parts), max_size=2).map(tuple)
    raise AssertionError(value_type)


def rows_of(entity: str, ids: dict[str, int]) -> st.SearchStrategy[dict[str, Any]]:
    """Give any values of the fields of an entity."""
    found = {}
    for spec in fields_of(model_of(entity)):
        some = values_of(spec.type, ids)
        if spec.required:
            found[spec.name] = some.filter(bool)
        else:
            empty = () if spec.type.many else False if isinstance(spec.type, YesNo) else None
            found[spec.name] = st.just(empty) | some
    return st.fixed_dictionaries(found)


@pytest.fixture(scope="module")
def numbers() -> itertools.count[int]:
    return itertools.count()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty register once; each example works on copies."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    build.new_store(path).close()
    return path


def copied(empty: Path, path: Path) -> Store:
    shutil.copy(empty, path)
    return build.open_store(path)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.code for kind in KINDS])
@FEW
@given(data=st.data())
def test_any_record_of_any_kind(
    kind: Any, data: st.DataObject, tmp_path: Path, empty: Path, numbers: itertools.count[int]
) -> None:
    number = next(numbers)
    with copied(empty, tmp_path / f"{number}.db") as store, copied(empty, tmp_path / f"{number}-in.db") as other:
        fill(store, kind, data)
        file = written(store, tmp_path / f"{number}.xlsx")
        plan = taken_in(other, file)
        assert plan.readings[0].account.adds_up
        assert contents(other) == contents(store)
        assert check(other) == []
        again = plan_for(other, file)
        assert all_unchanged(again)
        assert again.changed_rows() == []


def fill(store: Store, kind: Any, data: st.DataObject) -> None:
    """Make a record with all that can hang on it, and the rows that it points at."""
    ids = {
        "organisation": build.organisation(store, "OM").id,
        "person": build.person(store, "Sanne de Vries", "sanne@minjenv.nl"),
    }
    draft = Draft(store)
    ids["debate"] = draft.make("debate", exact("debate", data, ids))
    ids["letter"] = draft.make("letter", exact("letter", data, ids), number=store.new_letter_number())
    records = []
    for _ in range(2):
        values = data.draw(rows_of(kind.table, ids))
        records.append(draft.make_record(kind, _as_values(values))[0])
    for entity in ("deadline", "progress_note", "evidence"):
        hung = data.draw(rows_of(entity, ids))
        if entity == "deadline":
            hung |= {"start": None, "end": date(2026, 7, 1)}
        made = draft.make(entity, _as_values(hung), records[0])
        if entity == "deadline":
            chain = data.draw(rows_of("postponement", ids))
            draft.make("postponement", _as_values(chain), records[0], deadline_id=made)
    draft.make("relation", {"how": data.draw(st.sampled_from(list(RELATIONS)))}, records[0], to_id=records[1])
    store.apply(draft.step("Vullen"))


def exact(entity: str, data: st.DataObject, ids: dict[str, int]) -> dict[str, Any]:
    return _as_values(data.draw(rows_of(entity, ids)))


def _as_values(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
