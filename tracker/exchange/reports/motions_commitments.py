"""The budget annex *Moties en toezeggingen*: Omschrijving, Vindplaats, Stand van zaken, in four tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.reports.material import Material
from tracker.exchange.reports.phrases import (
    capital,
    estimated_day_words,
    field_words,
    in_sentence,
    is_by_the_letter,
    letter_source,
    letter_words,
    long_day,
    note_to_print,
    open_deadlines,
    outcome_day,
    source_cell,
    status_words,
)
from tracker.exchange.reports.title_block import columns, heading, made_book
from tracker.exchange.sheets import Band, Book, Line, Row, Sheet
from tracker.records.record_base import CHAMBERS
from tracker.records.snapshot import Record
from tracker.records.status import ACTIVE_PHASES

TITLE = Text("Moties en toezeggingen", "Motions and commitments")
COLUMNS = (
    (Text("Omschrijving", "Description"), 47),
    (Text("Vindplaats", "Source"), 42),
    (Text("Stand van zaken", "State of affairs"), 62),
)
_OTHER_THEMES = Text("Overige onderwerpen", "Other subjects")
_NO_STATE = Text("Stand van zaken nog niet bekend.", "State of affairs not yet known.")


@dataclass(frozen=True)
class _Table:
    kind: str
    is_in_hand: bool
    name: Text
    when_empty: Text


_TABLES = (
    _Table(
        "motion",
        True,
        Text("Moties in behandeling", "Motions in hand"),
        Text("Er zijn geen moties in behandeling.", "There are no motions in hand."),
    ),
    _Table(
        "motion",
        False,
        Text("Moties afgerond", "Motions settled"),
        Text("Er zijn geen afgeronde moties.", "There are no settled motions."),
    ),
    _Table(
        "commitment",
        True,
        Text("Toezeggingen in behandeling", "Commitments in hand"),
        Text("Er zijn geen toezeggingen in behandeling.", "There are no commitments in hand."),
    ),
    _Table(
        "commitment",
        False,
        Text("Toezeggingen afgerond", "Commitments settled"),
        Text("Er zijn geen afgeronde toezeggingen.", "There are no settled commitments."),
    ),
)


def lay_out(material: Material) -> Book:
    """Lay out the four tables, a sheet each: Excel knows one filter a sheet."""
    sheets = tuple(_sheet(material, table) for table in _TABLES)
    return made_book(material, material.say(TITLE), sheets)


def _sheet(material: Material, table: _Table) -> Sheet:
    records = [one for one in material.of_kind(table.kind) if _is_in_hand(one) is table.is_in_hand]
    return Sheet(
        material.say(table.name),
        columns(material, COLUMNS, keys=1),
        _lines(material, records),
        len(records),
        material.say(table.when_empty),
        heading(material, material.say(table.name), goes_outside=True),
    )


def _is_in_hand(record: Record) -> bool:
    return record.summary.phase in ACTIVE_PHASES


def _lines(material: Material, records: list[Record]) -> Iterator[Line]:
    has_themes = any(one["theme"] for one in records)
    ordered = sorted(records, key=lambda one: (not one["theme"], fold(one["theme"] or "")))
    last: str | None = None
    for record in ordered:
        theme = fold(record["theme"] or "")
        if has_themes and theme != last:
            yield Band(_heading_words(record["theme"] or material.say(_OTHER_THEMES)))
            last = theme
        yield Row((_description(material, record), source_cell(material, record), _state(material, record)))


def _heading_words(theme: str) -> str:
    """Give a theme with a capital, where its first word is one that could begin a sentence: no address, no iPhone."""
    first = theme.split(maxsplit=1)[0]
    return capital(theme) if first.islower() and all(one.isalpha() or one == "-" for one in first) else theme


def _description(material: Material, record: Record) -> str:
    if record.kind.code == "motion":
        asked = [one.text_asked for one in record["requests"] if one.text_asked]
        return "\n".join([f"{_motion_name(material, record)} – {record['title']}", *asked])
    text = record["text"]
    return record["title"] if not text or fold(text) == fold(record["title"]) else f"{record['title']}\n{text}"


def _motion_name(material: Material, record: Record) -> str:
    sort = capital(field_words(material, record, "sort") or material.say(Text("motie", "motion")))
    names = [str(type(one)(one.name, one.party).text(material.language)) for one in record["submitters"]]
    if len(names) > 2:
        return f"{sort} {names[0]} c.s."
    return " ".join(words for words in (sort, in_sentence(names, material.language)) if words)


def _state(material: Material, record: Record) -> str:
    """Open with the status word; then the note, the deadlines, and how and when it ended."""
    status = _status_sentence(material, record)
    note = note_to_print(material, record) or _done_so_far(material, record)
    is_in_hand = _is_in_hand(record)
    endings = list(_ending_lines(material, record))
    if note:
        first = f"{status} {note}"
    elif endings:
        ending = endings.pop(0)
        first = ending if ending.startswith(status.rstrip(".")) else f"{status} {ending}"
    else:
        first = status if outcome_day(record) else f"{status} {material.say(_NO_STATE)}"
    return "\n".join([first, *(_deadline_lines(material, record) if is_in_hand else ()), *endings])


def _done_so_far(material: Material, record: Record) -> str | None:
    """Give the field *wat is gedaan*. It tells how things stand today, so no letter of an earlier day quotes it."""
    return record["done_so_far"] if is_by_the_letter(material, material.today) else None


def _status_sentence(material: Material, record: Record) -> str:
    """Open with the status word, and with the day where a Chamber's vote made it so."""
    words = status_words(material, record)
    day = outcome_day(record)
    return f"{words} {material.say(Text('op', 'on'))} {long_day(day, material.language)}." if day else f"{words}."


def _deadline_lines(material: Material, record: Record) -> Iterator[str]:
    deadlines = open_deadlines(material, record)
    if len(deadlines) == 1:
        yield f"{material.say(Text('Termijn', 'Deadline'))}: {deadlines[0]}."
    elif deadlines:
        yield f"{material.say(Text('Termijnen', 'Deadlines'))}:"
        yield from (f"• {one}" for one in deadlines)


def _ending_lines(material: Material, record: Record) -> Iterator[str]:
    """Say by which letter the record was settled, to whom it was handed over and what the Kamer decided."""
    say, language = material.say, material.language
    if record["settled_letter"] is not None:
        yield _told_words(material, record)
    elif record["settled_on"]:
        verb = status_words(material, record) if record.summary.phase == "done" else say(Text("Gemeld", "Told"))
        yield f"{verb} {say(Text('op', 'on'))} {long_day(record['settled_on'], language)}."
    if record["handed_over_to"] is not None or record["handed_over_on"]:
        yield _handed_over_words(material, record)
    if record["kamer_decision"]:
        on = record["kamer_decided_on"]
        day = f" ({long_day(on, language)})" if on else ""
        decision = field_words(material, record, "kamer_decision")
        yield f"{say(Text('Oordeel Kamer', 'Chamber’s decision'))}: {decision}{day}."


def _told_words(material: Material, record: Record) -> str:
    """Say it as the budget annex does: De Tweede Kamer is op 23 juni 2023 per brief geïnformeerd."""
    letter = material.letters[record["settled_letter"]]
    chambers = (record["chamber"],) if record["chamber"] else letter["chambers"]
    names = (CHAMBERS.text(one, material.language) for one in chambers)
    chamber = in_sentence(names, material.language) or "Kamer"
    day = long_day(letter["day"], material.language) if letter["day"] else ""
    source = letter_source(letter)
    told = material.say(
        Text(
            f"De {chamber} is {f'op {day} ' if day else ''}per brief geïnformeerd ({source}).",
            f"The {chamber} was informed by letter{f' on {day}' if day else ''} ({source}).",
        )
    )
    return f"{told}{estimated_day_words(material, letter)}"


def _handed_over_words(material: Material, record: Record) -> str:
    say = material.say
    words = [say(Text("Overgedragen", "Handed over"))]
    if to := field_words(material, record, "handed_over_to"):
        words.append(f"{say(Text('aan', 'to'))} {to}")
    if on := record["handed_over_on"]:
        words.append(f"{say(Text('op', 'on'))} {long_day(on, material.language)}")
    if letter := letter_words(material, record["handed_over_letter"]):
        words.append(f"{say(Text('met', 'by'))} {letter}")
    estimated = estimated_day_words(material, material.letters.get(record["handed_over_letter"] or 0))
    return f"{' '.join(words)}.{estimated}"
