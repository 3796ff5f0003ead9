"""Schema 3: events, recesses, what deadlines wait for and how they recur, and postponements in lists.

The copy in ``record`` is made anew by the program after this, in the same transaction.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add them."""
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("letter", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["letter"], ["letter.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "recess",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in (
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("event_day", sa.Date(), nullable=True),
        sa.Column("offset_count", sa.Integer(), nullable=True),
        sa.Column("offset_unit", sa.String(), nullable=True),
        sa.Column("recurs", sa.String(), nullable=True),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("overruled", sa.Boolean(), server_default=sa.text("0"), nullable=False),
    ):
        op.add_column("deadline", column)
    op.add_column("deadline", sa.Column("met_letter", sa.Integer(), sa.ForeignKey("letter.id")), inline_references=True)
    op.create_index("ix_deadline_event_id", "deadline", ["event_id"], unique=False)
    op.add_column("record", sa.Column("waiting_since", sa.Date(), nullable=True))
    for name in ("times_postponed", "days_postponed", "untold"):
        op.add_column("record", sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.execute("INSERT OR IGNORE INTO setting (name, value) VALUES ('identity', lower(hex(randomblob(16))))")
