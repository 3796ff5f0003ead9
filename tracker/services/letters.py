"""What belongs to a letter: the records that it reports on, and those it does not; each as a list, and counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.condition import Condition, Operation
from tracker.records.filter import Filter
from tracker.records.letter import DAY_ASSUMED
from tracker.records.list_field import IN_LETTER
from tracker.records.snapshot import Part
from tracker.records.status import ACTIVE_PHASES
from tracker.services.beside import specs_of
from tracker.store.record_store import Store


@dataclass(frozen=True, slots=True)
class LetterCounts:
    """How many records a letter is about, and how many that are still open are not in it."""

    within: int
    open_without: int


def in_letter(letter_id: int) -> Filter:
    """Give the list of all records that point at a letter: reported on, settled, postponed or promised in it."""
    return Filter(conditions=(Condition(IN_LETTER, Operation.ONE_OF, (letter_id,)),))


def open_without(letter_id: int) -> Filter:
    """Give the list of what is still open and has nothing to do with a letter: its text may have to be asked for."""
    return Filter(
        conditions=(
            Condition(IN_LETTER, Operation.NONE_OF, (letter_id,)),
            Condition("phase", Operation.ONE_OF, tuple(str(one) for one in ACTIVE_PHASES)),
        )
    )


def letter_of(chosen: Filter) -> int | None:
    """Give the letter of which a list is, whether it holds what is in it or what is not; None: of none, or several."""
    asked = [one.operands for one in chosen.conditions if one.field == IN_LETTER]
    return int(str(asked[0][0])) if len(asked) == 1 and len(asked[0]) == 1 else None


def count_letter(store: Store, letter_id: int, today: date) -> LetterCounts:
    """Count the records behind the two lists of a letter."""
    return LetterCounts(store.count_of(in_letter(letter_id), today), store.count_of(open_without(letter_id), today))


def letter_facts(store: Store, letter: Part, language: Language = Language.DUTCH) -> str:
    """Give on one line what is known of a letter beside its title: state, day, citation, to whom and by whom."""
    names = store.names()
    specs = {spec.name: spec for spec in specs_of("letter")}

    def words(name: str) -> str:
        return specs[name].type.text(letter[name], language, names)

    day = "" if letter["day"] is None else day_words(letter["day"], language)
    if day and letter["day_assumed"]:
        day = f"{day} ({DAY_ASSUMED.to(language)})"
    chambers = words("chambers").replace("; ", ", ")
    to = Text(f"aan {chambers}", f"to {chambers}").to(language) if chambers else ""
    return " · ".join(part for part in (words("state"), day, words("citation"), to, words("signatory")) if part)
