"""Termijn: what was promised for when, as it was said, with the window that is read from it."""

from datetime import date
from typing import Annotated, ClassVar

from sqlalchemy import text
from sqlmodel import Field, SQLModel

from tracker.basics.language import Text
from tracker.records.deadline_rules import faults_of
from tracker.records.field import FieldSpec
from tracker.records.value_type import AREA, DAY, LETTER, LINE, WHOLE, YES_NO, Choice, choice

PRECISIONS = Choice(
    tuple(
        (code, Text(nl, code))
        for code, nl in (
            ("day", "dag"),
            ("week", "week"),
            ("part of month", "deel van maand"),
            ("month", "maand"),
            ("part of quarter", "deel van kwartaal"),
            ("quarter", "kwartaal"),
            ("half-year", "half jaar"),
            ("part of year", "deel van jaar"),
            ("year", "jaar"),
            ("season", "seizoen"),
            ("recess", "reces"),
            ("open", "vanaf"),
            ("recurring", "terugkerend"),
            ("ongoing", "doorlopend"),
            ("event", "gebeurtenis"),
            ("unspecified", "zonder dag"),
        )
    )
)
SORTS = choice(
    ("toegezegd", "promised"),
    ("wettelijk", "legal"),
    ("register Kamer", "Chamber’s register"),
    ("intern streven", "internal target"),
)
UNITS = Choice(
    tuple(
        (code, Text(nl, code))
        for code, nl in (("day", "dagen"), ("week", "weken"), ("month", "maanden"), ("year", "jaar"))
    )
)
PERIODS = Choice(
    tuple(
        (code, Text(nl, en))
        for code, nl, en in (
            ("year", "elk jaar", "each year"),
            ("half-year", "elk half jaar", "each half year"),
            ("quarter", "elk kwartaal", "each quarter"),
            ("month", "elke maand", "each month"),
        )
    )
)


class Deadline(SQLModel, table=True):
    """One deadline of a record. ``start`` and ``end`` are days; either is None where the words give none.

    An internal target never leaves the house and never makes a record overdue.

    ``waits_for`` holds the words of an event, ``event_id`` the event in the register's list; ``event_day`` is its day
    once this deadline was given it, and then it waits no longer. ``offset_count`` and ``offset_unit`` are the time
    that the words leave after the event. Of what recurs each period is a row; ``series_id`` is the first of them.
    ``overruled``: the officer chose another window than the words give.
    """

    belongs_to_record: ClassVar[bool] = True
    faults_of_row: ClassVar[staticmethod] = staticmethod(faults_of)  # type: ignore[type-arg]

    id: int = Field(primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    what: Annotated[str | None, FieldSpec(Text("Waarvoor", "What for"), LINE, width_px=200)] = None
    sort: Annotated[str, FieldSpec(Text("Soort termijn", "Sort of deadline"), SORTS, width_px=120)] = "toegezegd"
    wording: Annotated[str | None, FieldSpec(Text("Termijn, in woorden", "Deadline, in words"), LINE, width_px=200)] = (
        None
    )
    said_on: Annotated[date | None, FieldSpec(Text("Gezegd op", "Said on"), DAY, width_px=100)] = None
    start: Annotated[date | None, FieldSpec(Text("Vanaf", "From"), DAY, width_px=100)] = None
    end: Annotated[date | None, FieldSpec(Text("Uiterlijk", "At the latest"), DAY, width_px=100)] = None
    precision: Annotated[str | None, FieldSpec(Text("Nauwkeurigheid", "Precision"), PRECISIONS, width_px=120)] = None
    tentative: Annotated[bool, FieldSpec(Text("Voorlopig", "Tentative"), YES_NO, width_px=90)] = False
    waits_for: Annotated[str | None, FieldSpec(Text("Wacht op", "Waits for"), LINE, width_px=200)] = None
    request_number: Annotated[int | None, FieldSpec(Text("Bij verzoek", "For request"), WHOLE, width_px=80)] = None
    met_on: Annotated[date | None, FieldSpec(Text("Gehaald op", "Met on"), DAY, width_px=100)] = None
    event_id: int | None = Field(default=None, index=True)
    event_day: Annotated[date | None, FieldSpec(Text("Gebeurde op", "Took place on"), DAY, width_px=100)] = None
    offset_count: Annotated[int | None, FieldSpec(Text("Daarna, aantal", "After that, number"), WHOLE, width_px=80)] = (
        None
    )
    offset_unit: Annotated[str | None, FieldSpec(Text("Daarna, eenheid", "After that, unit"), UNITS, width_px=90)] = (
        None
    )
    recurs: Annotated[str | None, FieldSpec(Text("Keert terug", "Recurs"), PERIODS, width_px=110)] = None
    series_id: int | None = None
    met_letter: Annotated[int | None, FieldSpec(Text("Gehaald met brief", "Met by letter"), LETTER)] = Field(
        default=None, foreign_key="letter.id"
    )
    overruled: Annotated[bool, FieldSpec(Text("Zelf bepaald", "Overruled"), YES_NO, width_px=90)] = Field(
        default=False, sa_column_kwargs={"server_default": text("0")}
    )


class Postponement(SQLModel, table=True):
    """One change of a deadline: the old and the new words and windows, why, and where the Kamer was told."""

    belongs_to_record: ClassVar[bool] = True

    id: int = Field(primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    deadline_id: int = Field(foreign_key="deadline.id", index=True)
    on: Annotated[date | None, FieldSpec(Text("Uitgesteld op", "Postponed on"), DAY, width_px=100)] = None
    old_wording: Annotated[str | None, FieldSpec(Text("Oude termijn", "Old deadline"), LINE)] = None
    old_start: Annotated[date | None, FieldSpec(Text("Oud vanaf", "Old from"), DAY, width_px=100)] = None
    old_end: Annotated[date | None, FieldSpec(Text("Oud uiterlijk", "Old until"), DAY, width_px=100)] = None
    new_wording: Annotated[str | None, FieldSpec(Text("Nieuwe termijn", "New deadline"), LINE)] = None
    new_start: Annotated[date | None, FieldSpec(Text("Nieuw vanaf", "New from"), DAY, width_px=100)] = None
    new_end: Annotated[date | None, FieldSpec(Text("Nieuw uiterlijk", "New until"), DAY, width_px=100)] = None
    reason: Annotated[str | None, FieldSpec(Text("Reden", "Reason"), AREA, width_px=200)] = None
    letter: Annotated[int | None, FieldSpec(Text("Gemeld met brief", "Told in letter"), LETTER)] = Field(
        default=None, foreign_key="letter.id"
    )
