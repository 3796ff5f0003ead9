"""The tree of errors is drawn as it is, and every sentence is there in both languages."""

from __future__ import annotations

import re

import pytest

from tracker.basics import errors
from tracker.basics.errors import Cancelled, InvalidForm, TrackerError
from tracker.basics.language import Language, Text


def _descend(root: type[Exception], depth: int = 0) -> list[tuple[int, str]]:
    below = [line for child in root.__subclasses__() for line in _descend(child, depth + 1)]
    return [(depth, root.__name__), *below]


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    drawn = []
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"(?P<branch>[│├└─ ]*)(?P<name>[A-Z]\w+)  +\S", line)
        if found:
            drawn.append((len(found["branch"]) // 4, found["name"]))
    ours = [line for line in _descend(TrackerError) if hasattr(errors, line[1])]
    assert sorted(drawn) == sorted(ours)


def test_an_error_speaks_both_languages() -> None:
    error = TrackerError("Het is mis.", "It is wrong.")
    assert (error.to(Language.DUTCH), error.to(Language.ENGLISH), str(error)) == (
        "Het is mis.",
        "It is wrong.",
        "Het is mis.",
    )


def test_a_form_names_all_its_faults_in_both_languages() -> None:
    error = InvalidForm({"title": Text("Vul onderwerp in.", "Fill in subject."), "end": Text("Geen dag.", "No day.")})
    assert all(words in error.words.nl for words in ("Vul onderwerp in.", "Geen dag."))
    assert all(words in error.words.en for words in ("Fill in subject.", "No day."))
    assert set(error.faults) == {"title", "end"}


@pytest.mark.parametrize("language", Language)
def test_a_stopped_task_says_that_nothing_was_saved(language: Language) -> None:
    assert Cancelled().to(language).count(".") == 2
