"""The sample register says nothing that the declarations do not know, and what the letter says about days."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from tracker.basics.paths import resources_folder
from tracker.records.deadline_rules import is_overdue, next_of
from tracker.records.entity import model_of
from tracker.records.field import FieldSpec, field_of, fields_of
from tracker.records.instrument import Instrument
from tracker.records.item import Item
from tracker.records.registry import KINDS
from tracker.records.relation import RELATIONS
from tracker.records.value_type import Choice, Day, Items, Line, ListOf, Money, Reference, ValueType, Whole, YesNo

Table = dict[str, Any]

FOLDER = resources_folder() / "sample"
KIND_TABLES = tuple(kind.table for kind in KINDS)
ENTITIES = ("organisation", "letter", "debate", *KIND_TABLES)
FILE_OF = {entity: FOLDER / f"{entity}s.toml" for entity in ENTITIES}
PARTS = {"deadlines": "deadline", "notes": "progress_note", "relations": "relation"}
CITATION = re.compile(r"Kamerstukken (?:I|II) \d{4}/\d\d, \d\d \d{3}, nr\. \d+")
SUMMER_LETTER = "brief-zomer-2026"


@cache
def tables_of(entity: str) -> tuple[Table, ...]:
    return tuple(tomllib.loads(FILE_OF[entity].read_text(encoding="utf-8"))[entity])


def records() -> Iterator[tuple[str, Table]]:
    return ((kind, record) for kind in KIND_TABLES for record in tables_of(kind))


def record(key: str) -> Table:
    return next(found for _, found in records() if found["key"] == key)


def parts_of(name: str) -> Iterator[tuple[Table, Table]]:
    return ((record, part) for _, record in records() for part in record.get(name, ()))


def keys_of(entity: str) -> set[str]:
    return {table["name" if entity == "organisation" else "key"] for table in tables_of(entity)}


def values_of(field: str) -> list[Any]:
    return [record[field] for _, record in records() if field in record]


def faults_of(entity: str, table: Table, *, beside: tuple[str, ...] = ()) -> Iterator[str]:
    model = model_of(entity)
    for name, value in table.items():
        if name in beside:
            continue
        spec = field_of(model, name)
        if spec is None:
            yield f"{name} is no field"
        else:
            yield from (f"{name}: {fault}" for fault in faults_of_value(spec.type, value))
    yield from (f"{spec.name} is missing" for spec in fields_of(model) if is_missing(spec, table))


def is_missing(spec: FieldSpec, table: Table) -> bool:
    return spec.required and spec.name not in table and spec.name != "marking"


def faults_of_value(value_type: ValueType, value: Any) -> Iterator[str]:
    match value_type:
        case Items():
            yield from (fault for one in value for fault in faults_of_item(value_type.item, one))
        case ListOf():
            if len(value) != len({str(one) for one in value}):
                yield f"{value!r} says something twice"
            yield from (fault for one in value for fault in faults_of_value(value_type.of, one))
        case Reference():
            if value not in keys_of(value_type.entity):
                yield f"there is no {value_type.entity} {value!r}"
        case Choice():
            if value not in {code for code, _ in value_type.words}:
                yield f"{value!r} is no choice"
        case _:
            if not is_plain(value_type, value):
                yield f"{value!r} is not what a {type(value_type).__name__} holds"


def is_plain(value_type: ValueType, value: Any) -> bool:
    match value_type:
        case Day():
            return isinstance(value, date)
        case Whole():
            return isinstance(value, int)
        case YesNo():
            return isinstance(value, bool)
        case Money():
            return isinstance(value, str) and value_type.from_stored(value) == value_type.parse(value)
        case Line():
            return isinstance(value, str) and value_type.parse(value) == value
    return isinstance(value, str) and value == value.strip() != ""


def faults_of_item(item: type[Item], value: str | Table) -> Iterator[str]:
    if isinstance(value, str):
        if item.parse(value).text() != value:
            yield f"{value!r} is not read as it is written"
        return
    types = {part.name: part.type for part in item.parts()}
    for name, inner in value.items():
        if name in types:
            yield from faults_of_value(types[name], inner)
        else:
            yield f"{name} is no part of {item.__name__}"


@pytest.mark.parametrize("entity", ENTITIES)
def test_file_begins_with_a_comment_on_how_to_change_it(entity: str) -> None:
    assert FILE_OF[entity].read_text(encoding="utf-8").startswith("# Voorbeeldregister")


@pytest.mark.parametrize("entity", ENTITIES)
def test_file_holds_only_its_own_table(entity: str) -> None:
    assert list(tomllib.loads(FILE_OF[entity].read_text(encoding="utf-8"))) == [entity]


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_value_fits_its_declared_field(entity: str) -> None:
    beside = ("key", *PARTS) if entity in KIND_TABLES else ("key",)
    faults = {
        str(table.get("key", table.get("name"))): found
        for table in tables_of(entity)
        if (found := list(faults_of(entity, table, beside=beside)))
    }
    assert faults == {}


@pytest.mark.parametrize("part", PARTS)
def test_every_value_below_a_record_fits_its_declared_field(part: str) -> None:
    faults = [
        (record["key"], found)
        for record, table in parts_of(part)
        if (found := list(faults_of(PARTS[part], table, beside=("to",))))
    ]
    assert faults == []


def test_keys_and_names_are_unique() -> None:
    keys = [table["key"] for entity in ENTITIES if entity != "organisation" for table in tables_of(entity)]
    names = [
        name.casefold()
        for table in tables_of("organisation")
        for name in {table["name"], table.get("full_name", table["name"]), *table.get("aliases", ())}
    ]
    assert len(keys) == len(set(keys))
    assert len(names) == len(set(names))


def test_relations_lead_from_one_record_to_another_and_are_said_once() -> None:
    known = {record["key"] for _, record in records()}
    relations = [(record["key"], relation["how"], relation["to"]) for record, relation in parts_of("relations")]
    assert [one for one in relations if one[0] == one[2] or one[2] not in known or one[1] not in RELATIONS] == []
    assert len({(start, to) for start, _, to in relations}) == len(relations)


def test_every_organisation_but_the_named_partners_of_the_field_guide_is_used() -> None:
    used = {
        name
        for _, record in records()
        for field in ("lead", "partners", "implementing_partner", "donors", "dutch_lead")
        for name in ([record[field]] if isinstance(record.get(field), str) else record.get(field, ()))
    }
    assert keys_of("organisation") - used == {"BHO", "KMar"}


@pytest.mark.parametrize(
    ("kind", "at_least"),
    [
        ("action", 25),
        ("commitment", 7),
        ("instrument", 5),
        ("recommendation", 6),
        ("motion", 4),
        ("operational_action", 4),
        ("programme", 5),
        ("letter", 5),
        ("debate", 1),
    ],
)
def test_a_careful_reader_misses_nothing(kind: str, at_least: int) -> None:
    assert len(tables_of(kind)) >= at_least


def test_citations_are_written_in_the_one_form() -> None:
    cited = [
        *values_of("citation"),
        *(one for found in values_of("citations") for one in found),
        *(one for _, note in parts_of("notes") for one in note.get("citations", ())),
        *(letter["citation"] for letter in tables_of("letter") if "citation" in letter),
    ]
    assert len(set(cited)) == 9
    assert [one for one in cited if not CITATION.fullmatch(one)] == []


def test_windows_run_forward_and_say_how_exact_they_are() -> None:
    for record, deadline in parts_of("deadlines"):
        start, end = deadline.get("start"), deadline.get("end")
        assert start is None or end is None or start <= end, record["key"]
        assert deadline["wording"], record["key"]
        assert deadline["precision"], record["key"]
        assert deadline["said_on"] == date(2026, 6, 25), record["key"]


def test_what_only_waits_for_an_event_or_names_no_day_has_no_window() -> None:
    dayless = {"event", "unspecified", "ongoing"}
    for record, deadline in parts_of("deadlines"):
        if deadline["precision"] in dayless or (deadline["precision"] == "recurring" and "waits_for" in deadline):
            assert "start" not in deadline, record["key"]
            assert "end" not in deadline, record["key"]
        if deadline["precision"] == "event":
            assert deadline["waits_for"], record["key"]


def test_an_event_has_the_same_words_wherever_it_is_awaited() -> None:
    assert {deadline["waits_for"] for _, deadline in parts_of("deadlines") if "waits_for" in deadline} == {
        "inwerkingtreding van art. 273f Sr",
        "gesprek over de monitoring van non-punishment",
        "aanvang van het nieuwe Actieplan",
        "afronding van het ontwerp voor het opvanglandschap",
    }


def overdue_on(today: date) -> set[str]:
    found = set()
    for kind in KINDS:
        for record in tables_of(kind.table):
            deadline = next_of(record.get("deadlines", []))
            end = deadline.get("end") if deadline else None
            phase = kind.model.phase_of({name: value for name, value in record.items() if name != "outcomes"})
            if is_overdue(phase, end, today):
                found.add(record["key"])
    return found


@pytest.mark.parametrize(
    ("last_day_in_time", "becomes_overdue"),
    [
        (date(2026, 6, 30), {"actie-barrieremodellen"}),
        (date(2026, 7, 15), {"richtlijn-2024-1712", "wetsvoorstel-omzetting", "actie-nvm"}),
        (date(2026, 8, 31), {"actie-juridische-analyse", "actie-campagne-bz"}),
        (
            date(2026, 12, 31),
            {
                "toezegging-ontwerp-opvang",
                "actie-actiedag-herhalen",
                "actie-handreikingen-minderjarigen",
                "actie-campagne-schiphol",
            },
        ),
        (date(2027, 12, 31), {"toezegging-implementatieplan-opvang"}),
    ],
)
def test_a_record_is_overdue_the_day_after_its_window(last_day_in_time: date, becomes_overdue: set[str]) -> None:
    next_day = date.fromordinal(last_day_in_time.toordinal() + 1)
    assert overdue_on(next_day) - overdue_on(last_day_in_time) == becomes_overdue


def test_nothing_is_overdue_on_the_day_of_the_letter() -> None:
    assert overdue_on(date(2026, 6, 25)) == set()


@pytest.mark.parametrize("key", ["richtlijn-2024-1712", "wetsvoorstel-omzetting"])
def test_the_debate_on_the_bill_comes_too_late_for_the_transposition(key: str) -> None:
    steps = field_of(Instrument, "steps")
    assert steps is not None
    dated = [{name: _stored(value) for name, value in step.items()} for step in record(key)["steps"]]
    late = Instrument.steps_too_late({"steps": steps.type.from_stored(dated)}, date(2026, 7, 15))
    assert [step.planned_on for step in late] == [date(2026, 9, 14)]


def _stored(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def test_motions_are_settled_only_where_a_letter_says_so() -> None:
    settled = {motion["key"]: motion.get("settled_letter") for motion in tables_of("motion")}
    assert settled == {
        "motie-non-punishment": None,
        "motie-onderzoek-coordinator": None,
        "motie-coordinatiecommissie": SUMMER_LETTER,
        "motie-huwelijkse-uitbuiting": "brief-december-2025",
    }
    assert all((motion["status"] == "afgedaan") == ("settled_letter" in motion) for motion in tables_of("motion"))


def test_what_the_letter_does_not_tell_is_not_invented() -> None:
    letter = next(one for one in tables_of("letter") if one["key"] == SUMMER_LETTER)
    assert letter["day_assumed"]
    assert "citation" not in letter
    for field in ("number", "owner", "dossier", "outcomes", "appreciation", "kamer_decision"):
        assert values_of(field) == [], field


def test_empact_keeps_its_totals_and_only_actions_that_the_letter_describes() -> None:
    roles = [action["role"] for action in tables_of("operational_action")]
    assert roles == ["leader", "leader", "co-leader", "co-leader"]
    assert record("empact-mensenhandel")["figures"][:3] == [
        "15 operationele acties",
        "2 daarvan leidt Nederland",
        "bij 6 andere is Nederland medeleider",
    ]


def test_amounts_are_exact() -> None:
    amounts = {
        programme["key"]: [Decimal(line["amount"]) for line in programme["budget_lines"]]
        for programme in tables_of("programme")
        if "budget_lines" in programme
    }
    assert amounts == {
        "compass": [Decimal(55_000_000)],
        "compass-nigeria": [Decimal(5_000_000)],
        "eu4fast": [Decimal(33_303_022), Decimal(4_138_318)],
    }


def test_every_running_record_has_a_state_of_affairs_for_the_summer_letter() -> None:
    silent = [
        record["key"]
        for _, record in records()
        if not any(note["letter"] == SUMMER_LETTER for note in record.get("notes", ()))
    ]
    assert silent == ["richtlijn-2011-36"]
