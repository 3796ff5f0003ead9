"""The international overview: EMPACT, programmes, and treaties and laws, a sheet each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from tracker.basics.language import Language, Text
from tracker.exchange.reports.annex import natural_key
from tracker.exchange.reports.material import Material
from tracker.exchange.reports.phrases import (
    capital,
    field_words,
    first_link,
    in_sentence,
    latest_note,
    long_day,
    open_deadlines,
    or_not_known,
    status_words,
)
from tracker.exchange.reports.title_block import heading, page_words
from tracker.exchange.sheets import Band, Book, Cell, Column, Line, Look, Row, Sheet
from tracker.records.snapshot import Record

TITLE = Text("Internationaal overzicht", "International overview")
KINDS = ("operational-action", "programme", "instrument")
_STATUS = (Text("Status", "Status"), 14)
_STATE = (Text("Stand van zaken", "State of affairs"), 42)
_EMPACT_COLUMNS = (
    (Text("Nr.", "No."), 8),
    (Text("Operationele actie", "Operational action"), 30),
    (Text("Rol van Nederland", "Role of the Netherlands"), 17),
    (Text("Leiding", "Leadership"), 24),
    (Text("Periode", "Period"), 20),
    _STATUS,
    _STATE,
)
_PROGRAMME_COLUMNS = (
    (Text("Programma", "Programme"), 24),
    (Text("Partners en donoren", "Partners and donors"), 26),
    (Text("Landen", "Countries"), 20),
    (Text("Periode", "Period"), 20),
    (Text("Begroting", "Budget"), 26),
    _STATUS,
    _STATE,
)
_INSTRUMENT_COLUMNS = (
    (Text("Verdrag, richtlijn of wet", "Treaty, directive or act"), 32),
    (Text("Vindplaats", "Source"), 36),
    (Text("Stappen", "Steps"), 34),
    (Text("Termijn", "Deadline"), 26),
    _STATUS,
    _STATE,
)
_Rows = Callable[[Material, list[Record]], Iterator[Line]]


def lay_out(material: Material) -> Book:
    """Lay out the three sheets."""
    sheets = (
        _sheet(material, "operational-action", Text.same("EMPACT"), _EMPACT_COLUMNS, _empact_lines),
        _sheet(material, "programme", Text("Programma’s", "Programmes"), _PROGRAMME_COLUMNS, _programme_lines),
        _sheet(
            material, "instrument", Text("Verdragen en wetten", "Treaties and laws"), _INSTRUMENT_COLUMNS,
            _instrument_lines,
        ),
    )  # fmt: skip
    return Book(material.say(TITLE), sheets, material.made, page_words(material.language))


def _sheet(material: Material, kind: str, name: Text, columns: tuple[tuple[Text, int], ...], lines: _Rows) -> Sheet:
    records = material.of_kind(kind)
    words = records[0].kind.many if records else name
    return Sheet(
        material.say(name),
        tuple(Column(material.say(label), width) for label, width in columns),
        lines(material, records),
        len(records),
        material.say(
            Text("In deze selectie is hier niets over opgenomen.", "This selection holds nothing on this subject.")
        ),
        heading(
            material, material.say(name) if name.nl == words.nl else f"{material.say(name)}: {_lower(material, words)}"
        ),
    )


def _lower(material: Material, words: Text) -> str:
    said = material.say(words)
    return said[:1].lower() + said[1:]


# --- EMPACT -----------------------------------------------------------------------------------------------------------


def _empact_lines(material: Material, records: list[Record]) -> Iterator[Line]:
    ordered = sorted(records, key=lambda one: (_empact_band(material, one).casefold(), natural_key(_number(one))))
    last: str | None = None
    for record in ordered:
        band = _empact_band(material, record)
        if band != last:
            yield Band(band)
            last = band
        yield Row(
            (
                _number(record),
                Cell(record["title"], look=Look.STRONG),
                or_not_known(capital(field_words(material, record, "role")), material.language),
                _leadership(material, record),
                _period(material, record),
                status_words(material, record),
                or_not_known(latest_note(material, record), material.language),
            )
        )


def _number(record: Record) -> str:
    return record["number"] or record.reference


def _empact_band(material: Material, record: Record) -> str:
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
    return or_not_known(_labelled(material, said), material.language)


def _labelled(material: Material, said: list[tuple[Text, str]]) -> str:
    return "\n".join(f"{material.say(label)}: {words}" for label, words in said if words)


def _period(material: Material, record: Record) -> str:
    parts = [_span(record["starts_on"], record["ends_on"], material.language)]
    if record.kind.code == "operational-action":
        years = [str(year) for year in (record["plan_from"], record["plan_until"]) if year]
        parts.append("-".join(dict.fromkeys(years)) if not parts[0] else "")
    parts += map(capital, open_deadlines(material, record))
    return or_not_known("\n".join(part for part in parts if part), material.language)


def _span(start: date | None, end: date | None, language: Language) -> str:
    if start and end and start == date(start.year, 1, 1) and end == date(end.year, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}-{end.year}"
    if start and end:
        return f"{long_day(start, language)} {Text('tot en met', 'until').to(language)} {long_day(end, language)}"
    if start:
        return f"{Text('vanaf', 'from').to(language)} {long_day(start, language)}"
    return f"{Text('tot en met', 'until').to(language)} {long_day(end, language)}" if end else ""


# --- programmes -------------------------------------------------------------------------------------------------------


def _programme_lines(material: Material, records: list[Record]) -> Iterator[Line]:
    for record in sorted(records, key=lambda one: natural_key(one.reference)):
        yield Row(
            (
                Cell(record["title"], look=Look.STRONG),
                _partners(material, record),
                or_not_known(", ".join(record["countries"]), material.language),
                _phases(material, record),
                _budget(material, record),
                status_words(material, record),
                or_not_known(latest_note(material, record), material.language),
            )
        )


def _partners(material: Material, record: Record) -> str:
    said = [
        (Text("Uitvoering", "Implementation"), field_words(material, record, "implementing_partner")),
        (Text("Trekker", "Lead"), field_words(material, record, "lead")),
        (Text("Partners", "Partners"), _names(material, record["partners"])),
        (Text("Donoren", "Donors"), _names(material, record["donors"])),
    ]
    return or_not_known(_labelled(material, said), material.language)


def _names(material: Material, ids: tuple[int, ...]) -> str:
    return in_sentence((material.name_of("organisation", one) for one in ids), material.language)


def _phases(material: Material, record: Record) -> str:
    lines = []
    for phase in record["phases"]:
        period = phase.period or _span(phase.starts_on, phase.ends_on, material.language)
        lines.append(capital(": ".join(words for words in (phase.name, period) if words)))
    own = _period(material, record) if record["starts_on"] or record["ends_on"] or not lines else ""
    return "\n".join(words for words in (capital(own), *lines) if words)


def _budget(material: Material, record: Record) -> str:
    lines = []
    for line in record["budget_lines"]:
        amount = amount_words(line.amount, line.currency, material.language)
        about = [
            line.purpose,
            line.donor,
            line.country,
            _span(line.starts_on, line.ends_on, material.language),
            line.state,
        ]
        details = ", ".join(words for words in about if words)
        lines.append(f"{amount} ({details})" if details else amount)
    return or_not_known("\n".join(lines), material.language)


def amount_words(amount: Decimal | None, currency: str | None, language: Language) -> str:
    """Give an exact amount in words: ``€ 4.138.318``, with cents where there are any."""
    if amount is None:
        return NOT_KNOWN_AMOUNT.to(language)
    digits = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,}"
    if language is Language.DUTCH:
        digits = digits.translate(str.maketrans(",.", ".,"))
    sign = "€" if (currency or "EUR") == "EUR" else currency
    return f"{sign} {digits}"


NOT_KNOWN_AMOUNT = Text("bedrag nog niet bekend", "amount not yet known")


# --- treaties and laws ------------------------------------------------------------------------------------------------


def _instrument_lines(material: Material, records: list[Record]) -> Iterator[Line]:
    for record in sorted(records, key=lambda one: natural_key(one.reference)):
        yield Row(
            (
                Cell(_instrument_name(material, record), look=Look.STRONG),
                _instrument_source(material, record),
                _steps(material, record),
                or_not_known("\n".join(map(capital, open_deadlines(material, record))), material.language),
                status_words(material, record),
                or_not_known(latest_note(material, record), material.language),
            )
        )


def _instrument_name(material: Material, record: Record) -> str:
    sort = field_words(material, record, "sort")
    about = " ".join(words for words in (capital(sort), record["official_number"]) if words)
    return f"{record['title']}\n{about}" if about else str(record["title"])


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
        name = capital(step.step or material.say(Text("stap", "step")))
        lines.append(f"{name}{_step_day(material, step.done_on, step.planned_on, is_late=step in late)}")
    return or_not_known("\n".join(lines), material.language)


def _step_day(material: Material, done: date | None, planned: date | None, *, is_late: bool) -> str:
    say, language = material.say, material.language
    if done:
        return f": {long_day(done, language)}"
    if planned is None:
        return f": {say(Text('dag nog niet bekend', 'day not yet known'))}"
    late = f"; {say(Text('haalt de termijn niet', 'misses the deadline'))}" if is_late else ""
    return f": {say(Text('gepland op', 'planned on'))} {long_day(planned, language)}{late}"
