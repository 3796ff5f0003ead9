"""How well the cells of a column fit a target: 0 where they contradict it, 1 where they look just like it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.workbook.choices import choice_of
from tracker.exchange.incoming.workbook.column_looks import Look
from tracker.records.import_target import Target
from tracker.records.kind import Kind
from tracker.records.nothing_known import says_nothing
from tracker.records.period_text import read_period
from tracker.records.record_base import MINISTERS
from tracker.records.status_words import is_answer
from tracker.records.value_type import (
    DAY,
    MONEY,
    WHOLE,
    Choice,
    CitationText,
    Items,
    ListOf,
    Reference,
    Suggested,
    ValueType,
)  # fmt: skip

NEUTRAL: Final = 0.5
_LONG_TEXT: Final = 80


def fit(kind: Kind, target: Target, look: Look) -> float:
    """Judge a column's cells as values of a target."""
    if not look.filled:
        return NEUTRAL
    by_name = _BY_NAME.get(target.name)
    if by_name is not None:
        return by_name(kind, look)
    return _by_type(target, look)


def _by_type(target: Target, look: Look) -> float:  # noqa: PLR0911 - one return a type
    value_type: ValueType = target.type
    inner = value_type.of if isinstance(value_type, ListOf) else value_type
    if value_type is DAY:
        return look.share("day", "month") or 0.3 * look.share("wording")
    if isinstance(inner, CitationText):
        papers = look.share("paper") if isinstance(value_type, ListOf) else 0.0
        return max(look.share("citation", "commitment"), papers)
    if value_type is WHOLE:
        return look.share("whole")
    if value_type is MONEY:
        return look.share("amount", "whole", "number")
    if isinstance(inner, Choice):
        return _choices_fit(target.name, inner, look)
    if isinstance(inner, Reference):
        return _reference_fit(inner, look)
    if isinstance(inner, Suggested):
        usual = sum(any(word in fold(str(value)) for word in inner.usual) for value in look.values)
        if inner is not MINISTERS and usual * 2 >= len(look.values):
            return usual / len(look.values) * (1 - look.share("long"))
        named = 0.4 * look.share("text") * (look.length < _LONG_TEXT) * (1 - look.share("person", "address"))
        return max(look.share("minister"), named)
    if isinstance(value_type, Items):
        return max(look.share("member"), NEUTRAL * look.share("text") * (1 - look.share("day", "citation only")))
    return NEUTRAL * (1 - look.share("day") / 2)


def _choices_fit(name: str, choice: Choice, look: Look) -> float:
    fitting = sum(choice_of(name, choice, str(value)) is not None for value in look.values)
    return max(fitting / len(look.values), 0.4 if look.length < 30 and look.distinct < 0.7 else 0.1)


def _reference_fit(reference: Reference, look: Look) -> float:
    figures = look.share("day", "whole", "number", "citation only")
    if reference.entity in {"organisation", "person"}:
        people = look.share("address", "person")
        if reference.entity == "person":
            return (1.0 if people > NEUTRAL else 0.7) * (1 - max(figures, look.share("long")))
        return 0.7 * (1 - max(figures, look.share("long"), 0.6 * people))
    return 0.7 * (1 - look.share("whole", "number"))


def _status(_: Kind, look: Look) -> float:
    if look.values and all(is_answer(str(value)) or says_nothing(str(value)) for value in look.values):
        return 1.0
    if look.share("status") >= NEUTRAL:
        return look.share("status")
    short_and_few = look.length < 40 and (look.distinct < 0.6 or look.filled < 6)
    return max(look.share("opens with status"), NEUTRAL * short_and_few, 0.1) * (1 - look.share("day"))


def _title(_: Kind, look: Look) -> float:
    words = look.share("text") * (1 - look.share("day", "citation only", "status", "address", "number"))
    return (
        words * min(1.0, 0.4 + look.length / 50) * (0.4 + 0.6 * look.distinct) * (1 - 0.6 * look.share("motion name"))
    )


def _wording(_: Kind, look: Look) -> float:
    return max(look.share("wording", "day", "month"), 0.4 * (look.length < _LONG_TEXT) * look.share("text"))


def _note(_: Kind, look: Look) -> float:
    return look.share("text") * (1 - look.share("day", "citation only")) * (0.4 if look.share("status") > 0.6 else 0.9)


def _number(kind: Kind, look: Look) -> float:
    if kind.code == "commitment":
        return look.share("commitment")
    return look.share("number", "whole", "commitment") or 0.3 * (look.length < 12)


def _amounts(_: Kind, look: Look) -> float:
    return look.share("amount", "whole", "number") * (1 - look.share("year", "day"))


def _countries(_: Kind, look: Look) -> float:
    return max(look.share("country"), NEUTRAL * look.share("text"))


def _party(_: Kind, look: Look) -> float:
    return max(look.share("party"), 0.3 * look.share("text"))


def _periods(_: Kind, look: Look) -> float:
    return sum(read_period(str(value)) is not None for value in look.values) / len(look.values)


def _only(name: str) -> Callable[[Kind, Look], float]:
    return lambda _, look: look.share(name) if look.share(name) >= NEUTRAL else 0.0


_BY_NAME: Final[dict[str, Callable[[Kind, Look], float]]] = {
    "status": _status,
    "title": _title,
    "text": lambda _, look: look.share("text") * (1 - look.share("day", "status")),
    "deadline.wording": _wording,
    "deadline.old": _wording,
    "planning": _wording,
    "note.text": _note,
    "number": _number,
    "reference": _only("reference"),
    "kind": _only("kind"),
    "budget_lines": _amounts,
    "countries": _countries,
    "partner_countries": _countries,
    "party": _party,
    "period": _periods,
    "links": lambda _, look: look.share("link"),
    "citation.dossier": lambda _, look: look.share("dossier", "whole"),
    "citation.number": lambda _, look: look.share("whole", "number"),
    "outcomes": lambda _, look: NEUTRAL * look.share("text") * (1 - look.share("day", "long")),
    "debate.number": lambda _, look: NEUTRAL * look.share("text"),
    "results": lambda _, look: NEUTRAL * (1 - look.share("day")),
    "remarks": lambda _, look: NEUTRAL * look.share("text"),
}
