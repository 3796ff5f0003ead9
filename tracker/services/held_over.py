"""Which motions were held over, and when each of them lapses. Nothing of it is stored: it follows from the outcomes."""

from __future__ import annotations

from tracker.records.held_over import HELD_OVER, Lapse, lapse_of
from tracker.records.recess import Calendar
from tracker.records.snapshot import Record
from tracker.services.recess_calendar import calendar_of
from tracker.store.deadlines import held_over_motions
from tracker.store.record_store import Store


def lapses(store: Store) -> dict[int, Lapse]:
    """Give when each motion that was held over last lapses, by record id, the first to lapse in front."""
    calendar = calendar_of(store)
    found = {}
    for record in store.records(held_over_motions(store)):
        lapse = lapse_of_record(record, calendar)
        if lapse is not None:
            found[record.id] = lapse
    return dict(sorted(found.items(), key=lambda pair: pair[1].last_day))


def lapse_in(store: Store, record: Record) -> Lapse | None:
    """Give when a record lapses, by the register's own recesses; these are read only for a motion held over."""
    if record.kind.code != "motion" or not record["outcomes"] or record["outcomes"][-1].outcome != HELD_OVER:
        return None
    return lapse_of_record(record, calendar_of(store))


def lapse_of_record(record: Record, calendar: Calendar) -> Lapse | None:
    """Give when a record lapses; only a motion that was held over does."""
    if record.kind.code != "motion":
        return None
    return lapse_of(record["outcomes"], record["chamber"], calendar)
