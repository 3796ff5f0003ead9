"""Paints a timeline: the days above, records to the left, bars between; alike on screen and paper."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from tracker.basics.formats import count_words
from tracker.basics.language import Language
from tracker.services.timeline import Mark, Shape, Timeline
from tracker.services.timeline_words import beside
from tracker.store.timeline_rows import Words
from tracker.ui.looks.tokens import Tokens
from tracker.ui.overview.colours import colour_of
from tracker.ui.timeline.frame import PROMISED_PX, Frame, fill, fill_of, ink_of, promised_fill, recess_bands
from tracker.ui.timeline.head import paint_head
from tracker.ui.timeline.ink import Ink, Line
from tracker.ui.timeline.layout import Layout, Row
from tracker.ui.timeline.places import LEFT_ARROW, RIGHT_ARROW, Placed, place_mark

_BAR_PX, _POST_PX = 12, 5
_REFERENCE_PX = 42
_INDENT_PX = 29
_LEAST_WORDS_PX = 140
_EDGE_PX = 20
"""How far beyond what is seen a bar is still painted: a bar of a million pixels takes its time."""
_SIGNS = {
    "late": "circle-alert", "soon": "clock", "settled": "circle-check", "wait": "hourglass", "none": "circle-dashed",
}  # fmt: skip
_AFTER_TODAY = {"late", "wait", "none"}


class Drawn(NamedTuple):
    """A deadline as it stands in a frame; ``x`` is where its words begin, from the left edge of the days."""

    mark: Mark
    placed: Placed
    line: Line
    x: float


class Chart:
    """One timeline in one language and one theme; ``paint`` may be called for any frame."""

    def __init__(self, timeline: Timeline, layout: Layout, language: Language, ink: Ink, colours: Tokens) -> None:
        self.timeline, self.layout, self.language = timeline, layout, language
        self.ink, self.colours = ink, colours
        self._said: dict[int, tuple[Mark, Line, float]] = {}
        self._fills = {tone: fill_of(tone, colours) for tone in ("late", "soon", "on-time", "target", "settled")}
        self._fills |= {"wait": "", "none": self._fills["target"]}

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Paint what is seen."""
        fill(painter, 0, 0, frame.width, frame.height, QColor(self.colours.surface))
        rows = list(self.layout.rows(frame.top, frame.top + int(frame.height - frame.head_px) + 1))
        painter.save()
        painter.setClipRect(QRectF(frame.label_px, frame.head_px, frame.days_px, frame.height - frame.head_px))
        self._paint_ground(painter, frame, rows)
        self._paint_rows(painter, frame, rows)
        self._paint_today(painter, frame)
        painter.restore()
        painter.save()
        painter.setClipRect(QRectF(0, frame.head_px, frame.width, frame.height - frame.head_px))
        self._paint_labels(painter, frame, rows)
        painter.restore()
        paint_head(painter, frame, self)

    # --- what lies beneath --------------------------------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter, frame: Frame, rows: list[Row]) -> None:
        colours, foot = self.colours, frame.height
        colours, foot = self.colours, frame.height
        band = QColor(colour_of("recess", colours))
        for left, right, _name in recess_bands(self.timeline, frame):
            fill(painter, left, frame.head_px, max(right - left, 1), foot, band)
        line, border = QColor(colours.line), QColor(colours.border)
        for tick in frame.scale.ticks(frame.days_px, self.language):
            x = round(frame.label_px + frame.scale.x(tick.day))
            fill(painter, x, frame.head_px, 1, foot, border if tick.is_year else line)
        left, width, down = round(frame.label_px), round(frame.days_px), round(frame.head_px - frame.top) - 1
        for row in rows:
            painter.fillRect(left, row.y + row.height + down, width, 1, line)
        for letter in self.timeline.letters:
            at = frame.label_px + frame.scale.x(letter.day.toordinal())
            if frame.label_px <= at <= frame.width:
                self.ink.upright_dots(painter, at, frame.head_px, foot, colours.link)

    def _paint_today(self, painter: QPainter, frame: Frame) -> None:
        x = round(frame.label_px + frame.scale.x(self.timeline.today.toordinal()))
        fill(painter, x, frame.head_px, 2, frame.height, QColor(colour_of("late-fill", self.colours)))

    # --- rows ---------------------------------------------------------------------------------------------------------

    def _paint_rows(self, painter: QPainter, frame: Frame, rows: list[Row]) -> None:
        label_px, down, ink = frame.label_px, frame.head_px - frame.top, self.ink
        for row in rows:
            drawn = self.drawn(row, frame)
            if drawn is None:
                continue
            middle = down + row.y + (row.height - 1) / 2
            self._paint_promised(painter, frame, row, middle)
            if not drawn.placed.side:
                self._paint_mark(painter, frame, drawn.mark, drawn.placed, middle)
            ink.write(painter, label_px + drawn.x, middle, drawn.line)

    def drawn(self, row: Row, frame: Frame) -> Drawn | None:
        """Give a deadline as it stands in a frame; None for a heading."""
        said = None if row.place is None else self._said.get(row.place) or self._say(row.place)
        if said is None:
            return None
        mark, line, width = said
        ink, days_px = self.ink, frame.days_px
        today_x = frame.scale.x(self.timeline.today.toordinal())
        room = max(40.0, days_px - 12)
        after_today = days_px - today_x - 12
        if mark.tone in _AFTER_TODAY and _LEAST_WORDS_PX <= after_today < room:
            room = after_today  # they stand after today: rather short than across its line
        if width > room:
            line = ink.elided(line, room)
            width = ink.width(line)
        placed = place_mark(mark, frame.scale, days_px, today_x, width)
        if not placed.side:
            return Drawn(mark, placed, line, placed.words_x)
        line = ink.elided(line._replace(text=_with_arrow(line.text, placed.side)), max(40.0, days_px - 12))
        x = days_px - ink.width(line) - 4 if placed.side > 0 else placed.words_x
        return Drawn(mark, placed, line, x)

    def hits(self, row: Row, frame: Frame, x: float) -> bool:
        """Tell whether a place in the window, on the height of a row, is on its label, its bar or its words."""
        if x < frame.label_px:
            return True
        drawn = self.drawn(row, frame)
        if drawn is None:
            return True
        at = x - frame.label_px
        on_words = drawn.x <= at <= drawn.x + self.ink.width(drawn.line)
        return on_words or (not drawn.placed.side and drawn.placed.left - 3 <= at <= drawn.placed.right + 3)

    def _say(self, place: int) -> tuple[Mark, Line, float] | None:
        """Give how a deadline is drawn, what stands beside it and how wide that is; and keep it."""
        words = self.timeline.words(place)
        if words is None:
            return None
        mark = self.timeline.mark(place)
        text, sign = beside(words, mark, self.language), _SIGNS.get(mark.tone, "")
        line = Line(text, ink_of(mark.tone, self.colours), ground=self.colours.surface, icon=sign)
        if len(self._said) > 4_000:
            self._said.clear()
        said = self._said[place] = (mark, line, self.ink.width(line))
        return said

    def _paint_promised(self, painter: QPainter, frame: Frame, row: Row, middle: float) -> None:
        """Paint, thin and light below the bar, the window that was promised before it was postponed."""
        days = None if row.place is None else self.timeline.promised(row.place)
        if days is None:
            return
        left, right = (frame.scale.x(day) for day in (days[0], days[1] + 1))
        left, right = max(left, -_EDGE_PX), min(max(right, left + _POST_PX), frame.days_px + _EDGE_PX)
        if left < right:
            colour = QColor(promised_fill(self.colours))
            fill(painter, frame.label_px + left, middle + _BAR_PX / 2 + 1, right - left, PROMISED_PX, colour)

    def _paint_mark(self, painter: QPainter, frame: Frame, mark: Mark, placed: Placed, middle: float) -> None:
        shape, ink = mark.shape, self.ink
        left = frame.label_px + max(placed.left, -_EDGE_PX)
        right = frame.label_px + min(placed.right, frame.days_px + _EDGE_PX)
        colour = self._fills[mark.tone]
        if placed.late_to is not None:
            begin, end = max(right + 2, frame.label_px), frame.label_px + min(placed.late_to, frame.days_px)
            ink.dots(painter, begin, end, middle, colour)
        if shape is Shape.SPAN:
            ink.bar(painter, left, right, middle, _BAR_PX, colour)
        elif shape is Shape.DAY:
            ink.diamond(painter, (left + right) / 2, middle, (right - left) / 2 + 1, colour)
        elif shape is Shape.UNTIL or shape is Shape.FROM:
            top = round(middle - _BAR_PX / 2)
            ink.hatch(painter, QRectF(left, top, right - left, _BAR_PX), colour)
            post_x = right - _POST_PX if shape is Shape.UNTIL else left
            fill(painter, post_x, top - 1, _POST_PX, _BAR_PX + 2, QColor(colour))

    # --- to the left --------------------------------------------------------------------------------------------------

    def _paint_labels(self, painter: QPainter, frame: Frame, rows: list[Row]) -> None:
        colours, width = self.colours, round(frame.label_px)
        foot = rows[-1].y + rows[-1].height - frame.top if rows else 0
        fill(painter, 0, frame.head_px + foot, width, frame.height, QColor(colours.surface))
        fill(painter, width - 1, frame.head_px + foot, 1, frame.height, QColor(colours.border))
        chosen_y = -1 if frame.chosen is None else frame.chosen.y
        for row in rows:
            y = round(frame.head_px + row.y - frame.top)
            is_chosen = row.y == chosen_y
            if row.place is None:
                self._paint_heading(painter, frame, row, y, is_chosen=is_chosen)
                continue
            words = self.timeline.words(row.place)
            if words is not None:
                key = (words.deadline_id, words.title, width, row.height, is_chosen, colours.name)
                draw = partial(self._draw_label, words, width, row.height, is_chosen)
                self.ink.stamp(painter, key, QRect(0, y, width, row.height), draw)
        self._paint_focus(painter, frame, rows)

    def _draw_label(self, words: Words, width: int, height: int, is_chosen: bool, painter: QPainter) -> None:
        """Draw the label of a row with its upper left corner at (0, 0)."""
        colours, ink = self.colours, self.ink
        ground = colours.selected if is_chosen else colours.surface
        fill(painter, 0, 0, width, height, QColor(ground))
        if is_chosen:
            fill(painter, 0, 0, 3, height - 1, QColor(colours.bar))
        fill(painter, 0, height - 1, width, 1, QColor(colours.line))
        fill(painter, width - 1, 0, 1, height, QColor(colours.border))
        reference = Line(words.reference, colours.muted)
        self._draw_words(painter, _INDENT_PX, height, reference)
        left = _INDENT_PX + max(_REFERENCE_PX, ink.width(reference) + 2)
        title = Line(words.title, colours.text, 13, bold=is_chosen)
        self._draw_words(painter, left, height, ink.elided(title, width - left - 8))

    def _draw_words(self, painter: QPainter, x: float, height: int, line: Line) -> None:
        line_px = round(self.ink.height(line.size_px))
        self.ink.draw_line(painter, QRectF(x, (height - line_px) // 2, 0, line_px), line)

    def _paint_heading(self, painter: QPainter, frame: Frame, row: Row, y: float, *, is_chosen: bool) -> None:
        colours = self.colours
        ground = colours.selected if is_chosen else colours.header
        fill(painter, 0, y, frame.width, row.height, QColor(ground))
        fill(painter, 0, y + row.height - 1, frame.width, 1, QColor(colours.line))
        group = self.layout.groups[row.group]
        sign = "chevron-right" if row.group in self.layout.closed else "chevron-down"
        label = Line(group.label.to(self.language), colours.text, 12, bold=True, ground=ground, icon=sign)
        middle = y + (row.height - 1) / 2
        label = self.ink.elided(label, frame.width - 80)
        used = self.ink.write(painter, 10, middle, label)
        count = Line(count_words(group.count, self.language), colours.muted, ground=ground)
        self.ink.write(painter, 14 + used, middle, count)

    def _paint_focus(self, painter: QPainter, frame: Frame, rows: list[Row]) -> None:
        row = frame.chosen
        if row is None or not frame.has_focus or all(one.y != row.y for one in rows):
            return
        y, ink = frame.head_px + row.y - frame.top, QColor(self.colours.focus)
        for top in (y, y + row.height - 3):
            fill(painter, 0, top, frame.width, 2, ink)
        for left in (0, frame.width - 2):
            fill(painter, left, y, 2, row.height - 1, ink)


def _with_arrow(text: str, side: int) -> str:
    return f"{LEFT_ARROW}{text}" if side < 0 else f"{text}{RIGHT_ARROW}"
