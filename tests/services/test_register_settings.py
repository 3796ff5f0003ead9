"""Settings that stand in the register."""

from __future__ import annotations

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidValue
from tracker.services.register_settings import backup_days, keep_backup_days
from tracker.store.integrity import check
from tracker.store.record_store import Store


def test_backups_stay_ninety_days_until_it_is_said_otherwise(store: Store) -> None:
    assert backup_days(store) == 90
    keep_backup_days(store, 30)
    assert backup_days(store) == 30
    assert store.lone_steps()[0].label == "Reservekopieën 30 dagen bewaren"
    assert check(store) == []


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_a_number_of_days_without_sense_changes_nothing(store: Store, days: int) -> None:
    build.motion(store)
    with pytest.raises(InvalidValue):
        keep_backup_days(store, days)
    assert backup_days(store) == 90
