"""What a bulk act asks before it can be rehearsed: a field and what to do with it, a day, a deadline, a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.basics.errors import InvalidForm, InvalidValue
from tracker.basics.language import Text
from tracker.records.deadline import Deadline, Postponement
from tracker.records.field import FieldSpec, field_of
from tracker.records.record_base import RecordBase
from tracker.records.relation import RELATIONS
from tracker.records.value_type import LINE
from tracker.services.bulk import CHANGED_MOST, BulkAct, FieldAct, PostponeAct, RelateAct, SettleAct
from tracker.services.deadline_words import read_words
from tracker.services.field_groups import usual_first
from tracker.services.operations import Operation, is_text, operations_for
from tracker.services.recess_calendar import calendar_of
from tracker.ui.field_combo import FieldCombo
from tracker.ui.looks.fonts import grown
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.editors.table import editor_for
from tracker.ui.record.form import LABEL_WIDTH_PX, FieldsForm
from tracker.ui.record.form_dialog import make_beside
from tracker.ui.record.looks import label
from tracker.ui.record.picker import RecordPicker
from tracker.ui.session import Session

_FIELD = Text("&Veld", "&Field")
_OPERATION = Text("Wat te &doen", "What to &do")
_FIND = Text("&Nu staat er", "&Now it says")
_VALUE = Text("W&ordt", "&Becomes")
_ADDED = Text("Er k&omt bij", "T&o add")
_REMOVED = Text("Gaat &weg", "T&o take away")
_MINDS_CASE = Text("&Hoofdletters tellen mee", "Match &case")
_WHOLE_WORDS = Text("Alleen h&ele woorden", "Whole wor&ds only")
_HOW = Text("&Samenhang", "&Relation")
_OTHER = Text("Met &welk record", "With &which record")
_NEW_DEADLINE = Text("Nieuwe termijn, in woorden", "New deadline, in words")
_NEW_END = Text("Of: uiterlijk", "Or: at the latest")
_A_DEADLINE = Text("Nieuwe termijn", "New deadline")


class Asker(QWidget):
    """Asks for one act. ``changed`` tells that something else was given."""

    changed = Signal()

    @property
    def is_filled(self) -> bool:
        """Tell whether there is enough to rehearse."""
        raise NotImplementedError

    @property
    def still_needed(self) -> list[Text]:
        """Give the labels of what has to be filled in yet, where the form alone does not show it."""
        return []

    def first_input(self) -> QWidget:
        """Give what has the focus at the start."""
        raise NotImplementedError

    def act(self) -> BulkAct:
        """Give the act. Raises InvalidForm for what cannot be read."""
        raise NotImplementedError

    def show_faults(self, faults: Mapping[str, Text]) -> None:
        """Show each fault at its input."""
        raise NotImplementedError


class FieldAsker(Asker):
    """A field, an operation, and the value. With one field and one operation only the value is asked for."""

    def __init__(
        self, session: Session, specs: Sequence[FieldSpec], operations: Sequence[Operation] | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.session = session
        self._specs = list(specs)
        self._operations = operations
        self.field, self.operation = FieldCombo(usual_first(specs, CHANGED_MOST), session.language), CalmCombo()
        self.field.choose(CHANGED_MOST[0])
        self.find_line = QLineEdit()
        self.minds_case = QCheckBox(session.words(_MINDS_CASE))
        self.whole_words = QCheckBox(session.words(_WHOLE_WORDS))
        self.value_editor: FieldEditor | None = None
        self.find_editor: FieldEditor | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, grown(LABEL_WIDTH_PX))
        self._grid.setColumnStretch(1, 1)
        self._value_caption, self._find_caption = label("", "label"), label(session.words(_FIND), "label")
        self._add_row(0, label(session.words(_FIELD), "label"), self.field, is_shown=len(self._specs) > 1)
        operations_shown = operations is None or len(operations) > 1
        self._add_row(1, label(session.words(_OPERATION), "label"), self.operation, is_shown=operations_shown)
        self.field.currentIndexChanged.connect(self._on_field)
        self.operation.currentIndexChanged.connect(self._on_operation)
        self.find_line.textChanged.connect(self.changed)
        self.minds_case.toggled.connect(self.changed)
        self.whole_words.toggled.connect(self.changed)
        self._on_field()

    @property
    def spec(self) -> FieldSpec:
        """Give the chosen field."""
        return self.field.spec

    @property
    def usual_fields(self) -> list[FieldSpec]:
        """Give the fields that are changed most, or else those there are."""
        return usual_first(self._specs, CHANGED_MOST)[0][1]

    @property
    def chosen_operation(self) -> Operation:
        """Give the chosen operation."""
        return Operation(self.operation.currentData())

    @property
    def is_filled(self) -> bool:
        operation = self.chosen_operation
        if operation is Operation.CLEAR:
            return True
        if operation is Operation.REPLACE:
            return bool(self.find_line.text()) if is_text(self.spec.type) else _is_given(self.find_editor)
        return _is_given(self.value_editor)

    def first_input(self) -> QWidget:
        if len(self._specs) > 1 or self.value_editor is None:
            return self.field
        return self.value_editor.input

    def act(self) -> FieldAct:
        faults: dict[str, Text] = {}
        given: dict[str, Any] = {"value": None, "find": None}
        for name, editor in (("value", self.value_editor), ("find", self.find_editor)):
            try:
                given[name] = None if editor is None else editor.value()
            except InvalidValue as error:
                faults[name] = error.words
        if faults:
            raise InvalidForm(faults)
        find = self.find_line.text() if is_text(self.spec.type) else given["find"]
        return FieldAct(
            self.spec, self.chosen_operation, given["value"], find, self.minds_case.isChecked(),
            self.whole_words.isChecked(), self.session.language,
        )  # fmt: skip

    def show_faults(self, faults: Mapping[str, Text]) -> None:
        for name, editor in (("value", self.value_editor), ("find", self.find_editor)):
            if editor is not None:
                editor.set_fault(self.session.words(faults[name]) if name in faults else "")

    def _on_field(self) -> None:
        offered = operations_for(self.spec)
        wanted = self.operation.currentData()
        was_blocked = self.operation.blockSignals(True)
        self.operation.clear()
        for operation, words in offered.items():
            if self._operations is None or operation in self._operations:
                self.operation.addItem(self.session.words(words), str(operation))
        self.operation.setCurrentIndex(max(0, self.operation.findData(wanted)))
        self.operation.blockSignals(was_blocked)
        self._on_operation()

    def _on_operation(self) -> None:
        for editor in (self.value_editor, self.find_editor):
            if editor is not None:
                editor.hide()
                editor.deleteLater()
        operation, spec = self.chosen_operation, self.spec
        replaces, text = operation is Operation.REPLACE, is_text(self.spec.type)
        captions = {Operation.ADD: _ADDED, Operation.REMOVE: _REMOVED}
        self._value_caption.setText(self.session.words(captions.get(operation, _VALUE)))
        self.find_editor = self._editor(replace(spec, required=False)) if replaces and not text else None
        of_text = replace(spec, type=LINE, width_px=100) if text and replaces else spec
        self.value_editor = None if operation is Operation.CLEAR else self._editor(replace(of_text, hint=Text("", "")))
        self._add_row(2, self._find_caption, self.find_editor or self.find_line, is_shown=replaces)
        ticks = self._ticks()
        ticks.setVisible(replaces and text)
        self._grid.addWidget(ticks, 3, 1)
        if self.find_editor is not None:
            self.find_line.hide()
        if self.value_editor is not None:
            self._add_row(4, self._value_caption, self.value_editor, is_shown=True)
        self._value_caption.setVisible(self.value_editor is not None)
        self._chain_tabs()
        self.changed.emit()

    def _chain_tabs(self) -> None:
        stops = [self.operation, self.find_line if self.find_editor is None else self.find_editor.input]
        stops += [self.minds_case, self.whole_words]
        stops += [] if self.value_editor is None else [self.value_editor.input]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _ticks(self) -> QWidget:
        if not hasattr(self, "_both_ticks"):
            self._both_ticks = QWidget()
            row = QHBoxLayout(self._both_ticks)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(self.minds_case)
            row.addWidget(self.whole_words)
            row.addStretch(1)
        return self._both_ticks

    def _editor(self, spec: FieldSpec) -> FieldEditor:
        made = editor_for(spec, self.session, make_beside)
        made.load(() if spec.type.many else None)
        made.changed.connect(self.changed)
        return made

    def _add_row(self, row: int, caption: QWidget, widget: QWidget, *, is_shown: bool) -> None:
        focus = widget.input if isinstance(widget, FieldEditor) else widget
        if hasattr(caption, "setBuddy"):
            caption.setBuddy(focus)
            focus.setAccessibleName(caption.text().replace("&", ""))  # type: ignore[attr-defined]
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(widget, row, 1)
        caption.setVisible(is_shown)
        widget.setVisible(is_shown)


def _is_given(editor: FieldEditor | None) -> bool:
    """Tell whether an input holds something: also something that cannot be read, for that is to be said."""
    if editor is None:
        return False
    try:
        return editor.value() not in (None, "", ())
    except InvalidValue:
        return True


class FormAsker(Asker):
    """Asks with the fields of a form."""

    def __init__(
        self, session: Session, specs: Sequence[FieldSpec], values: Mapping[str, Any], needed: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.session = session
        self._needed = needed
        self._labels = {spec.name: spec.label for spec in specs}
        self.form = FieldsForm(session, specs, make_beside=make_beside)
        self.form.load(values)
        self.form.changed.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        layout = self.form.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)

    @property
    def is_filled(self) -> bool:
        return not self.still_needed

    @property
    def still_needed(self) -> list[Text]:
        return [self._labels[name] for name in self._needed if not _is_given(self.form.editors[name])]

    def first_input(self) -> QWidget:
        return next(iter(self.form.editors.values())).input

    def show_faults(self, faults: Mapping[str, Text]) -> None:
        for name, editor in self.form.editors.items():
            editor.set_fault(self.session.words(faults[name]) if name in faults else "")

    def values(self) -> dict[str, Any]:
        """Give what stands in the form. Raises InvalidForm for what cannot be read."""
        given, faults = self.form.read()
        if faults:
            raise InvalidForm(faults)
        return given

    def _on_changed(self) -> None:
        self.changed.emit()


class SettleAsker(FormAsker):
    """Asks for day and letter."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        specs = _specs(RecordBase, "settled_on", "settled_letter")
        start = {"settled_on": session.today, "settled_letter": session.letter_at_hand}
        super().__init__(session, specs, start, ("settled_on",), parent)

    def act(self) -> SettleAct:
        given = self.values()
        return SettleAct(given["settled_on"], given["settled_letter"], self.session.language)


class PostponeAsker(FormAsker):
    """Asks for the new words or day, and why; says beside the words how they are read."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        wording, end = _specs(Deadline, "wording", "end")
        specs = [replace(wording, label=_NEW_DEADLINE), replace(end, label=_NEW_END)]
        specs += _specs(Postponement, "reason", "on", "letter")
        self._calendar = calendar_of(session.store)
        super().__init__(session, specs, {"on": session.today}, ("reason", "on"), parent)

    @property
    def still_needed(self) -> list[Text]:
        editors = self.form.editors
        has_deadline = _is_given(editors["wording"]) or _is_given(editors["end"])
        return [*([] if has_deadline else [_A_DEADLINE]), *super().still_needed]

    def act(self) -> PostponeAct:
        given = self.values()
        return PostponeAct(
            given["wording"], given["end"], given["reason"], given["on"], given["letter"], self.session.language
        )

    def _on_changed(self) -> None:
        given, _ = self.form.read(("wording", "on"))
        wording, on = given.get("wording"), given.get("on")
        reading = read_words(wording, on, self._calendar) if wording and on else None
        unread = Text("Hier staat geen dag in. De termijn blijft open.", "No day in these words. It stays open.")
        words = unread if reading is None else reading.reason
        self.form.editors["wording"].set_remark(self.session.words(words) if wording and on else "")
        super()._on_changed()


_CAPTION_TOP_PX = 6
"""So that a caption stands in the middle of the first line beside it."""


class RelateAsker(Asker):
    """Asks how, and with which record."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.how = CalmCombo()
        for reversed_side in (False, True):
            for how, words in RELATIONS.items():
                if how != "samengevoegd in":  # merging is an act of its own
                    self.how.addItem(session.words(words[int(reversed_side)]), (how, reversed_side))
        self.picker = RecordPicker(session)
        self.picker.list.setFixedHeight(grown(132))
        self.how.currentIndexChanged.connect(self.changed)
        self.picker.chosen_changed.connect(self.changed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnMinimumWidth(0, grown(LABEL_WIDTH_PX))
        grid.setColumnStretch(1, 1)
        for row, (name, widget) in enumerate(((_HOW, self.how), (_OTHER, self.picker))):
            caption = label(session.words(name), "label")
            caption.setBuddy(widget)
            widget.setAccessibleName(session.words(name).replace("&", ""))
            caption.setContentsMargins(0, _CAPTION_TOP_PX, 0, 0)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)

    @property
    def is_filled(self) -> bool:
        return self.picker.list.currentRow() >= 0

    def first_input(self) -> QWidget:
        return self.how

    def act(self) -> RelateAct:
        other = self.picker.chosen()
        how, reversed_side = self.how.currentData()
        return RelateAct(
            how, None if other is None else other.id, reversed_side=reversed_side, language=self.session.language
        )

    def show_faults(self, faults: Mapping[str, Text]) -> None:
        """The list shows by itself that nothing is chosen."""


def _specs(model: Any, *names: str) -> list[FieldSpec]:
    return [spec for name in names if (spec := field_of(model, name)) is not None]
