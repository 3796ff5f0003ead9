"""A cell's value as the words a person would have typed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from tracker.basics.folding import clean
from tracker.basics.formats import day_words
from tracker.exchange.incoming.workbook.grid import Value


def words_of(value: Value) -> str:
    """Give the words: 17 for 17.0, 15-07-2026 for a day, ja for true; a text without what no screen can show."""
    if isinstance(value, str):
        return value.strip() if value.isascii() and value.isprintable() else clean(value)[0].strip()
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)
    return _moment_words(value)


def _moment_words(value: date | datetime | time | timedelta) -> str:
    if isinstance(value, datetime):
        day = day_words(value.date())
        return day if value.time() == time() else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    minutes = int(value.total_seconds()) // 60
    return f"{minutes // 60}:{minutes % 60:02}"


def day_of(value: Value) -> date | None:
    """Give the day that a cell holds as such; None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
