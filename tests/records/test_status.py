"""The states of every kind and the phase of each: the field guide's table, written out."""

from __future__ import annotations

import pytest

from tracker.records.kind import Kind
from tracker.records.motion import OUTCOMES, Motion, Outcome
from tracker.records.registry import KINDS
from tracker.records.status import PHASE_WORDS, Phase

# open | underway | done | dropped
TABLE = {
    "motion": ("nog niet gestart", "in uitvoering, deels afgedaan", "afgedaan", "niet uitgevoerd, overgedragen"),
    "commitment": (
        "openstaand",
        "deels voldaan",
        "voorgesteld als voldaan, voldaan",
        "niet nagekomen, vervallen, overgedragen",
    ),
    "action": ("nog niet gestart", "loopt, vertraagd", "afgerond", "samengevoegd, vervallen"),
    "operational-action": ("voorbereiding", "lopend", "afgerond", "geannuleerd"),
    "programme": ("voorbereiding", "lopend, verlengd", "afgerond", "beëindigd"),
    "instrument": (
        "in voorbereiding",
        "aanhangig, aangenomen, goedkeuring loopt, goedgekeurd, omzetting loopt",
        "omgezet, in werking",
        "ingetrokken",
    ),
    "recommendation": ("in beraad", "overgenomen, deels overgenomen", "uitgevoerd", "niet overgenomen"),
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_the_states_of_a_kind_are_those_of_the_field_guide(kind: Kind) -> None:
    found = {phase: [one.word for one in kind.model.statuses if one.phase is phase] for phase in Phase}
    expected = {phase: words.split(", ") for phase, words in zip(Phase, TABLE[kind.code], strict=True)}
    assert found == expected


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_each_state_puts_a_record_in_its_phase(kind: Kind) -> None:
    for status in kind.model.statuses:
        assert kind.model.phase_of({"status": status.word}) is status.phase


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
@pytest.mark.parametrize("word", [None, "in behandeling"])
def test_a_state_that_is_not_known_counts_as_open(kind: Kind, word: str | None) -> None:
    assert kind.model.phase_of({"status": word}) is Phase.OPEN


@pytest.mark.parametrize(
    ("outcomes", "status", "phase"),
    [
        (["aangenomen"], "in uitvoering", Phase.UNDERWAY),
        (["aangenomen"], "afgedaan", Phase.DONE),
        (["ingediend"], "nog niet gestart", Phase.OPEN),
        (["overgenomen"], "in uitvoering", Phase.UNDERWAY),
        (["verworpen"], "nog niet gestart", Phase.DROPPED),
        (["ingetrokken"], "in uitvoering", Phase.DROPPED),
        (["vervallen"], "afgedaan", Phase.DROPPED),
        (["aangehouden"], "in uitvoering", Phase.OPEN),
        (["aangehouden", "aangenomen"], "in uitvoering", Phase.UNDERWAY),
        (["aangenomen", "aangehouden"], "in uitvoering", Phase.OPEN),
        (["aangehouden", "vervallen"], "nog niet gestart", Phase.DROPPED),
        ([], "in uitvoering", Phase.UNDERWAY),
    ],
)
def test_the_last_outcome_of_a_motion_decides_over_its_handling(outcomes: list[str], status: str, phase: Phase) -> None:
    row = {"status": status, "outcomes": tuple(Outcome(word) for word in outcomes)}
    assert Motion.phase_of(row) is phase
    assert Motion.outcome_of(row) == (outcomes[-1] if outcomes else None)


def test_the_outcomes_of_a_motion_are_those_of_the_field_guide() -> None:
    words = "ingediend, aangehouden, aangenomen, verworpen, ingetrokken, overgenomen, vervallen"
    assert [code for code, _ in OUTCOMES.words] == words.split(", ")


def test_every_phase_has_words() -> None:
    assert set(PHASE_WORDS) == set(Phase)
