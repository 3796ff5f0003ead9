"""The international overview: EMPACT, programmes, and treaties and laws, a sheet each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from tracker.basics.language import Text
from tracker.exchange.reports.annex import natural_key
from tracker.exchange.reports.budget import budget_words
from tracker.exchange.reports.material import Material
from tracker.exchange.reports.phrases import (
    capital,
    field_words,
    first_link,
    in_sentence,
    known_words,
    long_day,
    note_to_print,
    open_deadlines,
    or_not_known,
    span_words,
    status_words,
)
from tracker.exchange.reports.title_block import heading, made_book
from tracker.exchange.sheets import Band, Book, Cell, Column, Line, Look, Row, Sheet
from tracker.records.snapshot import Record

TITLE = Text("Internationaal overzicht", "International overview")
KINDS = ("operational-action", "programme", "instrument")
_PART_OF = "onderdeel van"
_WHOLE_WIDTH = 188
"""Each sheet is as wide as the others, so that fitting to the page makes all their letters as small."""


@dataclass(frozen=True)
class _Part:
    """One column: what it says of a record, or None where that is not known.

    ``may_go``: it is left out where it would say nothing at all. A column without a width takes what is left.
    """

    label: Text
    width: int
    say: Callable[[Material, Record], str | Cell | None]
    is_key: bool = False
    may_go: bool = False


_Order = Callable[[Material, list[Record]], Iterator[Record | Band]]


def lay_out(material: Material) -> Book:
    """Lay out the three sheets."""
    empact = _sheet(
        material, "operational-action", Text.same("EMPACT"), _EMPACT, _by_priority, _empact_figures(material)
    )
    programmes = _sheet(material, "programme", Text("Programma’s", "Programmes"), _PROGRAMMES, _by_reference)
    laws = _sheet(material, "instrument", Text("Verdragen en wetten", "Treaties and laws"), _INSTRUMENTS, _by_reference)
    return made_book(material, material.say(TITLE), (empact, programmes, laws))


def _sheet(
    material: Material, kind: str, name: Text, parts: tuple[_Part, ...], order: _Order, facts: tuple[str, ...] = ()
) -> Sheet:
    records = material.of_kind(kind)
    words = records[0].kind.many if records else name
    shown = [one for one in parts if not one.may_go or any(one.say(material, record) for record in records)]
    return Sheet(
        material.say(name),
        tuple(_columns(material, shown)),
        _lines(material, order(material, records), shown),
        len(records),
        material.say(
            Text("In deze selectie is hier niets over opgenomen.", "This selection holds nothing on this subject.")
        ),
        heading(
            material,
            material.say(name) if name.nl == words.nl else f"{material.say(name)}: {_lower(material, words)}",
            facts,
            goes_outside=True,
        ),
    )


def _columns(material: Material, parts: list[_Part]) -> Iterator[Column]:
    left = _WHOLE_WIDTH - sum(one.width for one in parts)
    for one in parts:
        yield Column(material.say(one.label), one.width or left, is_key=one.is_key)


def _lines(material: Material, ordered: Iterator[Record | Band], parts: list[_Part]) -> Iterator[Line]:
    for one in ordered:
        yield one if isinstance(one, Band) else Row(tuple(_cell(material, one, part) for part in parts))


def _cell(material: Material, record: Record, part: _Part) -> str | Cell:
    return part.say(material, record) or or_not_known(None, material.language)


def _by_reference(material: Material, records: list[Record]) -> Iterator[Record | Band]:
    yield from sorted(records, key=lambda one: natural_key(one.reference))


def _lower(material: Material, words: Text) -> str:
    said = material.say(words)
    return said[:1].lower() + said[1:]


def _title(_: Material, record: Record) -> Cell:
    return Cell(record["title"], look=Look.STRONG)


def _reference(_: Material, record: Record) -> str:
    return record.reference


def _deadlines(material: Material, record: Record) -> str:
    return "\n".join(open_deadlines(material, record, begins_line=True))


# --- EMPACT -----------------------------------------------------------------------------------------------------------


def _by_priority(material: Material, records: list[Record]) -> Iterator[Record | Band]:
    ordered = sorted(records, key=lambda one: (_empact_band(one).casefold(), natural_key(_number(one))))
    last: str | None = None
    for record in ordered:
        band = _empact_band(record)
        if band != last:
            yield Band(band)
            last = band
        yield record


def _empact_figures(material: Material) -> tuple[str, ...]:
    """Give the key figures of the programmes that the operational actions are part of: their number, those led."""
    actions = {record.id for record in material.of_kind("operational-action")}
    found = []
    for programme in material.of_kind("programme"):
        relations = material.parts_of(programme).relations
        is_theirs = any(
            one["how"] == _PART_OF and one["to_id"] == programme.id and one["record_id"] in actions for one in relations
        )
        if is_theirs and programme["figures"]:
            found.append(f"{programme['title']}: {'; '.join(programme['figures'])}")
    return tuple(found)


def _number(record: Record) -> str:
    return record["number"] or record.reference


def _role(material: Material, record: Record) -> str:
    return known_words(material, record, "role")


def _goal(_: Material, record: Record) -> str | None:
    return record["goal"]  # type: ignore[no-any-return]


def _empact_band(record: Record) -> str:
    cycle = f"EMPACT {record['cycle']}" if record["cycle"] else "EMPACT"
    words = [cycle, record["empact_priority"], record["plan"]]
    return " – ".join(one for one in words if one)


def _leadership(material: Material, record: Record) -> str:
    dutch = field_words(material, record, "dutch_lead") or field_words(material, record, "lead")
    said = [
        (Text("Leidend land", "Leading country"), record["leading_country"] or ""),
        (Text("Trekker in Nederland", "Dutch lead"), dutch),
        (Text("Medeleiders", "Co-leaders"), ", ".join(record["co_leaders"])),
    ]
    return _labelled(material, said)


def _labelled(material: Material, said: list[tuple[Text, str]]) -> str:
    return "\n".join(f"{material.say(label)}: {words}" for label, words in said if words)


def _period(material: Material, record: Record) -> str:
    parts = [span_words(record["starts_on"], record["ends_on"], material.language)]
    if record.kind.code == "operational-action":
        years = [str(year) for year in (record["plan_from"], record["plan_until"]) if year]
        parts.append("-".join(dict.fromkeys(years)) if not parts[0] else "")
    return capital("\n".join(part for part in parts if part))


_EMPACT = (
    _Part(Text("Nr.", "No."), 10, lambda _, record: _number(record), is_key=True),
    _Part(Text("Operationele actie", "Operational action"), 29, _title, is_key=True),
    _Part(Text("Rol van Nederland", "Role of the Netherlands"), 15, _role),
    _Part(Text("Leiding", "Leadership"), 25, _leadership),
    _Part(Text("Doel", "Goal"), 25, _goal, may_go=True),
    _Part(Text("Periode", "Period"), 16, _period),
    _Part(Text("Termijn", "Deadline"), 18, _deadlines),
    _Part(Text("Status", "Status"), 12, status_words),
    _Part(Text("Stand van zaken", "State of affairs"), 0, note_to_print),
)


# --- programmes -------------------------------------------------------------------------------------------------------


def _partners(material: Material, record: Record) -> str:
    said = [
        (Text("Uitvoering", "Implementation"), field_words(material, record, "implementing_partner")),
        (Text("Trekker", "Lead"), field_words(material, record, "lead")),
        (Text("Partners", "Partners"), _names(material, record["partners"])),
        (Text("Donoren", "Donors"), _names(material, record["donors"])),
    ]
    return _labelled(material, said)


def _names(material: Material, ids: tuple[int, ...]) -> str:
    return in_sentence((material.name_of("organisation", one) for one in ids), material.language)


def _countries(_: Material, record: Record) -> str:
    return ", ".join(record["countries"])


def _goals_and_figures(_: Material, record: Record) -> str:
    lines = [*record["goals"], *record["figures"]]
    return "\n".join(f"• {one}" for one in lines) if len(lines) > 1 else "".join(lines)


def _phases(material: Material, record: Record) -> str:
    lines = [_period(material, record)]
    for phase in record["phases"]:
        period = phase.period or span_words(phase.starts_on, phase.ends_on, material.language)
        lines.append(": ".join(words for words in (phase.name, period) if words))
    return "\n".join(words for words in lines if words)


def _budget(material: Material, record: Record) -> str:
    return "\n".join(budget_words(line, material.language) for line in record["budget_lines"])


_PROGRAMMES = (
    _Part(Text("Nr.", "No."), 8, _reference, is_key=True),
    _Part(Text("Programma", "Programme"), 19, _title, is_key=True),
    _Part(Text("Partners en donoren", "Partners and donors"), 24, _partners),
    _Part(Text("Landen", "Countries"), 17, _countries),
    _Part(Text("Doelen en kerncijfers", "Goals and key figures"), 31, _goals_and_figures),
    _Part(Text("Begroting", "Budget"), 23, _budget),
    _Part(Text("Periode", "Period"), 15, _phases),
    _Part(Text("Termijn", "Deadline"), 14, _deadlines),
    _Part(Text("Status", "Status"), 12, status_words),
    _Part(Text("Stand van zaken", "State of affairs"), 0, note_to_print),
)


# --- treaties and laws ------------------------------------------------------------------------------------------------


def _instrument_name(material: Material, record: Record) -> Cell:
    sort = known_words(material, record, "sort")
    about = " ".join(words for words in (sort, record["official_number"]) if words)
    return Cell(f"{record['title']}\n{about}" if about else record["title"], look=Look.STRONG)


def _instrument_source(material: Material, record: Record) -> Cell:
    dossier = f"{material.say(Text('Dossier', 'Dossier'))} {record['dossier']}" if record["dossier"] else ""
    links = [one for one in record["links"] if one.startswith("http")]
    lines = [words for words in (*record["citations"], dossier) if words]
    link = first_link(*record["citations"]) or next(iter(links), None)
    return Cell(or_not_known("\n".join(lines or links), material.language), link)


def _steps(material: Material, record: Record) -> str:
    legal = [one["end"] for one in material.parts_of(record).deadlines if one["sort"] == "wettelijk" and one["end"]]
    late = record.kind.model.steps_too_late(record.values, min(legal, default=None))  # type: ignore[attr-defined]
    lines = []
    for step in record["steps"]:
        name = step.step or material.say(Text("Stap", "Step"))
        lines.append(f"{name}{_step_day(material, step.done_on, step.planned_on, is_late=step in late)}")
    return "\n".join(lines)


def _step_day(material: Material, done: date | None, planned: date | None, *, is_late: bool) -> str:
    say, language = material.say, material.language
    if done:
        return f": {long_day(done, language)}"
    if planned is None:
        return f": {say(Text('dag nog niet bekend', 'day not yet known'))}"
    late = f"; {say(Text('haalt de termijn niet', 'misses the deadline'))}" if is_late else ""
    return f": {say(Text('gepland op', 'planned on'))} {long_day(planned, language)}{late}"


_INSTRUMENTS = (
    _Part(Text("Nr.", "No."), 8, _reference, is_key=True),
    _Part(Text("Verdrag, richtlijn of wet", "Treaty, directive or act"), 32, _instrument_name, is_key=True),
    _Part(Text("Vindplaats", "Source"), 42, _instrument_source),
    _Part(Text("Stappen", "Steps"), 34, _steps),
    _Part(Text("Termijn", "Deadline"), 24, _deadlines),
    _Part(Text("Status", "Status"), 14, status_words),
    _Part(Text("Stand van zaken", "State of affairs"), 0, note_to_print),
)
