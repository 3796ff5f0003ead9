"""Days, moments and counts as people of each language write them. Money and typed values: ``records.value_type``."""

from __future__ import annotations

from datetime import date, datetime

from tracker.basics.language import Language, Text

_ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date, language: Language = Language.DUTCH) -> str:
    """Give a day: 15-07-2026, in English 15 Jul 2026, for 07/15 and 15/07 are both read there."""
    if language is Language.DUTCH:
        return f"{day.day:02}-{day.month:02}-{day.year:04}"
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year:04}"


def day_text(day: date) -> Text:
    """Give a day in both languages."""
    return Text(day_words(day), day_words(day, Language.ENGLISH))


def moment_words(moment: datetime, language: Language = Language.DUTCH) -> str:
    """Give a moment on the user's own clock: 15-07-2026 14:32."""
    local = moment.astimezone()
    return f"{day_words(local, language)} {local:%H:%M}"


def count_words(count: int, language: Language = Language.DUTCH) -> str:
    """Give a count with its thousands apart: 150.000, in English 150,000."""
    words = f"{count:,}"
    return words.replace(",", ".") if language is Language.DUTCH else words
