"""The words of a first deadline in the form of a new record: for whoever notes a promise with its day in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from tracker.basics.errors import InvalidValue
from tracker.records.deadline import Deadline
from tracker.records.field import FieldSpec, field_of
from tracker.records.record_base import CORE
from tracker.services.deadline_words import deadline_values
from tracker.services.entering import shown_reading
from tracker.services.recess_calendar import calendar_of
from tracker.ui.record.form import FieldsForm
from tracker.ui.session import Session

WORDS = "wording"
"""Its name among the fields of the form; no kind has a field of that name."""
_AFTER = "title"
_SAID_ON = ("made_on",)
"""The fields of kinds that hold the day on which the words were said."""


def with_words(specs: Sequence[FieldSpec]) -> list[FieldSpec]:
    """Give the fields of a form with the words after the subject."""
    spec = field_of(Deadline, WORDS)
    if spec is None:
        raise KeyError(WORDS)
    words = replace(spec, group=CORE)
    place = next(at for at, one in enumerate(specs) if one.name == _AFTER) + 1
    return [*specs[:place], words, *specs[place:]]


def show_words(form: FieldsForm, *, is_shown: bool) -> None:
    """Show them for a new record only: what is there has its deadlines in a tab of its own."""
    form.editors[WORDS].setVisible(is_shown)
    form.labels[WORDS].setVisible(is_shown)


def follow_words(session: Session, form: FieldsForm) -> None:
    """Say under the words, while they are typed, how they are read."""
    editor = form.editors[WORDS]

    def tell() -> None:
        wording = editor.value() if editor.isVisibleTo(form) else None
        shown = shown_reading(wording or "", _said_on(session, form), calendar_of(session.store))
        told = "" if shown is None else session.words(shown.sentence)
        if shown is not None and (shown.tentative or shown.waits or not shown.values["end"]):
            told = f"{told}. {session.words(shown.reason)}"
        editor.set_remark(told)

    editor.changed.connect(tell)


def first_deadline(session: Session, given: dict[str, Any]) -> dict[str, Any] | None:
    """Take the words out of what a new record was given, and give their deadline; None where there are none."""
    wording = given.pop(WORDS, None)
    if not wording:
        return None
    said_on = next((given[name] for name in _SAID_ON if isinstance(given.get(name), date)), session.today)
    return deadline_values(wording, said_on, None, calendar_of(session.store))


def _said_on(session: Session, form: FieldsForm) -> date:
    for name in _SAID_ON:
        try:
            day = form.editors[name].value() if name in form.editors else None
        except InvalidValue:
            day = None
        if isinstance(day, date):
            return day
    return session.today
