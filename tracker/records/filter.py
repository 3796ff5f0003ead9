"""Which records a list holds: a kind, a view, words to find, and conditions on fields. Pure, without SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.basics.errors import NotFound
from tracker.basics.formats import day_text
from tracker.basics.language import Text

if TYPE_CHECKING:
    from tracker.records.condition import Condition
    from tracker.records.value_type import NameOf


@dataclass(frozen=True)
class View:
    """A list that comes with the program. ``needs_day``: its content depends on today."""

    code: str
    label: Text
    icon: str
    tone: str
    needs_day: bool = False


VIEWS: tuple[View, ...] = (
    View("overdue", Text("Over tijd", "Overdue"), "circle-alert", "late", needs_day=True),
    View("due-30", Text("Binnen 30 dagen", "Within 30 days"), "clock", "soon", needs_day=True),
    View("waiting", Text("Wacht op", "Waits for"), "hourglass", "wait"),
    View("no-deadline", Text("Zonder termijn", "Without deadline"), "circle-dashed", "none"),
    View("no-owner", Text("Zonder dossierhouder", "Without owner"), "user-x", "none"),
    View("postponed", Text("Uitgesteld", "Postponed"), "calendar-clock", "none"),
    View("not-told", Text("Uitstel niet gemeld", "Postponed, not told"), "mail-warning", "soon"),
    View("settled", Text("Afgedaan", "Settled"), "circle-check", "ok"),
)
DUE_SOON_DAYS = 30
HIDDEN_WORDS = "…"
"""Stands in a description for what may not be told."""


@dataclass(frozen=True)
class Filter:
    """What a list shows. Everything that is given must hold; ``words`` are looked for without accents or capitals.

    ``conditions`` ask something of fields. ``where`` holds the (field, text) pairs of the command line: the field, as
    people read it, is that text, or holds it among its values. ``deleted`` shows the bin instead.
    """

    kind: str | None = None
    view: str | None = None
    words: str = ""
    where: tuple[tuple[str, str], ...] = ()
    deleted: bool = False
    conditions: tuple[Condition, ...] = ()

    @property
    def narrows(self) -> bool:
        """Tell whether anything is asked beside the list itself: words or conditions."""
        return bool(self.words.strip() or self.conditions or self.where)


def last_soon_day(today: date) -> date:
    """Give the last day that counts as soon; the calendar ends in 9999."""
    return date.fromordinal(min(today.toordinal() + DUE_SOON_DAYS, date.max.toordinal()))


def view_of(code: str) -> View:
    """Give a view by its code. Raises NotFound."""
    for view in VIEWS:
        if view.code == code:
            return view
    known = ", ".join(view.code for view in VIEWS)
    raise NotFound(
        f"Weergave “{code}” bestaat niet. Kies uit: {known}.", f"There is no view “{code}”. Choose from: {known}."
    )


def filter_words(chosen: Filter, today: date, name_of: NameOf, *, hides_private: bool = False) -> Text:
    """Describe a filter in a sentence part, for the title block of a report.

    ``hides_private``: of conditions on internal fields and on persons only the field is told, for readers outside.
    """
    from tracker.records.registry import kind_of

    parts: list[Text] = []
    if chosen.kind:
        parts.append(kind_of(chosen.kind).many)
    if chosen.view:
        view = view_of(chosen.view)
        on = day_text(today)
        shown = Text(f" ({on.nl})", f" ({on.en})") if view.needs_day else Text("", "")
        parts.append(Text(view.label.nl + shown.nl, view.label.en + shown.en))
    if chosen.words:
        parts.append(Text(f"met “{chosen.words}”", f"with “{chosen.words}”"))
    parts += [Text.same(f"{field} = {value}") for field, value in chosen.where]
    parts += [_told(one, chosen, today, name_of, hides_private=hides_private) for one in chosen.conditions]
    if not parts:
        return Text("alle records", "all records")
    return Text(", ".join(part.nl for part in parts), ", ".join(part.en for part in parts))


def _told(condition: Condition, chosen: Filter, today: date, name_of: NameOf, *, hides_private: bool) -> Text:
    from tracker.records.condition import condition_words, is_private
    from tracker.records.list_field import list_field

    spec = list_field(condition.field, chosen.kind)
    is_hidden = hides_private and is_private(spec)
    words = Text.same(HIDDEN_WORDS) if is_hidden else condition_words(condition, spec, name_of, today)
    return Text(f"{spec.label.nl}: {words.nl}", f"{spec.label.en}: {words.en}")
