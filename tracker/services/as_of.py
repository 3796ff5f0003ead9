"""The register as it stood on an earlier day. Another thing than *on*, which judges the register of now on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Text
from tracker.store.as_of import PastStore

DIFFERENCE: Final = Text(
    "“Stand van nu” neemt wat nu in het register staat en oordeelt op de gekozen dag. “Zoals het register toen was” "
    "laat ook alles weg wat na die dag is ingevoerd, gewijzigd of uitgesteld.",
    "“State of now” takes what stands in the register now and judges it on the chosen day. “As the register was then” "
    "also leaves out all that was entered, changed or postponed after that day.",
)


def past_register(register: Path, day: date, today: date) -> PastStore:
    """Open a register as it was at the end of a day. Raises InvalidValue for a day that is yet to come."""
    if day > today:
        raise InvalidValue(
            f"{day:%d-%m-%Y} moet nog komen; hoe het register dan is, weet niemand. Kies een dag tot en met vandaag.",
            f"{day:%d-%m-%Y} is yet to come; nobody knows how the register will be. Choose a day up to today.",
        )
    return PastStore.of(register, day)
