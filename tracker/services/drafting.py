"""A step being put together: values as people give them become changes, with all their faults named at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Self

from tracker.basics.errors import InvalidForm, InvalidValue
from tracker.basics.folding import clean
from tracker.basics.language import Language, Text
from tracker.records.change import Change, PersonalDetail, Source, Step
from tracker.records.entity import KIND_TABLES, columns_of, model_of
from tracker.records.event_window import given_day
from tracker.records.field import FieldSpec, fields_of
from tracker.records.kind import Kind
from tracker.records.value_type import ListOf, Reference, ValueType
from tracker.services.naming import Namer
from tracker.store.record_store import Store

Values = Mapping[str, Any]
"""Values by field name. A text is read as a person would have typed it; anything else is taken as it is."""


class Draft:
    """Changes that will be one step. Faults are gathered; ``step`` raises InvalidForm when there are any."""

    def __init__(self, store: Store, namer: Namer | None = None) -> None:
        self.store = store
        self.faults: dict[str, Text] = {}
        self.named: dict[tuple[str, int], str] = {}
        """Organisations and persons that this draft makes because somebody typed their names: names by entity and id.

        The parts of a draft share this and the ``namer``, so that a name is made once.
        """
        self._captions: dict[str, Text] = {}
        self._changes: list[Change] = []
        self._personal: list[PersonalDetail] = []
        self.namer = namer or Namer(store, self._add_named)

    def part(self) -> Self:
        """Give an empty draft that knows the names made here; ``step`` of this one takes it in."""
        made = type(self)(self.store, self.namer)
        made.named = self.named
        return made

    def name_of(self, entity: str, row_id: int, language: Language = Language.DUTCH) -> str:
        """Give the name of what a value points at, also where this draft makes it."""
        return self.named.get((entity, row_id)) or self.store.names()(entity, row_id, language)

    def make_record(self, kind: Kind, given: Values, reference: str | None = None) -> tuple[int, str]:
        """Add a new record; fields not given take what the kind starts with. Gives its id and reference."""
        values = self.check_record(kind, given)
        record_id, reference = self.store.new_id(kind.table), self.store.new_reference(kind, reference)
        after = {"reference": reference, **to_stored(kind.table, values)}
        self._changes.append(Change(kind.table, record_id, None, after, record_id))
        return record_id, reference

    def check_record(self, kind: Kind, given: Values) -> dict[str, Any]:
        """Give the values that a new record would have, and note its faults; no number is given out."""
        values = {**defaults_of(kind.table), "status": kind.model.first_status(), **self.cleaned(kind.table, given)}
        self._refuse_missing(kind.table, values)
        return values

    def make(self, entity: str, given: Values, record_id: int | None = None, **columns: Any) -> int:
        """Add a row beside the records (deadline, letter …); ``columns`` are those that no form shows."""
        values = {**defaults_of(entity), **columns, **self.cleaned(entity, given)}
        if record_id is not None:
            values["record_id"] = record_id
        if entity == "deadline":
            values |= self._event_of(values)
        self._refuse_missing(entity, values)
        self._refuse_whole(entity, values)
        row_id = self.store.new_id(entity)
        self._changes.append(Change(entity, row_id, None, to_stored(entity, values), record_id))
        return row_id

    def change(self, entity: str, row_id: int, old: Values, given: Values, record_id: int | None = None) -> None:
        """Change a row; only fields that really differ enter the step, and the step expects their old values."""
        new = self.cleaned(entity, given)
        if entity == "deadline" and _waits_for_something_else(old, new):
            new |= self._event_of({**old, "event_id": None, "event_day": None, **new})
        self._refuse_missing(entity, {**old, **new})
        if any(old[name] != value for name, value in new.items()):
            self._refuse_whole(entity, {**old, **new}, new)
        before, after = to_stored(entity, {name: old[name] for name in new}), to_stored(entity, new)
        differing = [name for name in new if before[name] != after[name]]
        if differing:
            was, becomes = ({name: side[name] for name in differing} for side in (before, after))
            self._changes.append(Change(entity, row_id, was, becomes, record_id))

    def add(self, change: Change, personal: PersonalDetail | None = None) -> None:
        """Take in a change that was put together elsewhere."""
        self._changes.append(change)
        if personal is not None:
            self._personal.append(personal)

    def take(self) -> tuple[list[Change], list[PersonalDetail]]:
        """Give what is in the draft and go on without it: a step of a hundred thousand rows is written in pieces."""
        taken = self._changes, self._personal
        self._changes, self._personal = [], []
        return taken

    def delete(self, entity: str, row_id: int, old: Values, record_id: int | None = None) -> None:
        """Take a row out; the step keeps all of it."""
        whole = {name: old[name] for name in columns_of(entity)}
        self._changes.append(Change(entity, row_id, to_stored(entity, whole), None, record_id))

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would change."""
        return not self._changes

    def refuse_faults(self) -> None:
        """Raise InvalidForm with every fault found, where there is one."""
        if self.faults:
            raise InvalidForm(self.faults, self._captions)

    def step(self, label: str, source: Source = Source.WINDOW, parts: Iterable[Draft] = ()) -> Step:
        """Give the step, with the changes of its parts after its own. Raises InvalidForm with every fault found."""
        whole = [self, *parts]
        for draft in whole:
            draft.refuse_faults()
        changes = tuple(change for draft in whole for change in draft._changes)
        return Step(label, changes, source, tuple(self._personal))

    def cleaned(self, entity: str, given: Values) -> dict[str, Any]:
        """Turn what was given into values; what does not fit is noted as a fault."""
        specs = specs_by_name(entity)
        values: dict[str, Any] = {}
        for name, value in given.items():
            spec = specs.get(name)
            if spec is None:
                if name in columns_of(entity) and entity not in KIND_TABLES:
                    values[name] = value  # what joins rows; a record's reference is given once and never changed
                else:
                    self.faults[name] = _unknown_field(name, specs)
                continue
            read = self.cleaned_by(spec, value)
            if name not in self.faults:
                values[name] = read
        return values

    def cleaned_by(self, spec: FieldSpec, given: Any) -> Any:
        """Turn what was given for one field into a value; what does not fit is noted as a fault and gives None."""
        try:
            return self._value(spec, given)
        except InvalidValue as error:
            self._note_fault(spec, error.words)
            return None

    def _value(self, spec: FieldSpec, given: Any) -> Any:
        value = self._read(spec.type, given) if isinstance(given, str) else given
        if isinstance(value, str):
            value, _ = clean(value)
        if spec.check is not None and (fault := spec.check(value)) is not None:
            raise InvalidValue(fault.nl, fault.en)
        return value

    def _read(self, value_type: ValueType, text: str) -> Any:
        if isinstance(value_type, Reference):
            return self.namer.id_of(value_type.entity, text)
        if isinstance(value_type, ListOf) and isinstance(value_type.of, Reference):
            return self.namer.ids_of(value_type.of.entity, text)
        return value_type.parse(text)

    def _refuse_missing(self, entity: str, values: Mapping[str, Any]) -> None:
        for spec in fields_of(model_of(entity)):
            if spec.required and values.get(spec.name) in {None, ""}:
                self._note_fault(spec, Text("Vul dit veld in.", "Fill in this field."))

    def _refuse_whole(self, entity: str, values: Mapping[str, Any], given: Values | None = None) -> None:
        """Note what is wrong with a row as a whole; of a changed one where ``given`` touches it."""
        faults_of_row = getattr(model_of(entity), "faults_of_row", None)
        if faults_of_row is None:
            return
        specs = specs_by_name(entity)
        for name, fault in faults_of_row(values).items():
            if given is None or {"start", "end", "wording", "what", "waits_for"} & set(given):
                self._note_fault(specs[name], fault)

    def _event_of(self, deadline: Mapping[str, Any]) -> dict[str, Any]:
        """Give what ties a deadline to the event that its words name; one not yet known is made, as a name would be."""
        waits_for = deadline["waits_for"]
        if not waits_for:
            return {"event_id": None, "event_day": None}
        event_id, day = self.namer.event_of(waits_for, deadline.get("event_id"))
        if day is None or deadline.get("event_day") is not None:  # a next period comes with its own window
            return {"event_id": event_id}
        return {"event_id": event_id, **given_day(deadline, day)}

    def _note_fault(self, spec: FieldSpec, fault: Text) -> None:
        self.faults.setdefault(spec.name, fault)
        self._captions[spec.name] = spec.label

    def _add_named(self, entity: str, row_id: int, values: Values, personal: PersonalDetail | None) -> None:
        self._changes.append(Change(entity, row_id, None, to_stored(entity, {**defaults_of(entity), **values})))
        self.named[entity, row_id] = str(values.get("name") or (personal.name if personal is not None else ""))
        if personal is not None:
            self._personal.append(personal)


def _waits_for_something_else(old: Values, new: Values) -> bool:
    """Tell whether a change names another event, or one that was never looked up (in a register of before schema 3)."""
    if "waits_for" not in new:
        return False
    return new["waits_for"] != old["waits_for"] or (bool(new["waits_for"]) and old["event_id"] is None)


@cache
def specs_by_name(entity: str) -> Mapping[str, FieldSpec]:
    """Give the fields of an entity by name."""
    return {spec.name: spec for spec in fields_of(model_of(entity))}


def to_stored(entity: str, values: Values) -> dict[str, Any]:
    """Give values in their stored form."""
    stored = dict(values)
    for name, value_type in _stored_otherwise(entity):
        if name in stored:
            stored[name] = value_type.to_stored(stored[name])
    return stored


@cache
def _stored_otherwise(entity: str) -> tuple[tuple[str, ValueType], ...]:
    """Give the fields whose values are stored in another form than the program uses."""
    plain = ValueType.to_stored
    return tuple((spec.name, spec.type) for spec in fields_of(model_of(entity))
                 if type(spec.type).to_stored is not plain)  # fmt: skip


@cache
def defaults_of(entity: str) -> Mapping[str, Any]:
    """Give a value for every column of an entity: its declared default, or nothing known."""
    fields = model_of(entity).model_fields
    values = {}
    for name in columns_of(entity):
        default = fields[name].get_default()
        values[name] = None if fields[name].is_required() else default
    values.pop("reference", None)
    return values


def _unknown_field(name: str, specs: Mapping[str, FieldSpec]) -> Text:
    known = ", ".join(specs)
    return Text(
        f"Het veld “{name}” bestaat hier niet. Wel: {known}.", f"There is no field “{name}” here, but: {known}."
    )
