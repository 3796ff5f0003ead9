"""Two records side by side: whose value is kept, field by field, and the one step that makes one record of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.records.snapshot import Record
from tracker.records.step_labels import done_text
from tracker.services.merging import (
    WHAT_HAPPENS,
    MergedField,
    MergedPart,
    Side,
    merge_records,
    merged_fields,
    merged_parts,
)
from tracker.ui.doing.doing_dialog import DoingDialog
from tracker.ui.looks.fonts import grown
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_TITLE = Text("Twee records samenvoegen", "Merge two records")
_STAYS = Text("blijft", "stays")
_GOES = Text("gaat op in het andere", "goes into the other")
_BOTH = Text("beide", "both")
_SWAP = Text("Het &andere laten blijven", "Let the &other one stay")
_SAME = Text("Alle velden zijn gelijk.", "All fields are the same.")
_FIELDS = Text("Velden die verschillen", "Fields that differ")
_EMPTY = Text("leeg", "empty")
_THERE = Text("staat er al", "is there already")
_COMES = Text("komt erbij", "is added")
_LONGEST_VALUE = 300
_ABOVE_WORDS_PX = 4
"""So that the first line of a value stands in the middle of its choice's height."""


class MergeRecordsDialog(DoingDialog):
    """Asks for each field in which the two differ. ``merged_into`` is the id of the record that stayed, once done."""

    def __init__(self, session: Session, first: Record, second: Record, parent: QWidget | None = None) -> None:
        super().__init__(session, _TITLE, parent)
        self._first, self._second = first, second
        self.merged_into: int | None = None
        self.done_words = Text("", "")
        self.choices: dict[str, QButtonGroup] = {}
        told = label(session.words(WHAT_HAPPENS), "hint")
        told.setWordWrap(True)
        self.swap_button = button(session.words(_SWAP), icon_name="repeat")
        self.swap_button.clicked.connect(self.swap)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(session.words(_FIELDS))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addWidget(told)
        self.body.addWidget(self.swap_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._scroll, 1)
        self.accept_button.clicked.connect(self.submit)
        self.fit(980, 620)
        self._show_fields()

    def first_input(self) -> QWidget:
        return self.swap_button

    def swap(self) -> None:
        """Let the other record stay."""
        self._first, self._second = self._second, self._first
        self._show_fields()

    def submit(self) -> None:
        """Make one record of the two, as one step."""
        checked = ((name, group.checkedButton()) for name, group in self.choices.items())
        chosen = {name: Side(one.property("side")) for name, one in checked if one is not None}
        try:
            step = merge_records(self.session.store, self._first, self._second, chosen)
        except TrackerError as error:
            self.tell(error.words)
            return
        if self.write(step):
            self.merged_into, self.done_words = self._first.id, done_text(step.label)
            self.accept()

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _show_fields(self) -> None:
        say = self.session.words
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 4, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for column, stretch in enumerate((2, 4, 4, 1)):
            grid.setColumnStretch(column, stretch)
        for column, (record, what) in enumerate(((self._first, _STAYS), (self._second, _GOES)), start=1):
            head = label(f"{record.reference} {record.summary.title}", "card-caption")
            head.setWordWrap(True)
            grid.addWidget(head, 0, column)
            grid.addWidget(label(say(what), "hint"), 1, column)
        self.choices = {}
        fields = merged_fields(self._first, self._second)
        for row, field in enumerate(fields, start=2):
            self._add_field(grid, row, field)
        if not fields:
            grid.addWidget(label(say(_SAME), "empty"), 2, 1)
        self._add_parts(grid)
        grid.setRowStretch(grid.rowCount(), 1)
        self._scroll.setWidget(inside)
        self.offer(
            Text(
                f"{self._second.reference} samenvoegen met {self._first.reference}",
                f"Merge {self._second.reference} into {self._first.reference}",
            ),
            "git-merge",
        )

    def _add_field(self, grid: QGridLayout, row: int, field: MergedField) -> None:
        say = self.session.words
        caption = say(field.spec.label)
        named = label(caption, "value")
        named.setContentsMargins(0, grown(_ABOVE_WORDS_PX), 0, 0)
        grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
        group = QButtonGroup(grid.parentWidget())
        words = field.words(self.session.store, self.session.language)
        offered = [(Side.FIRST, words[0]), (Side.SECOND, words[1])]
        if field.can_be_both:
            offered.append((Side.BOTH, say(_BOTH)))
        for column, (side, shown) in enumerate(offered, start=1):
            choice = QRadioButton()
            value = _short(shown) or say(_EMPTY)
            choice.setAccessibleName(f"{caption}: {value}")
            choice.setProperty("side", side.value)
            choice.setChecked(side is field.kept)
            group.addButton(choice)
            grid.addWidget(_beside(choice, value), row, column)
        self.choices[field.spec.name] = group

    def _add_parts(self, grid: QGridLayout) -> None:
        """Show what hangs on either: the second's comes along, and nobody has to choose."""
        language = self.session.language
        parts = merged_parts(self.session.store, self._first, self._second, language)
        for caption in dict.fromkeys(part.caption for part in parts):
            row = grid.rowCount()
            words = caption.to(language)
            grid.addWidget(label(words[:1].upper() + words[1:], "value"), row, 0, Qt.AlignmentFlag.AlignTop)
            for column, side in enumerate((Side.FIRST, Side.SECOND), start=1):
                some = [part for part in parts if part.caption == caption and part.side is side]
                grid.addWidget(self._parts_of(some), row, column, Qt.AlignmentFlag.AlignTop)

    def _parts_of(self, parts: Sequence[MergedPart]) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in parts:
            becomes = _THERE if part.is_there else _COMES if part.side is Side.SECOND else None
            shown = " – ".join([_short(part.words), *([] if becomes is None else [self.session.words(becomes)])])
            told = label(shown, "value")
            told.setWordWrap(True)
            column.addWidget(told)
        return box


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return f"{flat[:_LONGEST_VALUE]}…" if len(flat) > _LONGEST_VALUE else flat


def _beside(choice: QRadioButton, words: str) -> QWidget:
    """Put words that wrap beside a choice, which cannot wrap its own."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(1, 1)
    told = label(words, "value")
    told.setWordWrap(True)
    told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    told.setContentsMargins(0, grown(_ABOVE_WORDS_PX), 0, 0)
    told.setBuddy(choice)
    grid.addWidget(choice, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(told, 0, 1)
    return box
