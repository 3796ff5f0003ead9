"""Values as cells that an import can read back without loss, and the way back.

What people read is written wherever reading it again gives the same value. Where it would not (a list item with a
semicolon in it, say), the cell holds the stored form as JSON, which begins with ``[``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language, Text
from tracker.exchange.sheets import Value
from tracker.records.item import Item
from tracker.records.value_type import Area, Day, Items, Line, ListOf, Money, Reference, ValueType, Whole, YesNo

KeyOf = Callable[[str, int], str]
"""Gives what a reference is written as (a name, B-2 …), from (entity, id)."""
IdOf = Callable[[str, str], int]
"""Gives the id of what a reference was written as, from (entity, key)."""
_STORED_SIGN = "["


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
        case ListOf(of=Reference() as reference):
            return _keys(reference, value, key_of)
        case Items():
            words = "\n".join(_item_words(item, language) for item in value)
        case _:
            words = value_type.text(value, language)
    return words if _reads_back(value_type, words, value) else _stored_words(value_type, value)


def from_cell(value_type: ValueType, content: Any, id_of: IdOf) -> Any:
    """Give the value that a cell was written from. Raises InvalidValue for what cannot be read."""
    if content is None or content == "":
        return () if value_type.many else None
    if value_type.many and (stored := _stored(content)) is not None:
        return value_type.from_stored(stored)
    return _from_words(value_type, content, id_of)


def _from_words(value_type: ValueType, content: Any, id_of: IdOf) -> Any:
    match value_type:
        case Day() | Whole() | Money() if not isinstance(content, str):
            return value_type.from_stored(_stored_number(content))
        case Area() | Line():
            return str(content)
        case Reference():
            return id_of(value_type.entity, content)
        case ListOf(of=Reference() as reference):
            return tuple(id_of(reference.entity, key) for key in str(content).split("; "))
        case _:
            return value_type.parse(str(content))


def _stored_number(content: Any) -> Any:
    if isinstance(content, datetime):
        return content.date().isoformat()
    return content.isoformat() if isinstance(content, date) else content


def _keys(reference: Reference, ids: tuple[int, ...], key_of: KeyOf) -> str:
    keys = [key_of(reference.entity, one) for one in ids]
    is_plain = not any(";" in key or "\n" in key or key.startswith(_STORED_SIGN) for key in keys)
    return "; ".join(keys) if is_plain else json.dumps(list(ids))


def _item_words(item: Item, language: Language) -> str:
    """Give an item with all its parts in their places, also those not known, as ``Item.parse`` reads them."""
    words = item.text(language)
    if _same_item(item, words):
        return words
    parts = [spec.type.text(getattr(item, spec.name), language) for spec in item.parts()]
    while parts and not parts[-1]:
        parts.pop()
    return " | ".join(parts)


def _same_item(item: Item, words: str) -> bool:
    try:
        return type(item).parse(words) == item
    except InvalidValue:
        return False


def _reads_back(value_type: ValueType, words: str, value: Any) -> bool:
    if not words or words.startswith(_STORED_SIGN):
        return False
    try:
        return bool(value_type.parse(words) == value)
    except InvalidValue:
        return False


def _stored_words(value_type: ValueType, value: Any) -> str:
    stored = value_type.to_stored(value)
    return json.dumps(stored, ensure_ascii=False) if value_type.many else str(stored)


def _stored(content: Any) -> list[Any] | None:
    if not isinstance(content, str) or not content.startswith(_STORED_SIGN):
        return None
    try:
        found = json.loads(content)
    except ValueError:
        return None
    return found if isinstance(found, list) else None
