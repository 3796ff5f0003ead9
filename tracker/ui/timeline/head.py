"""Paints the head of a timeline: letters and today, the days, the names of recesses."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.services.timeline import Timeline
from tracker.ui.looks.tokens import Tokens
from tracker.ui.overview.colours import colour_of
from tracker.ui.timeline.frame import Frame, fill, recess_bands
from tracker.ui.timeline.ink import Ink, Line

_LETTER_PX, _LEAST_LETTER_PX, _TO_ICON_PX, _APART_PX = 340, 48, 6, 4
_RECORD = Text("Record", "Record")


class HeadOf(Protocol):
    """What a head is painted from: the chart that it belongs to."""

    timeline: Timeline
    language: Language
    ink: Ink
    colours: Tokens


def paint_head(painter: QPainter, frame: Frame, of: HeadOf) -> None:
    """Paint the head: letters and today, the days, the names of recesses."""
    colours, line_px = of.colours, of.ink.height(12)
    fill(painter, 0, 0, frame.width, frame.head_px, QColor(colours.surface))
    of.ink.write(painter, 13, frame.head_px / 2 + 2, Line(_RECORD.to(of.language), colours.text, 12, bold=True))
    painter.save()
    painter.setClipRect(QRectF(frame.label_px, 0, frame.days_px, frame.head_px))
    _paint_letters(painter, frame, of, line_px / 2 + 3)
    _paint_ticks(painter, frame, of, 1.5 * line_px + 6)
    _paint_recess_names(painter, frame, of, 2.5 * line_px + 8)
    painter.restore()
    fill(painter, 0, frame.head_px - 1, frame.width, 1, QColor(colours.border))
    fill(painter, frame.label_px - 1, 0, 1, frame.head_px, QColor(colours.border))


def _paint_letters(painter: QPainter, frame: Frame, of: HeadOf, middle: float) -> None:
    """Name today and the letters; where there is no room for a name it is left out, hover has it."""
    colours, tone = of.colours, of.colours.tones["late"]
    as_of = day_words(of.timeline.today, of.language)
    pill = Line(Text(f"stand op {as_of}", f"as of {as_of}").to(of.language), tone.text, 11, True, tone.ground)
    half = of.ink.width(pill) / 2
    today_x = frame.label_px + frame.scale.x(of.timeline.today.toordinal())
    taken: list[tuple[float, float]] = []
    if frame.label_px - half <= today_x <= frame.width + half:
        at = min(max(today_x - half, frame.label_px), frame.width - 2 * half)
        of.ink.write(painter, at, middle, pill)
        taken.append((at, at + 2 * half))
        low = middle + of.ink.height(11) / 2
        fill(painter, round(today_x), low, 2, frame.head_px - low, QColor(colour_of("late-fill", colours)))
    places = [frame.label_px + frame.scale.x(letter.day.toordinal()) - _TO_ICON_PX for letter in of.timeline.letters]
    for letter, place in zip(of.timeline.letters, places, strict=True):
        if not frame.label_px <= place + _TO_ICON_PX <= frame.width:
            continue
        most = min([frame.width, *(left for left, _ in taken if left > place), *(one for one in places if one > place)])
        halfway = [(one + place) / 2 for one in places if frame.label_px <= one < place]
        least = max([float(frame.label_px), *halfway, *(right for _, right in taken if right <= place)])
        room = most - least - _APART_PX
        line = Line(letter.name, colours.link, 11, icon="mail", keeps_end=True)
        line = of.ink.elided(line, max(min(room, _LETTER_PX), _LEAST_LETTER_PX))
        left = max(min(place, most - _APART_PX - of.ink.width(line)), least)  # it may begin before its day
        right = left + of.ink.width(line)
        if all(right <= one or left >= other for one, other in taken):
            of.ink.write(painter, left, middle, line)
            taken.append((left, right))


def _paint_ticks(painter: QPainter, frame: Frame, of: HeadOf, middle: float) -> None:
    line, colours, free = QColor(of.colours.line), of.colours, -1.0
    half = of.ink.height(12) / 2
    for tick in frame.scale.ticks(frame.days_px, of.language):
        x = round(frame.label_px + frame.scale.x(tick.day))
        if x >= free:  # a line through the name before it would be read as part of that
            fill(painter, x, middle - half, 1, 2 * half, line)
        name = Line(tick.name, colours.text if tick.is_year else colours.muted, 12, bold=tick.is_year)
        at = max(x + 1, frame.label_px)
        if (
            at >= free
            and at + of.ink.width(name) <= frame.width + 12
            and (x >= frame.label_px or not _is_cut(frame, of, tick.day, name))
        ):
            of.ink.write(painter, at, middle, name)
            free = at + of.ink.width(name)


def _is_cut(frame: Frame, of: HeadOf, day: int, name: Line) -> bool:
    """Tell whether a name that stands at the edge would run into the next line."""
    following = [frame.scale.x(tick.day) for tick in frame.scale.ticks(frame.days_px, of.language) if tick.day > day]
    return bool(following) and of.ink.width(name) > following[0]


def _paint_recess_names(painter: QPainter, frame: Frame, of: HeadOf, middle: float) -> None:
    free = frame.label_px
    for left, right, name in recess_bands(of.timeline, frame):
        line = Line(name.to(of.language), of.colours.muted, 11)
        width = of.ink.width(line)
        at = min(max((left + right - width) / 2, free), frame.width - width)
        if at >= free and at <= right:
            of.ink.write(painter, at, middle, line)
            free = at + width + 2
