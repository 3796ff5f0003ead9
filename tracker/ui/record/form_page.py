"""Tab *Gegevens*: the form of the shown record, kept per kind, with what it takes to save and to take back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from tracker.basics.errors import InvalidForm, StaleRecord, TrackerError
from tracker.basics.language import Text
from tracker.records.change import LoggedStep, Step
from tracker.records.field import field_of, fields_of
from tracker.records.kind import Kind
from tracker.records.snapshot import Record, RecordParts
from tracker.records.value_type import ListOf, Reference, ValueType
from tracker.services import editing
from tracker.services.unsaved import Unsaved, key_of
from tracker.ui.looks.icons import icon
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.first_words import WORDS, first_deadline, follow_words, show_words, with_words
from tracker.ui.record.form import FieldsForm, bring_in_sight
from tracker.ui.record.form_dialog import SAVE, make_beside
from tracker.ui.record.keeper import Keeper
from tracker.ui.record.latest_note import LatestNote
from tracker.ui.record.looks import button, label
from tracker.ui.record.remarks import remarks_on
from tracker.ui.record.stale_dialog import StaleDialog, TwoTexts
from tracker.ui.record.tabs.record_tab import TAB_MARGIN_PX
from tracker.ui.session import Session

_LATEST_FROM_PX = 640
_UNSAVED = Text("Nog niet opgeslagen", "Not saved yet")
_REVERT = Text("Terugdraaien", "Take back")
LISTED = {
    "letter": Text("&Brieven bekijken en wijzigen…", "See and change &letters…"),
    "debate": Text("&Debatten bekijken en wijzigen…", "See and change &debates…"),
    "organisation": Text("&Organisaties bekijken en wijzigen…", "See and change &organisations…"),
    "person": Text("&Personen bekijken en wijzigen…", "See and change &persons…"),
}
FIELD_HISTORY = Text("&Geschiedenis van dit veld", "&History of this field")
FIELD_HISTORY_KEY = "Ctrl+Shift+H"


class FormPage(QWidget):
    """Shows a record in the form of its kind, or an empty form for a new one."""

    dirty_changed = Signal(bool)
    made = Signal(int)
    """A new record was written: carries its id."""
    typed = Signal()
    """Something was typed, or put back to what is stored."""
    faulted = Signal(object)
    """Saving did not succeed: carries the sentences for the pane to say, as Text; None takes them away."""

    history_wanted = Signal(str)
    """The user asks how a field came to be what it is: carries its name."""
    named_wanted = Signal(str, object)
    """The user wants to see the list that a field chooses from: carries the entity, and the id in the field or None."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.record: Record | None = None
        self.new_kind: Kind | None = None
        self._forms: dict[str, FieldsForm] = {}
        self._was_dirty = False
        self._stack = QStackedWidget()
        self._footer = self._make_footer()
        self.latest = LatestNote(session)
        self.keeper = Keeper(session.store.path, self.unsaved, self)
        self.typed.connect(lambda: self.keeper.follow(self.key, is_dirty=self.is_dirty))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.latest)
        column.addWidget(self._footer)

    # --- showing ------------------------------------------------------------------------------------------------------

    @property
    def form(self) -> FieldsForm | None:
        """Give the form on show."""
        kind = self.new_kind or (self.record.kind if self.record is not None else None)
        return None if kind is None else self._forms.get(kind.code)

    def show_record(self, record: Record, parts: RecordParts) -> None:
        """Show a record as it is stored; what was typed before is gone."""
        self.record, self.new_kind = record, None
        form = self._form_of(record.kind)
        show_words(form, is_shown=False)
        form.load(record.values)
        form.set_read_only(not self.session.may_write)
        self.show_remarks(parts)
        self.latest.show_notes(parts.notes)
        self._fit_latest()
        self._tell_dirty()

    def show_new(self, kind: Kind) -> None:
        """Show an empty form with what a record of this kind starts with."""
        self.record, self.new_kind = None, kind
        self.latest.show_notes(())
        self._fit_latest()
        form = self._form_of(kind)
        show_words(form, is_shown=True)
        form.load({**_start_values(kind), "status": kind.model.first_status()})
        form.set_read_only(not self.session.may_write)
        for editor in form.editors.values():
            editor.set_remark("")
        self._scrolled(form).verticalScrollBar().setValue(0)
        form.go_to("title")
        self._tell_dirty()

    def refresh(self, record: Record, parts: RecordParts) -> None:
        """Show the record as it is stored now, but keep what was typed, with the value it was typed over."""
        form = self.form
        if form is None or self.record is None:
            return
        typed = form.changed_fields
        self.record = replace(record, values={**record.values, **{name: self.record[name] for name in typed}})
        for name, editor in form.editors.items():
            if name not in typed and name != WORDS:
                editor.load(record[name])
        self.show_remarks(parts)
        self.latest.show_notes(parts.notes)
        self._fit_latest()
        self._tell_dirty()

    def show_remarks(self, parts: RecordParts) -> None:
        """Show at the fields what deserves attention."""
        form = self.form
        if form is None or self.record is None:
            return
        remarks = remarks_on(self.record, parts)
        for name, editor in form.editors.items():
            editor.set_remark(self.session.words(remarks[name]) if name in remarks else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_latest()

    def _fit_latest(self) -> None:
        """Show the latest text under the form only where the form keeps room enough."""
        self.latest.setVisible(self.latest.has_note and self.height() >= _LATEST_FROM_PX)

    @property
    def is_dirty(self) -> bool:
        """Tell whether something was typed that is not saved."""
        form = self.form
        return form is not None and bool(form.changed_fields)

    @property
    def key(self) -> str | None:
        """Give by what the unsaved text of the record on show is known."""
        if self.new_kind is not None:
            return key_of(self.new_kind.code, None)
        return None if self.record is None else key_of(self.record.kind.code, self.record.id)

    def unsaved(self) -> Unsaved | None:
        """Give what was typed and is not saved, to be kept; None where there is nothing."""
        form, kind = self.form, self.new_kind or (self.record.kind if self.record is not None else None)
        if form is None or kind is None or not form.changed_fields:
            return None
        typed = {name: form.editors[name].kept() for name in form.changed_fields}
        record, now = self.record, datetime.now(UTC).isoformat(timespec="seconds")
        if record is None:
            return Unsaved(kind.code, None, "", "", now, typed, {})
        before = {name: form.editors[name].spec.type.to_stored(record[name]) for name in typed}
        return Unsaved(kind.code, record.id, record.reference, record.summary.title, now, typed, before)

    def put_back(self, kept: Unsaved) -> None:
        """Show what was kept as if it was typed just now, over the values that it was typed over then."""
        form = self.form
        if form is None:
            return
        known = [name for name in kept.typed if name in form.editors]
        if self.record is not None:
            types = {name: form.editors[name].spec.type for name in known if name in kept.before}
            then = {name: one.from_stored(kept.before[name]) for name, one in types.items()}
            self.record = replace(self.record, values={**self.record.values, **then})
        for name in known:
            form.editors[name].put_back(kept.typed[name])
        if known:
            form.go_to(known[0])

    def revert_field(self) -> bool:
        """Put the stored value back into the field that is typed in; False: it holds that value already."""
        form = self.form
        name = None if form is None else form.focused_field
        if form is None or name not in form.changed_fields:
            return False
        values = self.record.values if self.record is not None else self._new_values()
        form.editors[name].load(values.get(name))
        self._tell_dirty()
        return True

    def revert(self) -> None:
        """Put the stored values back into the form."""
        form = self.form
        if form is not None:
            form.load(self.record.values if self.record is not None else self._new_values())
        self.faulted.emit(None)
        self._tell_dirty()

    # --- saving -------------------------------------------------------------------------------------------------------

    def commit(self) -> bool:
        """Save what was typed. Gives False, with the faults shown and nothing lost, where that does not succeed."""
        form = self.form
        if form is None or not self.is_dirty:
            return True
        while True:
            try:
                logged = self.session.submit(self._step(form))
            except InvalidForm as error:
                others = form.show_faults(error.faults)
                self.faulted.emit(Text.same(" ".join(others)) if others else None)
                return False
            except StaleRecord as error:
                if not self._settle_differences(form, error):
                    return False
            except TrackerError as error:
                self.faulted.emit(error.words)
                return False
            else:
                self._after_saving(form, logged)
                return True

    def _step(self, form: FieldsForm) -> Step:
        """Make the step, with the faults of the inputs and those that the services find named together."""
        given, faults = form.read(form.changed_fields)
        captions = {name: editor.spec.label for name, editor in form.editors.items()}
        try:
            if self.record is not None:
                step = editing.change_record(self.session.store, self.record, given)
            elif self.new_kind is not None:
                deadline = first_deadline(self.session, given)
                step, _ = editing.make_record(self.session.store, self.new_kind, given, deadline=deadline)
            else:
                raise RuntimeError("a form without a record")
        except InvalidForm as error:
            raise InvalidForm({**error.faults, **faults}, captions) from error
        if faults:
            raise InvalidForm(faults, captions)
        return step

    def _after_saving(self, form: FieldsForm, logged: LoggedStep | None) -> None:
        form.show_faults({})
        self.faulted.emit(None)
        kind, self.new_kind = self.new_kind, None
        if kind is not None and logged is not None:
            record_id = next(one.id for one in logged.changes if one.entity == kind.table)
            self.record = self.session.store.records([record_id])[0]
            form.load(self.record.values)
            self._tell_dirty()
            self.made.emit(record_id)
        elif self.record is not None:
            self.record = self.session.store.records([self.record.id])[0]
            form.load(self.record.values)
            self._tell_dirty()

    def _settle_differences(self, form: FieldsForm, error: StaleRecord) -> bool:
        """Let the user choose between both texts of each field. Gives False where nothing was chosen."""
        if self.record is None or any(name not in form.editors for name in error.differences):
            self.faulted.emit(error.words)
            return False
        found = {name: form.editors[name].spec.type.from_stored(now) for name, (_, now) in error.differences.items()}  # type: ignore[arg-type]
        dialog = StaleDialog(self.session, [self._two_texts(form, name, found[name]) for name in found], self)
        if not dialog.exec():
            self.faulted.emit(error.words)
            return False
        self.record = replace(self.record, values={**self.record.values, **found})
        for name, value in found.items():
            if not dialog.keeps_mine(name):
                form.editors[name].load(value)
        return True

    def _two_texts(self, form: FieldsForm, name: str, found: Any) -> TwoTexts:
        spec, names = form.editors[name].spec, self.session.store.names()
        mine = form.editors[name].value()
        shown = mine if isinstance(mine, str) and spec.type.widget in {"reference", "references"} else spec.type.text(
            mine, self.session.language, names
        )  # fmt: skip
        return TwoTexts(
            name, self.session.words(spec.label), shown, spec.type.text(found, self.session.language, names)
        )

    # --- making -------------------------------------------------------------------------------------------------------

    def _form_of(self, kind: Kind) -> FieldsForm:
        if kind.code not in self._forms:
            form = FieldsForm(self.session, with_words(fields_of(kind.model)), is_grouped=True, make_beside=make_beside,
                              make_acts=self._acts_on)  # fmt: skip
            form.begin_at(TAB_MARGIN_PX)
            form.setProperty("role", "page")
            form.changed.connect(self._tell_dirty)
            follow_words(self.session, form)
            scrolled = QScrollArea()
            scrolled.setWidgetResizable(True)
            scrolled.setFrameShape(QFrame.Shape.NoFrame)
            scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            scrolled.setProperty("role", "page")
            scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            scrolled.setWidget(form)
            self._stack.addWidget(scrolled)
            self._forms[kind.code] = form
        form = self._forms[kind.code]
        typed_in = next((name for one in self._forms.values() if one is not form and (name := one.focused_field)), None)
        self._stack.setCurrentWidget(self._scrolled(form))
        if typed_in is not None:  # the hand stays in its field, in the form of any kind
            form.go_to(typed_in if typed_in in form.editors else "title")
        return form

    def _acts_on(self, editor: FieldEditor) -> list[QAction]:
        """Give what the menu of a field offers."""
        name = editor.spec.name
        history = QAction(icon("history"), f"{self.session.words(FIELD_HISTORY)}\t{FIELD_HISTORY_KEY}")
        history.triggered.connect(lambda: self.history_wanted.emit(name))
        history.setEnabled(self.record is not None)
        entity = entity_of(editor.spec.type)
        if entity is None:
            return [history]
        value = editor.state()
        listed = QAction(icon("users"), self.session.words(LISTED[entity]))
        listed.triggered.connect(lambda: self.named_wanted.emit(entity, value if isinstance(value, int) else None))
        return [history, listed]

    def show_history_of_focused(self) -> None:
        """Ask for the history of the field that is typed in."""
        name = None if self.form is None else self.form.focused_field
        if name is not None and self.record is not None:
            self.history_wanted.emit(name)

    def _scrolled(self, form: FieldsForm) -> QScrollArea:
        above = form.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is None:
            raise RuntimeError("a form that is not scrolled")
        return above

    def _new_values(self) -> dict[str, Any]:
        kind = self.new_kind
        return {} if kind is None else {**_start_values(kind), "status": kind.model.first_status()}

    def _make_footer(self) -> QWidget:
        footer = QFrame()
        footer.setProperty("role", "footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 8, 16, 8)
        unsaved = label(self.session.words(_UNSAVED), "hint")
        unsaved.setWordWrap(True)
        row.addWidget(unsaved, 1)
        self.revert_button = button(self.session.words(_REVERT))
        self.save_button = button(self.session.words(SAVE), primary=True)
        self.revert_button.clicked.connect(self.revert)
        self.save_button.clicked.connect(self.commit)
        row.addWidget(self.revert_button)
        row.addWidget(self.save_button)
        footer.hide()
        return footer

    def _tell_dirty(self) -> None:
        dirty = self.is_dirty
        self.typed.emit()
        self._footer.setVisible(dirty)
        if dirty != self._was_dirty:
            self._was_dirty = dirty
            self.dirty_changed.emit(dirty)
            QTimer.singleShot(0, self, self._keep_typing_in_sight)

    def _keep_typing_in_sight(self) -> None:
        """The row of buttons takes room from the form; what is typed in must not go behind it."""
        typed, form = QApplication.focusWidget(), self.form
        if typed is not None and form is not None and form.isAncestorOf(typed):
            bring_in_sight(typed)


def entity_of(value_type: ValueType) -> str | None:
    """Give what a field points at (letter, organisation …), or None where it points at nothing."""
    of = value_type.of if isinstance(value_type, ListOf) else value_type
    return of.entity if isinstance(of, Reference) else None


def _start_values(kind: Kind) -> dict[str, Any]:
    """Give the declared defaults of a kind."""
    fields = kind.model.model_fields
    return {
        spec.name: None if fields[spec.name].is_required() else fields[spec.name].get_default()
        for spec in fields_of(kind.model)
        if field_of(kind.model, spec.name) is not None
    }
