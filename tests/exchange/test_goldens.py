"""Every report over one small register, compared cell by cell with what was looked at and found right.

``TRACKER_WRITE_GOLDENS=1`` writes them anew, for when a report was changed on purpose; look at the difference.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from tests import builders as build
from tests.exchange.workbooks import dump
from tracker.basics.language import Language
from tracker.services import handling, reporting
from tracker.store.record_store import Store

GOLDENS = Path(__file__).parent / "goldens"
TODAY = date(2026, 9, 20)
CASES = [
    ("annex", Language.DUTCH),
    ("motions-commitments", Language.DUTCH),
    ("motions-commitments", Language.ENGLISH),
    ("international", Language.DUTCH),
    ("overdue", Language.DUTCH),
    ("register", Language.DUTCH),
]


@pytest.fixture
def register(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A register with a little of everything that reports tell apart."""
    monkeypatch.setattr(reporting, "_now", lambda: build.NOW)
    build.letter(
        store, title="Voortgangsbrief december", day="2025-12-15", citation="Kamerstukken II 2025/26, 28 638, nr. 259"
    )
    build.letter(store, title="Voortgangsbrief zomer", day="2026-06-25", day_assumed=True)
    debate = build.debate(store, subject="Mensenhandel en prostitutie", sort="commissiedebat", day="2026-05-20")
    _motions(store)
    _commitments(store, debate.id)
    _actions(store)
    _international(store)
    build.record(store, "recommendation", title="Stel een coördinator aan", report="Governance-advies")
    return store


def _motions(store: Store) -> None:
    carried_out = build.motion(
        store, title="Monitor het beginsel elk jaar", submitters="Ceder (CU); + Bikker (CU)", status="in uitvoering",
        citation="Kamerstukken II 2024/25, 36 547, nr. 36", theme="non-punishment", remarks="alleen voor ons",
    )  # fmt: skip
    build.deadline(store, carried_out, wording="na inwerkingtreding van art. 273f Sr", waits_for="art. 273f Sr")
    build.note(store, carried_out, text="Het gesprek volgt.", on=date(2026, 6, 25))
    build.note(store, carried_out, text="Intern: wacht op SZW.", internal=True)
    settled = build.motion(
        store, title="Een coördinatiecommissie", submitters="Boomsma (NSC); + Ceder (CU); + Mutluer (PvdA)",
        citation="Kamerstukken II 2024/25, 36 547, nr. 32", kamer_decision="voldaan", kamer_decided_on="2026-01-20",
    )  # fmt: skip
    store.apply(handling.settle(store, [settled], date(2025, 12, 15), "B-1"))
    build.motion(store, title="Verworpen verzoek", outcomes="ingediend | 2025-06-01; verworpen | 2025-06-03")


def _commitments(store: Store, debate: int) -> None:
    promised = build.commitment(
        store, title="Ontwerp opvanglandschap delen", debate=debate, number="TZ202605-123", theme="opvang", lead="VWS",
        minister="minister van Langdurige Zorg, Jeugd en Sport",
    )  # fmt: skip
    build.deadline(store, promised, wording="voor het einde van dit jaar", end=date(2026, 12, 31))
    build.deadline(store, promised, sort="intern streven", wording="oktober", end=date(2026, 10, 31))
    in_letter = build.commitment(store, title="Kamer informeren", made_in_letter="B-1", theme="opvang")
    build.deadline(store, in_letter, what="brief", wording="voor de zomer", end=date(2026, 7, 2))
    build.commitment(store, title="Alleen intern", marking="intern")
    build.commitment(
        store, title="Handreiking", status="overgedragen", handed_over_to="SZW", handed_over_on="2026-03-01"
    )


def _actions(store: Store) -> None:
    campaign = build.action(
        store, title="Koepelcampagne", action_line="1", number="1.10", plan="Samen tegen mensenhandel", lead="Comensha",
        partners="politie; OM", status="loopt", planning="heel 2026", results="bereik | 1 miljoen | 2026-06-01",
        owner="Sanne de Vries <sanne@minjenv.nl>",
    )  # fmt: skip
    build.note(store, campaign, text="De campagne loopt door.", on=date(2026, 6, 25))
    merged = build.action(store, title="Posters", action_line="1", number="1.2", plan="Samen tegen mensenhandel")
    store.apply(handling.merge_action(store, merged, campaign))
    late = build.action(store, title="Barrièremodellen", action_line="4", lead="CCV", status="vertraagd")
    build.deadline(store, late, wording="eind juni 2025", end=date(2025, 6, 30))
    build.action(store, title="Informatiepunt", status="afgerond", finished_on="2026-06-18")


def _international(store: Store) -> None:
    build.record(
        store, "operational-action", title="Financieel rechercheren", cycle="2026-2029", role="leader", number="2.10",
        empact_priority="mensenhandel", dutch_lead="politie", leading_country="Nederland", status="lopend",
    )  # fmt: skip
    build.record(
        store, "programme", title="EU4FAST", implementing_partner="GIZ", donors="Europese Commissie; BZ",
        countries="Albanië; Kosovo", starts_on="2023-06-01", ends_on="2027-05-31", status="lopend",
        budget_lines="33.303.022,00 | EUR | | | | totaal", phases="Fase 1 | 2023-2025",
    )  # fmt: skip
    directive = build.record(
        store, "instrument", title="Richtlijn mensenhandel", sort="richtlijn", official_number="(EU) 2024/1712",
        steps="vastgesteld | | 2024-06-13; behandeling | 2026-10-14",
        citations="Kamerstukken II 2025/26, 36 900, nr. 2",
    )  # fmt: skip
    build.deadline(store, directive, sort="wettelijk", wording="15 juli 2026", end=date(2026, 7, 15))


@pytest.mark.parametrize(("code", "language"), CASES)
def test_a_report_is_as_it_was_found_right(register: Store, tmp_path: Path, code: str, language: Language) -> None:
    file = tmp_path / f"{code}.xlsx"
    reporting.write_report(register, code, file, today=TODAY, language=language)
    found = dump(file)
    golden = GOLDENS / f"{code}-{language}.txt"
    if os.environ.get("TRACKER_WRITE_GOLDENS"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
