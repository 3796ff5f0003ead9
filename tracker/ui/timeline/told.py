"""What the timeline says in words: of the row that is chosen, and of what is under the pointer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF

from tracker.basics.formats import count_words, day_words
from tracker.basics.language import Language, Text
from tracker.services.timeline import Timeline
from tracker.services.timeline_words import in_full
from tracker.ui.timeline.chart import Chart
from tracker.ui.timeline.frame import Frame
from tracker.ui.timeline.layout import Row

_NEAR_PX = 5


def told_of(timeline: Timeline, row: Row, language: Language) -> tuple[str, ...]:
    """Give everything about a row in sentences, without the full stops."""
    if row.place is None:
        group = timeline.groups[row.group]
        count = count_words(group.count, language)
        deadlines = Text(
            "termijn" if group.count == 1 else "termijnen", "deadline" if group.count == 1 else "deadlines"
        )
        return (f"{group.label.to(language)}: {count} {deadlines.to(language)}",)
    words = timeline.words(row.place)
    return () if words is None else in_full(words, timeline.mark(row.place), timeline.today, language)


def told_at(chart: Chart, frame: Frame, row: Row | None, place: QPointF) -> tuple[str, ...]:
    """Give what is under the pointer: a deadline or heading, else a letter, else a recess."""
    if row is not None and chart.hits(row, frame, place.x()):
        return told_of(chart.timeline, row, chart.language)
    if place.x() < frame.label_px:
        return ()
    language, timeline = chart.language, chart.timeline
    told = [
        letter.words.to(language)
        for letter in timeline.letters
        if abs(frame.scale.x(letter.day.toordinal()) + frame.label_px - place.x()) <= _NEAR_PX
    ]
    day = int(frame.scale.day(place.x() - frame.label_px))
    if not 1 <= day <= date.max.toordinal():
        return tuple(told)
    here = date.fromordinal(day)
    for recess in timeline.recesses:
        if recess.first_day <= here <= recess.last_day:
            first, last = day_words(recess.first_day, language), day_words(recess.last_day, language)
            name = recess.text.to(language).capitalize()
            tentative = Text(" (voorlopig)", " (tentative)").to(language) if recess.is_pattern else ""
            told.append(
                Text(f"{name}: {first} tot en met {last}", f"{name}: {first} to {last}").to(language) + tentative
            )
    return tuple(told)
