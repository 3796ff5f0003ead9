"""Settings that belong to the register itself, as text by name."""

from __future__ import annotations

from sqlalchemy import Connection, select

from tracker.store.engine import driver
from tracker.store.tables import setting

BACKUP_DAYS = "backup_days"
LOG_HEAD = "log_head"
"""The digest of the newest step: a log from whose end steps were taken no longer fits it."""
IDENTITY = "identity"
"""What tells this register from all others, wherever its file lies; copies share it."""
_KEEP = "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
"""In the driver's own words: every step keeps one."""


def read_setting(connection: Connection, name: str, otherwise: str) -> str:
    """Give a setting, or what holds where none was made."""
    value = connection.scalar(select(setting.c.value).where(setting.c.name == name))
    return otherwise if value is None else str(value)


def keep_setting(connection: Connection, name: str, value: str) -> None:
    """Make a setting, or change it."""
    driver(connection).execute(_KEEP, (name, value))
