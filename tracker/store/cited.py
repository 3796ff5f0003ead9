"""The citations that records have as their own, as they were typed: all of a kind, or those that may be of a paper."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select

from tracker.records.entity import model_of
from tracker.records.field import fields_of
from tracker.records.kind import Kind
from tracker.records.value_type import CitationText
from tracker.store.record_store import Store
from tracker.store.rows import table_of
from tracker.store.tables import record

# what may stand between the figures of a dossier: blanks as Word and web pages make them, points, and dashes
_BETWEEN_FIGURES = (" ", "\u00a0", "\u2009", "\u202f", ".", "-", "\u2011")


def own_citation_field(kind: Kind) -> str | None:
    """Give the field in which a kind keeps its own citation; None where it has none."""
    own = (spec.name for spec in fields_of(model_of(kind.table)) if isinstance(spec.type, CitationText))
    return next(own, None)


def own_citations(store: Store, kind: Kind, figures: str = "") -> list[tuple[int, str]]:
    """Give (record id, text as typed) of a kind; with ``figures`` only texts in which these stand one after another."""
    name = own_citation_field(kind)
    if name is None:
        return []
    table = table_of(kind.table)
    column = table.c[name]
    statement = (
        select(table.c.id, column)
        .join(record, record.c.id == table.c.id)
        .where(record.c.deleted.is_(False), column.is_not(None))
        .order_by(record.c.number)
    )
    if figures:
        flat: ColumnElement[str] = column
        for one in _BETWEEN_FIGURES:
            flat = func.replace(flat, one, "")
        statement = statement.where(flat.contains(figures, autoescape=True))
    with store.read() as connection:
        return [(row_id, text) for row_id, text in connection.execute(statement)]
