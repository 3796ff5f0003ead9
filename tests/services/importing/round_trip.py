"""A register out into its workbook and in again into an empty one, and what differs between the two."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests import builders as build
from tracker.exchange.incoming.register_workbook import read_register_workbook
from tracker.records.entity import WRITING_ORDER, model_of
from tracker.records.field import fields_of
from tracker.records.filter import Filter
from tracker.records.value_type import ListOf, Reference
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.plan import ImportPlan
from tracker.services.reporting import write_report
from tracker.store.record_store import Store

COMPARED = tuple(one for one in WRITING_ORDER if one != "saved_view")


def written(store: Store, file: Path) -> Path:
    """Write the register's workbook."""
    file.unlink(missing_ok=True)
    write_report(store, "register", file, today=build.TODAY)
    return file


def plan_for(store: Store, file: Path) -> ImportPlan:
    """Rehearse a workbook of the register."""
    return ImportPlan(store, [read_register_workbook(file)], today=build.TODAY).rehearse()


def taken_in(store: Store, file: Path) -> ImportPlan:
    """Rehearse a workbook and write what is sure."""
    plan = plan_for(store, file)
    apply_plan(Editor(store), plan)
    return plan


def contents(store: Store) -> dict[str, list[Any]]:
    """Give all that is in a register, with names and references in the place of ids."""
    named = _named(store)
    found: dict[str, list[Any]] = {}
    for entity in COMPARED:
        rows = [_told(entity, part.values, named, part.id) for part in store.rows(entity)]
        found[entity] = sorted(rows, key=repr)
    return found


def _named(store: Store) -> dict[tuple[str, int], str]:
    names = store.names()
    named: dict[tuple[str, int], str] = {}
    for entity in ("organisation", "debate", "letter"):
        named |= {(entity, row_id): name for row_id, name in names.by_entity[entity].items()}
    for row_id, name in names.by_entity["person"].items():
        named["person", row_id] = f"{name} <{names.emails.get(row_id)}>"
    ids = store.order(Filter(), build.TODAY)
    named |= {("record", row_id): reference for row_id, reference in store.references(ids).items()}
    named |= {("event", part.id): part["name"] for part in store.rows("event")}
    for part in store.rows("deadline"):
        told = [str(part[name]) for name in ("what", "wording", "start", "end", "met_on", "sort")]
        named["deadline", part.id] = f"{named.get(('record', part['record_id']))}: {told}"
    return named


_POINTS = {"record_id": "record", "to_id": "record", "deadline_id": "deadline", "event_id": "event",
           "series_id": "deadline"}  # fmt: skip


def _told(entity: str, values: Any, named: dict[tuple[str, int], str], row_id: int) -> dict[str, Any]:
    told: dict[str, Any] = {}
    types = {spec.name: spec.type for spec in fields_of(model_of(entity))}
    for name, value in values.items():
        target = types.get(name)
        of = target.of if isinstance(target, ListOf) else target
        if name in _POINTS:
            told[name] = None if value is None else named[_POINTS[name], value]
        elif isinstance(of, Reference) and value is not None:
            told[name] = (
                [named[of.entity, one] for one in value] if isinstance(value, tuple) else named[of.entity, value]
            )
        elif name != "detail":
            told[name] = value
    if entity == "person":
        told["name"] = named["person", row_id]
    return told
