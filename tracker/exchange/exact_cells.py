"""Values as cells that an import can read back without loss, and the way back.

A list stands one value a line, items with ``|`` between their parts; a value that holds such a sign itself stands in
quotes, as in CSV (``records.listed``). So a person can read and change every cell, and the field's own type reads it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language, Text
from tracker.exchange.sheets import Value
from tracker.records.item import Item
from tracker.records.listed import BETWEEN_PARTS, BETWEEN_VALUES, quoted, split
from tracker.records.value_type import Area, Day, Items, Line, ListOf, Money, Reference, ValueType, Whole, YesNo

KeyOf = Callable[[str, int], str]
"""Gives what a reference is written as (a name, B-2 …), from (entity, id)."""
IdOf = Callable[[str, str], int]
"""Gives the id of what a reference was written as, from (entity, key)."""


def to_cell(value_type: ValueType, value: Any, key_of: KeyOf, language: Language = Language.DUTCH) -> Value:
    """Give what a cell holds for a value; None where nothing is known."""
    if value is None or value == ():
        return None
    match value_type:
        case Day() | Whole() | Money() | Area() | Line():
            return value  # type: ignore[no-any-return]
        case YesNo():
            return (Text("ja", "yes") if value else Text("nee", "no")).to(language)
        case Reference():
            return key_of(value_type.entity, value)
        case ListOf() | Items():
            return "\n".join(_list_words(value_type, one, key_of, language) for one in value)
        case _:
            return value_type.text(value, language)


def from_cell(value_type: ValueType, content: Any, id_of: IdOf) -> Any:
    """Give the value that a cell was written from. Raises InvalidValue for what cannot be read."""
    if content is None or content == "":
        return () if value_type.many else None
    match value_type:
        case Day() | Whole() | Money() if not isinstance(content, str):
            return value_type.from_stored(_stored_number(content))
        case Area() | Line():
            return str(content)
        case Reference():
            return id_of(value_type.entity, content)
        case ListOf():
            return _from_list(value_type, str(content), id_of)
        case _:
            return value_type.parse(str(content))


def _from_list(value_type: ListOf, words: str, id_of: IdOf) -> tuple[Any, ...]:
    if isinstance(value_type.of, Reference):
        return tuple(id_of(value_type.of.entity, piece.words) for piece in split(words))
    return value_type.parse_all(words)


def _stored_number(content: Any) -> Any:
    if isinstance(content, datetime):
        return content.date().isoformat()
    return content.isoformat() if isinstance(content, date) else content


def _list_words(value_type: ListOf | Items, one: Any, key_of: KeyOf, language: Language) -> str:
    if isinstance(value_type, Items):
        return _item_words(value_type, one, language)
    if isinstance(value_type.of, Reference):
        return quoted(key_of(value_type.of.entity, one))
    return quoted(value_type.of.text(one, language))


def _item_words(items: Items, item: Item, language: Language) -> str:
    """Give an item as people read it where that reads back; else its parts in their places, also those not known."""
    words = item.text(language)
    if '"' not in words and _reads_back(items, item, words):  # a loose quote could find its fellow in the next item
        return words
    parts = [_part_words(spec.type, getattr(item, spec.name), language) for spec in item.parts()]
    without_last = list(parts)
    while without_last and not without_last[-1]:
        without_last.pop()
    words = item.separator.join(without_last)
    return words if _reads_back(items, item, words) else item.separator.join(parts)


def _part_words(value_type: ValueType, value: Any, language: Language) -> str:
    words = value_type.text(value, language)
    is_text = isinstance(value_type, Line | Area) and value is not None
    return quoted(words, BETWEEN_VALUES + BETWEEN_PARTS) if is_text else words


def _reads_back(items: Items, item: Item, words: str) -> bool:
    try:
        return items.parse(words) == (item,)
    except InvalidValue:
        return False
