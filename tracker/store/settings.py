"""Settings that belong to the register itself, as text by name."""

from __future__ import annotations

from sqlalchemy import Connection, select

from tracker.store.tables import setting

BACKUP_DAYS = "backup_days"


def read_setting(connection: Connection, name: str, otherwise: str) -> str:
    """Give a setting, or what holds where none was made."""
    value = connection.scalar(select(setting.c.value).where(setting.c.name == name))
    return otherwise if value is None else str(value)
