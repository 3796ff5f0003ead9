"""The fields by which lists are shown, filtered, sorted and grouped: those of every list, and a kind's own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Text
from tracker.records.field import FieldSpec, fields_of
from tracker.records.kind import Kind
from tracker.records.registry import KINDS, kind_of
from tracker.records.status import PHASE_WORDS
from tracker.records.value_type import DAY, LETTER, LINE, WHOLE, YES_NO, Choice

DEADLINE_END = "deadline_end"
_KINDS = Choice(tuple((kind.code, kind.one) for kind in KINDS))
_PHASES = Choice(tuple((str(phase), words) for phase, words in PHASE_WORDS.items()))
OF_EVERY_LIST: tuple[FieldSpec, ...] = (
    FieldSpec(Text("Fase", "Phase"), _PHASES, name="phase", required=True),
    FieldSpec(Text("Soort", "Kind"), _KINDS, name="kind", required=True),
    FieldSpec(Text("Nr", "No."), LINE, name="reference", required=True),
    FieldSpec(Text("Uiterlijk", "At the latest"), DAY, name=DEADLINE_END),
    FieldSpec(Text("Eerst toegezegd", "First promised"), DAY, name="first_end"),
    FieldSpec(Text("Termijn", "Deadline"), LINE, name="deadline_wording"),
    FieldSpec(Text("Wat er klaar moet zijn", "What is due"), LINE, name="deadline_what"),
    FieldSpec(Text("Wacht op", "Waits for"), LINE, name="waits_for"),
    FieldSpec(Text("Wacht sinds", "Waiting since"), DAY, name="waiting_since"),
    FieldSpec(Text("Keer uitgesteld", "Times postponed"), WHOLE, name="times_postponed"),
    FieldSpec(Text("Dagen uitgesteld", "Days postponed"), WHOLE, name="days_postponed"),
    FieldSpec(Text("Uitstel niet gemeld", "Postponements not told"), WHOLE, name="untold"),
    FieldSpec(Text("Gewijzigd", "Changed"), DAY, name="updated", required=True),
)
"""What the program keeps of each record beside its own fields; see ``record`` in ``store.tables``."""
SETTLED_DAY, CHANGED_SINCE, IS_WAITING, WAITING_FOR, IS_OVERDUE, IN_LETTER = (
    "settled_day", "changed_since", "is_waiting", "waiting_for", "is_overdue", "in_letter",
)  # fmt: skip
ASKED_ONLY: tuple[FieldSpec, ...] = (
    FieldSpec(Text("Afgedaan", "Settled"), DAY, name=SETTLED_DAY, required=True),
    FieldSpec(Text("Gewijzigd", "Changed"), LINE, name=CHANGED_SINCE, required=True),
    FieldSpec(Text("Wacht ergens op", "Waits for something"), YES_NO, name=IS_WAITING, required=True),
    FieldSpec(Text("Wacht op", "Waits for"), LINE, name=WAITING_FOR, required=True),
    FieldSpec(Text("Over tijd", "Overdue"), YES_NO, name=IS_OVERDUE, required=True),
    FieldSpec(Text("Brief", "Letter"), LETTER, name=IN_LETTER, required=True),
)
"""What only figures and letters ask of a list: told from what hangs on records and from the log, and no column.

See ``store.derived_conditions``.
"""
COPIED = ("title", "status", "owner", "lead", "minister", "theme", "marking")
"""The fields of which every list has a copy."""


@cache
def list_fields(kind: Kind | None) -> tuple[FieldSpec, ...]:
    """Give the fields of a list of this kind (None: of all kinds, which have the shared fields in common)."""
    from tracker.records.record_base import RecordBase  # with SQLModel: after the first paint

    if kind is not None:
        return (*(one for one in OF_EVERY_LIST if one.name != "kind"), *fields_of(kind.model))
    statuses = {one.word: one.words for some in KINDS for one in some.model.statuses}
    return (
        *OF_EVERY_LIST,
        *(
            replace(one, type=Choice(tuple(statuses.items()))) if one.name == "status" else one
            for one in fields_of(RecordBase)
        ),
    )


def list_field(name: str, kind_code: str | None) -> FieldSpec:
    """Give a field by name; in a list of all kinds also one that only some kinds have. Raises InvalidValue."""
    kind = kind_of(kind_code) if kind_code else None
    found = field_in(name, kind)
    if found is None and kind is None:
        found = next((spec for one in KINDS if (spec := field_in(name, one)) is not None), None)
    if found is None:
        raise InvalidValue(
            f"Het veld “{name}” bestaat niet in deze lijst. Haal dat filter weg, of kies een andere soort.",
            f"There is no field “{name}” in this list. Take that filter away, or choose another kind.",
        )
    return found


def field_in(name: str, kind: Kind | None) -> FieldSpec | None:
    """Give a field of the lists of one kind (None: of all), or None where they have no such field."""
    return next((one for one in (*list_fields(kind), *ASKED_ONLY) if one.name == name), None)
