"""Which values a field has in a list, and how often: what a filter offers to choose from."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from sqlalchemy import Connection, String, and_, func, select, true, type_coerce

from tracker.records.field import FieldSpec
from tracker.records.filter import Filter
from tracker.records.list_field import list_field
from tracker.store.conditions import SHARED, is_empty, own_columns, shared_column
from tracker.store.lists import holding, matching
from tracker.store.tables import record


def value_counts(connection: Connection, name: str, chosen: Filter, today: date) -> list[tuple[Any, int]]:
    """Give (stored value, number of records), the most frequent first; None counts those without a value.

    A record counts for each of its values where the field holds several. Raises InvalidValue for an unknown field.
    """
    fits = and_(matching(chosen, today), holding(chosen.words))
    found: Counter[Any] = Counter()
    if name in SHARED:
        list_field(name, chosen.kind)
        column = shared_column(name)
        for value, count in connection.execute(select(column, func.count()).where(fits).group_by(column)):
            found[None if value == "" else value] += count
    else:
        for column, spec in own_columns(name, chosen.kind):
            found.update(_own_counts(connection, column, spec, fits))
    return sorted(found.items(), key=lambda one: -one[1])


def _own_counts(connection: Connection, column: Any, spec: FieldSpec, fits: Any) -> Counter[Any]:
    table = column.table
    listed = table.c.id.in_(select(record.c.id).where(fits))
    found: Counter[Any] = Counter()
    if spec.type.many:
        items = func.json_each(type_coerce(column, String)).table_valued("value")
        each = select(items.c.value, func.count()).select_from(table).join(items, true()).where(listed)
        for value, count in connection.execute(each.group_by(items.c.value)):
            found[value] += count
        without = connection.scalar(select(func.count()).select_from(table).where(listed, is_empty(column, spec)))
        if without:
            found[None] += without
        return found
    for value, count in connection.execute(select(column, func.count()).where(listed).group_by(column)):
        found[None if value == "" else value] += count
    return found
