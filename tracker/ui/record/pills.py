"""The judgement on a record in a few words: how late, how long yet, which status, how often postponed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from tracker.basics.formats import day_text
from tracker.basics.language import Text
from tracker.records.filter import DUE_SOON_DAYS
from tracker.records.held_over import Lapse
from tracker.records.snapshot import Part, Record, RecordParts, Summary
from tracker.records.status import ACTIVE_PHASES
from tracker.ui.record.looks import icon_label, label


@dataclass(frozen=True)
class PillWords:
    """One pill: a tone for its colour, an icon, and words. Colour is never the only sign."""

    tone: str
    icon: str
    words: Text


def pills_of(record: Record, parts: RecordParts, today: date) -> list[PillWords]:
    """Give the pills under a record's title."""
    found = []
    judged = _judged(record.summary, today)
    if judged is not None:
        found.append(judged)
    if record.summary.status:
        known = {status.word: status.words for status in record.kind.model.statuses}
        words = known.get(record.summary.status, Text.same(record.summary.status))
        found.append(PillWords("none", "", words))
    if parts.postponements:
        times = len(parts.postponements)
        found.append(
            PillWords(
                "none", "history",
                Text(f"{times} keer uitgesteld", f"postponed {times} time{'s' if times > 1 else ''}"),
            )
        )  # fmt: skip
    return found


def lapse_pill(lapse: Lapse, today: date) -> PillWords:
    """Give the warning that a motion which was held over lapses."""
    tone = {"late": "late", "soon": "soon"}.get(lapse.tone(today), "none")
    return PillWords(tone, "hourglass", lapse.short_words)


def _judged(summary: Summary, today: date) -> PillWords | None:
    if summary.phase not in ACTIVE_PHASES:
        return None
    if summary.deadline_end is not None:
        return day_pill(summary.deadline_end, today)
    if summary.waits_for:
        return PillWords("wait", "hourglass", Text("Wacht op", "Waits for"))
    return PillWords("none", "circle-dashed", Text("Zonder termijn", "Without deadline"))


def day_pill(end: date, today: date) -> PillWords:
    """Give the judgement on a last day: a day is overdue the day after."""
    days = (end - today).days
    if days < 0:
        return PillWords("late", "circle-alert", Text(f"Over tijd, {_days_nl(-days)}", f"Overdue, {_days_en(-days)}"))
    if days == 0:
        return PillWords("soon", "clock", Text("Vandaag", "Today"))
    left = Text(f"Nog {_days_nl(days)}", f"{_days_en(days)} left")
    return PillWords("soon", "clock", left) if days <= DUE_SOON_DAYS else PillWords("ok", "circle-check", left)


def deadline_pill(deadline: Part, phase: str, today: date) -> PillWords:
    """Give the judgement on one deadline of a record."""
    met = deadline["met_on"]
    if met is not None:
        on = day_text(met)
        return PillWords("ok", "circle-check", Text(f"Gehaald op {on.nl}", f"Met on {on.en}"))
    if deadline["end"] is not None:
        if phase in ACTIVE_PHASES:
            return day_pill(deadline["end"], today)
        return PillWords("none", "circle-check", Text("Record is afgerond", "Record is finished"))
    if deadline["waits_for"] and deadline["event_day"] is None:
        return PillWords("wait", "hourglass", Text("Wacht op", "Waits for"))
    return PillWords("none", "circle-dashed", Text("Geen dag bekend", "No day known"))


_GROUNDLESS = frozenset({"ok", "wait"})
"""Tones whose pill is words and a sign alone (``record_style``); these begin where what is under them begins."""


class Pill(QFrame):
    """Shows one judgement: icon, words, ground."""

    def __init__(self, shown: PillWords, words: str) -> None:
        super().__init__()
        self.setProperty("role", "pill")
        self.setProperty("tone", shown.tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        sides_px = 2 if shown.tone in _GROUNDLESS else 8
        row.setContentsMargins(sides_px, 2, sides_px, 2)
        row.setSpacing(5)
        if shown.icon:
            row.addWidget(icon_label(shown.icon, shown.tone, 14))
        text: QLabel = label(words, "pill-words")
        text.setProperty("tone", shown.tone)
        row.addWidget(text)
        self.setAccessibleName(words)


def _days_nl(days: int) -> str:
    return "1 dag" if days == 1 else f"{days} dagen"


def _days_en(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"
