"""Paints a timeline: the days above, records to the left, bars between; alike on screen and paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from tracker.basics.formats import count_words, day_words
from tracker.basics.language import Language, Text
from tracker.services.timeline import Mark, Shape, Timeline
from tracker.services.timeline_words import beside
from tracker.ui.overview.colours import colour_of
from tracker.ui.timeline.ink import Ink, Line
from tracker.ui.timeline.layout import Layout, Row
from tracker.ui.timeline.places import LEFT_ARROW, RIGHT_ARROW, Placed, place_mark
from tracker.ui.timeline.scale import Scale
from tracker.ui.tokens import Tokens

_BAR_PX, _POST_PX = 12, 5
_REFERENCE_PX = 42
_INDENT_PX = 32
_LETTER_PX, _LEAST_LETTER_PX = 150, 48
_LEAST_WORDS_PX = 140
_RECORD = Text("Record", "Record")
_SIGNS = {
    "late": "circle-alert", "soon": "clock", "settled": "circle-check", "wait": "hourglass", "none": "circle-dashed",
}  # fmt: skip
_FILLS = {"late": "late-fill", "soon": "soon-fill", "on-time": "on-time"}
_TONES = {"settled": "ok", "target": "none", "wait": "wait", "none": "none"}


@dataclass(frozen=True, slots=True)
class Frame:
    """What is seen: how large, which days, and how far the rows are scrolled."""

    width: float
    height: float
    label_px: float
    head_px: float
    scale: Scale
    top: int = 0
    chosen: Row | None = None
    has_focus: bool = False

    @property
    def days_px(self) -> float:
        """Give the width that the days have."""
        return max(0.0, self.width - self.label_px)


class Drawn(NamedTuple):
    """A deadline as it stands in a frame; ``x`` is where its words begin, from the left edge of the days."""

    mark: Mark
    placed: Placed
    line: Line
    x: float


def fill_of(tone: str, colours: Tokens) -> str:
    """Give the colour of a bar."""
    return colour_of(_FILLS[tone], colours) if tone in _FILLS else colours.tones[_TONES[tone]].fill


def ink_of(tone: str, colours: Tokens) -> str:
    """Give the colour of the words beside a bar."""
    return colours.tones[tone].text if tone in {"late", "soon", "wait"} else colours.muted


def head_px(ink: Ink) -> float:
    """Give the height of the head: letters, days, recesses."""
    return round(3 * ink.height(12) + 12)


class Chart:
    """One timeline in one language; ``paint`` may be called for any frame."""

    def __init__(self, timeline: Timeline, layout: Layout, language: Language, ink: Ink, colours: Tokens) -> None:
        self.timeline, self.layout, self.language = timeline, layout, language
        self.ink, self.colours = ink, colours
        self._bars: dict[str, QPainterPath] = {}

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Paint what is seen."""
        painter.fillRect(QRectF(0, 0, frame.width, frame.height), QColor(self.colours.surface))
        rows = list(self.layout.rows(frame.top, frame.top + int(frame.height - frame.head_px) + 1))
        body = QRectF(frame.label_px, frame.head_px, frame.days_px, frame.height - frame.head_px)
        painter.save()
        painter.setClipRect(body)
        self._paint_ground(painter, frame, rows)
        self._paint_rows(painter, frame, rows)
        self._paint_today(painter, frame)
        painter.restore()
        painter.save()
        painter.setClipRect(QRectF(0, frame.head_px, frame.width, frame.height - frame.head_px))
        self._paint_labels(painter, frame, rows)
        painter.restore()
        self._paint_head(painter, frame)

    # --- what lies beneath --------------------------------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter, frame: Frame, rows: list[Row]) -> None:
        colours, foot = self.colours, frame.height
        band = QColor(colour_of("recess", colours))
        for left, right, _name in self._recesses(frame):
            painter.fillRect(QRectF(left, frame.head_px, max(right - left, 1), foot), band)
        line, border = QColor(colours.line), QColor(colours.border)
        for tick in frame.scale.ticks(frame.days_px, self.language):
            x = round(frame.label_px + frame.scale.x(tick.day))
            painter.fillRect(QRectF(x, frame.head_px, 1, foot), border if tick.is_year else line)
        for row in rows:
            y = frame.head_px + row.y - frame.top
            if row.place is not None:
                painter.fillRect(QRectF(frame.label_px, y + row.height - 1, frame.days_px, 1), line)
        for letter in self.timeline.letters:
            x = frame.label_px + frame.scale.x(letter.day.toordinal())
            if frame.label_px <= x <= frame.width:
                self.ink.upright_dots(painter, x, frame.head_px, foot, colours.link)

    def _recesses(self, frame: Frame) -> list[tuple[float, float, str]]:
        """Give the bands that are seen, with the short name of each."""
        found = []
        for recess in self.timeline.recesses:
            left = frame.label_px + frame.scale.x(recess.first_day.toordinal())
            right = frame.label_px + frame.scale.x(recess.last_day.toordinal() + 1)
            if right > frame.label_px and left < frame.width:
                name = recess.name.removesuffix("reces").capitalize()
                found.append((max(left, frame.label_px), min(right, frame.width), name))
        return found

    def _paint_today(self, painter: QPainter, frame: Frame) -> None:
        x = round(frame.label_px + frame.scale.x(self.timeline.today.toordinal()))
        painter.fillRect(QRectF(x, frame.head_px, 2, frame.height), QColor(colour_of("late-fill", self.colours)))

    # --- rows ---------------------------------------------------------------------------------------------------------

    def _paint_rows(self, painter: QPainter, frame: Frame, rows: list[Row]) -> None:
        self._bars = {}
        written: list[tuple[float, float, Line]] = []
        for row in rows:
            drawn = self.drawn(row, frame)
            if drawn is None:
                continue
            middle = frame.head_px + row.y - frame.top + (row.height - 1) / 2
            if not drawn.placed.side:
                self._paint_mark(painter, frame, drawn.mark, drawn.placed, middle)
            written.append((frame.label_px + drawn.x, middle, drawn.line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for tone, path in self._bars.items():
            painter.fillPath(path, QColor(fill_of(tone, self.colours)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for x, middle, line in written:
            self.ink.write(painter, x, middle, line)

    def drawn(self, row: Row, frame: Frame) -> Drawn | None:
        """Give a deadline as it stands in a frame; None for a heading."""
        words = None if row.place is None else self.timeline.words(row.place)
        if row.place is None or words is None:
            return None
        mark = self.timeline.mark(row.place)
        text, icon = beside(words, mark, self.language), _SIGNS.get(mark.tone, "")
        line = Line(text, ink_of(mark.tone, self.colours), ground=self.colours.surface, icon=icon)
        today_x = frame.scale.x(self.timeline.today.toordinal())
        room = max(40.0, frame.days_px - 12)
        after_today = frame.days_px - today_x - 12
        if mark.tone in {"late", "wait", "none"} and _LEAST_WORDS_PX <= after_today < room:
            line = self.ink.elided(line, after_today)  # they stand after today: rather short than across its line
        line = self.ink.elided(line, room)
        placed = place_mark(mark, frame.scale, frame.days_px, today_x, self.ink.width(line))
        if not placed.side:
            return Drawn(mark, placed, line, placed.words_x)
        line = self.ink.elided(line._replace(text=_with_arrow(line.text, placed.side)), room)
        x = frame.days_px - self.ink.width(line) - 4 if placed.side > 0 else placed.words_x
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

    def _paint_mark(self, painter: QPainter, frame: Frame, mark: Mark, placed: Placed, middle: float) -> None:
        """Paint patterns at once, and note solid shapes by their tone."""
        # far beyond what is seen nothing is painted: a rectangle of a million pixels takes its time
        left = frame.label_px + max(placed.left, -20.0)
        right = frame.label_px + min(placed.right, frame.days_px + 20)
        colour = fill_of(mark.tone, self.colours)
        if placed.late_to is not None:
            begin, end = max(right + 2, frame.label_px), frame.label_px + min(placed.late_to, frame.days_px)
            self.ink.dots(painter, begin, end, middle, colour)
        if mark.shape in {Shape.WAITS, Shape.NONE}:
            return
        path = self._bars.get(mark.tone)
        if path is None:
            path = self._bars[mark.tone] = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
        if mark.shape is Shape.DAY:
            half = (right - left) / 2 + 1
            centre = QPointF((left + right) / 2, middle)
            path.addPolygon(
                QPolygonF([centre + QPointF(0, -half), centre + QPointF(half, 0), centre + QPointF(0, half),
                           centre + QPointF(-half, 0), centre + QPointF(0, -half)])
            )  # fmt: skip
            return
        rect = QRectF(left, round(middle - _BAR_PX / 2), right - left, _BAR_PX)
        if mark.shape is Shape.SPAN:
            path.addRoundedRect(rect, 3, 3)
            return
        self.ink.hatch(painter, rect, colour)
        post_x = right - _POST_PX if mark.shape is Shape.UNTIL else left
        path.addRect(QRectF(post_x, rect.top() - 1, _POST_PX, _BAR_PX + 2))

    # --- to the left --------------------------------------------------------------------------------------------------

    def _paint_labels(self, painter: QPainter, frame: Frame, rows: list[Row]) -> None:
        colours = self.colours
        painter.fillRect(QRectF(0, frame.head_px, frame.label_px, frame.height), QColor(colours.surface))
        painter.fillRect(QRectF(frame.label_px - 1, frame.head_px, 1, frame.height), QColor(colours.border))
        line = QColor(colours.line)
        for row in rows:
            y = frame.head_px + row.y - frame.top
            is_chosen = frame.chosen is not None and frame.chosen.y == row.y
            if row.place is None:
                self._paint_heading(painter, frame, row, y, is_chosen=is_chosen)
                continue
            ground = colours.selected if is_chosen else colours.surface
            if is_chosen:
                painter.fillRect(QRectF(0, y, frame.label_px - 1, row.height - 1), QColor(ground))
                painter.fillRect(QRectF(0, y, 3, row.height - 1), QColor(colours.bar))
            painter.fillRect(QRectF(0, y + row.height - 1, frame.label_px, 1), line)
            self._paint_label(painter, frame, row, y, ground, is_chosen=is_chosen)
        self._paint_focus(painter, frame, rows)

    def _paint_label(
        self, painter: QPainter, frame: Frame, row: Row, y: float, ground: str, *, is_chosen: bool
    ) -> None:
        words = None if row.place is None else self.timeline.words(row.place)
        if words is None:
            return
        middle = y + (row.height - 1) / 2
        reference = Line(words.reference, self.colours.muted, ground=ground)
        used = max(_REFERENCE_PX, self.ink.write(painter, _INDENT_PX - 3, middle, reference) + 2)
        title = Line(words.title, self.colours.text, 13, bold=is_chosen, ground=ground)
        room = frame.label_px - _INDENT_PX - used - 6
        self.ink.write(painter, _INDENT_PX - 3 + used, middle, self.ink.elided(title, room))

    def _paint_heading(self, painter: QPainter, frame: Frame, row: Row, y: float, *, is_chosen: bool) -> None:
        colours = self.colours
        ground = colours.selected if is_chosen else colours.header
        painter.fillRect(QRectF(0, y, frame.width, row.height), QColor(ground))
        painter.fillRect(QRectF(0, y + row.height - 1, frame.width, 1), QColor(colours.line))
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
        for rect in (
            QRectF(0, y, frame.width, 2), QRectF(0, y + row.height - 3, frame.width, 2),
            QRectF(0, y, 2, row.height - 1), QRectF(frame.width - 2, y, 2, row.height - 1),
        ):  # fmt: skip
            painter.fillRect(rect, ink)

    # --- above --------------------------------------------------------------------------------------------------------

    def _paint_head(self, painter: QPainter, frame: Frame) -> None:
        colours, line_px = self.colours, self.ink.height(12)
        painter.fillRect(QRectF(0, 0, frame.width, frame.head_px), QColor(colours.surface))
        self.ink.write(painter, 13, frame.head_px / 2 + 2, Line(_RECORD.to(self.language), colours.text, 12, bold=True))
        painter.save()
        painter.setClipRect(QRectF(frame.label_px, 0, frame.days_px, frame.head_px))
        self._paint_letters(painter, frame, line_px / 2 + 3)
        self._paint_ticks(painter, frame, 1.5 * line_px + 6)
        self._paint_recess_names(painter, frame, 2.5 * line_px + 8)
        painter.restore()
        painter.fillRect(QRectF(0, frame.head_px - 1, frame.width, 1), QColor(colours.border))
        painter.fillRect(QRectF(frame.label_px - 1, 0, 1, frame.head_px), QColor(colours.border))

    def _paint_letters(self, painter: QPainter, frame: Frame, middle: float) -> None:
        """Name today and the letters; where there is no room for a name it is left out, hover has it."""
        colours, tone = self.colours, self.colours.tones["late"]
        as_of = day_words(self.timeline.today, self.language)
        pill = Line(Text(f"stand op {as_of}", f"as of {as_of}").to(self.language), tone.text, 11, True, tone.ground)
        half = self.ink.width(pill) / 2
        today_x = frame.label_px + frame.scale.x(self.timeline.today.toordinal())
        taken: list[tuple[float, float]] = []
        if frame.label_px - half <= today_x <= frame.width + half:
            at = min(max(today_x - half, frame.label_px), frame.width - 2 * half)
            self.ink.write(painter, at, middle, pill)
            taken.append((at, at + 2 * half))
            low = middle + self.ink.height(11) / 2
            painter.fillRect(
                QRectF(round(today_x), low, 2, frame.head_px - low), QColor(colour_of("late-fill", colours))
            )
        for letter in self.timeline.letters:
            x = frame.label_px + frame.scale.x(letter.day.toordinal())
            left = x - 6
            room = min([_LETTER_PX, *(one - left - 4 for one, _ in taken if one > left)])
            line = self.ink.elided(Line(letter.name, colours.link, 11, icon="mail"), max(room, _LEAST_LETTER_PX))
            right = left + self.ink.width(line)
            is_seen = frame.label_px <= x <= frame.width
            if is_seen and all(right <= one or left >= other for one, other in taken):
                self.ink.write(painter, left, middle, line)
                taken.append((left, right))

    def _paint_ticks(self, painter: QPainter, frame: Frame, middle: float) -> None:
        line, colours, free = QColor(self.colours.line), self.colours, -1.0
        half = self.ink.height(12) / 2
        for tick in frame.scale.ticks(frame.days_px, self.language):
            x = round(frame.label_px + frame.scale.x(tick.day))
            painter.fillRect(QRectF(x, middle - half, 1, 2 * half), line)
            name = Line(tick.name, colours.text if tick.is_year else colours.muted, 12, bold=tick.is_year)
            at = max(x + 1, frame.label_px)
            if (
                at >= free
                and at + self.ink.width(name) <= frame.width + 12
                and (x >= frame.label_px or not self._is_cut(frame, tick.day, name))
            ):
                self.ink.write(painter, at, middle, name)
                free = at + self.ink.width(name)

    def _is_cut(self, frame: Frame, day: int, name: Line) -> bool:
        """Tell whether a name that stands at the edge would run into the next line."""
        following = [
            frame.scale.x(tick.day) for tick in frame.scale.ticks(frame.days_px, self.language) if tick.day > day
        ]
        return bool(following) and self.ink.width(name) > following[0]

    def _paint_recess_names(self, painter: QPainter, frame: Frame, middle: float) -> None:
        free = frame.label_px
        for left, right, name in self._recesses(frame):
            line = Line(name, self.colours.muted, 11)
            width = self.ink.width(line)
            at = min(max((left + right - width) / 2, free), frame.width - width)
            if at >= free and at <= right:
                self.ink.write(painter, at, middle, line)
                free = at + width + 2


def _with_arrow(text: str, side: int) -> str:
    return f"{LEFT_ARROW}{text}" if side < 0 else f"{text}{RIGHT_ARROW}"
