"""Lists of records as JSON and tables show them, and finding records by field."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tracker.basics.errors import InvalidValue
from tracker.basics.folding import fold
from tracker.records.ageing import age_code
from tracker.records.deadline_rules import is_overdue
from tracker.records.field import FieldSpec, fields_of
from tracker.records.filter import Filter
from tracker.records.registry import KINDS, kind_of
from tracker.records.snapshot import Record, Summary
from tracker.records.value_type import Items, Reference
from tracker.records.view_definition import DEFAULT_SORT, SortKeys
from tracker.services.ranking import Rankings
from tracker.store.names import Names
from tracker.store.record_store import Store

_LIST_FIELDS = ("reference", "kind", "phase")


def listed(store: Store, chosen: Filter, today: date, sort: SortKeys | None = None) -> list[Summary]:
    """Give the records of a list, in its own order where no other is asked.

    Raises NotFound and InvalidValue for an unknown view or field.
    """
    _refuse_unknown_fields(chosen)
    ids = store.order(chosen, today)
    if sort is not None and sort != DEFAULT_SORT:
        ids = Rankings(store).sort(ids, sort, kind_of(chosen.kind) if chosen.kind else None, today=today)
    if not chosen.where:
        return store.summaries(ids)
    names = store.names()
    return [record.summary for record in store.records(ids) if _fits(record, chosen.where, names)]


def summary_json(summary: Summary, names: Names, today: date) -> dict[str, Any]:
    """Give the keys that ``list`` prints for one record."""
    is_late = is_overdue(summary.phase, summary.deadline_end, today)
    return {
        "reference": summary.reference,
        "kind": summary.kind,
        "title": summary.title,
        "status": summary.status,
        "phase": summary.phase,
        "owner": None if summary.owner is None else names("person", summary.owner),
        "lead": None if summary.lead is None else names("organisation", summary.lead),
        "minister": summary.minister,
        "theme": summary.theme,
        "marking": summary.marking,
        "deadline": _deadline_json(summary),
        "overdue": is_late,
        "age": age_code(summary.deadline_end, today) if is_late else None,
        "waits_for": summary.waits_for,
        "waiting_since": _iso(summary.waiting_since),
        "times_postponed": summary.times_postponed,
        "days_postponed": summary.days_postponed,
        "first_end": _iso(summary.first_end),
        "not_told": summary.untold,
        "updated": summary.updated.isoformat(timespec="seconds"),
    }


def _deadline_json(summary: Summary) -> dict[str, Any] | None:
    if summary.deadline_wording is None and summary.deadline_end is None and summary.waits_for is None:
        return None
    return {
        "what": summary.deadline_what,
        "wording": summary.deadline_wording,
        "start": _iso(summary.deadline_start),
        "end": _iso(summary.deadline_end),
        "precision": summary.deadline_precision,
        "tentative": bool(summary.deadline_tentative),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _fits(record: Record, where: Iterable[tuple[str, str]], names: Names) -> bool:
    return all(_holds(record, field, fold(wanted), names) for field, wanted in where)


def _holds(record: Record, field: str, wanted: str, names: Names) -> bool:
    if field in _LIST_FIELDS:
        words = {fold(str(getattr(record.summary, field)))}
        if field == "kind":
            words |= {fold(record.kind.one.nl), fold(record.kind.one.en)}
        return wanted in words
    spec = _spec(record, field)
    if spec is None:
        return False
    value = record.values.get(field)
    texts = [spec.type.text(value, name_of=names)]
    if spec.type.many:
        texts += [spec.type.text((one,), name_of=names) for one in value or ()]
    elif value is not None:
        texts.append(str(spec.type.to_stored(value)))
    if isinstance(spec.type, Reference) and spec.type.entity == "letter" and value is not None:
        texts.append(names("letter", value).partition(" ")[0])
    if isinstance(spec.type, Items):
        texts += [part.type.text(getattr(one, part.name)) for one in value or () for part in spec.type.item.parts()]
    return wanted in {fold(text) for text in texts}


def _spec(record: Record, field: str) -> FieldSpec | None:
    return next((spec for spec in fields_of(record.kind.model) if spec.name == field), None)


def _refuse_unknown_fields(chosen: Filter) -> None:
    kinds = [kind_of(chosen.kind)] if chosen.kind else KINDS
    known = dict.fromkeys([*_LIST_FIELDS, *(spec.name for kind in kinds for spec in fields_of(kind.model))])
    for field, _ in chosen.where:
        if field not in known:
            raise InvalidValue(
                f"Het veld “{field}” bestaat hier niet. Wel: {', '.join(known)}.",
                f"There is no field “{field}” here, but: {', '.join(known)}.",
            )
