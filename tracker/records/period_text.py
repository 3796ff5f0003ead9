"""Periods as cells hold them: 2024-2027, 1 juni 2023 – 31 mei 2027, van 1-1-2026 t/m 31-12-2027."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from tracker.records.day_text import DayOrder, read_day

_YEARS: Final = re.compile(r"(?:van\s+)?((?:19|20)\d\d)\s*(?:[-–—/]|t/m|tot(?: en met)?|until|to)\s*((?:19|20)?\d\d)")
_BETWEEN: Final = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*|\s+(?:t/m|tot en met|tot|until|to)\s+", re.IGNORECASE)
_LEADS: Final = re.compile(r"^(?:van|vanaf|from)\s+", re.IGNORECASE)


def read_period(text: str) -> tuple[date, date] | None:
    """Read the first and the last day of a period; None where it gives no two. Years give their first and last day."""
    words = " ".join(text.split())
    if re.fullmatch(r"(?:19|20)\d\d", words):
        return date(int(words), 1, 1), date(int(words), 12, 31)
    if years := _YEARS.fullmatch(words):
        first = int(years[1])
        last = int(years[2]) if len(years[2]) == 4 else first // 100 * 100 + int(years[2])
        return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None
    ends = _BETWEEN.split(_LEADS.sub("", words))
    if len(ends) != 2:
        return None
    days = [read_day(end, DayOrder.DAY_FIRST) for end in ends]
    start, end = days
    return (start, end) if start and end and start <= end else None
