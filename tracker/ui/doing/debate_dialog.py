"""*Nieuw uit debat*: which debate, and a row for each commitment that was made in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from tracker.basics.errors import InvalidValue, TrackerError
from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.services.from_debate import InvalidRows, commitments_from_debate
from tracker.ui.doing.commitment_grid import CommitmentGrid
from tracker.ui.doing.doing_dialog import DoingDialog
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.editors.table import editor_for
from tracker.ui.record.form_dialog import defaults, own_specs
from tracker.ui.record.looks import dress_button, label
from tracker.ui.session import Session

_TITLE = Text("Nieuw uit debat", "New from a debate")
_DEBATE = Text("&Debat", "&Debate")
_NEW = Text("Nieuw debat", "New debate")
_ROWS = Text(
    "Een regel per toezegging. Enter: volgende regel. Ctrl+V: regels uit Excel of een mail plakken.",
    "One row for each commitment. Enter: next row. Ctrl+V: paste rows from Excel or a mail.",
)
_ADD = Text("Regel toevoegen", "Add a row")
_REMOVE = Text("Regel weghalen", "Remove the row")
_CHAMBER = "Tweede Kamer"
_PLACES = {"subject": (0, 0, 1, 3), "number": (0, 3, 1, 1), "day": (1, 0, 1, 1), "sort": (1, 1, 1, 1)}
_CHAMBER_PLACE = (1, 2, 1, 2)


class DebateDialog(DoingDialog):
    """Makes the debate, where it is new, and all commitments in one step. ``ids`` are those that were made."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, rows: Sequence[Mapping[str, str]] = ()
    ) -> None:
        super().__init__(session, _TITLE, parent)
        self.ids: tuple[int, ...] = ()
        self.debate = CalmCombo()
        self.debate.setAccessibleName(session.words(_DEBATE).replace("&", ""))
        self.debate.addItem(session.words(_NEW), None)
        for part in sorted(session.store.rows("debate"), key=_by_day, reverse=True):
            self.debate.addItem(session.store.names()("debate", part.id, session.language), part.id)
        self.editors: dict[str, FieldEditor] = {}
        self._fields = self._make_fields()
        self.grid = CommitmentGrid(session)
        self.add_button, self.remove_button = QToolButton(), QToolButton()
        dress_button(self.add_button, "plus", session.words(_ADD))
        dress_button(self.remove_button, "minus", session.words(_REMOVE))
        self.add_button.clicked.connect(self._add_row)
        self.remove_button.clicked.connect(self.grid.remove_row)
        self.accept_button.clicked.connect(self.submit)
        # Enter belongs to the grid here: it goes to the next row
        self.accept_button.setDefault(False)
        self.debate.currentIndexChanged.connect(self._on_debate)
        self.editors["day"].changed.connect(self._on_debate)
        self.grid.edited.connect(self._show_possible)
        self._lay_out()
        self.grid.show_rows(rows)
        self._on_debate()
        self.fit(1180, 640)

    def first_input(self) -> QWidget:
        return self.editors["subject"].input if self.debate.currentData() is None else self.grid

    @property
    def typed_rows(self) -> list[dict[str, str]]:
        """Give the rows in which something stands."""
        return self.grid.rows()[1]

    def submit(self) -> None:
        """Make all of it; stays open with the faults shown where that does not succeed."""
        places, rows = self.grid.rows()
        try:
            made = commitments_from_debate(self.session.store, self._chosen_debate(), rows)
        except InvalidRows as error:
            self._show_faults(error, places)
        except TrackerError as error:
            self.tell(error.words)
        else:
            if self.write(made.step):
                self.ids = made.ids
                self.accept()

    def _show_faults(self, error: InvalidRows, places: list[int]) -> None:
        self.tell(error.words)
        words = self.session.words
        for name, editor in self.editors.items():
            editor.set_fault(words(error.debate[name]) if name in error.debate else "")
        self.grid.show_faults(
            {(places[place] if places else place, name): words(fault) for (place, name), fault in error.rows.items()}
        )

    def _chosen_debate(self) -> int | dict[str, Any]:
        chosen = self.debate.currentData()
        if isinstance(chosen, int):
            return chosen
        return {name: _typed(editor) for name, editor in self.editors.items()}

    def _on_debate(self) -> None:
        chosen = self.debate.currentData()
        self._fields.setVisible(chosen is None)
        self.grid.set_said_on(self._day())
        self._show_possible()

    def _day(self) -> date | None:
        chosen = self.debate.currentData()
        if chosen is not None:
            return next((part["day"] for part in self.session.store.rows("debate") if part.id == chosen), None)
        try:
            day = self.editors["day"].value()
        except InvalidValue:
            return None
        return day if isinstance(day, date) else None

    def _add_row(self) -> None:
        self.grid.setCurrentCell(self.grid.add_row(), 0)
        self.grid.setFocus()

    def _show_possible(self) -> None:
        count = len(self.grid.rows()[0])
        self.accept_button.setEnabled(bool(count) and self.session.may_write)
        noun = Text("toezegging" if count == 1 else "toezeggingen", "commitment" if count == 1 else "commitments")
        self.offer(Text(f"{count} {noun.nl} toevoegen", f"Add {count} {noun.en}"))

    def _make_fields(self) -> QWidget:
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        start = {**defaults("debate"), "chamber": _CHAMBER}
        for spec in sorted(own_specs("debate"), key=_place):  # Tab goes as the eye does
            editor = editor_for(replace(spec, width_px=100), self.session)
            editor.load(start[spec.name])
            caption = label(self.session.words(spec.label), "label")
            caption.setBuddy(editor.input)
            cell = QVBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(caption)
            cell.addWidget(editor)
            cell.addStretch(1)
            grid.addLayout(cell, *_place(spec))
            self.editors[spec.name] = editor
        return fields

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        caption = label(self.session.words(_DEBATE), "label")
        caption.setBuddy(self.debate)
        head.addWidget(caption)
        head.addWidget(self.debate, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._fields)
        row = QHBoxLayout()
        row.addWidget(label(self.session.words(_ROWS), "hint"), 1)
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        self.body.addLayout(row)
        self.body.addWidget(self.grid, 1)


def _place(spec: FieldSpec) -> tuple[int, int, int, int]:
    return _PLACES.get(spec.name, _CHAMBER_PLACE)


def _typed(editor: FieldEditor) -> Any:
    """Give the value, or the text where it cannot be read: then the services say what is wrong with it."""
    try:
        return editor.value()
    except InvalidValue:
        return editor.state()


def _by_day(part: Any) -> date:
    day = part["day"]
    return day if isinstance(day, date) else date.min
