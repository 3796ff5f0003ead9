from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.incoming.workbook.reading_rows import workbook
from tracker.exchange.incoming.workbook.grid import ErrorValue, Facts
from tracker.records.registry import KINDS

HEADINGS = (
    *(
        "Nr",
        "Onderwerp",
        "Motie",
        "Toezegging",
        "Actie",
        "Programma",
        "Indieners",
        "Fractie",
        "Kamerstuk",
        "Vindplaats",
    ),
    *(
        "Debat",
        "Datum",
        "Termijn",
        "Oude termijn",
        "Wacht op",
        "Planning",
        "Status",
        "Stand van zaken",
        "Brief",
        "Budget",
    ),
    *(
        "Landen",
        "Looptijd",
        "Bewindspersoon",
        "Trekker",
        "Betrokken",
        "Dossierhouder",
        "Soort",
        "Dossier",
        "Ondernummer",
    ),
    *("Uitkomst", "Rol", "Prioriteit", "Actielijn", "Link", "Kolom zonder naam"),
)
WORDS = (
    *("-", "n.t.b.", "Afgedaan. Zie de brief van 3 juli 2023 (28 638, nr. 254).", "28 638, nr. 244", "1-13-2026"),
    *(
        "04/15/2026",
        "31-02-2026",
        "1 sept 2026 (was: 1 juni)",
        "(was: )",
        "→",
        "a → b",
        "Ceder (CU) en (",
        "c.s.",
        "MJenV",
    ),
    *("€ 1.2.3", "EUR 5 mln", "DE/UK", ";;", "en", "Overgedragen aan", "Totaal", "* noot", "Actielijn 3", "MOTIES"),
    *("a@b.nl; c@d.nl", "2024-2027", "2027-2024", "TZ202605-101", "M-12", "apr 2025", "9999-12-31", "volgende week"),
)
CELLS: st.SearchStrategy[Any] = st.one_of(
    st.just(""),
    st.sampled_from(HEADINGS),
    st.sampled_from(WORDS),
    st.text(max_size=30),
    st.text("0123456789-/., €()", max_size=14),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-5, 60_000).map(float),
    st.dates(),
    st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1)),  # noqa: DTZ001 - as cells hold them
    st.just(time(14, 30)),
    st.just(timedelta(hours=30)),
    st.just(ErrorValue("#N/A")),
)


@st.composite
def grids(draw: st.DrawFn) -> tuple[list[list[Any]], Facts]:
    width = draw(st.integers(1, 7))
    body = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=9))
    if draw(st.booleans()):
        body.insert(draw(st.integers(0, len(body))), draw(st.permutations(HEADINGS))[:width])
    facts = Facts()
    for _ in range(draw(st.integers(0, 2))):
        row, column = draw(st.integers(0, 9)), draw(st.integers(0, 6))
        facts.merged.append((row, column, row + draw(st.integers(0, 3)), column + draw(st.integers(0, 3))))
    if draw(st.booleans()) and body:
        facts.comments[draw(st.integers(0, len(body) - 1)), draw(st.integers(0, width - 1))] = draw(
            st.sampled_from(WORDS)
        )
    return body, facts


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(grids(), st.sampled_from(KINDS))
def test_any_cells_are_read_and_accounted_for(grid: tuple[list[list[Any]], Facts], kind: Any) -> None:
    rows, facts = grid
    opened = workbook(rows, facts)
    mapping = opened.proposed_mapping()
    reading = opened.read(mapping)
    assert reading.account.adds_up
    filled = sum(value != "" and not (isinstance(value, str) and value.isspace()) for row in rows for value in row)
    assert reading.account.read == filled + len(facts.comments)
    for place in range(len(mapping.tables)):
        mapping = mapping.with_table(place, opened.proposed_use(place, kind.code))
    otherwise = opened.read(mapping)
    assert otherwise.account.adds_up
    for proposal in (*reading.proposals, *otherwise.proposals):
        assert all(isinstance(str(proposal.place_of(name)), str) for name in proposal.values)
        assert all(part.of in {one.key for one in proposal.parts} for part in proposal.parts if part.of)


def test_day_at_the_end_of_time_is_no_reason_to_stop() -> None:
    rows: list[list[Any]] = [["Toezegging", "Gedaan op", "Termijn"], ["Brief", date.max, "volgende week"]]
    opened = workbook(rows)
    assert opened.read(opened.proposed_mapping()).account.adds_up
