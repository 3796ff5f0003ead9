"""A pasted column of deadlines: words are read as in the form, and a paste never moves what is due already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tracker.basics.folding import fold
from tracker.basics.language import Language, Text
from tracker.records.import_target import BESIDE_FIELDS
from tracker.records.snapshot import Part, Record
from tracker.services.bulk import deadline_text
from tracker.services.deadline_words import deadline_values
from tracker.services.drafting import Draft
from tracker.services.entering import window_sentence
from tracker.services.recess_calendar import calendar_of
from tracker.services.rehearsal import Outcome, PlanLine
from tracker.store.record_store import Store

DEADLINE = "deadline"
"""The name of a column of deadlines: they are no field of a record, but hang on it."""
_TARGET = next(target for target in BESIDE_FIELDS if target.name == "deadline.wording")
DEADLINE_LABEL = _TARGET.label
DEADLINE_HEADINGS = frozenset(fold(words) for words in (_TARGET.label.nl, _TARGET.label.en, *_TARGET.aliases))
_SAID_ON = "made_on"
_KEEPS = Text("Een lege cel haalt geen termijn weg.", "An empty cell takes no deadline away.")
_UNREAD = Text(
    "Hierin is geen dag gelezen; de woorden blijven staan.", "No day was read in this; the words stay as they are."
)


class PastedDeadlines:
    """Reads cells as deadlines, said on the day of the record itself where it tells that, else ``today``."""

    def __init__(self, store: Store, today: date, language: Language) -> None:
        self._calendar = calendar_of(store)
        self._today = today
        self._language = language

    def read(self, text: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """Give the fields of the deadline in a cell of a record with these values."""
        said_on = given.get(_SAID_ON)
        return deadline_values(text, said_on if isinstance(said_on, date) else self._today, calendar=self._calendar)

    def new_line(self, reference: str, values: Mapping[str, Any]) -> PlanLine:
        """Give the line for the deadline of a new record."""
        after = deadline_text(values, self._language)
        return PlanLine(Outcome.NEW, reference, "", DEADLINE_LABEL, "", after, read_as(values))

    def line(self, record: Record, deadlines: tuple[Part, ...], text: str) -> PlanLine:
        """Give the line for a record that exists: one without an open deadline gets this one."""
        values = self.read(text, record.values)
        waiting = [one for one in deadlines if one["met_on"] is None]
        shown = "; ".join(deadline_text(one.values, self._language) for one in waiting or deadlines)
        subject = record.reference, record.summary.title, DEADLINE_LABEL
        if not text.strip():
            return PlanLine(Outcome.UNCHANGED, *subject, shown, shown, _KEEPS if shown else None)
        if any(_is_same(values, one) for one in deadlines):
            return PlanLine(Outcome.UNCHANGED, *subject, shown, shown)
        after = deadline_text(values, self._language)
        if waiting:
            return PlanLine(Outcome.REFUSED, *subject, shown, after, _postpone(record))

        def act(into: Draft) -> None:
            into.make(DEADLINE, values, record.id)

        return PlanLine(Outcome.CHANGED, *subject, shown, after, read_as(values), act)


def read_as(values: Mapping[str, Any]) -> Text:
    """Say how the words of a deadline were read."""
    if not (values["start"] or values["end"] or values["waits_for"]):
        return _UNREAD
    window = window_sentence(values)
    return Text(f"Gelezen als: {_small(window.nl)}.", f"Read as: {_small(window.en)}.")


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _postpone(record: Record) -> Text:
    return Text(
        f"{record.reference} heeft al een termijn. Stel die uit; dan blijft bewaard wat het was en waarom.",
        f"{record.reference} has a deadline already. Postpone that; then it stays known what it was and why.",
    )


def _is_same(values: Mapping[str, Any], old: Part) -> bool:
    if old["wording"] and fold(values["wording"] or "") == fold(old["wording"]):
        return True
    return values["end"] is not None and values["end"] == old["end"]
