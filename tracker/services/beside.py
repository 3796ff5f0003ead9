"""Letters, debates, organisations and persons: listed, changed, and taken away where nothing points at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.basics.errors import InvalidForm, InvalidValue
from tracker.basics.folding import fold
from tracker.basics.language import Language, Text
from tracker.records.change import Change, PersonalDetail, Source, Step
from tracker.records.entity import BESIDE, KIND_TABLES, model_of
from tracker.records.field import FieldSpec, field_of, fields_of
from tracker.records.letter import letter_reference
from tracker.records.person import Person, PersonDetail
from tracker.records.snapshot import Part, Summary
from tracker.records.step_labels import StepLabel
from tracker.services import editing
from tracker.services.drafting import Draft, Values, to_stored
from tracker.store.people import persons
from tracker.store.record_store import Store
from tracker.store.uses import uses_of

LISTS: dict[str, Text] = {
    "letter": Text("Brieven", "Letters"),
    "debate": Text("Debatten", "Debates"),
    "organisation": Text("Organisaties", "Organisations"),
    "person": Text("Personen", "Persons"),
}
"""What can be listed here, in this order."""
_REFERENCE = Text("Nr", "No.")
_LETTER_ACTS = {
    ("progress_note", "letter"): Text("Meldt de stand van zaken van", "Reports on"),
    ("postponement", "letter"): Text("Meldt uitstel van", "Tells of a postponement of"),
    ("settled_letter",): Text("Doet af", "Settles"),
}
_NAMED_IN_REFUSAL = 5


@dataclass(frozen=True, slots=True)
class BesideRow:
    """One row of a list: its id, and what stands in its columns."""

    id: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UsedBy:
    """One record (or a person, for an organisation) that points at a row, and how, in words."""

    how: Text
    summary: Summary | None
    name: str


def specs_of(entity: str) -> tuple[FieldSpec, ...]:
    """Give the fields that people see and change. Those of a person stand in two places in the register."""
    if entity != "person":
        return fields_of(model_of(entity))
    organisation = field_of(Person, "organisation")
    return (*fields_of(PersonDetail), *(() if organisation is None else (organisation,)))


def captions_of(entity: str) -> tuple[Text, ...]:
    """Give the headings of a list."""
    start = (_REFERENCE,) if entity == "letter" else ()
    return (*start, *(spec.label for spec in specs_of(entity)))


def listed_beside(store: Store, entity: str, language: Language = Language.DUTCH) -> list[BesideRow]:
    """Give all rows by name, but letters newest first, those without a day on top; removed persons are left out."""
    names = store.names()
    rows = []
    for part_id, values in _values(store, entity).items():
        cells = [spec.type.text(values[spec.name], language, names) for spec in specs_of(entity)]
        if entity == "letter":
            cells.insert(0, letter_reference(values["number"]))
        rows.append(BesideRow(part_id, tuple(" ".join(cell.split()) for cell in cells)))
    if entity == "letter":
        days = {part_id: values["day"] or date.max for part_id, values in _values(store, entity).items()}
        return sorted(rows, key=lambda row: (days[row.id], row.id), reverse=True)
    return sorted(rows, key=lambda row: fold(row.cells[0]))


def values_beside(store: Store, entity: str, row_id: int) -> Mapping[str, Any]:
    """Give the values of one row by field name. Raises InvalidValue where it is gone."""
    found = _values(store, entity).get(row_id)
    if found is None:
        raise _gone(entity)
    return found


def _values(store: Store, entity: str) -> dict[int, Mapping[str, Any]]:
    if entity == "person":
        return {
            line.id: {"name": line.name, "email": line.email, "organisation": line.organisation}
            for line in persons(store)
            if line.name or line.email
        }
    return {part.id: part.values for part in store.rows(entity)}


def save_beside(
    store: Store, entity: str, row_id: int | None, given: Values, source: Source = Source.WINDOW
) -> tuple[Step, int]:
    """Give the step that adds a row (``row_id`` None) or changes it, and its id. Raises InvalidForm, InvalidValue."""
    if entity == "person":
        return _save_person(store, row_id, given, source)
    if row_id is None:
        return editing.make_beside(store, entity, given, source)
    return editing.change_beside(store, _part(store, entity, row_id), given, source), row_id


def delete_beside(store: Store, entity: str, row_id: int, source: Source = Source.WINDOW) -> Step:
    """Give the step that takes a row away. Raises InvalidValue, naming where, while something points at it.

    Not for persons: who is taken out of the register is taken out of its past too (``store.people.remove_person``).
    """
    part = _part(store, entity, row_id)
    used = used_by(store, entity, row_id)
    if used:
        raise _still_used(store.names()(entity, row_id), used)
    draft = Draft(store)
    draft.delete(entity, row_id, part.values)
    return draft.step(StepLabel.BESIDE_DELETED(part=BESIDE[entity]), source)


def used_by(store: Store, entity: str, row_id: int) -> list[UsedBy]:
    """Give where a row is pointed at: each record once for each way, grouped by that way."""
    with store.read() as connection:
        uses = uses_of(connection, entity, row_id)
    summaries = {one.id: one for one in store.summaries([use.record_id for use in uses if use.record_id is not None])}
    names = store.names()
    found: dict[tuple[Text, int | None, int], UsedBy] = {}
    for use in uses:
        how = _how(entity, use.entity, use.field)
        summary = None if use.record_id is None else summaries.get(use.record_id)
        name = names(use.entity, use.row_id) if summary is None else f"{summary.reference} {summary.title}"
        key = (how, use.record_id, use.row_id if use.record_id is None else 0)
        found.setdefault(key, UsedBy(how, summary, name))
    order = list(dict.fromkeys(one.how for one in found.values()))
    return sorted(found.values(), key=lambda one: order.index(one.how))


def _how(target: str, entity: str, field: str) -> Text:
    if target == "letter":
        words = _LETTER_ACTS.get((entity, field)) or _LETTER_ACTS.get((field,))
        if words is not None:
            return words
    spec = field_of(model_of(entity), field)
    caption = Text.same(field) if spec is None else spec.label
    if entity in KIND_TABLES:
        return caption
    what = BESIDE[entity]
    return Text(f"{what.nl.capitalize()}: {caption.nl.lower()}", f"{what.en.capitalize()}: {caption.en.lower()}")


def _save_person(store: Store, row_id: int | None, given: Values, source: Source) -> tuple[Step, int]:
    name, email = (" ".join(str(given.get(part) or "").split()) or None for part in ("name", "email"))
    if name is None:
        required = next(spec for spec in specs_of("person") if spec.name == "name")
        raise InvalidForm({"name": Text("Vul dit veld in.", "Fill in this field.")}, {"name": required.label})
    draft = Draft(store)
    organisation = draft.cleaned("person", {"organisation": given.get("organisation")}).get("organisation")
    made_beside = draft.step("", source)  # an organisation typed by name is made along; raises for what is wrong
    new = {"organisation": organisation}
    person_id = row_id if row_id is not None else store.new_id("person")
    old = None if row_id is None else _part(store, "person", row_id).values
    personal: tuple[PersonalDetail, ...] = ()
    if old is None or (name, email) != _name_and_address(store, person_id):
        detail = store.new_id("person_detail")
        new["detail"] = detail
        personal = (PersonalDetail(detail, person_id, name, email),)
    after = to_stored("person", new)
    before = None if old is None else to_stored("person", {one: old[one] for one in new})
    changes = made_beside.changes
    if before != after:
        changes = (*changes, Change("person", person_id, before, after))
    label = StepLabel.BESIDE_ADDED if old is None else StepLabel.BESIDE_CHANGED
    return Step(label(part=BESIDE["person"]), changes, source, personal), person_id


def _name_and_address(store: Store, person_id: int) -> tuple[str, str | None]:
    names = store.names()
    return names("person", person_id), names.emails.get(person_id)


def _part(store: Store, entity: str, row_id: int) -> Part:
    found = next((part for part in store.rows(entity) if part.id == row_id), None)
    if found is None:
        raise _gone(entity)
    return found


def _gone(entity: str) -> InvalidValue:
    what = BESIDE[entity]
    return InvalidValue(
        f"Deze {what.nl} staat niet meer in het register." if what.nl != "debat"
        else "Dit debat staat niet meer in het register.",
        f"This {what.en} is no longer in the register.",
    )  # fmt: skip


def _still_used(name: str, used: list[UsedBy]) -> InvalidValue:
    where = [one.summary.reference if one.summary is not None else one.name for one in used]
    where = list(dict.fromkeys(where))
    listed = ", ".join(where[:_NAMED_IN_REFUSAL])
    more = len(where) - _NAMED_IN_REFUSAL
    and_more = Text(f" en {more} andere", f" and {more} others") if more > 0 else Text("", "")
    return InvalidValue(
        f"“{name}” wordt nog gebruikt bij {listed}{and_more.nl}. Kies daar eerst iets anders.",
        f"“{name}” is still used by {listed}{and_more.en}. Choose something else there first.",
    )
