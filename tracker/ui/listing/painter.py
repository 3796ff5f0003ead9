"""Paints the rows of the table itself: ground, line, mark of the chosen row, icon, words, hits, judgement."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from tracker.basics.language import Text
from tracker.records.registry import KINDS
from tracker.ui.listing.columns import TITLE, TOLD_ON_HOVER, Column
from tracker.ui.listing.heights import HIT_LINE_PX
from tracker.ui.listing.hit_painter import paint_found, paint_hit
from tracker.ui.listing.model import NO_LONGER_FITS, RecordModel, misfits_words
from tracker.ui.listing.pick_painter import paint_pick
from tracker.ui.looks.fonts import font, grown
from tracker.ui.looks.icons import icon_pixmap
from tracker.ui.looks.tokens import Tokens, tokens
from tracker.ui.parts.judgement import judge

if TYPE_CHECKING:
    from tracker.records.snapshot import Summary
    from tracker.services.grouping import Group
    from tracker.ui.listing.cell_table import CellTable

_PADDING_PX = 8
_PILL_PX, _ICON_PX, _SIGN_PX = 22, 16, 14
_KEPT_ELISIONS = 20_000
_LONGEST_JUDGEMENT = Text("Over tijd · 8888 d", "Overdue · 8888 d")
_Index = QModelIndex | QPersistentModelIndex
# numbers, for Qt wants them so: each way there from an enumeration takes as long as what is painted with it
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_ICONS = {kind.code: kind.icon for kind in KINDS}


class RowPainter(QStyledItemDelegate):
    """Paints cells from the model's plain values, without asking ``data()`` role by role.

    ``main`` is the view that has the focus and the current row, also where this paints its frozen columns. Views paint
    row by row, so what goes for a whole row is looked up once for each, and the colours once for each frame.
    """

    def __init__(self, main: CellTable, model: RecordModel) -> None:
        super().__init__(main)
        self._view, self._model = main, model
        self._elided: dict[tuple[str, int, int], str] = {}
        self._set_fonts()
        self.start_frame()

    def start_frame(self) -> None:
        """Take over how things are now: a view calls this before it paints."""
        header = self._view.horizontalHeader()
        self._colours, self._row = tokens(), -1
        self._width_px = header.length() - header.offset()
        self._ratio = self._view.devicePixelRatioF()

    def _take_row(self, painter: QPainter, row: int, bottom_px: int) -> None:
        """Look up what goes for a row; one like most others needs but its line, on the ground of the view."""
        model = self._model
        self._row, self._group = row, model.group(row)
        self._is_chosen = self._view.picked.has_row(row)
        self._summary = None if self._group is not None else model.summary(row)
        self._is_misfit = bool(model.misfits) and model.id_at(row) in model.misfits
        self._is_plain = not self._is_chosen and row != self._view.drop_row
        if self._is_plain and self._group is None:
            painter.fillRect(0, bottom_px, self._width_px, 1, _colour(self._colours.line))

    def follow_font(self) -> None:
        """Take over the system's font after it changed."""
        self._elided.clear()
        self._set_fonts()
        self._view.viewport().update()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._model.columns[index.column()].width_px, self._view.verticalHeader().defaultSectionSize())

    def width_px(self, row: int, column: Column) -> int:
        """Give the width at which a cell stands whole."""
        if column.key == "state":
            return self.judgement_width_px
        icon_px = self._icon_px + 7 if column.key == "reference" else 0
        return self._bold_metrics.horizontalAdvance(self._model.text(row, column)) + 2 * _PADDING_PX + icon_px + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, column = index.row(), self._model.columns[index.column()]
        rect: QRect = option.rect
        if row != self._row:
            self._take_row(painter, row, rect.bottom())
        colours, summary = self._colours, self._summary
        if self._group is not None:
            self._paint_group(painter, rect, index, self._group, colours)
            return
        if not self._is_plain:
            self._paint_ground(painter, rect, index, colours)
        if summary is None:
            return
        if self._model.found:
            if column.key == TITLE:
                place = QRect(
                    rect.x() + _PADDING_PX,
                    rect.bottom() - grown(HIT_LINE_PX) - 4,
                    rect.width() - 2 * _PADDING_PX,
                    grown(18),
                )
                paint_hit(painter, place, self._model.hit(row), self._model.words.language, self._small)
            rect = rect.adjusted(0, 0, 0, -grown(HIT_LINE_PX))
        if column.key == "state":
            self._paint_judgement(painter, rect, summary, colours)
        elif column.key == "reference":
            self._paint_reference(painter, rect, summary, colours)
        else:
            self._paint_text(painter, rect, summary, column, colours)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Show a cell's text whole on hover, where it did not fit, how a day was computed, and why a row is marked."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        group = self._model.group(index.row())
        if group is not None:
            told = misfits_words(group.misfits).to(self._model.words.language) if group.misfits else ""
            QToolTip.showText(event.globalPos(), told, view)
            return True
        column = self._model.columns[index.column()]
        text = self._model.text(index.row(), column)
        room = view.visualRect(QModelIndex(index)).width() - 2 * _PADDING_PX  # type: ignore[arg-type]
        lines = [text] if column.key != "state" and self._metrics.horizontalAdvance(text) > room else []
        if column.key in TOLD_ON_HOVER:
            lines = self._model.told_of_deadline(index.row()) or lines
        hit = self._model.hit(index.row())
        if hit is not None and column.key == TITLE:
            lines.append(f"{hit.field.to(self._model.words.language)}: {hit.before}{hit.found}{hit.after}")
        if self._model.id_at(index.row()) in self._model.misfits:
            lines.append(NO_LONGER_FITS.to(self._model.words.language))
        QToolTip.showText(event.globalPos(), "\n".join(lines), view)
        return True

    @property
    def judgement_width_px(self) -> int:
        """Give the width at which the longest judgement, four figures of days late, stands whole."""
        words = _LONGEST_JUDGEMENT.to(self._model.words.language)
        return self._small_bold_metrics.horizontalAdvance(words) + 2 * _PADDING_PX + self._sign_px + 20

    def _set_fonts(self) -> None:
        self._plain, self._bold = font(), font(bold=True)
        self._small, self._small_bold = font(12), font(12, bold=True)
        self._slanted = QFont(self._plain)
        self._slanted.setItalic(True)
        self._metrics, self._bold_metrics = QFontMetrics(self._plain), QFontMetrics(self._bold)
        self._small_metrics, self._small_bold_metrics = QFontMetrics(self._small), QFontMetrics(self._small_bold)
        self._slanted_metrics = QFontMetrics(self._slanted)
        self._icon_px, self._sign_px, self._pill_px = grown(_ICON_PX), grown(_SIGN_PX), grown(_PILL_PX)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: _Index, colours: Tokens) -> None:
        is_chosen = self._is_chosen
        painter.fillRect(rect, _colour(colours.selected if is_chosen else colours.surface))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, _colour(colours.line))
        if is_chosen and index.column() == 0:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), _colour(colours.bar))
        if index.row() == self._view.drop_row:
            painter.fillRect(rect, _colour(colours.chip))
            painter.fillRect(rect.x(), rect.y(), rect.width(), 2, _colour(colours.focus))
            painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, _colour(colours.focus))
        elif is_chosen:
            paint_pick(painter, rect, index, self._view, colours)
        elif not self._view.picked.blocks:
            self._paint_focus(painter, rect, index, colours)

    def _paint_focus(self, painter: QPainter, rect: QRect, index: _Index, colours: Tokens) -> None:
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            painter.fillRect(rect.x(), rect.y(), rect.width(), 2, _colour(colours.focus))
            painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, _colour(colours.focus))

    def _paint_group(self, painter: QPainter, rect: QRect, index: _Index, group: Group, colours: Tokens) -> None:
        """Paint this cell's part of a head that runs over all columns and stays in place while they scroll."""
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, _colour(colours.header))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, _colour(colours.border))
        self._paint_focus(painter, rect, index, colours)
        sign = "chevron-down" if group.is_open else "chevron-right"
        top = rect.y() + (rect.height() - self._icon_px) // 2
        self._draw_icon(painter, QPoint(_PADDING_PX, top), sign, colours.muted, self._icon_px)
        painter.setFont(self._bold)
        painter.setPen(_colour(colours.text))
        words = QRect(_PADDING_PX + self._icon_px + 8, rect.y(), 4000, rect.height())
        painter.drawText(words, _LEFT, group.label)
        left = words.x() + self._bold_metrics.horizontalAdvance(group.label)
        painter.setFont(self._plain)
        painter.setPen(_colour(colours.muted))
        painter.drawText(QRect(left, rect.y(), 200, rect.height()), _LEFT, f"  ·  {group.counted}")
        painter.restore()

    def _paint_reference(self, painter: QPainter, rect: QRect, summary: Summary, colours: Tokens) -> None:
        place = QPoint(rect.x() + _PADDING_PX, rect.y() + (rect.height() - self._icon_px) // 2)
        self._draw_icon(painter, place, _ICONS.get(summary.kind, "files"), colours.muted, self._icon_px)
        room = rect.adjusted(_PADDING_PX + self._icon_px + 7, 0, -2, 0)
        self._draw(painter, room, summary.reference, (self._plain, self._metrics), colours.muted)

    def _paint_text(self, painter: QPainter, rect: QRect, summary: Summary, column: Column, colours: Tokens) -> None:
        record = None if column.spec is None else self._model.record(self._row)
        text = self._model.words.text(column, summary, record)
        colour = colours.muted if column.is_muted else colours.text
        if not text:
            text, colour = self._model.words.placeholder(column), colours.faint
            if not text:
                return
        room = rect.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
        face = (
            (self._bold, self._bold_metrics)
            if self._is_chosen and column.key == TITLE
            else (self._plain, self._metrics)
        )
        if self._is_misfit:
            face = (self._slanted, self._slanted_metrics)
            if column.key == TITLE:
                top = rect.y() + (rect.height() - self._sign_px) // 2
                self._draw_icon(painter, QPoint(room.x(), top), "filter-x", colours.tones["soon"].text, self._sign_px)
                room.setX(room.x() + self._sign_px + 6)
        self._draw(painter, room, text, face, colour, _RIGHT if column.is_right else _LEFT)

    def _draw(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        face: tuple[QFont, QFontMetrics],
        colour: str,
        flags: int = _LEFT,
    ) -> None:
        font_, metrics = face
        fitted = self._fitted(text, room.width(), metrics)
        if self._model.found:
            paint_found(painter, room, fitted, self._model.found, metrics, is_right=flags == _RIGHT)
        painter.setFont(font_)
        painter.setPen(_colour(colour))
        painter.drawText(room, flags, fitted)

    def _paint_judgement(self, painter: QPainter, rect: QRect, summary: Summary, colours: Tokens) -> None:
        judged = judge(summary, self._model.words.today)
        tone = colours.tones[judged.tone]
        words = judged.words.to(self._model.words.language)
        bold = judged.has_ground
        face, metrics = (self._small_bold, self._small_bold_metrics) if bold else (self._small, self._small_metrics)
        to_words_px, pill_px = self._sign_px + 12, self._pill_px
        room = rect.width() - 2 * _PADDING_PX - to_words_px - 6
        words = self._fitted(words, room, metrics)
        left, top = rect.x() + _PADDING_PX, rect.y() + (rect.height() - pill_px) // 2
        if bold:
            width = to_words_px + metrics.horizontalAdvance(words) + 8
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_colour(tone.ground))
            painter.drawRoundedRect(left, top, width, pill_px, 4, 4)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        sign = QPoint(left + 6, top + (pill_px - self._sign_px) // 2)
        self._draw_icon(painter, sign, judged.icon, tone.text, self._sign_px)
        painter.setFont(face)
        painter.setPen(_colour(tone.text))
        painter.drawText(QRect(left + to_words_px, top, room + 8, pill_px), _LEFT, words)

    def _draw_icon(self, painter: QPainter, place: QPoint, name: str, colour: str, size_px: int) -> None:
        painter.drawPixmap(place, icon_pixmap(name, colour, size_px, self._ratio))

    def _fitted(self, text: str, width_px: int, metrics: QFontMetrics) -> str:
        key = (text, width_px, id(metrics))
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) > _KEPT_ELISIONS:
                self._elided.clear()
            found = self._elided[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width_px)
        return found


@cache
def _colour(name: str) -> QColor:
    return QColor(name)
