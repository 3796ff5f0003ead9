"""Amounts of a budget, in words: how much, in which currency, what for, when, and whether it is spent."""

from __future__ import annotations

from decimal import Decimal

from tracker.basics.language import Language, Text
from tracker.exchange.reports.phrases import span_words
from tracker.records.programme import BUDGET_STATES, BudgetLine

_NO_AMOUNT = Text("bedrag nog niet bekend", "amount not yet known")
_NO_CURRENCY = Text("valuta nog niet bekend", "currency not yet known")


def budget_words(line: BudgetLine, language: Language) -> str:
    """Give a line of a budget: ``€ 5.000.000 (extra steun, Nigeria, 2026-2027, toegezegd)``."""
    amount = amount_words(line.amount, line.currency, language)
    state = BUDGET_STATES.text(line.state, language)
    about = (line.purpose, line.donor, line.country, span_words(line.starts_on, line.ends_on, language), state)
    details = ", ".join(words for words in about if words)
    if not details:
        return amount
    return f"{amount}, {details}" if amount.endswith(")") else f"{amount} ({details})"


def amount_words(amount: Decimal | None, currency: str | None, language: Language) -> str:
    """Give an exact amount in words: ``€ 4.138.318``, with cents where there are any.

    No currency is taken for granted: an amount without one says so.
    """
    if amount is None:
        return _NO_AMOUNT.to(language)
    if amount == amount.to_integral_value():
        digits = f"{amount:,.0f}"
    else:
        digits = f"{amount:,.2f}" if amount == round(amount, 2) else f"{amount:,f}"
    if language is Language.DUTCH:
        digits = digits.translate(str.maketrans(",.", ".,"))
    if not currency:
        return f"{digits} ({_NO_CURRENCY.to(language)})"
    return f"{'€' if currency == 'EUR' else currency} {digits}"
