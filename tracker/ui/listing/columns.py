"""The columns that the table can show, and what stands in their cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.kind import Kind
from tracker.records.registry import kind_of
from tracker.records.snapshot import COUNTS, Record, Summary
from tracker.ui.parts.judgement import judge

if TYPE_CHECKING:
    from tracker.records.field import FieldSpec
    from tracker.records.value_type import NameOf


@dataclass(frozen=True)
class Column:
    """One column. ``spec`` is None for what every record has; ``from_width_px``: shown where the table is so wide."""

    key: str
    label: Text
    width_px: int
    is_right: bool = False
    is_muted: bool = False
    from_width_px: int | None = None
    spec: FieldSpec | None = None

    @property
    def record_field(self) -> str | None:
        """Give the name of the record's own field that stands in it, or None where it only shows something."""
        if self.spec is not None:
            return self.spec.name
        return self.key if self.key in _SHARED_FIELDS else None

    @property
    def logged(self) -> tuple[str, str] | None:
        """Give the entity ("": the record itself) and the field whose history is that of its cells, or None."""
        if self.record_field is not None:
            return "", self.record_field
        name = _OF_DEADLINE.get(self.key)
        return None if name is None else ("deadline", name)

    @property
    def field(self) -> str:
        """Give the name of the field it shows; the state goes by the deadline."""
        return "deadline_end" if self.key == "state" else self.key.removeprefix("field.")


TITLE = "title"
SHARED_COLUMNS: tuple[Column, ...] = (
    Column("reference", Text("Nr", "No."), 72, is_muted=True, from_width_px=0),
    Column(TITLE, Text("Onderwerp", "Subject"), 230, from_width_px=0),
    Column("status", Text("Status", "Status"), 120, is_muted=True, from_width_px=1010),
    Column("deadline_wording", Text("Termijn", "Deadline"), 160, is_muted=True, from_width_px=690),
    Column("deadline_end", Text("Uiterlijk", "At the latest"), 104, is_right=True, from_width_px=490),
    Column("state", Text("Toestand", "State"), 146, from_width_px=0),
    Column("lead", Text("Trekker", "Lead"), 100, is_muted=True, from_width_px=1010),
    Column("owner", Text("Dossierhouder", "Owner"), 124, from_width_px=1010),
    Column("minister", Text("Bewindspersoon", "Minister"), 180, is_muted=True),
    Column("theme", Text("Thema", "Theme"), 140, is_muted=True),
    Column("deadline_what", Text("Wat er klaar moet zijn", "What is due"), 180, is_muted=True),
    Column("waits_for", Text("Wacht op", "Waits for"), 160, is_muted=True),
    Column("waiting_since", Text("Wacht sinds", "Waiting since"), 104, is_right=True, is_muted=True),
    Column("first_end", Text("Eerst toegezegd", "First promised"), 120, is_right=True, is_muted=True),
    Column("times_postponed", Text("Keer uitgesteld", "Times postponed"), 116, is_right=True, is_muted=True),
    Column("days_postponed", Text("Dagen uitgesteld", "Days postponed"), 124, is_right=True, is_muted=True),
    Column("untold", Text("Niet gemeld", "Not told"), 96, is_right=True, is_muted=True),
    Column("marking", Text("Markering", "Marking"), 110, is_muted=True),
    Column("updated", Text("Gewijzigd", "Changed"), 120, is_right=True, is_muted=True),
)
_SHARED_FIELDS = {"title", "status", "owner", "lead", "minister", "theme", "marking"}

_OF_DEADLINE = {
    "deadline_wording": "wording", "deadline_end": "end", "deadline_what": "what", "state": "end",
    "waits_for": "waits_for",
}  # fmt: skip
OF_DEADLINE = frozenset(_OF_DEADLINE)
"""Columns that show the current deadline; it is changed among the deadlines of the record."""
TOLD_ON_HOVER = frozenset((*OF_DEADLINE, "first_end", "times_postponed", "days_postponed"))
"""Columns that tell on hover how the day of the deadline was computed."""


def columns_of(kind: Kind | None) -> tuple[Column, ...]:
    """Give all columns a list of this kind (None: of all kinds) can show."""
    if kind is None:
        return SHARED_COLUMNS
    from tracker.records.field import fields_of  # with the classes of the kinds: after the first paint

    own = tuple(
        Column(f"field.{spec.name}", spec.label, spec.width_px, is_muted=True, spec=spec)
        for spec in fields_of(kind.model)
        if spec.name not in _SHARED_FIELDS
    )
    return SHARED_COLUMNS + own


def usual_columns(width_px: int) -> tuple[Column, ...]:
    """Give the columns that a table of this width shows by itself."""
    return tuple(one for one in SHARED_COLUMNS if one.from_width_px is not None and one.from_width_px <= width_px)


class CellWords:
    """Puts the values of a record into words: names instead of ids, days as people write them."""

    def __init__(self, today: date, language: Language) -> None:
        self.today = today
        self.language = language
        self.names: Mapping[str, Mapping[int, str]] = {}
        self.name_of: NameOf | None = None

    def text(self, column: Column, summary: Summary, record: Record | None = None) -> str:
        """Give what stands in a cell, on one line; nothing known gives an empty text."""
        if column.spec is not None:
            return self._field_text(column.spec, record)
        if column.key == "state":
            return judge(summary, self.today).words.to(self.language)
        return self._shared_text(column.key, getattr(summary, column.key), summary)

    def _shared_text(self, key: str, value: Any, summary: Summary) -> str:
        if value is None:
            return ""
        if key in _NAMES:
            return self.names.get(_NAMES[key], {}).get(value, "")
        if key in COUNTS:
            return str(value or "")
        if key in {"deadline_end", "first_end", "waiting_since"}:
            return day_words(value, self.language)
        if key == "updated":
            return day_words(value.astimezone(), self.language)
        is_foreign = key in _CHOICES and self.language is not Language.DUTCH
        return _in_words(summary.kind, key, value, self.language) if is_foreign else " ".join(str(value).split())

    def placeholder(self, column: Column) -> str:
        """Give what stands, faint, in a cell of which nothing is known."""
        words = _PLACEHOLDERS.get(column.key)
        return "" if words is None else words.to(self.language)

    def _field_text(self, spec: FieldSpec, record: Record | None) -> str:
        if record is None or self.name_of is None:
            return ""
        return " ".join(spec.type.text(record.values.get(spec.name), self.language, self.name_of).split())


def _in_words(kind_code: str, name: str, value: str, language: Language) -> str:
    """Give a word of a closed list; the Dutch word is what is stored, and all that is known before the first paint."""
    kind = kind_of(kind_code)
    if not kind.is_loaded:
        return value
    from tracker.records.field import field_of  # loaded by now

    spec = field_of(kind.model, name)
    return value if spec is None else spec.type.text(value, language)


_CHOICES = ("status", "marking")
_NAMES = {"owner": "person", "lead": "organisation"}
_PLACEHOLDERS = {"deadline_end": Text("geen dag", "no day"), "owner": Text("niemand", "nobody")}
