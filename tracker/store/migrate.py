"""From an older schema to this one, all or nothing. Alembic is imported here only, when there is work for it."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from tracker.store import summary
from tracker.store.engine import writing
from tracker.store.header import APPLICATION_ID, SCHEMA_VERSION


def migrate(engine: Engine, path: Path, target: int = SCHEMA_VERSION) -> None:
    """Bring a register to a schema version in one transaction. A step that fails leaves the file as it was."""
    with writing(engine, path) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision_of(target))
        if target >= SCHEMA_VERSION:
            summary.renew_all(connection)  # the copy for lists follows the rules of this version
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {target}")


def revision_of(schema_version: int) -> str:
    """Give Alembic's name for a schema version: 0001 for 1."""
    return f"{schema_version:04d}"


def alembic_config() -> Config:
    """Give Alembic's configuration; no file of settings is needed."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
