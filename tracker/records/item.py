"""Small records inside a record: rows of a list field, such as a submitter, an outcome or a budget line.

An item class is a frozen dataclass whose fields carry a ``FieldSpec`` in their metadata (``part`` makes them), so
that the form's little table, the workbook and the command line need no code of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any, ClassVar, Self

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language, Text
from tracker.records.field import FieldSpec
from tracker.records.listed import BETWEEN_PARTS, split_parts
from tracker.records.value_type import LINE, ListOf, ValueType, read_piece


def part(
    nl: str, en: str, value_type: ValueType = LINE, *, width_px: int = 140, default: Any = None, internal: bool = False
) -> Any:
    """Declare one field of an item."""
    spec = FieldSpec(Text(nl, en), value_type, width_px=width_px, internal=internal)
    start: Any = () if isinstance(value_type, ListOf) and default is None else default
    return field(default=start, metadata={"spec": spec})


@dataclass(frozen=True)
class Item:
    """One row of a list field."""

    separator: ClassVar[str] = f" {BETWEEN_PARTS} "

    @classmethod
    def parts(cls) -> tuple[FieldSpec, ...]:
        """Give the item's fields in declaration order."""
        return _parts_of(cls)  # type: ignore[arg-type]  # mypy 2.4 compares the hash of instances, not of the class

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an item from its parts in order, with ``|`` between them; missing parts are not known.

        A part that holds ``|``, ``;`` or a line end itself stands in quotes.
        """
        parts = cls.parts()
        pieces = split_parts(text)
        if len(pieces) > len(parts):
            order = " | ".join(spec.name for spec in parts)
            raise InvalidValue(
                f"“{text.strip()}” heeft te veel delen. De volgorde is: {order}.",
                f"“{text.strip()}” has too many parts. The order is: {order}.",
            )
        return cls(**{spec.name: read_piece(spec.type, piece) for spec, piece in zip(parts, pieces, strict=False)})

    def text(self, language: Language = Language.DUTCH) -> str:
        """Give the item as people read it, without the parts that are not known."""
        shown = (spec.type.text(getattr(self, spec.name), language) for spec in self.parts())
        return self.separator.join(words for words in shown if words)

    def to_stored(self) -> dict[str, Any]:
        """Give the parts by name in their stored form."""
        return {spec.name: spec.type.to_stored(getattr(self, spec.name)) for spec in self.parts()}

    @classmethod
    def from_stored(cls, stored: dict[str, Any]) -> Self:
        """Give the item back from its stored form; parts that were added to the class since are not known."""
        return cls(
            **{spec.name: spec.type.from_stored(stored[spec.name]) for spec in cls.parts() if spec.name in stored}
        )


@cache
def _parts_of(item: type[Any]) -> tuple[FieldSpec, ...]:
    return tuple(replace(one.metadata["spec"], name=one.name) for one in fields(item))
