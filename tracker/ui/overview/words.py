"""The words of the start page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from tracker.basics.language import Language, Text

TITLE = Text("Overzicht", "Overview")
AS_OF = Text("stand op", "as of")
SHOW_LIST = Text("Lijst tonen", "Show list")
AGES = Text("Over tijd, naar ouderdom", "Overdue, by age")
LONGEST_LATE = Text("Het langst over tijd", "Overdue longest")
OVERDUE = Text("over tijd", "overdue")
LINES = Text("Acties per actielijn", "Actions by line of action")
MINISTERS = Text("Per bewindspersoon", "By minister")
COMING = Text("Komende termijnen", "Coming deadlines")
WAITS = Text("Wacht op een gebeurtenis", "Waits for an event")
HELD_OVER = Text("Aangehouden moties", "Motions held over")
CHANGED = Text("Gewijzigd", "Changed")
NOTHING_OVERDUE = Text("Niets is over tijd.", "Nothing is overdue.")
NOTHING_WAITS = Text("Niets wacht op een gebeurtenis.", "Nothing waits for an event.")
NOTHING_CHANGED = Text("Niets gewijzigd.", "Nothing changed.")
NO_LINES = Text("Geen acties met een actielijn.", "No actions with a line of action.")
NO_MINISTERS = Text("Bij geen record staat een bewindspersoon.", "No record has a minister.")
TODAY = Text("Vandaag", "Today")
THIS_WEEK = Text("Deze week", "This week")
NEXT_WEEK = Text("Volgende week", "Next week")
TENTATIVE = Text("voorlopig", "tentative")
RECESSES = Text("grijs: reces van de Kamer", "grey: recess of the Chamber")
SINCE_UNKNOWN = Text("niet bekend sinds wanneer", "since when is not known")


def day_noun(count: int, language: Language) -> str:
    """Give the word for a number of days."""
    return (Text("dag", "day") if count == 1 else Text("dagen", "days")).to(language)


def locale_of(language: Language) -> QLocale:
    """Give how days and numbers are written in a language."""
    return QLocale(QLocale.Language.Dutch if language is Language.DUTCH else QLocale.Language.English)


def day_words(day: date, language: Language) -> str:
    """Write a day: 1 oktober 2026."""
    return locale_of(language).toString(_qt(day), "d MMMM yyyy")


def short_day(day: date, language: Language) -> str:
    """Write a day without its year: 1 okt."""
    return locale_of(language).toString(_qt(day), "d MMM").rstrip(".")


def month_words(day: date, language: Language, *, with_year: bool = True) -> str:
    """Write the month of a day: oktober 2026."""
    return locale_of(language).toString(_qt(day), "MMMM yyyy" if with_year else "MMMM")


def short_month(day: date, language: Language) -> str:
    """Write the month of a day in a few letters; January has its year."""
    month = locale_of(language).toString(_qt(day), "MMM").rstrip(".")
    return f"{month} {day.year}" if day.month == 1 else month


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
