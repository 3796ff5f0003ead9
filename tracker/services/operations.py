"""What can be done with one field of several records at once: set, clear, add, remove, replace. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from tracker.basics.language import Text
from tracker.records.field import FieldSpec, field_of, fields_of
from tracker.records.kind import Kind
from tracker.records.value_type import Area, Choice, Line, Suggested, ValueType, YesNo


class Operation(StrEnum):
    """What is done with the value that is there."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"
    REPLACE = "replace"
    CLEAR = "clear"


_LIST_WORDS = {
    Operation.ADD: Text("Erbij zetten", "Add"),
    Operation.REMOVE: Text("Weghalen", "Take away"),
    Operation.REPLACE: Text("Eén vervangen door een ander", "Replace one by another"),
    Operation.SET: Text("Alles vervangen door", "Replace all by"),
    Operation.CLEAR: Text("Leegmaken", "Clear"),
}
_TEXT_WORDS = {
    Operation.SET: Text("Invullen", "Fill in"),
    Operation.ADD: Text("Achteraan erbij zetten", "Add at the end"),
    Operation.REPLACE: Text("Tekst vervangen", "Replace text"),
    Operation.CLEAR: Text("Leegmaken", "Clear"),
}
_VALUE_WORDS = {
    Operation.SET: Text("Invullen", "Fill in"),
    Operation.REPLACE: Text("Eén waarde vervangen door een andere", "Replace one value by another"),
    Operation.CLEAR: Text("Leegmaken", "Clear"),
}


def operations_for(spec: FieldSpec) -> dict[Operation, Text]:
    """Give what can be done with a field, in words, the most usual first."""
    if spec.type.many:
        return dict(_LIST_WORDS)
    offered = dict(_TEXT_WORDS if is_text(spec.type) else _VALUE_WORDS)
    if spec.required or isinstance(spec.type, YesNo):
        offered.pop(Operation.CLEAR)
    return offered


def is_text(value_type: ValueType) -> bool:
    """Tell whether a type holds free text, in which a piece can be replaced."""
    return isinstance(value_type, (Line, Area))


def shared_fields(kinds: Iterable[Kind]) -> tuple[FieldSpec, ...]:
    """Give the fields that all these kinds have; where their choices differ, all of them together."""
    models = [kind.model for kind in kinds]
    found = []
    for spec in fields_of(models[0]) if models else ():
        others = [field_of(model, spec.name) for model in models[1:]]
        joined = _joined(spec, others)
        if joined is not None:
            found.append(joined)
    return tuple(found)


def _joined(spec: FieldSpec, others: Sequence[FieldSpec | None]) -> FieldSpec | None:
    for other in others:
        if other is None:
            return None
        if other.type == spec.type:
            continue
        if isinstance(other.type, Choice) and isinstance(spec.type, Choice):
            spec = replace(spec, type=Choice(tuple(dict((*spec.type.words, *other.type.words)).items())))
        elif isinstance(other.type, Suggested) and isinstance(spec.type, Suggested):
            spec = replace(spec, type=Suggested(tuple(dict.fromkeys((*spec.type.usual, *other.type.usual)))))
        else:
            return None
    return spec


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of text to look for."""

    text: str
    minds_case: bool = False
    whole_words: bool = False

    def replaced(self, text: str, by: str) -> str:
        """Give a text in which each place where it stands has the other words."""
        if not self.text:
            return text
        pattern = re.escape(self.text)
        if self.whole_words:
            pattern = rf"(?<!\w){pattern}(?!\w)"
        return re.sub(pattern, lambda _: by, text, flags=0 if self.minds_case else re.IGNORECASE)


def changed_value(spec: FieldSpec, operation: Operation, old: Any, value: Any, find: Any = None) -> Any:
    """Give what a value becomes. ``value`` and ``find`` are values of the field's type; of free text, ``Finding``.

    For a list ``value`` is several, ``find`` the ones to take out.
    """
    if operation is Operation.SET:
        return value
    if operation is Operation.CLEAR:
        return () if spec.type.many else None
    if spec.type.many:
        return _changed_list(operation, tuple(old or ()), tuple(value or ()), tuple(find or ()))
    if operation is Operation.ADD:
        return _with_added(spec, old, value)
    if isinstance(find, Finding):
        return old if old is None else find.replaced(old, value or "")
    return value if old == find else old


def _changed_list(operation: Operation, old: tuple[Any, ...], value: tuple[Any, ...], find: tuple[Any, ...]) -> Any:
    if operation is Operation.ADD:
        return tuple(dict.fromkeys((*old, *value)))
    if operation is Operation.REMOVE:
        return tuple(one for one in old if one not in value)
    kept: list[Any] = []
    for one in old:
        kept += value if one in find else (one,)
    return tuple(dict.fromkeys(kept))


def _with_added(spec: FieldSpec, old: Any, value: Any) -> Any:
    if not old or not value:
        return value or old
    return f"{old}\n{value}" if isinstance(spec.type, Area) else f"{old} {value}"
