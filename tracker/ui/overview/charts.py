"""The charts of the start page: each arranges itself for a width into a drawing, without a widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF

from tracker.basics.formats import count_words
from tracker.basics.language import Language, Text
from tracker.services.overview import Bar, Figure
from tracker.ui.overview.drawing import CENTRE, RIGHT, Box, Drawing, Face, Mark, Sign, Target, Words, line_of, width_of

_GAP = 2.0
_SMALL = 12


class Chart(Protocol):
    """Something that can be arranged at any width."""

    def arrange(self, width: float, face: Face) -> Drawing:
        """Give what is painted and what can be chosen."""
        ...


@dataclass(frozen=True)
class StackedBars:
    """Bars of several parts, with the number in each, a legend above, and all together at the right."""

    bars: Sequence[Bar]
    roles: Sequence[str]
    legend: Sequence[Text]
    language: Language
    bar_px: float = 22
    label_share: float = 0.4

    def arrange(self, width: float, face: Face) -> Drawing:
        made = Drawing(width)
        y = self._add_legend(made, face) if self.legend else 0.0
        line = line_of(face)
        bar_px = max(self.bar_px, line_of(face, _SMALL) + 4)
        row_px = max(bar_px, line) + 8
        label_px = min(
            max((width_of(self._label(bar), face) for bar in self.bars), default=0), width * self.label_share
        )
        total_px = max((width_of(self._number(bar.total.count), face, bold=True) for bar in self.bars), default=0) + 4
        left, room = label_px + 14, width - label_px - total_px - 28
        scale = self._scale(room, face)
        for bar in self.bars:
            rect = QRectF(0, y, label_px, row_px - 4)
            made.items.append(Words(rect, self._label(bar)))
            made.marks.append(Mark(rect, self._name(bar.total), bar.total))
            x = left
            for part, role in zip(bar.parts, self.roles, strict=True):
                if part.count:
                    part_px = self._part_px(part.count, scale, face)
                    self._add_part(made, QRectF(x, y + (row_px - 4 - bar_px) / 2, part_px, bar_px), part, role)
                    x += part_px + _GAP
            made.items.append(
                Words(
                    QRectF(width - total_px, y, total_px, row_px - 4),
                    self._number(bar.total.count),
                    bold=True,
                    align=RIGHT,
                )
            )
            y += row_px
        made.height = max(made.height, y - 4)
        return made

    def _add_part(self, made: Drawing, rect: QRectF, part: Figure, role: str) -> None:
        number = QRectF(rect).adjusted(3, 2, -3, -2)
        made.items.append(Box(rect, role, radius=2))
        plate_px = min(number.width(), 8.0 * len(self._number(part.count)) + 2)
        plate = QRectF(rect.center().x() - plate_px / 2, number.y(), plate_px, number.height())
        made.items.append(Box(plate, role, radius=1, is_plain=True))
        made.items.append(Words(rect, self._number(part.count), f"on {role}", _SMALL, align=CENTRE))
        made.marks.append(Mark(rect, self._name(part), part))

    def _add_legend(self, made: Drawing, face: Face) -> float:
        x, y, line = 0.0, 0.0, line_of(face, _SMALL) + 4
        for role, text in zip(self.roles, self.legend, strict=True):
            words = text.to(self.language)
            item_px = 18 + width_of(words, face, _SMALL) + 2
            if x and x + item_px > made.width:
                x, y = 0.0, y + line
            made.items.append(Box(QRectF(x, y + (line - 12) / 2, 12, 12), role, radius=2))
            made.items.append(Words(QRectF(x + 18, y, item_px - 18, line), words, "muted", _SMALL))
            x += item_px + 14
        return y + line + 8

    def _scale(self, room: float, face: Face) -> float:
        """Give how many px one record takes, so that the longest bar fits with all its numbers."""
        low, high = 0.0, room
        for _ in range(24):
            middle = (low + high) / 2
            fits = all(self._bar_px(bar, middle, face) <= room for bar in self.bars)
            low, high = (middle, high) if fits else (low, middle)
        return min(low, 64.0)

    def _bar_px(self, bar: Bar, scale: float, face: Face) -> float:
        return sum(self._part_px(part.count, scale, face) + _GAP for part in bar.parts if part.count)

    def _part_px(self, count: int, scale: float, face: Face) -> float:
        """Give the width of a part: by its count, but never too narrow for its number."""
        return max(width_of(self._number(count), face, _SMALL) + 8, count * scale - _GAP)

    def _number(self, count: int) -> str:
        return count_words(count, self.language)

    def _label(self, bar: Bar) -> str:
        return bar.label.to(self.language)

    def _name(self, figure: Figure) -> str:
        return f"{figure.title.to(self.language)}: {self._number(figure.count)}"


@dataclass(frozen=True)
class Row:
    """One line of a list: an icon, what it is, a second line, and what stands at the right."""

    icon: str
    role: str
    words: str
    second: str
    right: str
    name: str
    target: Target


def _sign_px(face: Face) -> float:
    """Give the size of an icon beside words: a little less than their line."""
    return max(16, round(line_of(face) * 0.9))


def row_height(face: Face) -> float:
    """Give the height of a line of a list, with the room under it."""
    return line_of(face) + line_of(face, _SMALL) + 10


@dataclass(frozen=True)
class Rows:
    """A short list; what does not fit any more is told in its last line by who made it."""

    rows: Sequence[Row]
    end: str = ""

    def arrange(self, width: float, face: Face) -> Drawing:
        made = Drawing(width)
        line, small, row_px = line_of(face), line_of(face, _SMALL), row_height(face)
        sign_px = _sign_px(face)
        left = sign_px + 12
        right_px = max((width_of(row.right, face) for row in self.rows), default=0) + 4
        y = 0.0
        for row in self.rows:
            room = width - left - right_px - 12
            made.items.append(Sign(QPointF(0, y + 2), row.icon, row.role, sign_px))
            made.items.append(Words(QRectF(left, y, room, line), row.words))
            made.items.append(Words(QRectF(left, y + line, width - left, small), row.second, "muted", _SMALL))
            made.items.append(Words(QRectF(width - right_px, y, right_px, line), row.right, "muted", align=RIGHT))
            made.marks.append(Mark(QRectF(0, y - 3, width, row_px - 3), row.name, row.target))
            y += row_px
        if self.end:
            made.items.append(Words(QRectF(0, y, width, small + 4), self.end, "muted", _SMALL))
            y += small + 10
        made.height = max(0.0, y - 6)
        return made


@dataclass(frozen=True)
class Under:
    """One chart under another, with a caption between them."""

    above: Chart
    caption: str
    below: Chart

    def arrange(self, width: float, face: Face) -> Drawing:
        made = Drawing(width)
        line = line_of(face, _SMALL)
        made.add(self.above.arrange(width, face), 0, 0)
        y = made.height + 14
        made.items.append(Words(QRectF(0, y, width, line), self.caption, "muted", _SMALL, bold=True))
        made.add(self.below.arrange(width, face), 0, y + line + 8)
        return made


@dataclass(frozen=True)
class Sentence:
    """What stands in the place of a chart that has nothing to show."""

    words: str

    def arrange(self, width: float, face: Face) -> Drawing:
        height = line_of(face) + 8
        return Drawing(width, height, [Words(QRectF(0, 0, width, height), self.words, "muted")])


@dataclass(frozen=True)
class Tile:
    """One large figure: icon and label, the number, and a sentence part under it."""

    icon: str
    role: str
    label: str
    number: str
    under: str
    target: Figure

    @property
    def name(self) -> str:
        """Give what a screen reader says."""
        return f"{self.label}: {self.number}. {self.under}".rstrip(". ")

    def least_px(self, face: Face) -> float:
        """Give the width at which nothing is cut."""
        return max(_sign_px(face) + 6 + width_of(self.label, face), width_of(self.under, face, _SMALL)) + 28

    def arrange(self, width: float, face: Face) -> Drawing:
        made = Drawing(width)
        label, small, number = line_of(face), line_of(face, _SMALL), line_of(face, 28)
        sign_px = _sign_px(face)
        made.height = 12 + label + 2 + number + small + 12
        made.items = [
            Box(QRectF(0.5, 0.5, width - 1, made.height - 1), "surface", radius=8, edge="border"),
            Sign(QPointF(16, 12 + (label - sign_px) / 2), self.icon, self.role, sign_px),
            Words(QRectF(22 + sign_px, 12, width - 22 - sign_px - 4, label), self.label, "muted"),
            Words(QRectF(16, 12 + label + 2, width - 24, number), self.number, self.role, 28, bold=True),
            Words(QRectF(16, 14 + label + number, width - 20, small), self.under, "muted", _SMALL),
        ]
        made.marks = [Mark(QRectF(0, 0, width, made.height), self.name, self.target)]
        return made
