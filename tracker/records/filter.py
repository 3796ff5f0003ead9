"""Which records a list holds: a kind, a view, words to find, and conditions on fields. Pure, without SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.basics.errors import NotFound
from tracker.basics.language import Text


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
    View("no-deadline", Text("Zonder termijn", "Without deadline"), "circle-dashed", "none"),
    View("no-owner", Text("Zonder dossierhouder", "Without owner"), "user-x", "none"),
    View("settled", Text("Afgedaan", "Settled"), "circle-check", "ok"),
)
DUE_SOON_DAYS = 30


@dataclass(frozen=True)
class Filter:
    """What a list shows. Everything that is given must hold; ``words`` are looked for without accents or capitals.

    ``where`` holds (field, text) pairs: the field, as people read it, is that text, or holds it among its values.
    ``deleted`` shows the bin instead.
    """

    kind: str | None = None
    view: str | None = None
    words: str = ""
    where: tuple[tuple[str, str], ...] = ()
    deleted: bool = False


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


def filter_words(chosen: Filter, today: date) -> Text:
    """Describe a filter in a sentence part, for the title block of a report."""
    from tracker.records.registry import kind_of

    parts: list[Text] = []
    if chosen.kind:
        parts.append(kind_of(chosen.kind).many)
    if chosen.view:
        view = view_of(chosen.view)
        day = f" ({today:%d-%m-%Y})" if view.needs_day else ""
        parts.append(Text(view.label.nl + day, view.label.en + day))
    if chosen.words:
        parts.append(Text(f"met “{chosen.words}”", f"with “{chosen.words}”"))
    parts += [Text.same(f"{field} = {value}") for field, value in chosen.where]
    if not parts:
        return Text("alle records", "all records")
    return Text(", ".join(part.nl for part in parts), ", ".join(part.en for part in parts))
