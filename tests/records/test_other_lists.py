"""The words of other lists: days, members, ministers, amounts, periods, origins, states."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tracker.records.amount_text import factor_of, read_amount
from tracker.records.day_text import DayOrder, is_month, order_of, read_day, swapped
from tracker.records.english_wording import in_dutch
from tracker.records.member_text import read_members
from tracker.records.nothing_known import says_nothing
from tracker.records.origin_text import may_cite, read_origin
from tracker.records.party import party_named
from tracker.records.period_text import read_period
from tracker.records.registry import KINDS
from tracker.records.status_words import opening_status, status_choices, status_for


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20-05-26", date(2026, 5, 20)),
        ("1.9.2026", date(2026, 9, 1)),
        ("21 dec. 2023", date(2023, 12, 21)),
        ("vrijdag 3 april 2026", date(2026, 4, 3)),
        ("d.d. 8 juni 2023", date(2023, 6, 8)),
        ("March 3, 2026", date(2026, 3, 3)),
        ("2026-07-15T00:00:00", date(2026, 7, 15)),
        ("20260715", date(2026, 7, 15)),
        ("15-7-99", date(1999, 7, 15)),
        ("13/14/2026", None),
        ("31-02-2026", None),
        ("apr 2025", None),
        ("Q3 2026", None),
        ("28638-254", None),
    ],
)
def test_day_of_another_list(text: str, day: date | None) -> None:
    assert read_day(text) == day


def test_order_follows_from_the_column() -> None:
    assert order_of(["03/04/2026", "04/15/2026"]).order is DayOrder.MONTH_FIRST
    assert order_of(["03/04/2026", "15/04/2026"]).order is DayOrder.DAY_FIRST
    assert order_of(["03/04/2026"]).order is None
    assert order_of(["03-04-2026"]).order is DayOrder.DAY_FIRST
    assert order_of(["13/01/2026", "01/13/2026"]).is_mixed


def test_month_is_no_day() -> None:
    assert all(is_month(text) for text in ("apr 2025", "sep-26", "04/2025", "september '26"))
    assert not any(is_month(text) for text in ("1 apr 2025", "13/2025", "woord 2025"))


def test_swapped_day_only_where_there_is_one() -> None:
    assert swapped(date(2026, 4, 3)) == date(2026, 3, 4)
    assert swapped(date(2026, 4, 13)) is None
    assert swapped(date(2026, 4, 4)) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Boomsma (NSC) en Ceder (CU)", [("Boomsma", "NSC"), ("Ceder", "ChristenUnie")]),
        ("Boomsma, Ceder", [("Boomsma", None), ("Ceder", None)]),
        ("het lid Mutluer c.s.", [("Mutluer", None)]),
        ("Lahlah (GL/PvdA); Van der Werf (D66)", [("Lahlah", "GroenLinks-PvdA"), ("Van der Werf", "D66")]),
        ("Ceder, CU", [("Ceder", "ChristenUnie")]),
        ("Van Aelst-den Uijl (SP)", [("Van Aelst-den Uijl", "SP")]),
    ],
)
def test_members_with_their_parties(text: str, names: list[tuple[str, str | None]]) -> None:
    read = read_members(text)
    assert read is not None
    assert [(one.name, one.party) for one in read.members] == names
    assert read.with_others == ("c.s." in text)


def test_sentence_is_no_list_of_members() -> None:
    assert read_members("Zie het verslag van 12 maart 2026: de minister zegde toe dat") is None


@pytest.mark.parametrize(
    ("text", "amount", "currency", "rest"),
    [
        ("EUR 5 mln (Nigeria, 2026-2027)", 5_000_000, "EUR", "Nigeria, 2026-2027"),
        ("€ 33.303.022", 33_303_022, "EUR", ""),
        ("€5.000,-", 5_000, "EUR", ""),
        ("USD 1,250,000", 1_250_000, "USD", ""),
        ("€ 1,2 miljard", 1_200_000_000, "EUR", ""),
    ],
)
def test_amount_with_its_words(text: str, amount: int, currency: str, rest: str) -> None:
    read = read_amount(text)
    assert read is not None
    assert (read.amount, read.currency, read.rest) == (Decimal(amount), currency, rest)


@pytest.mark.parametrize("text", ["2026", "geen", "artikel 273 Sr", "€ 5 of € 6", "€ 1.2.3"])
def test_no_amount_is_made_of_other_figures(text: str) -> None:
    assert read_amount(text) is None


def test_heading_says_by_how_much_to_multiply() -> None:
    headings = ("Budget", "Budget (x € 1.000)", "Bedrag in duizenden", "Budget (x 1 mln)")
    assert [factor_of(heading) for heading in headings] == [1, 1_000, 1_000, 1_000_000]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024-2027", (date(2024, 1, 1), date(2027, 12, 31))),
        ("2024/27", (date(2024, 1, 1), date(2027, 12, 31))),
        ("2026", (date(2026, 1, 1), date(2026, 12, 31))),
        ("1 juni 2023 – 31 mei 2027", (date(2023, 6, 1), date(2027, 5, 31))),
        ("van 1-1-2026 t/m 31-12-2027", (date(2026, 1, 1), date(2027, 12, 31))),
        ("2027-2024", None),
        ("doorlopend", None),
    ],
)
def test_period_gives_its_first_and_last_day(text: str, period: tuple[date, date] | None) -> None:
    assert read_period(text) == period


def test_origin_is_parted_into_day_debate_and_citation() -> None:
    origin = read_origin("27-02-2008 Spoeddebat CAO-onderhandelingen politie (29 628, nr. 77)")
    assert (origin.day, origin.sort, origin.subject) == (
        date(2008, 2, 27),
        "spoeddebat",
        "CAO-onderhandelingen politie",
    )
    assert origin.written == ("Kamerstuk 29 628, nr. 77",)
    turned = read_origin("Tweeminutendebat Zeden 6 december 2022 (34 843, nr. 64)")
    assert (turned.day, turned.sort, turned.subject) == (date(2022, 12, 6), "tweeminutendebat", "Zeden")
    assert read_origin("brief 28 638, nr. 251").is_letter


@pytest.mark.parametrize(
    "text", ["36547-36", "Kamerstukken II, 36 200", "TZ202605-101", "CXXIV, A", "2026A01894", "Handelingen II 2024/25"]
)
def test_what_may_hold_a_citation_is_looked_at(text: str) -> None:
    assert may_cite(text)


@pytest.mark.parametrize(
    ("kind", "word", "status"),
    [
        ("motion", "Uitgevoerd", "afgedaan"),
        ("commitment", "Afgedaan", "voorgesteld als voldaan"),
        ("commitment", "voldaan", "voldaan"),
        ("commitment", "Deels Afgedaan", "deels voldaan"),
        ("action", "In progress", "loopt"),
        ("action", "gereed", "afgerond"),
        ("programme", "cancelled", "beëindigd"),
        ("action", "geparkeerd", None),
    ],
)
def test_status_of_another_source(kind: str, word: str, status: str | None) -> None:
    assert status_for(kind, word) == status


def test_status_opens_a_sentence_only_as_a_word_of_its_own() -> None:
    assert opening_status("motion", "Afgedaan. De Kamer is geïnformeerd.") == ("afgedaan", "afgedaan")
    assert opening_status("motion", "Deels afgedaan met brief") == ("deels afgedaan", "deels afgedaan")
    assert opening_status("action", "Opening van het congres") is None


@pytest.mark.parametrize("kind", [kind.code for kind in KINDS])
def test_every_meaning_is_a_status_of_its_kind(kind: str) -> None:
    known = {code for code, _ in status_choices(kind)}
    words = ("open", "loopt", "vertraagd", "afgedaan", "vervallen", "deels voldaan", "verlengd", "in onderzoek")
    assert {status for word in words if (status := status_for(kind, word))} <= known


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("by end of 2026", "voor eind 2026"),
        ("before summer 2026", "voor zomer 2026"),
        ("mid-2027", "medio 2027"),
        ("31 October 2026", "31 oktober 2026"),
        ("annually", "jaarlijks"),
        ("voor eind 2026", None),
        ("Q3 2026", None),
    ],
)
def test_english_deadlines_are_put_into_dutch(english: str, dutch: str | None) -> None:
    assert in_dutch(english) == dutch


def test_nothing_known_is_told_from_something() -> None:
    assert all(says_nothing(text) for text in ("-", "n.t.b.", "Onbekend", "N/A", "nader te bepalen"))
    assert not any(says_nothing(text) for text in ("nee", "0", "Nog niet gestart", "SP"))


def test_party_by_any_name() -> None:
    assert [party_named(text) for text in ("CU", "gl-pvda", "Partij voor de Dieren", "XYZ")] == [
        "ChristenUnie", "GroenLinks-PvdA", "PvdD", None,
    ]  # fmt: skip
