from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.exchange.incoming.workbook.reading_rows import only, parts, read
from tracker.exchange.incoming.workbook.grid import ErrorValue, Facts, MonthDay
from tracker.records.member import Member, Submitter
from tracker.records.motion import Outcome


@pytest.mark.parametrize(
    ("kind", "heading", "cell", "field", "value"),
    [
        ("Motie", "Indieners", "Boomsma (NSC) en Ceder (CU)", "submitters",
         (Submitter("Boomsma", "NSC"), Submitter("Ceder", "ChristenUnie", True))),
        ("Motie", "Indieners", "Mutluer c.s.", "submitters", (Submitter("Mutluer"),)),
        ("Motie", "Kamerstuk", "36547-36", "citation", "Kamerstuk 36 547, nr. 36"),
        ("Motie", "Uitkomst", "Aangenomen", "outcomes", (Outcome("aangenomen"),)),
        ("Motie", "Ingediend op", "21 dec. 2023", "outcomes", (Outcome("ingediend", date(2023, 12, 21)),)),
        ("Motie", "Appreciatie", "Oordeel aan de Kamer", "appreciation", "oordeel Kamer"),
        ("Toezegging", "Toegezegd aan", "Bikker (ChristenUnie)", "made_to", (Member("Bikker", "ChristenUnie"),)),
        ("Toezegging", "Datum toezegging", "20-05-26", "made_on", date(2026, 5, 20)),
        ("Toezegging", "Toegezegd door", "MJenV", "made_by", "minister van Justitie en Veiligheid"),
        ("Toezegging", "Bewindspersoon", "MJenV en SZW", "minister", "minister van Justitie en Veiligheid"),
        ("Toezegging", "Bewindspersoon", "MJenV en SZW", "co_ministers",
         ("minister van Sociale Zaken en Werkgelegenheid",)),
        ("Toezegging", "Kenmerk", "tz202605-101", "number", "TZ202605-101"),
        ("Actie", "Betrokken", "JenV, partners campagne", "partners", "JenV; partners campagne"),
        ("Actie", "Betrokken", "politie en OM", "partners", "politie; OM"),
        ("Actie", "Trekker", "Justitie en Veiligheid", "lead", "Justitie en Veiligheid"),
        ("Actie", "Dossierhouder", "a.jansen@minjenv.nl", "owner", "a.jansen@minjenv.nl"),
        ("Actie", "Nr", 1.1, "number", "1.1"),
        ("Actie", "Nr", 3.0, "number", "3"),
        ("Actie", "Actielijn", "Actielijn 4: samenwerking", "action_line", "4"),
        ("Operationele actie", "Partnerlanden", "DE, BE", "partner_countries", ("DE", "BE")),
        ("Operationele actie", "Partnerlanden", "RO; ES", "partner_countries", ("RO", "ES")),
        ("Operationele actie", "Partnerlanden", "DE/UK", "partner_countries", ("DE", "UK")),
        ("Operationele actie", "Rol", "deelnemer", "role", "participant"),
        ("Programma", "Landen", "Nigeria, Irak en twaalf andere", "countries", ("Nigeria", "Irak")),
        ("Programma", "Looptijd", "2024-2027", "starts_on", date(2024, 1, 1)),
        ("Programma", "Looptijd", "1 juni 2023 – 31 mei 2027", "ends_on", date(2027, 5, 31)),
        ("Programma", "Financier", "EU (IPA III), BMZ, BZ", "donors", "EU (IPA III); BMZ; BZ"),
        ("Programma", "Status", "Verlengd", "status", "verlengd"),
    ],
)  # fmt: skip
def test_cell_becomes_a_value(kind: str, heading: str, cell: Any, field: str, value: Any) -> None:
    rows = [(kind, heading, "Opmerkingen"), ("Iets wat gebeuren moet", cell, "x2")]
    assert only(rows).values[field] == value


@pytest.mark.parametrize(
    ("cell", "amount", "currency"),
    [
        ("EUR 5 mln", Decimal(5_000_000), "EUR"),
        ("€ 33.303.022", Decimal(33_303_022), "EUR"),
        ("1,250,000.50 USD", Decimal("1250000.50"), "USD"),
        (4138318.25, Decimal("4138318.25"), "EUR"),
        ("€ 4,1 miljoen", Decimal(4_100_000), "EUR"),
    ],
)
def test_amounts_are_read_in_either_notation(cell: Any, amount: Decimal, currency: str) -> None:
    (line,) = only([("Programma", "Budget"), ("COMPASS", cell)]).values["budget_lines"]
    assert (line.amount, line.currency) == (amount, currency)


def test_heading_multiplies_its_amounts() -> None:
    (line,) = only([("Programma", "Budget (x € 1.000)"), ("COMPASS", 5000)]).values["budget_lines"]
    assert line.amount == Decimal(5_000_000)


@pytest.mark.parametrize("nothing", ["-", "n.t.b.", "nog niet bekend", "onbekend", "n/a"])
def test_nothing_known_gives_no_value_and_is_no_miss(nothing: str) -> None:
    reading = read([("Actie", "Betrokken", "Trekker"), ("Handreiking opstellen", nothing, nothing)])
    (proposal,) = reading.proposals
    assert set(proposal.values) == {"title"}
    assert not proposal.parts
    assert not reading.account.not_understood


@pytest.mark.parametrize(
    ("cell", "wording", "end"),
    [
        ("Q3 2026", "Q3 2026", None),
        (date(2026, 7, 1), "01-07-2026", date(2026, 7, 1)),
        ("1-7-26", "1-7-26", date(2026, 7, 1)),
        ("na inwerkingtreding art. 273f Sr", "na inwerkingtreding art. 273f Sr", None),
        ("by end of 2026", "by end of 2026", date(2026, 12, 31)),
        ("doorlopend", "doorlopend", None),
        (MonthDay(2026, 9, 1), "september 2026", None),
        ("okt-26", "oktober 2026", None),
        ("Mar-27", "maart 2027", None),
        ("10-2026", "oktober 2026", None),
        ("sept 2026", "sept 2026", None),
        ("n.t.b.", "n.t.b.", None),
    ],
)
def test_deadline_keeps_its_words(cell: Any, wording: str, end: date | None) -> None:
    rows = [("Toezegging", "Termijn", "Gedaan op"), ("Brief sturen", cell, date(2026, 3, 1))]
    (deadline,) = parts(only(rows), "deadline")
    assert deadline.values["wording"] == wording
    assert deadline.values.get("end") == end
    assert deadline.values["said_on"] == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("cell", "new", "old"),
    [
        ("1 sept 2026 (was: 1 juni)", "1 sept 2026", "1 juni"),
        ("Q4 2026 (was Q2 2026)", "Q4 2026", "Q2 2026"),
        ("1 juni 2026 → 1 september 2026", "1 september 2026", "1 juni 2026"),
        ("uitgesteld van Q1 2026 naar Q3 2026", "Q3 2026", "Q1 2026"),
        ("eind 2026, oorspronkelijk eind 2025", "eind 2026", "eind 2025"),
    ],
)
def test_former_words_make_a_postponement(cell: str, new: str, old: str) -> None:
    proposal = only([("Toezegging", "Termijn", "Status"), ("Brief sturen", cell, "open")])
    (deadline,), (postponement,) = parts(proposal, "deadline"), parts(proposal, "postponement")
    assert (deadline.values["wording"], postponement.of) == (new, deadline.key)
    assert (postponement.values["new_wording"], postponement.values["old_wording"]) == (new, old)


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("Loopt", "in uitvoering"),
        ("uitgevoerd", "afgedaan"),
        ("Deels Afgedaan", "deels afgedaan"),
        ("in behandeling", "in uitvoering"),
        ("Afgedaan met brief van 3 maart 2026", "afgedaan"),
        ("Overgedragen aan het ministerie van SZW", "overgedragen"),
    ],
)
def test_status_of_another_source_is_mapped_and_kept(cell: str, status: str) -> None:
    proposal = only([("Motie", "Indieners", "Stand"), ("Opvang", "Ceder (CU)", cell)])
    assert proposal.values["status"] == status
    kept = str(proposal.values.get("remarks", "")) + " ".join(part.values["text"] for part in proposal.parts)
    assert cell in kept or cell.casefold() == status


def test_unknown_column_is_kept_with_its_heading() -> None:
    reading = read([("Toezegging", "Status", "intern nr"), ("Brief sturen", "open", 17)])
    assert "intern nr: 17" in reading.proposals[0].values["remarks"].splitlines()
    assert reading.account.kept == 1


def test_error_value_is_not_understood_and_says_where() -> None:
    facts = Facts(errors={1: {1: ErrorValue("#DIV/0!")}})
    reading = read([("Actie", "Trekker", "Status"), ("Handreiking", None, "loopt")], facts)
    (missed,) = reading.account.not_understood
    assert (missed.place.spot, missed.text) == ("B2", "#DIV/0!")


def test_text_that_starts_with_an_equals_sign_stays_text() -> None:
    assert only([("Actie", "Status", "Opmerkingen"), ("=1+1", "loopt", "=SOM(A1)")]).values["title"] == "=1+1"


def test_month_where_a_day_is_wanted_is_asked_and_never_invented() -> None:
    proposal = only([("Toezegging", "Datum toezegging", "Status"), ("Brief sturen", "apr 2025", "open")])
    assert "made_on" not in proposal.values
    (doubt,) = proposal.doubts
    assert (doubt.field, doubt.text) == ("made_on", "apr 2025")
    assert "apr 2025" in proposal.values["remarks"]


def test_comment_that_says_nothing_of_waiting_is_a_remark() -> None:
    facts = Facts(comments={(1, 1): "Afgestemd met BZ"})
    reading = read([("Actie", "Trekker", "Status"), ("Handreiking", "JenV", "loopt")], facts)
    assert "Opmerking bij B2: Afgestemd met BZ" in reading.proposals[0].values["remarks"]
    assert reading.account.read == 7


def test_dossier_and_number_in_two_columns_are_one_citation() -> None:
    rows = [("Motie", "Indieners", "Dossier", "Ondernummer"), ("Opvang", "Ceder (CU)", 28638, 244)]
    assert only(rows).values["citation"] == "Kamerstuk 28 638, nr. 244"


def test_long_description_gives_a_short_title_and_the_whole_text() -> None:
    long = "De minister zegt toe de Kamer te informeren. " + "Daarbij gaat hij in op de opvang. " * 12
    proposal = only([("Omschrijving", "Vindplaats", "Stand van zaken"), (long, "28 638, nr. 3", "Loopt.")])
    assert proposal.values["title"] == "De minister zegt toe de Kamer te informeren"
    assert proposal.values["text"] == long.strip()


def test_row_without_subject_is_left_undecided() -> None:
    reading = read([("Kenmerk", "Toezegging", "Termijn"), ("TZ202605-101", None, "Q3 2026")])
    assert reading.proposals[0].sureness < reading.proposals[0].sureness.SURE
    assert reading.proposals[0].why is not None


def test_words_for_a_day_that_is_not_known_yet_are_not_lost() -> None:
    rows = [
        ("Toezegging", "Termijn", "Oude termijn", "Status"), ("Brief sturen", "volgt nog", None, "open"),
        ("Onderzoek doen", "n.t.b.", "1 juni 2026", "open"), ("Debat voeren", "-", None, "open"),
    ]  # fmt: skip
    first, second, third = read(rows).proposals
    assert first.values["remarks"] == "Termijn: volgt nog"
    assert second.values["remarks"] == "Termijn: n.t.b."
    assert [one.values["wording"] for one in parts(second, "deadline")] == ["1 juni 2026"]
    assert not third.parts
    assert "remarks" not in third.values
