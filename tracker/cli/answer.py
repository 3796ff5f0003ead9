"""What a command gives back, and the day it works with."""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.cli.parser import Namespace

Answer = tuple[int, dict[str, Any] | None, str]
"""Exit status, the JSON document (None where the text is all there is), and the text for people."""


def today_of(call: Namespace) -> date:
    """Give the day that stands for today in this call; of a register as of a day that day, unless another is given."""
    return call.on or getattr(call, "as_of", None) or real_today()


def real_today() -> date:
    """Give the day that it is."""
    return date.today()  # noqa: DTZ011 - the user's own day is meant
