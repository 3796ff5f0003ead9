"""Words that say when without naming a period: what recurs, what goes on, what gives no day, and lengths of time."""

from datetime import date
from typing import Final

from tracker.basics.language import Text
from tracker.records.deadline_language import names
from tracker.records.deadline_language import period as periods
from tracker.records.deadline_language.tables import phrase_table, word_list
from tracker.records.deadline_language.values import Length
from tracker.records.deadline_language.words import Words

_AMOUNT_REACHES: Final = 12
_STEP_UNITS: Final = names.UNITS | {"d": (1, "day"), "w": (1, "week"), "m": (1, "month"), "j": (1, "year")}


_COMING: Final = "|".join(
    f"{before}komende {word}"
    for before in ("", "de ", "in de ")
    for word in word_list("periode tijd jaren weken maanden dagen kwartalen")
)
FIXED: Final = phrase_table(
    {
        "unspecified": (
            "zo spoedig mogelijk|zo snel mogelijk|zo spoedig als mogelijk|zo snel als mogelijk|z.s.m.|z.s.m|zsm",
            "op korte termijn|op zeer korte termijn|op de korte termijn|binnenkort|per direct|per omgaande|met spoed",
            "binnen afzienbare tijd|op afzienbare termijn|asap",
            "te zijner tijd|t.z.t.|t.z.t|momenteel|nader te bepalen|nog te bepalen|n.t.b.|n.t.b|ntb",
            _COMING,
        ),
        "ongoing": ("doorlopend|continu|structureel",),
        "year": ("jaarlijks|elk jaar|ieder jaar|eens per jaar|een keer per jaar|eenmaal per jaar|1 keer per jaar",),
        "half-year": (
            "halfjaarlijks|elk half jaar|ieder half jaar|elk halfjaar|ieder halfjaar|per half jaar|per halfjaar",
            "twee keer per jaar|twee maal per jaar|tweemaal per jaar|2 keer per jaar|2 maal per jaar|2 x per jaar",
        ),
        "quarter": (
            "per kwartaal|elk kwartaal|ieder kwartaal|driemaandelijks",
            "vier keer per jaar|vier maal per jaar|viermaal per jaar|4 keer per jaar|4 maal per jaar|4 x per jaar",
        ),
        "month": ("maandelijks|elke maand|iedere maand",),
    }.items()
)
_RECURRING_MONTHS: Final = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}
_RECURS: Final = {
    "year": Text("elk jaar", "each year"),
    "half-year": Text("elk half jaar", "each half year"),
    "quarter": Text("elk kwartaal", "each quarter"),
    "month": Text("elke maand", "each month"),
}


def fixed_at(words: Words, place: int) -> tuple[str, int] | None:
    """What a phrase without a period means, and the place after it."""
    for parts, meaning in FIXED.get(words.words[place], ()):
        end = place + len(parts)
        if words.words[place:end] == parts:
            return None if _is_said_of_something_else(words, place, end, meaning) else (meaning, end)
    return None


def _is_said_of_something_else(words: Words, place: int, end: int, meaning: str) -> bool:
    """Whether it is the rhythm of an amount (5 mln. per jaar, structureel), or no adverb (het jaarlijks aantal)."""
    if meaning == "unspecified":
        return False
    before = words.words[place - 1] if place else ""
    if before in {"-", "half", "niet"} or words.words[end] == "aantal":
        return True
    return is_near_amount(words, place, end)


def is_near_amount(words: Words, first: int, last: int) -> bool:
    """Whether an amount of money stands near these words in the same sentence."""
    start, end = max(0, first - _AMOUNT_REACHES), min(words.count, last + _AMOUNT_REACHES)
    sentence = words.sentences[first]
    return any(
        words.words[place] in names.MONEY and words.sentences[place] == sentence
        for place in range(start, end)
        if not first <= place < last
    )


def running_period(period: str, on: date) -> periods.Days:
    """The year, half year, quarter or month in which the day lies."""
    length = _RECURRING_MONTHS[period]
    first = (on.month - 1) // length * length + 1
    return periods.months(on.year, first, first + length - 1)


def recurs_words(period: str) -> Text:
    """How often something returns: elk jaar."""
    return _RECURS[period]


def length_at(words: Words, place: int) -> tuple[Length, int] | None:
    """Zes weken, 3 maanden, een half jaar, anderhalf jaar, 2 à 3 weken; of two the longer, which is still in time."""
    first, second = words.words[place], words.words[place + 1]
    if first in {"een", "het"} and second in {"half", "halfjaar"}:
        place, first, second = place + 1, second, words.words[place + 2]
    if first == "halfjaar":
        return Length(6, "month"), place + 1
    for word, months in (("half", 6), ("anderhalf", 18), ("driekwart", 9)):
        if first == word and second in {"jaar", "jr"}:
            return Length(months, "month"), place + 2
    count = _count_at(words, place)
    if count is None:
        return None
    place += 1
    if words.words[place] in {"a", "tot", "of", "-"} and (longer := _count_at(words, place + 1, is_second=True)):
        count, place = max(count, longer), place + 2
    unit = names.UNITS.get(words.words[place])
    return (Length(count * unit[0], unit[1]), place + 1) if unit else None


def step_at(words: Words, place: int) -> tuple[Length, int] | None:
    """What an officer types for so long from now: +2w, +10d, +3 maanden. Nothing else may stand beside it."""
    unit = _STEP_UNITS.get(words.words[place + 2])
    count = _count_at(words, place + 1)
    if words.words[place] != "+" or count is None or unit is None or not words.is_alone(place, place + 3):
        return None
    return Length(count * unit[0], unit[1]), place + 3


def _count_at(words: Words, place: int, *, is_second: bool = False) -> int | None:
    word = words.words[place]
    if word.isdecimal():
        before = words.words[place - 1] if words.is_glued(place) and not is_second else ""
        return int(word) if len(word) <= 3 and word.isascii() and before not in {".", ",", "-", "/"} else None
    return names.NUMBERS.get(word)
