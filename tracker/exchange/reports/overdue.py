"""What is overdue, by how long: every promised or legal deadline of an active record that has passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.basics.language import Text
from tracker.exchange.reports.material import Material
from tracker.exchange.reports.phrases import capital, field_words, or_not_known
from tracker.exchange.reports.title_block import heading, page_words
from tracker.exchange.sheets import Band, Book, Cell, Column, Line, Look, Row, Sheet
from tracker.records.ageing import age_of
from tracker.records.deadline_rules import judged
from tracker.records.snapshot import Part, Record

TITLE = Text("Over tijd", "Overdue")
_COLUMNS = (
    (Text("Nr.", "No."), 8),
    (Text("Soort", "Kind"), 14),
    (Text("Onderwerp", "Subject"), 38),
    (Text("Termijn", "Deadline"), 33),
    (Text("Uiterlijk", "Last day"), 12),
    (Text("Dagen te laat", "Days late"), 15),
    (Text("Bewindspersoon", "Minister"), 20),
    (Text("Trekker", "Lead"), 13),
)

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
    """Lay out the overdue deadlines: one sheet, a band for each age, the longest overdue of each first."""
    late = sorted(_late(material), key=lambda one: (one.age, one.end, one.record.id))
    title = material.say(TITLE)
    sheet = Sheet(
        title,
        tuple(Column(material.say(label), width) for label, width in _COLUMNS),
        _lines(material, late),
        len(late),
        material.say(Text("Er is niets over tijd.", "Nothing is overdue.")),
        heading(material, title),
    )
    return Book(title, (sheet,), material.made, page_words(material.language))


def _late(material: Material) -> Iterator[_Late]:
    for record in material.records:
        for deadline in judged(material.parts_of(record).deadlines, lambda one: one.values):
            age = None if deadline["end"] is None else age_of(deadline["end"], material.today)
            if age is not None:
                yield _Late(record, deadline, age)


def _lines(material: Material, late: list[_Late]) -> Iterator[Line]:
    last = -1
    for one in late:
        if one.age != last:
            yield Band(material.say(_BANDS[one.age]))
            last = one.age
        yield _row(material, one)


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
            capital(or_not_known(field_words(material, record, "minister"), language)),
            or_not_known(field_words(material, record, "lead"), language),
        )
    )


def _wording(material: Material, deadline: Part) -> str:
    words = deadline["wording"] or ""
    what = deadline["what"]
    if what:
        return f"{capital(what)}: {words}" if words else capital(what)
    return or_not_known(capital(words), material.language)
