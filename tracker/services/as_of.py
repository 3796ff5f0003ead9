"""The register as it stood on an earlier day. Another thing than *on*, which judges the register of now on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tracker.basics.errors import InvalidValue
from tracker.basics.formats import day_text
from tracker.store.as_of import PastStore


def past_register(register: Path, day: date, today: date) -> PastStore:
    """Open a register as it was at the end of a day. Raises InvalidValue for a day that is yet to come."""
    if day > today:
        told = day_text(day)
        raise InvalidValue(
            f"{told.nl} moet nog komen; hoe het register dan is, weet niemand. Kies een dag tot en met vandaag.",
            f"{told.en} is yet to come; nobody knows how the register will be. Choose a day up to today.",
        )
    return PastStore.of(register, day)
