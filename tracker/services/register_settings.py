"""The settings that stand in the register itself, so that they hold for everybody who works with it."""

from __future__ import annotations

from tracker.basics.errors import InvalidValue
from tracker.records.change import LoggedStep, Source, Step
from tracker.records.step_labels import StepLabel
from tracker.store.backup import KEEP_DAYS
from tracker.store.record_store import Store
from tracker.store.settings import BACKUP_DAYS, keep_setting, read_setting

LONGEST_DAYS = 3650


def backup_days(store: Store) -> int:
    """Give for how many days backups stay; the newest always stays."""
    with store.read() as connection:
        return int(read_setting(connection, BACKUP_DAYS, str(KEEP_DAYS)))


def keep_backup_days(store: Store, days: int) -> LoggedStep:
    """Let backups stay for this many days from now on; a line in the log tells of it. Raises InvalidValue."""
    if not 1 <= days <= LONGEST_DAYS:
        raise InvalidValue(
            f"Bewaar reservekopieën 1 tot {LONGEST_DAYS} dagen.", f"Keep backups for 1 to {LONGEST_DAYS} days."
        )
    step = Step(StepLabel.BACKUP_DAYS(count=days), (), Source.WINDOW, undoable=False)
    return store.apply(step, lambda connection: keep_setting(connection, BACKUP_DAYS, str(days)))
