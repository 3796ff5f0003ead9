"""Where the columns of a workbook go: proposed, with an example and how sure, and corrected by the officer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.records.import_target import IGNORE, KEEP, target_label, targets_of
from tracker.records.proposal import Sureness
from tracker.records.registry import KINDS, kind_of
from tracker.services.importing.columns import ColumnShown, columns_shown, table_names
from tracker.services.importing.files import TakenFile
from tracker.ui.looks.icons import IconLabel
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

if TYPE_CHECKING:
    from tracker.exchange.incoming.workbook.mapping import Mapping

_TABLE = Text("&Tabel", "&Table")
_KIND = Text("&Soort", "&Kind")
_SKIP_TABLE = Text("Deze tabel &overslaan", "&Skip this table")
_COLUMN = Text("Kolom", "Column")
_SAMPLE = Text("Voorbeeld", "Example")
_GOES_TO = Text("Gaat naar", "Goes to")
_SAVE = Text("Indeling &bewaren…", "Sa&ve mapping…")
_LOAD = Text("Indeling &laden…", "&Load mapping…")
_INTRODUCTION = Text(
    "Een andere keuze geldt meteen, en wordt onthouden voor bestanden met dezelfde koppen.",
    "Another choice holds at once, and is remembered for files with the same headings.",
)
_LOOKS = {
    Sureness.SURE: ("circle-check", "ok", Text("zeker", "sure")),
    Sureness.LIKELY: ("circle-help", "soon", Text("waarschijnlijk", "likely")),
    Sureness.UNSURE: ("circle-alert", "late", Text("onzeker", "unsure")),
}


class ColumnsPane(QWidget):
    """One table of one file at a time. ``mapped`` carries the place of the file and its new mapping."""

    mapped = Signal(int, object)
    save_wanted = Signal()
    load_wanted = Signal()

    def __init__(self, session: Session, taken: Sequence[TakenFile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._taken = list(taken)
        self.targets: list[CalmCombo] = []
        self._last_input: QWidget | int | None = None
        """Where something was chosen last, of the columns by place: there the focus goes once all was read again."""
        self.table = CalmCombo()
        self.kind = CalmCombo()
        for kind in KINDS:
            self.kind.addItem(session.words(kind.one), kind.code)
        self.skip = QCheckBox(session.words(_SKIP_TABLE))
        self.save_button = button(session.words(_SAVE))
        self.save_button.clicked.connect(self.save_wanted)
        self.load_button = button(session.words(_LOAD))
        self.load_button.clicked.connect(self.load_wanted)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(session.words(_GOES_TO))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._fill_tables()
        self._lay_out()
        self.table.currentIndexChanged.connect(self._show_table)
        self.kind.activated.connect(self._choose_kind)
        self.skip.clicked.connect(self._choose_skip)
        self._show_table()

    @property
    def has_columns(self) -> bool:
        """Tell whether any of the files has columns that can be sent elsewhere."""
        return self.table.count() > 0

    def show_taken(self, taken: Sequence[TakenFile]) -> None:
        """Show the mappings that are in force now; the table on show stays."""
        self._taken = list(taken)
        self._show_table()

    def go_to_last_input(self) -> None:
        """Put the focus back where something was chosen before the file was read again, else on the table."""
        last = self._last_input
        if isinstance(last, int):
            last = self.targets[last] if last < len(self.targets) else None
        (last or self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _fill_tables(self) -> None:
        for file, one in enumerate(self._taken):
            for place, name in enumerate(table_names(one)):
                shown = f"{one.reading.file}: {name}" if len(self._taken) > 1 else name
                self.table.addItem(shown, (file, place))

    def _on_show(self) -> tuple[int, int, Mapping] | None:
        chosen = self.table.currentData()
        if chosen is None:
            return None
        file, place = chosen
        mapping = self._taken[file].mapping
        return None if mapping is None else (file, place, mapping)

    def _show_table(self) -> None:
        shown = self._on_show()
        if shown is None:
            return
        file, place, mapping = shown
        use = mapping.tables[place]
        self.kind.setCurrentIndex(self.kind.findData(use.kind))
        self.skip.setChecked(use.is_left_out)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 4, 8, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        for column, stretch in enumerate((3, 4, 3, 3)):
            grid.setColumnStretch(column, stretch)
        for column, words in enumerate((_COLUMN, _SAMPLE, _GOES_TO)):
            grid.addWidget(label(self.session.words(words), "card-caption"), 0, column)
        self.targets = []
        shown_columns = columns_shown(self._taken[file], place, self.session.language)
        for row, column_shown in enumerate(shown_columns, start=1):
            self._add_row(grid, row, column_shown, use.kind)
        grid.setRowStretch(grid.rowCount(), 1)
        inside.setEnabled(not use.is_left_out)
        self._scroll.setWidget(inside)

    def _add_row(self, grid: QGridLayout, row: int, column: ColumnShown, kind_code: str) -> None:
        heading = label(column.heading or column.letter, "value")
        heading.setWordWrap(True)
        sample = label(column.sample, "hint")
        sample.setWordWrap(True)
        target = self._target_combo(column, kind_code)
        heading.setBuddy(target)
        icon_name, role, words = _LOOKS[column.sureness]
        sign = QWidget()
        line = QHBoxLayout(sign)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(IconLabel(icon_name, role, 14))
        why = ": ".join(filter(None, (self.session.words(words), self.session.words(column.why).lower().rstrip("."))))
        told = label(why, "hint")
        told.setWordWrap(True)
        line.addWidget(told, 1)
        for place, widget in enumerate((heading, sample, target, sign)):
            grid.addWidget(widget, row, place)
        self.targets.append(target)

    def _target_combo(self, column: ColumnShown, kind_code: str) -> CalmCombo:
        combo = CalmCombo()
        combo.setAccessibleName(f"{column.heading or column.letter}: {self.session.words(_GOES_TO)}")
        kind = kind_of(kind_code)
        for name in (KEEP, IGNORE):
            combo.addItem(self.session.words(target_label(kind, name)), name)
        offered = [(self.session.words(target_label(kind, name)), name) for name in targets_of(kind)]
        for words, name in sorted(offered, key=lambda one: fold(one[0])):
            combo.addItem(words, name)
        combo.setCurrentIndex(combo.findData(column.target))
        combo.activated.connect(lambda _: self._choose_target(column.place, combo.currentData()))
        return combo

    def _choose_target(self, column: int, target: str) -> None:
        shown = self._on_show()
        if shown is not None:
            file, place, mapping = shown
            self._map(file, mapping.with_target(place, column, target))

    def _choose_kind(self) -> None:
        shown = self._on_show()
        if shown is None:
            return
        file, place, mapping = shown
        workbook = self._taken[file].workbook
        if workbook is not None:
            self._map(file, mapping.with_table(place, workbook.proposed_use(place, self.kind.currentData())))

    def _choose_skip(self) -> None:
        shown = self._on_show()
        if shown is not None:
            file, place, mapping = shown
            self._map(file, mapping.left_out(place, is_left_out=self.skip.isChecked()))

    def _map(self, file: int, mapping: Mapping) -> None:
        focus = QApplication.focusWidget()
        self._last_input = self.targets.index(focus) if focus in self.targets else focus
        self.mapped.emit(file, mapping)

    def _lay_out(self) -> None:
        told = label(self.session.words(_INTRODUCTION), "hint")
        told.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(told, 1)
        for one in (self.load_button, self.save_button):
            head.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, combo, stretch in ((_TABLE, self.table, 3), (_KIND, self.kind, 1)):
            caption = label(self.session.words(words), "value")
            caption.setBuddy(combo)
            combo.setAccessibleName(self.session.words(words).replace("&", ""))
            caption.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            row.addWidget(caption)
            row.addWidget(combo, stretch)
            row.addSpacing(8)
        row.addWidget(self.skip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self._scroll, 1)
