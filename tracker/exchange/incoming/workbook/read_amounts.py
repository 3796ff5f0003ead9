"""Cells that hold amounts and periods of a programme."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.workbook.cell_words import words_of
from tracker.exchange.incoming.workbook.column_looks import COUNTRIES
from tracker.exchange.incoming.workbook.grid import Value
from tracker.exchange.incoming.workbook.headings import targets_named
from tracker.exchange.incoming.workbook.row import Act, ColumnPlan, Fate, KindFacts, RowRead, of_each_row, taken
from tracker.records.amount_text import AmountText, read_amount
from tracker.records.nothing_known import says_nothing
from tracker.records.period_text import read_period
from tracker.records.programme import BudgetLine

_NO_AMOUNT: Final = (
    "Hier is geen bedrag in te lezen. Schrijf bijvoorbeeld 4.138.318,00.",
    "No amount can be read in this. Write for example 4138318.00.",
)
_YEARS: Final = re.compile(r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?")


def read_budget(_: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read an amount into a line of the budget; the words around it say what it is for."""
    text = words_of(value)
    if says_nothing(text):
        return taken
    try:
        amounts = _amounts(value, text, plan.factor)
    except InvalidOperation:  # more figures than any amount has
        amounts = [None]
    read = [one for one in amounts if one is not None]
    lines = tuple(_line(plan, one) for one in read) if len(read) == len(amounts) else ()

    def act(row: RowRead) -> Fate:
        if not lines:
            row.remarks.append(f"{plan.heading}: {text}")
            return row.miss(plan, text, *_NO_AMOUNT) if any(sign.isdigit() for sign in text) else Fate.KEPT
        row.put("budget_lines", lines, plan)
        return Fate.TAKEN

    return act


def _amounts(value: Value, text: str, factor: int) -> list[AmountText | None]:
    """Give the amounts in a cell; None for a piece of it in which there is none."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        # What a binary number adds to the cents is no part of the amount.
        exact = (Decimal(repr(value)) * factor).quantize(Decimal("0.01"))
        return [AmountText(exact, None, "")]
    return [read_amount(piece, factor) for piece in re.split(r"\s*[;\n]\s*|\s+\+\s+", text) if piece]


def _line(plan: ColumnPlan, read: AmountText) -> BudgetLine:
    period = read_period(_years[0]) if (_years := _YEARS.search(read.rest)) else None
    if _years and period is None and _years[0].isdigit():
        year = int(_years[0])
        period = (date(year, 1, 1), date(year, 12, 31))
    if period is None and (of_heading := _YEARS.search(plan.heading)) is not None:
        period = read_period(of_heading[0])  # Bedrag 2026
    rest = read.rest
    if period is not None and _years is not None:
        rest = " ".join(rest.replace(_years[0], " ").split()).strip(" ,;()-–")
    amount = read.amount.normalize() if read.amount == read.amount.to_integral_value() else read.amount
    country = next((word for word in re.split(r"\s*[,;]\s*", rest) if fold(word) in COUNTRIES), None)
    if country is not None:
        rest = " ".join(rest.replace(country, " ").split()).strip(" ,;()-–")
    return BudgetLine(
        amount=Decimal(f"{amount:f}"),
        currency=read.currency or "EUR",
        starts_on=period[0] if period else None,
        ends_on=period[1] if period else None,
        country=country,
        purpose=_purpose(plan.heading, rest),
    )


def _purpose(heading: str, rest: str) -> str | None:
    """Give what an amount is for: the words beside it, and its heading where that says more than "budget"."""
    from tracker.records.registry import kind_of

    is_plain = any(one.target == "budget_lines" for one in targets_named(kind_of("programme"), heading))
    return "; ".join(words for words in ("" if is_plain else heading, rest) if words) or None


@of_each_row
def read_period_field(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read the first and the last day of a period."""
    text = words_of(value)
    if says_nothing(text):
        return Fate.TAKEN
    period = read_period(text)
    if period is None:
        return row.keep(plan, text)
    names = ("started_on", "finished_on") if row.kind.code == "action" else ("starts_on", "ends_on")
    if row.kind.code == "action":
        row.put("planning", text, plan)
        row.put(names[0], period[0], plan)
        row.extra.setdefault("deadlines", []).append((f"uiterlijk {period[1]:%d-%m-%Y}", period[1], plan))
        return Fate.TAKEN
    done = [row.put(name, day, plan) for name, day in zip(names, period, strict=True)]
    return Fate.TAKEN if all(done) else row.keep(plan, text)
