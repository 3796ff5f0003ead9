"""Whether a file is a letter that the register has, though its day or title is given otherwise.

A letter that does not name its own day is given one by whoever takes it in, and the next time perhaps another. It is
known again by what the register tells of it: the notes that hang on it stand in the file in the same words, or, where
the officer wrote them in words of their own, with the same figures and days.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.records.citation import first_citation
from tracker.records.proposal import THIS_LETTER
from tracker.services.importing.files import TakenFile
from tracker.services.importing.resemblance import stems_of
from tracker.store.record_store import Store

_FIGURE: Final = re.compile(r"\d+")
_MARK: Final = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
"""A footnote's mark, which stands in the text of a letter and not in what is told of it."""
_FEWEST_NOTES: Final = 2
_MOST_NOTES: Final = 200
"""So many tell enough of a letter; a large register has thousands on one."""
_FEWEST_FIGURES: Final = 8
"""Fewer figures than this may stand in another letter too."""
_MOST_FIGURES: Final = 0.9
_MOST_WORDS: Final = 0.6
_DAY: Final = ("day", "day_assumed")


class SameLetters:
    """Recognises letters by what the register tells of them; read when it is first asked."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def found(self, values: Mapping[str, Any], known: Mapping[int, Mapping[str, Any]], text: str) -> int | None:
        """Give the letter that a file with these values and this text is; None where none is, or more than one."""
        words = fold(_MARK.sub("", text))
        figures, stems = frozenset(_FIGURE.findall(words)), stems_of(words)
        same = []
        for row_id, old in known.items():
            if not _can_be(values, old):
                continue
            notes = [fold(note) for note in self._notes.get(row_id, ())]
            is_told = _in_its_words(notes, words) or _in_other_words(notes, figures, stems)
            if is_told or (_calls_itself_so(values, old) and _told(notes, words) == len(notes)):
                same.append(row_id)
        return same[0] if len(same) == 1 else None

    @cached_property
    def _notes(self) -> dict[int, list[str]]:
        """Some of the notes that hang on each letter."""
        ids: dict[int, list[int]] = defaultdict(list)
        for row_id, letter in self._store.column("progress_note", "letter"):
            if letter is not None and len(ids[letter]) < _MOST_NOTES:
                ids[letter].append(row_id)
        letter_of = {row_id: letter for letter, some in ids.items() for row_id in some}
        notes: dict[int, list[str]] = defaultdict(list)
        for row_id, text in self._store.column("progress_note", "text") if letter_of else ():
            if row_id in letter_of:
                notes[letter_of[row_id]].append(str(text))
        return notes


def as_known(store: Store, taken: TakenFile) -> TakenFile:
    """Give a letter that names no day as it reads on the day by which the register knows it; others as they are."""
    if taken.assumed_day is None:
        return taken
    own = next(row.values for row in taken.reading.rows if row.key == THIS_LETTER)
    known = {row.id: row.values for row in store.rows("letter")}
    found = SameLetters(store).found(own, known, taken.reading.text)
    day = None if found is None else known[found]["day"]
    return taken if day is None or day == taken.assumed_day else taken.dated(day)


def told_anew(values: Mapping[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a letter says of itself that the register does not have: a day that it names goes before a guess."""
    named = {name: value for name, value in values.items() if value not in (None, (), "") and old[name] in (None, ())}
    is_guess = old["day"] is None or old["day_assumed"]
    if values.get("day") is not None and not values.get("day_assumed") and is_guess:
        return {**named, **{name: values[name] for name in _DAY if values[name] != old[name]}}
    return {name: value for name, value in named.items() if name not in _DAY or old["day"] is None}


def _can_be(values: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Tell whether nothing that a letter names of itself says that it is another."""
    papers = [first_citation(one.get("citation") or "") for one in (values, old)]
    if papers[0] is not None and papers[1] is not None and papers[0].key != papers[1].key:
        return False
    days = [one.get("day") for one in (values, old) if not one.get("day_assumed")]
    return None in days or len(set(days)) < 2


def _calls_itself_so(values: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Tell whether a letter of which little or nothing was taken over is this one: by its title and who signed."""
    if not (values.get("day_assumed") and old["day_assumed"]):
        return False
    same = (fold(str(one.get("title") or "")) for one in (values, old))
    return len(set(same)) == 1 and values.get("signatory") == old["signatory"]


def _in_its_words(notes: Sequence[str], words: str) -> bool:
    """Tell whether the notes are pieces of the letter: half of them, for officers write notes of their own too."""
    return _told(notes, words) >= max(_FEWEST_NOTES, len(notes) / 2)


def _told(notes: Sequence[str], words: str) -> int:
    """Count the notes of which every line stands in the letter."""
    return sum(all(piece in words for piece in note.split("\n")) for note in notes)


def _in_other_words(notes: Sequence[str], figures: frozenset[str], stems: frozenset[str]) -> bool:
    """Tell whether the figures that the notes tell all stand in the letter, and most of their words."""
    told = " ".join(notes)
    own = frozenset(_FIGURE.findall(told))
    if len(own) < _FEWEST_FIGURES or len(own & figures) < _MOST_FIGURES * len(own):
        return False
    words = stems_of(told)
    return len(words & stems) >= _MOST_WORDS * len(words)
