"""Labels of steps: all are declared, and each reads in English though the log holds it in Dutch."""

from __future__ import annotations

import ast
import re
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from tracker.basics.language import Language, Text
from tracker.records.entity import BESIDE
from tracker.records.registry import kind_of
from tracker.records.step_labels import StepLabel, done_text, step_text, step_words

PARTS: dict[str, tuple[Text | date | str | int, str]] = {
    "record": ("M-1", "M-1"),
    "other": ("OA-12", "OA-12"),
    "records": ("12 records", "12 records"),
    "added": ("1 record", "1 record"),
    "cells": ("3 cellen", "3 cells"),
    "commitments": ("1 toezegging", "1 commitment"),
    "count": (4, "4"),
    "changed": (3, "3"),
    "files": (2, "2"),
    "name": ("Wet van 1-1-2026: wijzigen (en toevoegen)", "Wet van 1-1-2026: wijzigen (en toevoegen)"),
    "second": ("Debat & brief", "Debat & brief"),
    "code": ("register", "register"),
    "day": (date(2026, 7, 15), "15 Jul 2026"),
    "selection": ("moties, over tijd (01-10-2026), Dossierhouder: …", "motions, overdue (1 Oct 2026), owner: …"),
    "kind": (kind_of("operational_action").one, "operational action"),
    "part": (BESIDE["progress_note"], "state of affairs"),
    "field": (Text("Dossierhouder", "Owner"), "owner"),
    "how": ("draagt bij aan", "contributes to"),
}


@pytest.mark.parametrize("label", StepLabel, ids=lambda one: one.name)
def test_a_label_from_the_log_reads_in_both_languages(label: StepLabel) -> None:
    names = re.findall(r"{(\w+)}", label.text.nl)
    stored = label(**{name: PARTS[name][0] for name in names})
    english = label.text.en.format(**{name: PARTS[name][1] for name in names})
    assert step_text(stored) == Text(stored, english[0].upper() + english[1:])
    assert "{" not in stored


@pytest.mark.parametrize(
    ("stored", "english"),
    [
        ("Motie M-1 toevoegen", "Add motion M-1"),
        ("1 cel leegmaken", "Clear 1 cell"),
        ("M-1: titel terugzetten", "M-1: put title back"),
        ("Gebeurtenis “op 01-01-2026: 3 records” wijzigen", "Change event “op 01-01-2026: 3 records”"),
        ("Export: overdue naar lijst.xlsx (filter alle records, 1 record)",
         "Export: overdue to lijst.xlsx (filter all records, 1 record)"),
        ("Iets van een latere versie", "Iets van een latere versie"),
        ("Gebeurtenis “x” op 31-02-2026: 1 record", "Gebeurtenis “x” op 31-02-2026: 1 record"),
    ],
)  # fmt: skip
def test_labels_are_recognised_by_their_dutch(stored: str, english: str) -> None:
    assert step_text(stored).en == english


@pytest.mark.parametrize(
    ("stored", "done"),
    [
        ("12 records wijzigen: plakken", Text("12 records gewijzigd", "12 records changed")),
        ("3 records toevoegen en 1 record wijzigen: plakken",
         Text("3 records toegevoegd en 1 record gewijzigd", "3 records added and 1 record changed")),
        ("2 records wijzigen: dossierhouder", Text("2 records gewijzigd: dossierhouder", "2 records changed: owner")),
        ("1 record afdoen", Text("1 record afgedaan", "1 record settled")),
        ("1 toezegging uit debat toevoegen",
         Text("1 toezegging uit debat toegevoegd", "1 commitment from debate added")),
        ("M-1: titel terugzetten", Text("M-1: titel terugzetten", "M-1: put title back")),
        ("Iets van een latere versie", Text.same("Iets van een latere versie")),
    ],
)  # fmt: skip
def test_what_was_just_done_is_said_as_done(stored: str, done: Text) -> None:
    assert done_text(stored) == done


def test_what_was_taken_back_or_repeated_says_so() -> None:
    assert step_words("M-1 wijzigen", Language.DUTCH, "undo") == "Ongedaan gemaakt: M-1 wijzigen"
    assert step_words("M-1 wijzigen", Language.ENGLISH, "redo") == "Redone: Change M-1"


@pytest.mark.parametrize("file", sorted(Path("tests/samples").glob("*.db")), ids=lambda file: file.name)
def test_labels_of_past_versions_read_in_english(file: Path) -> None:
    with sqlite3.connect(f"file:{file}?immutable=1", uri=True) as connection:
        labels = [label for (label,) in connection.execute("SELECT DISTINCT label FROM step")]
    connection.close()
    assert labels
    assert [label for label in labels if step_text(label).en == label] == []


def test_no_step_has_words_that_were_not_declared() -> None:
    found = []
    for file in sorted(Path("tracker").rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and _makes_a_step(call):
                found += [f"{file}:{call.lineno}" for label in _labels_of(call) if _has_words(label)]
    assert found == [], "declare the label in records/step_labels.py"


def _makes_a_step(call: ast.Call) -> bool:
    of = call.func
    return (
        of.attr == "step" if isinstance(of, ast.Attribute) else isinstance(of, ast.Name) and of.id in {"Step", "Plan"}
    )


def _labels_of(call: ast.Call) -> list[ast.expr]:
    """Give where the label of a step stands: first, or second where a plan makes it later."""
    return call.args[1:2] if isinstance(call.func, ast.Name) and call.func.id == "Plan" else call.args[:1]


def _has_words(label: ast.expr) -> bool:
    """Tell whether words stand in an expression itself, and not in the parts given to a declared label."""
    if isinstance(label, ast.Lambda):
        return _has_words(label.body)
    if isinstance(label, ast.IfExp):
        return _has_words(label.body) or _has_words(label.orelse)
    return isinstance(label, ast.JoinedStr | ast.BinOp) or (isinstance(label, ast.Constant) and label.value != "")
