"""How a call and the output of pip are read."""

from __future__ import annotations

import pytest

from tracker.bootstrap.making import explain_pip, has_command


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("", False),
        ("list", True),
        ("--register file.db", False),
        ("--register file.db list", True),
        ("--register=file.db", False),
        ("--on 2026-03-01", False),
        ("--json list", True),
        ("--help", True),
        ("--version", True),
    ],
)
def test_a_command_is_told_from_the_value_of_an_option(call: str, expected: bool) -> None:
    assert has_command(call.split()) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "schijf is vol"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "niet het pakket dat"),
        ("WARNING: Retrying (…) after connection broken by 'NewConnectionError(…)'", "geen verbinding"),
        ("ERROR: No matching distribution found for alembic==1.20.1", "niet te vinden"),
        ("something that was never seen before", "installeren is mislukt"),
    ],
)
def test_failing_pip_is_explained_with_what_to_do(said: str, expected: str) -> None:
    sentence = explain_pip(said, from_wheels=False)
    assert expected in sentence
    assert "start opnieuw" in sentence


def test_package_missing_from_wheels_is_named() -> None:
    sentence = explain_pip("ERROR: No matching distribution found for alembic==1.20.1 (from …)", from_wheels=True)
    assert "wheels/ ontbreekt alembic==1.20.1;" in sentence
