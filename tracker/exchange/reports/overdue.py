"""What is overdue, by how long: every promised or legal deadline of an active record that has passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.basics.language import Text
from tracker.exchange.reports.material import Material
from tracker.exchange.reports.phrases import capital, field_words, known_words, or_not_known
from tracker.exchange.reports.title_block import columns, heading, made_book
from tracker.exchange.sheets import Band, Book, Cell, Line, Look, Row, Sheet
from tracker.records.ageing import age_of
from tracker.records.deadline_rules import judged
from tracker.records.snapshot import Part, Record

TITLE = Text("Over tijd", "Overdue")
_COLUMNS = (
    (Text("Nr.", "No."), 9),
    (Text("Soort", "Kind"), 19),
    (Text("Onderwerp", "Subject"), 38),
    (Text("Termijn", "Deadline"), 33),
    (Text("Uiterlijk", "At the latest"), 14),
    (Text("Dagen te laat", "Days late"), 16),
    (Text("Bewindspersoon", "Minister"), 22),
    (Text("Trekker", "Lead"), 18),
)
_KEYS = 3
"""Number, kind and subject say which record a row is about."""
_BANDS = (
    Text("0 tot 3 maanden te laat", "0 to 3 months late"),
    Text("3 tot 6 maanden te laat", "3 to 6 months late"),
    Text("6 tot 12 maanden te laat", "6 to 12 months late"),
    Text("Meer dan 12 maanden te laat", "More than 12 months late"),
)
"""A band for each age of ``records.ageing``."""


@dataclass(frozen=True)
class _Late:
    record: Record
    deadline: Part
    age: int

    @property
    def end(self) -> date:
        return self.deadline["end"]  # type: ignore[no-any-return]


def lay_out(material: Material) -> Book:
    """Lay out the overdue deadlines: one sheet, a band for each age with its count, the longest overdue first."""
    late = sorted(_late(material), key=lambda one: (-one.age, one.end, one.record.id))
    title = material.say(TITLE)
    sheet = Sheet(
        title,
        columns(material, _COLUMNS, _KEYS),
        _lines(material, late),
        len(late),
        material.say(Text("Er is niets over tijd.", "Nothing is overdue.")),
        heading(material, title, goes_outside=True),
    )
    return made_book(material, title, (sheet,))


def _late(material: Material) -> Iterator[_Late]:
    for record in material.records:
        for deadline in judged(material.parts_of(record).deadlines, lambda one: one.values):
            age = None if deadline["end"] is None else age_of(deadline["end"], material.today)
            if age is not None:
                yield _Late(record, deadline, age)


def _lines(material: Material, late: list[_Late]) -> Iterator[Line]:
    counts = Counter(one.age for one in late)
    last = -1
    for one in late:
        if one.age != last:
            yield Band(f"{material.say(_BANDS[one.age])} ({_counted(material, counts[one.age])})")
            last = one.age
        yield _row(material, one)


def _counted(material: Material, count: int) -> str:
    if count == 1:
        return material.say(Text("1 termijn", "1 deadline"))
    return material.say(Text(f"{count} termijnen", f"{count} deadlines"))


def _row(material: Material, late: _Late) -> Row:
    record, language = late.record, material.language
    return Row(
        (
            record.reference,
            capital(material.say(record.kind.one)),
            Cell(record["title"], look=Look.STRONG),
            _wording(material, late.deadline),
            late.end,
            Cell((material.today - late.end).days, look=Look.LATE),
            or_not_known(known_words(material, record, "minister"), language),
            or_not_known(field_words(material, record, "lead"), language),
        )
    )


def _wording(material: Material, deadline: Part) -> str:
    words = ": ".join(one for one in (deadline["what"], deadline["wording"]) if one)
    return or_not_known(words, material.language)
