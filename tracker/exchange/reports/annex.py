"""The monitoringsoverzicht: the actions by actielijn, with lead, planning, status and state of affairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.basics.language import Text
from tracker.exchange.reports.material import Material
from tracker.exchange.reports.phrases import (
    field_words,
    in_sentence,
    is_by_the_letter,
    long_day,
    note_to_print,
    open_deadlines,
    or_not_known,
    status_words,
)
from tracker.exchange.reports.title_block import columns, heading, made_book
from tracker.exchange.sheets import Band, Book, Cell, Line, Look, Row, Sheet
from tracker.records.field import field_of
from tracker.records.snapshot import Part, Record

TITLE = Text("Monitoringsoverzicht", "Monitoring overview")
_COLUMNS = (
    (Text("Nr.", "No."), 9),
    (Text("Actie", "Action"), 31),
    (Text("Trekker", "Lead"), 20),
    (Text("Planning", "Planning"), 27),
    (Text("Status", "Status"), 15),
    (Text("Stand van zaken", "State of affairs"), 58),
)
_KEYS = 2
"""Number and action say which action a row is about."""
_WITHOUT_LINE = Text("Actielijn nog niet bekend", "Line of action not yet known")
_MERGED_INTO = "samengevoegd in"


def lay_out(material: Material) -> Book:
    """Lay out the annex: one sheet, a band for each actielijn."""
    title = _title(material)
    actions = material.of_kind("action")
    sheet = Sheet(
        material.say(TITLE),
        columns(material, _COLUMNS, _KEYS),
        _lines(material, actions),
        len(actions),
        material.say(Text("Er zijn geen acties in deze selectie.", "There are no actions in this selection.")),
        heading(material, title, goes_outside=True),
    )
    return made_book(material, title, (sheet,))


def natural_key(words: str) -> list[tuple[bool, int, str]]:
    """Give what sorts 2 before 10, and 1.2 before 1.10."""
    found = re.findall(r"\d+|\D+", words)
    return [(not one.isdigit(), int(one) if one.isdigit() else 0, one.casefold()) for one in found]


def _title(material: Material) -> str:
    plans = {action["plan"] for action in material.of_kind("action") if action["plan"]}
    words = material.say(TITLE)
    return f"{words} {plans.pop()}" if len(plans) == 1 else words


def _lines(material: Material, actions: list[Record]) -> Iterator[Line]:
    ordered = sorted(actions, key=_order)
    last: str | None = None
    for action in ordered:
        words = _line_words(material, action)
        if words != last:
            yield Band(words)
            last = words
        yield _row(material, action)


def _order(action: Record) -> tuple[bool, int, list[tuple[bool, int, str]], list[tuple[bool, int, str]]]:
    line = action["action_line"]
    spec = field_of(action.kind.model, "action_line")
    rank = spec.type.sort_key(line) if spec else 0
    return line is None, rank, natural_key(action["number"] or "~"), natural_key(action.reference)


def _line_words(material: Material, action: Record) -> str:
    words = field_words(material, action, "action_line")
    if words[:1].isdigit():
        return f"{material.say(Text('Actielijn', 'Line of action'))} {words}"
    return words or material.say(_WITHOUT_LINE)


def _row(material: Material, action: Record) -> Row:
    return Row(
        (
            action["number"] or action.reference,
            Cell(action["title"], look=Look.STRONG),
            _lead_words(material, action),
            _planning(material, action),
            status_words(material, action),
            _state_of_affairs(material, action),
        )
    )


def _lead_words(material: Material, action: Record) -> str:
    lead = field_words(material, action, "lead")
    partners = in_sentence((material.name_of("organisation", one) for one in action["partners"]), material.language)
    words = or_not_known(lead, material.language)
    return f"{words}\n{material.say(Text('Betrokken:', 'Involved:'))} {partners}" if partners else words


def _planning(material: Material, action: Record) -> str:
    if action["finished_on"]:
        return (
            f"{material.say(Text('Afgerond op', 'Finished on'))} {long_day(action['finished_on'], material.language)}"
        )
    planned = [action["planning"]] if action["planning"] else []
    deadlines = open_deadlines(material, action, begins_line=True)
    unsaid = [one for one in planned if not any(one.casefold() in said.casefold() for said in deadlines)]
    return or_not_known("\n".join([*unsaid, *deadlines]), material.language)


def _state_of_affairs(material: Material, action: Record) -> str:
    relations = [one for one in material.parts_of(action).relations if one["how"] == _MERGED_INTO]
    note = note_to_print(material, action)
    parts = [
        *_merged_words(material, action, relations),
        note or "",
        *(_result_words(material, action)),
    ]
    return or_not_known("\n".join(part for part in parts if part), material.language)


def _merged_words(material: Material, action: Record, relations: list[Part]) -> Iterator[str]:
    into = [one["to_id"] for one in relations if one["record_id"] == action.id]
    taken_in = [one["record_id"] for one in relations if one["to_id"] == action.id]
    for ids, words in (
        (into, Text("Samengevoegd in actie", "Merged into action")),
        (taken_in, Text("Hierin opgegaan: actie", "Merged into this one: action")),
    ):
        names = [_action_name(material, one) for one in ids if one in material.related]
        if names:
            yield f"{material.say(words)} {in_sentence(names, material.language)}."


def _action_name(material: Material, row_id: int) -> str:
    shown = next((one for one in material.records if one.id == row_id), None)
    number = (shown["number"] if shown else None) or material.related[row_id].reference
    return f"{number} ({material.related[row_id].title})"


def _result_words(material: Material, action: Record) -> Iterator[str]:
    for result in action["results"]:
        words = ": ".join(one for one in (result.what, result.value) if one)
        counted = material.say(Text("peildatum", "counted on"))
        on = f" ({counted} {long_day(result.on, material.language)})" if result.on else ""
        if words and (result.on is None or is_by_the_letter(material, result.on)):
            yield f"• {words}{on}"
