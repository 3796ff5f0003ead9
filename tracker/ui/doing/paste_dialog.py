"""Pasting, and filling down: where the cells go, what each of them will do, and the one step."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QRadioButton, QScrollArea, QWidget

from tracker.basics.language import Text
from tracker.records.field import FieldSpec, fields_of
from tracker.records.kind import Kind
from tracker.records.registry import KINDS
from tracker.services.bulk import kinds_of
from tracker.services.clipboard_cells import Rows, columns_named, spread
from tracker.services.pasting import (
    FillDown,
    Paste,
    PasteColumn,
    fields_by_heading,
    has_headings,
    has_whole_rows,
    second_columns,
)
from tracker.services.pasting_deadlines import DEADLINE, DEADLINE_LABEL
from tracker.services.rehearsal import Rehearsal
from tracker.ui.doing.doing_dialog import DoingDialog
from tracker.ui.doing.plan_view import PlanView
from tracker.ui.looks.fonts import grown
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_PASTE = Text("Plakken: eerst een proef", "Paste: rehearsed first")
_FILL = Text("Omlaag vullen", "Fill down")
_HEADINGS = Text("De eerste rij is een &kop", "The first row holds &headings")
_NEW = Text("&Nieuwe records maken", "Make &new records")
_CHANGE = Text("De gekozen records &wijzigen", "&Change the chosen records")
_MAKE = Text("Rijen zonder record: nieuw &maken", "Rows without a record: &make new")
_KIND = Text("Soort van nieuwe records", "Kind of new records")
_SKIP = Text("(overslaan)", "(leave out)")
_FIXED_TO = Text("alleen te lezen", "read only")
_COLUMN = Text("Kolom", "Column")
_NOTHING = Text(
    "Kies per kolom in welk veld de cellen komen. Dan staat hier wat er gebeurt.",
    "Choose for each column which field its cells go to. Then you see here what will happen.",
)
_SAMPLE_LENGTH = 18
_PLAN_PX = 900


class _PlanDialog(DoingDialog):
    """A rehearsal with a button that says what it will do."""

    def __init__(self, session: Session, title: Text, parent: QWidget | None) -> None:
        super().__init__(session, title, parent)
        self.plan = PlanView(session)
        self.plan.changed.connect(self._show_possible)
        self.accept_button.clicked.connect(self.submit)

    def first_input(self) -> QWidget:
        return self.plan.table if self.plan.rehearsal is not None else self.plan.hint

    def submit(self) -> None:
        """Do what is ticked, as one step."""
        rehearsal = self.plan.rehearsal
        if rehearsal is None or not self.plan.is_ready or not self.plan.chosen:
            return
        if self.write(rehearsal.plan.step(self.plan.chosen)):
            self.accept()

    def _show_possible(self) -> None:
        rehearsal = self.plan.rehearsal
        changed = made = 0
        if rehearsal is not None and self.plan.is_ready:
            changed, made = rehearsal.plan.records_in(self.plan.chosen)
        self.accept_button.setEnabled(bool(changed or made))
        self.offer(_button_words(changed, made))


def _button_words(changed: int, made: int) -> Text:
    nl = [f"{made} nieuwe" if made else "", f"{changed} gewijzigde" if changed else ""]
    en = [f"{made} new" if made else "", f"{changed} changed" if changed else ""]
    shown = Text(" en ".join(filter(None, nl)), " and ".join(filter(None, en)))
    noun = Text("record" if changed + made == 1 else "records", "record" if changed + made == 1 else "records")
    if not shown.nl:
        return Text("Niets om vast te leggen", "Nothing to record")
    if changed + made == 1:
        verb = "Nieuw" if made else "Gewijzigd"
        return Text(f"1 {verb.lower()} record vastleggen", f"Record {shown.en} {noun.en}")
    return Text(f"{shown.nl} {noun.nl} vastleggen", f"Record {shown.en} {noun.en}")


class PasteDialog(_PlanDialog):
    """Shows where the cells go and what they do. ``ids`` are the records from the first row down.

    ``columns`` are those over which is pasted, from the first one; without them, headings tell, or the user. Cells are
    repeated over records and columns that are a multiple of them: one value fills all.
    """

    def __init__(
        self, session: Session, cells: Rows, ids: Sequence[int], columns: Sequence[PasteColumn] = (),
        new_kind: Kind | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(session, _PASTE, parent)
        self._ids, self._copied = array("q", ids), cells
        self._cells = cells = spread(cells, len(ids), len(columns))
        self._anchored = list(columns)
        chosen = kinds_of(session.store, ids)
        kinds = tuple(dict.fromkeys([*chosen, new_kind] if new_kind else chosen or KINDS))
        self._kinds = kinds
        self._specs = _all_fields(kinds)
        self.headings = QCheckBox(session.words(_HEADINGS))
        self.headings.setChecked(has_headings(kinds, cells))
        self.new, self.change = QRadioButton(session.words(_NEW)), QRadioButton(session.words(_CHANGE))
        self.change.setEnabled(bool(len(ids)))
        is_new = not len(ids) or has_whole_rows(kinds, cells)
        (self.new if is_new else self.change).setChecked(True)
        self.makes_new = QCheckBox(session.words(_MAKE))
        self.kind = CalmCombo()
        self.kind.setAccessibleName(session.words(_KIND))
        for kind in KINDS:
            self.kind.addItem(session.words(kind.one), kind.code)
        self.kind.setCurrentIndex(KINDS.index(new_kind or kinds[0]))
        self.targets: list[CalmCombo] = []
        self.told, self.left_out = label("", "hint"), label("", "hint")
        self.left_out.setWordWrap(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.rehearse)
        self._lay_out()
        self._choose_targets()
        self.headings.toggled.connect(self._choose_targets)
        for choice in (self.new, self.makes_new):
            choice.toggled.connect(self._timer.start)
        self.kind.currentIndexChanged.connect(self._timer.start)
        self.fit(1180, 660)
        self.rehearse()

    def rehearse(self) -> None:
        """Show what would happen with what is chosen now."""
        self._timer.stop()
        makes_new = self.new.isChecked() or self.makes_new.isChecked()
        self.makes_new.setVisible(self.change.isChecked())
        self.kind.setEnabled(makes_new)
        columns: list[PasteColumn | None] = [combo.currentData() for combo in self.targets]
        self._say_what_is_there()
        self._say_left_out(columns)
        if not any(columns):
            self.plan.show_hint(self.session.words(_NOTHING))
            return
        kind = KINDS[self.kind.currentIndex()] if makes_new else None
        cells = self._cells[1:] if self.headings.isChecked() else self._cells
        ids = () if self.new.isChecked() else self._ids
        paste = Paste(ids, columns, cells, kind, language=self.session.language, today=self.session.today)
        self.plan.show_rehearsal(paste.rehearse(self.session.store))

    def _say_what_is_there(self) -> None:
        is_repeated = (len(self._cells), len(self._cells[0])) != (len(self._copied), len(self._copied[0]))
        rows, columns = len(self._copied) - self.headings.isChecked(), len(self._copied[0])
        nl = f"{rows} {'rij' if rows == 1 else 'rijen'} en {columns} {'kolom' if columns == 1 else 'kolommen'}"
        en = f"{rows} {'row' if rows == 1 else 'rows'} and {columns} {'column' if columns == 1 else 'columns'}"
        if is_repeated:
            is_one = rows == columns == 1
            nl = "1 waarde" if is_one else f"{nl}, herhaald over wat is gekozen,"
            en = "1 value" if is_one else f"{en}, repeated over what is chosen,"
        nl, en = f"{nl} op het klembord.", f"{en} on the clipboard."
        if self.change.isChecked():
            records = min(len(self._cells) - self.headings.isChecked(), len(self._ids))
            noun = "record" if records == 1 else "records"
            nl += f" {records} {noun} om in te plakken: alleen wat u in de lijst ziet, doet mee."
            en += f" {records} {noun} to paste into: only what you see in the list takes part."
        self.told.setText(
            self.session.words(Text(f"{nl} Er is nog niets veranderd.", f"{en} Nothing has changed yet."))
        )

    def _say_left_out(self, columns: Sequence[PasteColumn | None]) -> None:
        """Say which columns do not take part: no field was found for them, or it takes another column already."""
        letters = list(columns_named([""] * len(columns)))
        told: list[Text] = []
        without = [place for place, one in enumerate(columns) if one is None and self._has_words(place)]
        if without and self.headings.isChecked():
            names = ", ".join(f"{letters[place]} “{' '.join(self._cells[0][place].split())}”" for place in without)
            told.append(
                Text(
                    f"Gaat niet mee: {names}. Kies boven die kolom een veld als dat wel moet.",
                    f"Left out: {names}. Choose a field above that column to take it along.",
                )
            )
        for place in second_columns(columns):
            one = columns[place]
            if one is not None:
                told.append(_second(letters[place], one.label))
        self.left_out.setText(" ".join(self.session.words(one) for one in told))
        self.left_out.setVisible(bool(told))

    def _has_words(self, place: int) -> bool:
        return any(row[place].strip() for row in self._cells)

    def _choose_targets(self) -> None:
        """Let headings tell where the cells go, or the columns over which is pasted."""
        names: list[str | None] = [None] * len(self.targets)
        if self.headings.isChecked():
            names = fields_by_heading(self._kinds, self._cells[0])
        for place, combo in enumerate(self.targets):
            was_blocked = combo.blockSignals(True)
            anchored = self._anchored[place] if place < len(self._anchored) else None
            name = names[place] if self.headings.isChecked() else anchored.name if anchored else None
            found = next((i for i in range(combo.count()) if _name_at(combo, i) == name and name), 0)
            if not found and anchored is not None and anchored.name is None and not self.headings.isChecked():
                found = combo.count() - 1
            combo.setCurrentIndex(found)
            combo.blockSignals(was_blocked)
        self._timer.start()

    def _lay_out(self) -> None:
        columns = len(self._cells[0])
        self.body.addWidget(self.told)
        self.kind.setMinimumContentsLength(18)
        self.body.addWidget(self.headings)
        options = QHBoxLayout()
        options.setSpacing(12)
        for one in (self.new, self.kind, self.change, self.makes_new):
            options.addWidget(one)
        options.addStretch(1)
        self.body.addLayout(options)
        self.body.addWidget(self._target_row(columns))
        self.body.addWidget(self.left_out)
        self.plan.setMinimumWidth(grown(_PLAN_PX))
        self.body.addWidget(self.plan, 1)

    def _target_row(self, columns: int) -> QScrollArea:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 4)
        for place, letter in enumerate(columns_named([""] * columns)):
            sample = next((row[place] for row in self._cells if row[place].strip()), "")
            short = sample if len(sample) <= _SAMPLE_LENGTH else f"{sample[:_SAMPLE_LENGTH]}…"
            caption = label(f"{letter}: {' '.join(short.split())}", "label")
            combo = self._target_combo(place)
            caption.setBuddy(combo)
            combo.setAccessibleName(f"{self.session.words(_COLUMN)} {letter}")
            grid.addWidget(caption, 0, place)
            grid.addWidget(combo, 1, place)
            self.targets.append(combo)
        grid.setColumnStretch(columns, 1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of the boxes in it
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidget(inner)
        scrolled.setFixedHeight(inner.sizeHint().height() + 14)
        return scrolled

    def _target_combo(self, place: int) -> CalmCombo:
        combo = CalmCombo()
        combo.setMinimumContentsLength(14)
        combo.addItem(self.session.words(_SKIP), None)
        for spec in self._specs:
            combo.addItem(self.session.words(spec.label), PasteColumn(spec.label, spec.name))
        combo.insertItem(2, self.session.words(DEADLINE_LABEL), PasteColumn(DEADLINE_LABEL, DEADLINE))
        anchored = self._anchored[place] if place < len(self._anchored) else None
        if anchored is not None and anchored.name is None:
            combo.addItem(f"{self.session.words(anchored.label)} ({self.session.words(_FIXED_TO)})", anchored)
        combo.currentIndexChanged.connect(self._timer.start)
        return combo


class FillDownDialog(_PlanDialog):
    """Shows what filling down does: the values of the first record for all the others."""

    def __init__(
        self, session: Session, ids: Sequence[int], names: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(session, _FILL, parent)
        self._ids = array("q", ids)
        self._specs = _all_fields(kinds_of(session.store, ids[:1]))
        first = session.store.summaries(ids[:1])[0]
        below = len(ids) - 1
        below_nl = "het ene record eronder dat u" if below == 1 else f"de {below} records eronder die u"
        below_en = "the one record below that you see" if below == 1 else f"the {below} records below that you see"
        told = Text(
            f"De waarde van {first.reference} komt in {below_nl} in de lijst ziet. Er is nog niets veranderd.",
            f"The value of {first.reference} goes into {below_en} in the list. Nothing has changed yet.",
        )
        self.body.addWidget(label(session.words(told), "hint"))
        self.field = CalmCombo()
        self.field.addItems([session.words(spec.label) for spec in self._specs])
        self._names = list(names)
        if not names:
            row = QHBoxLayout()
            caption = label(session.words(Text("&Veld", "&Field")), "label")
            caption.setBuddy(self.field)
            self.field.setAccessibleName(session.words(Text("Veld", "Field")))
            row.addWidget(caption)
            row.addWidget(self.field, 1)
            self.body.addLayout(row)
            places = [place for place, spec in enumerate(self._specs) if spec.name == "owner"]
            self.field.setCurrentIndex(places[0] if places else 0)
        self.field.currentIndexChanged.connect(self.rehearse)
        self.body.addWidget(self.plan, 1)
        self.fit(1100, 600)
        self.rehearse()

    def rehearse(self) -> None:
        """Show what would happen."""
        names = self._names or [self._specs[self.field.currentIndex()].name]
        act = FillDown(self._ids, names, self.session.language)
        rehearsal: Rehearsal = act.rehearse(self.session.store)
        self.plan.show_rehearsal(rehearsal)


def _all_fields(kinds: Sequence[Kind]) -> list[FieldSpec]:
    found = {spec.name: spec for kind in kinds for spec in reversed(fields_of(kind.model))}
    return list(reversed(found.values()))


def _second(letter: str, field: Text) -> Text:
    return Text(
        f"Kolom {letter} wordt overgeslagen: naar “{field.nl}” gaat al een andere kolom.",
        f"Column {letter} is left out: another column goes to “{field.en}” already.",
    )


def _name_at(combo: CalmCombo, place: int) -> str | None:
    column = combo.itemData(place)
    return column.name if isinstance(column, PasteColumn) else None
