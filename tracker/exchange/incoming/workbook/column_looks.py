"""What stands below a heading: the share of a column's cells that look like days, citations, amounts, names, states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.workbook.grid import ErrorValue, MonthDay, Value
from tracker.records.amount_text import read_amount
from tracker.records.citation import read_citations
from tracker.records.day_text import OrderFound, is_month, order_of, read_day
from tracker.records.member_text import read_members
from tracker.records.ministers import is_ministry, split_ministers
from tracker.records.motion_naming import motions_named
from tracker.records.nothing_known import says_nothing
from tracker.records.party import party_named
from tracker.records.person_name import is_person
from tracker.records.registry import KINDS
from tracker.records.status_words import known_word, opening_status
from tracker.records.wording import Calendar, first_deadline

SAMPLED: Final = 120
_LONG: Final = 60
_ADDRESS: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")  # from its beginning on: else quadratic
_LINK: Final = re.compile(r"https?://|www\.")
_COMMITMENT: Final = re.compile(r"TZ\d{6}-\d+|T\d{5}", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"(?:OA|[MTAPIR])-\d+", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?(?:\s*(?:t/m|-|en|,)\s*\d{1,3}(?:\.\d{1,3}){0,2})?")
_MONEY_SIGN: Final = re.compile(r"€|\$|£|\beur\b|\bmln\b|miljoen|million|\busd\b", re.IGNORECASE)
_COUNTRY: Final = re.compile(r"[A-Z]{2}(?:\s*[,;/]\s*[A-Z]{2})*")
_DOSSIER: Final = re.compile(r"\d{2}[ .]?\d{3}(?:[ -][IVXLC]+)?")
_ANY_DAY: Final = date(2026, 1, 1)
COUNTRIES: Final = frozenset(
    fold(name)
    for name in [
        "Nederland",
        "Duitsland",
        "België",
        "Frankrijk",
        "Spanje",
        "Portugal",
        "Italië",
        "Polen",
        "Roemenië",
        "Bulgarije",
        "Hongarije",
        "Oostenrijk",
        "Zweden",
        "Denemarken",
        "Finland",
        "Noorwegen",
        "Griekenland",
        "Ierland",
        "Kroatië",
        "Slovenië",
        "Slowakije",
        "Tsjechië",
        "Letland",
        "Litouwen",
        "Estland",
        "Albanië",
        "Servië",
        "Montenegro",
        "Kosovo",
        "Oekraïne",
        "Moldavië",
        "Turkije",
        "Marokko",
        "Tunesië",
        "Algerije",
        "Libië",
        "Egypte",
        "Nigeria",
        "Niger",
        "Ghana",
        "Kenia",
        "Ethiopië",
        "Soedan",
        "Tsjaad",
        "Mali",
        "Irak",
        "Iran",
        "Syrië",
        "Libanon",
        "Jordanië",
        "Afghanistan",
        "Pakistan",
        "India",
        "China",
        "Vietnam",
        "Thailand",
        "Colombia",
        "Brazilië",
        "Suriname",
        "Venezuela",
        "Noord-Macedonië",
        "Netherlands",
        "Germany",
        "Belgium",
        "France",
        "Spain",
        "Italy",
        "Poland",
        "Romania",
        "Bulgaria",
        "Hungary",
        "Austria",
        "Sweden",
        "Greece",
        "Ireland",
        "Croatia",
        "Albania",
        "Serbia",
        "Ukraine",
        "Morocco",
        "Tunisia",
        "Iraq",
    ]
)


@dataclass(slots=True)
class Look:
    """The shares (0 to 1) of a column's filled cells by what they look like."""

    filled: int = 0
    shares: dict[str, float] = field(default_factory=dict)
    distinct: float = 0.0
    length: float = 0.0
    samples: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()

    def share(self, *names: str) -> float:
        """Give the share of cells that look like one of these."""
        return min(1.0, sum(self.shares.get(name, 0.0) for name in names))


def look_at(values: Sequence[Value]) -> Look:
    """Judge the filled cells of a column, as many as were given."""
    told = [value for value in values if not (isinstance(value, str) and (says_nothing(value) or not value.strip()))]
    if not told:
        return Look(samples=tuple(str(value) for value in values[:3]), values=tuple(values))
    counts: dict[str, int] = {}
    for value in told:
        for name in looks_of(value):
            counts[name] = counts.get(name, 0) + 1
    texts = [str(value) for value in told]
    return Look(
        len(told),
        {name: count / len(told) for name, count in counts.items()},
        len(set(texts)) / len(texts),
        sum(map(len, texts)) / len(texts),
        tuple(dict.fromkeys(texts))[:5],
        tuple(told),
    )


@dataclass(frozen=True, slots=True)
class ColumnDays:
    """How the days of a column are written: what its texts say of the order, and what its real days could hide."""

    found: OrderFound
    has_real: bool = False
    none_after_twelfth: bool = False


NO_DAYS: Final = ColumnDays(OrderFound(None, False, False))


def days_of(values: Sequence[Value]) -> ColumnDays:
    """Judge the days of a column as a whole."""
    real = [value.day for value in values if isinstance(value, date) and not isinstance(value, MonthDay)]
    texts = [value for value in values if isinstance(value, str) and len(value) <= 24]
    return ColumnDays(order_of(texts), bool(real), all(day <= 12 for day in real))


def looks_of(value: Value) -> tuple[str, ...]:
    """Give all that one cell looks like."""
    if isinstance(value, ErrorValue):
        return ("error",)
    if isinstance(value, str):
        return _looks_of_text(value.strip())
    if isinstance(value, date | datetime):
        return ("day",)
    if isinstance(value, bool):
        return ("yes-no",)
    if isinstance(value, int | float):
        whole = float(value).is_integer()
        year = whole and 1990 <= value <= 2060
        return ("whole", "year") if year else ("whole",) if whole else ("number",)
    return ("time",)


@lru_cache(maxsize=8192)
def _looks_of_text(text: str) -> tuple[str, ...]:
    found = ["text"]
    if len(text) > _LONG:
        found.append("long")
    found += [name for name, looks in _PATTERNS if looks.search(text)]
    found += [name for name, looks in _WHOLE_PATTERNS if looks.fullmatch(text)]
    if read_day(text) is not None:
        found.append("day")
    elif is_month(text):
        found.append("month")
    cited = read_citations(text) if len(text) < 400 else []
    if any(one.kind in {"kamerstuk", "dossier"} for one in cited):
        found.append("citation")
        if len(cited[0].text) >= 0.7 * len(text):
            found.append("citation only")
    if any(one.kind in {"document", "zaak", "activiteit"} and len(one.text) >= 0.7 * len(text) for one in cited):
        found.append("paper")
    short = len(text) <= _LONG
    if (
        short
        and (reading := first_deadline(text, _ANY_DAY, Calendar())) is not None
        and len(reading.wording) * 2 >= len(text)
    ):
        found.append("wording")
    if short and known_word(text):
        found.append("status")
    if "motie" in text[:30].casefold() and len(text) < 160 and _is_only_named(text):
        found.append("motion name")
    if len(text) < 2_000 and any(opening_status(kind.code, text) for kind in KINDS[:3]):
        found.append("opens with status")
    if short:
        found += _names_in(text)
    return tuple(found)


def _is_only_named(text: str) -> bool:
    """Tell whether a text names a motion by who tabled it, and does not say what it is about."""
    named = motions_named(text, is_heading=True)
    return bool(named) and bool(named[0].submitters) and named[0].subject is None


_PATTERNS: Final = (
    ("address", _ADDRESS), ("link", _LINK), ("commitment", _COMMITMENT), ("money", _MONEY_SIGN),
)  # fmt: skip
_WHOLE_PATTERNS: Final = (
    ("reference", _REFERENCE), ("number", _NUMBER), ("country", _COUNTRY), ("dossier", _DOSSIER),
)  # fmt: skip


def _names_in(text: str) -> list[str]:
    found = []
    if all(is_ministry(one) for one in split_ministers(text)):
        found.append("minister")
    members = read_members(text)
    if members is not None and any(one.party and party_named(one.party) for one in members.members):
        found.append("member")
    if party_named(text):
        found.append("party")
    if is_person(text):
        found.append("person")
    if any(fold(text) == fold(words) for kind in KINDS for words in (kind.one.nl, kind.many.nl, kind.one.en)):
        found.append("kind")
    if read_amount(text) is not None:
        found.append("amount")
    pieces = [fold(piece).strip() for piece in re.split(r"[,;/]|\ben\b|\band\b", text)]
    if any(piece in COUNTRIES for piece in pieces):
        found.append("country")
    return found
