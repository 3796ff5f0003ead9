"""A form built from declared fields: labels, inputs in their groups, faults at their fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.record_base import in_groups
from tracker.ui.looks.fonts import grown
from tracker.ui.record.dragging import DropPasser
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.editors.reference import MakeBeside
from tracker.ui.record.editors.table import editor_for
from tracker.ui.record.field_menu import FieldMenu, MakeActs
from tracker.ui.record.looks import label
from tracker.ui.session import Session

LABEL_WIDTH_PX = 104


class FieldsForm(QWidget):
    """Inputs for these fields. With ``is_grouped`` each group of the declaration gets its heading.

    ``make_acts`` gives what the context menu of a field offers beside Qt's own.
    """

    changed = Signal()

    def __init__(
        self, session: Session, specs: Iterable[FieldSpec], parent: QWidget | None = None, *,
        is_grouped: bool = False, make_beside: MakeBeside | None = None, make_acts: MakeActs | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.session = session
        specs = tuple(specs)
        self.editors: dict[str, FieldEditor] = {}
        self.labels: dict[str, QLabel] = {}
        self._make_beside = make_beside
        self._menu = None if make_acts is None else FieldMenu(make_acts, self)
        self._drops = DropPasser(session.store.path, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 16)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._label_px = max(grown(LABEL_WIDTH_PX), self._widest_word_px(specs))
        self._grid.setColumnMinimumWidth(0, self._label_px)
        self._grid.setColumnStretch(1, 1)
        grouped: Iterable[tuple[Text | None, Sequence[FieldSpec]]] = in_groups(specs) if is_grouped else [(None, specs)]
        for group, some in grouped:
            if group is not None:
                self._add_heading(group)
            for spec in some:
                self._add_field(spec)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._chain_tabs()

    def begin_at(self, margin_px: int) -> None:
        """Leave so much room at both sides."""
        margins = self._grid.contentsMargins()
        self._grid.setContentsMargins(margin_px, margins.top(), margin_px, margins.bottom())

    def load(self, values: Mapping[str, Any]) -> None:
        """Show these values; nothing counts as changed from here on."""
        for name, editor in self.editors.items():
            editor.load(values.get(name))

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these values as if they had been typed."""
        for name, value in values.items():
            self.editors[name].set_value(value)

    @property
    def changed_fields(self) -> list[str]:
        """Give the names of the fields that hold something else than was loaded."""
        return [name for name, editor in self.editors.items() if editor.is_changed]

    def read(self, names: Iterable[str] | None = None) -> tuple[dict[str, Any], dict[str, Text]]:
        """Give values by field name, and the faults of those that cannot be read. Without names: of all fields."""
        given: dict[str, Any] = {}
        faults: dict[str, Text] = {}
        for name in self.editors if names is None else names:
            try:
                given[name] = self.editors[name].value()
            except InvalidValue as error:
                faults[name] = error.words
        return given, faults

    def show_faults(self, faults: Mapping[str, Text]) -> list[str]:
        """Show each fault at its field, and go to the first; gives the sentences of those without a field here."""
        for name, editor in self.editors.items():
            editor.set_fault(self.session.words(faults[name]) if name in faults else "")
        first = next((name for name in self.editors if name in faults), None)
        if first is not None:
            self.go_to(first)
        return [self.session.words(fault) for name, fault in faults.items() if name not in self.editors]

    def go_to(self, name: str) -> None:
        """Put the focus in a field and bring it in sight."""
        editor = self.editors[name]
        editor.input.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, editor, lambda: bring_in_sight(editor))

    @property
    def focused_field(self) -> str | None:
        """Give the name of the field that is typed in, or None."""
        focused = QApplication.focusWidget()
        return next(
            (name for name, editor in self.editors.items() if focused is not None and editor.isAncestorOf(focused)),
            None,
        )

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read and copied, but not changed."""
        for editor in self.editors.values():
            editor.set_read_only(read_only)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grid.activate()

    def _widest_word_px(self, specs: Iterable[FieldSpec]) -> int:
        """Give the width of the longest word of all labels: they wrap, but no word is ever broken."""
        words = [word for spec in specs for word in self.session.words(spec.label).split()]
        return max(map(self.fontMetrics().horizontalAdvance, words), default=0) + 2

    def _add_heading(self, group: Text) -> None:
        heading = label(self.session.words(group), "group")
        heading.setContentsMargins(0, 8 if self.editors else 0, 0, 0)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)

    def _add_field(self, spec: FieldSpec) -> None:
        editor = editor_for(spec, self.session, self._make_beside)
        caption = label(self.session.words(spec.label), "label")
        caption.setWordWrap(True)
        caption.setBuddy(editor.input)
        caption.setToolTip(self.session.words(spec.hint))
        caption.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = self._grid.rowCount()
        if editor.spans_form:
            self._grid.addWidget(caption, row, 0, 1, 2)
            self._grid.addWidget(editor, row + 1, 0, 1, 2)
        else:
            caption.setFixedWidth(self._label_px)
            caption.setContentsMargins(0, 6, 0, 0)
            self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignTop)
        editor.changed.connect(self.changed)
        self.editors[spec.name], self.labels[spec.name] = editor, caption
        if self._menu is not None:
            self._menu.watch(editor, caption)
            self._drops.watch(editor)

    def _chain_tabs(self) -> None:
        inputs = [editor.input for editor in self.editors.values()]
        for before, after in pairwise(inputs):
            QWidget.setTabOrder(before, after)


def bring_in_sight(editor: QWidget) -> None:
    """Scroll the form so that this input is seen."""
    above = _scrolled_above(editor)
    if above is not None:
        above.ensureWidgetVisible(editor, 0, 40)


def bring_part_in_sight(inside: QWidget, part: QRect) -> None:
    """Scroll so that a part of a widget is seen, with a little around it."""
    above = _scrolled_above(inside)
    content = None if above is None else above.widget()
    if above is not None and content is not None:
        middle = inside.mapTo(content, part.center())
        above.ensureVisible(middle.x(), middle.y(), part.width() // 2 + 8, part.height() // 2 + 16)


def _scrolled_above(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
