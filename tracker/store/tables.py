"""The tables that are the store's own, beside those that ``records`` declares."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, MetaData, String, Table, Text, text
from sqlmodel import SQLModel

from tracker.records.entity import WRITING_ORDER, model_of
from tracker.records.person import PersonDetail

metadata: MetaData = SQLModel.metadata
for _entity in WRITING_ORDER:
    model_of(_entity)  # declaring a model puts its table into the metadata

person_detail: Table = metadata.tables[str(PersonDetail.__tablename__)]

record = Table(
    "record",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("reference", String, nullable=False, unique=True),
    Column("title", String, nullable=False),
    Column("status", String),
    Column("phase", String, nullable=False),
    Column("owner", Integer),
    Column("lead", Integer),
    Column("minister", String),
    Column("theme", String),
    Column("marking", String, nullable=False),
    Column("deadline_what", String),
    Column("deadline_wording", String),
    Column("deadline_start", Date),
    Column("deadline_end", Date),
    Column("deadline_precision", String),
    Column("deadline_tentative", Boolean, nullable=False, default=False),
    Column("waits_for", String),
    Column("has_deadline", Boolean, nullable=False, default=False),
    Column("waiting_since", Date),
    Column("times_postponed", Integer, nullable=False, server_default=text("0")),
    Column("days_postponed", Integer, nullable=False, server_default=text("0")),
    Column("untold", Integer, nullable=False, server_default=text("0")),
    Column("updated", String, nullable=False),
    Column("deleted", Boolean, nullable=False, default=False),
)
"""One id across kinds, and a copy of what every list shows and filters on. Written by ``step_writer`` alone.

A deleted record keeps its row here, so that its reference is never given again and its history keeps a place.
"""
Index("ix_record_list", record.c.deleted, record.c.deadline_end, record.c.kind, record.c.number, record.c.phase)
Index(
    "ix_record_due",
    record.c.deadline_end,
    sqlite_where=(record.c.deleted == 0) & record.c.phase.in_(("open", "underway")),
)
Index("ix_record_kind", record.c.kind, record.c.deleted, record.c.phase)

record_text = Table(
    "record_text",
    metadata,
    Column("id", Integer, ForeignKey("record.id"), primary_key=True),
    Column("folded", Text, nullable=False),
)
"""All text of a record, folded (see ``basics.folding``), for finding."""

step = Table(
    "step",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("by", Integer, nullable=False),
    Column("source", String, nullable=False),
    Column("label", String, nullable=False),
    Column("act", String, nullable=False),
    Column("undone_step", Integer, ForeignKey("step.id")),
    Column("digest", String, nullable=False),
)
"""The change log: one row a step, never changed, never pruned. ``at`` is UTC in ISO 8601."""

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("step_id", Integer, ForeignKey("step.id"), nullable=False, index=True),
    Column("entity", String, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("record_id", Integer, ForeignKey("record.id"), index=True),
    Column("before", Text),
    Column("after", Text),
)

undo_stack = Table(
    "undo_stack",
    metadata,
    Column("step_id", Integer, ForeignKey("step.id"), primary_key=True),
    Column("undone", Boolean, nullable=False),
)
"""Which steps can be taken back (undone is false) or repeated (true). Follows from the log; kept to be quick."""

counter = Table("counter", metadata, Column("name", String, primary_key=True), Column("last", Integer, nullable=False))
"""The last number given for ids and references. Never goes back."""

setting = Table("setting", metadata, Column("name", String, primary_key=True), Column("value", Text, nullable=False))
