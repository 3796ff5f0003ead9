"""What hangs on records: deadlines, postponements, notes, evidence, and relations from both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, or_, select

from tracker.records.snapshot import Part, RecordParts
from tracker.store.rows import chunks, read_values, table_of, to_stored, to_values
from tracker.store.tables import record

_FIELDS = {"deadline": "deadlines", "postponement": "postponements", "progress_note": "notes", "evidence": "evidence"}


def read_parts(connection: Connection, ids: Sequence[int]) -> dict[int, RecordParts]:
    """Give what hangs on each of these records, by record id, each in the order in which it was made.

    Relations with a deleted record are left out.
    """
    found: dict[int, dict[str, list[Part]]] = {row_id: defaultdict(list) for row_id in ids}
    for some in chunks(ids):
        for entity, name in _FIELDS.items():
            for row_id, values in read_values(connection, entity, "record_id", some):
                found[values["record_id"]][name].append(Part(entity, row_id, values))
        _add_relations(connection, some, found)
    return {
        row_id: RecordParts(**{name: tuple(parts) for name, parts in by_name.items()})
        for row_id, by_name in found.items()
    }


def _add_relations(connection: Connection, ids: Sequence[int], found: dict[int, dict[str, list[Part]]]) -> None:
    relation = table_of("relation")
    gone = select(record.c.id).where(record.c.deleted.is_(True))
    statement = (
        select(relation)
        .where(or_(relation.c.record_id.in_(ids), relation.c.to_id.in_(ids)))
        .where(relation.c.record_id.not_in(gone), relation.c.to_id.not_in(gone))
        .order_by(relation.c.id)
    )
    wanted = set(ids)
    for row in connection.execute(statement).mappings():
        part = _part("relation", dict(row))
        for side in {row["record_id"], row["to_id"]} & wanted:
            found[side]["relations"].append(part)


def _part(entity: str, row: dict[str, object]) -> Part:
    row_id = int(str(row.pop("id")))
    return Part(entity, row_id, to_values(entity, to_stored(row)))
