"""Alembic's entrance: runs the steps on the connection, and in the transaction, that ``store.migrate`` hands over."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    transactional_ddl=True,  # SQLite can; Alembic supposes it cannot
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
