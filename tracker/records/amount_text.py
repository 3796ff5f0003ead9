"""Amounts as cells hold them: € 33.303.022, EUR 5 mln (Nigeria, 2026-2027), 1,250,000.00 USD, 4,1 miljoen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tracker.basics.errors import InvalidValue
from tracker.records.value_type import MONEY

_CURRENCIES: Final = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD",
    "£": "GBP", "gbp": "GBP",
}  # fmt: skip
_TIMES: Final = {
    "mln": 6, "miljoen": 6, "million": 6, "mio": 6, "m": 6, "mld": 9, "miljard": 9, "billion": 9, "bn": 9, "k": 3,
    "duizend": 3, "thousand": 3,
}  # fmt: skip
_UNIT: Final = r"€|us\$|\$|£|\beuros?\b|\beur(?=\b|\d)|\busd(?=\b|\d)|\bgbp(?=\b|\d)|\bdollar\b"
_AMOUNT: Final = re.compile(
    rf"(?:(?P<before>{_UNIT})\s*)?(?P<number>-?\d[\d.,\u00a0\u202f ']*\d|-?\d)(?:,[-–—=]+)?\s*"
    rf"(?P<times>(?:{'|'.join(sorted(_TIMES, key=len, reverse=True))})\b)?\.?\s*(?P<after>{_UNIT})?",
    re.IGNORECASE,
)
_THOUSANDS: Final = re.compile(r"x\s*(?:€|eur|euro)?\s*(?:1[.,]?000|duizend)|in duizenden|\(000\)", re.IGNORECASE)
_MILLIONS: Final = re.compile(
    r"x\s*(?:€|eur|euro)?\s*(?:1[.,]?000[.,]?000|1?\s*(?:mln|miljoen))|in miljoenen|in mln", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class AmountText:
    """An amount, its currency where one is named, and the words around it."""

    amount: Decimal
    currency: str | None
    rest: str


def read_amount(text: str, factor: int = 1) -> AmountText | None:
    """Read the one amount in a text; None where there is none, or where more than one could be meant."""
    found = _AMOUNT.search(text)
    if found is None:
        return None
    times = (found["times"] or "").lower()
    number = _number(found["number"], has_times=bool(times))
    if number is None:
        return None
    currency = (found["before"] or found["after"] or "").lower()
    rest = _words_of(text[: found.start()] + " " + text[found.end() :])
    if not currency and not times and (re.search(r"[A-Za-z]{3}", rest) or _is_year(found["number"])):
        return None
    if re.search(rf"(?:{_UNIT})\s*\d", rest, re.IGNORECASE):
        return None
    scaled = number.scaleb(_TIMES[times]) if times else number * factor
    return AmountText(scaled, _CURRENCIES.get(currency), rest)


def factor_of(heading: str) -> int:
    """Give by how much the amounts below a heading are to be multiplied: "Budget (x € 1.000)" is a thousand."""
    if _MILLIONS.search(heading):
        return 1_000_000
    return 1_000 if _THOUSANDS.search(heading) else 1


def _number(digits: str, *, has_times: bool) -> Decimal | None:
    plain = re.sub(r"[\s\u00a0\u202f']", "", digits)
    if has_times and re.fullmatch(r"-?\d{1,4}[.,]\d{1,3}", plain):
        return Decimal(plain.replace(",", "."))
    try:
        value: Decimal | None = MONEY.parse(plain)
    except InvalidValue:
        return None
    return value


def _is_year(digits: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", digits.strip()) is not None


def _words_of(text: str) -> str:
    words = " ".join(text.split()).strip(" ,;:.-")
    inside = re.fullmatch(r"\((.*)\)", words)
    return inside[1].strip() if inside else words
