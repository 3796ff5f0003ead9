"""Cells whose value is read by the type of their field alone."""

from __future__ import annotations

import re
from typing import Any, Final

from tracker.basics.errors import InvalidValue
from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.workbook.cell_words import day_of, words_of
from tracker.exchange.incoming.workbook.choices import choice_of
from tracker.exchange.incoming.workbook.grid import Value
from tracker.exchange.incoming.workbook.headings import plain_heading
from tracker.exchange.incoming.workbook.line_sorts import kind_in
from tracker.exchange.incoming.workbook.row import (
    Act,
    ColumnPlan,
    Fate,
    KindFacts,
    RowRead,
    keeping,
    of_each_row,
    putting,
    structure,
    taken,
)
from tracker.records.action import Result
from tracker.records.motion import Outcome
from tracker.records.nothing_known import says_nothing
from tracker.records.proposal import Doubt
from tracker.records.value_type import AREA, Choice

_LONG_TITLE: Final = 250
_NOT_KNOWN: Final = Text(
    "Dit woord kennen we hier niet. Kies wat het betekent.", "This word is not known here. Choose what it means."
)
_BETWEEN: Final = re.compile(r"\s*[;\n|]\s*|\s*,\s*|\s+/\s+|(?<=\b[A-Z]{2})/(?=[A-Z]{2}\b)|(?<=[a-z])/(?=[A-Z])")
_REST: Final = re.compile(
    r"\s+(?:en|and)\s+(?P<rest>(?:\w+\s+)?(?:andere|anderen|others?|meer|more|overige)\b.*)$", re.IGNORECASE
)
_LAST_AND: Final = re.compile(r"^(?P<first>[^,;]+?)\s+(?:en|and|&)\s+(?P<second>[^,;]+)$")
_COUNTRY_NAMES: Final = (
    "bosnie en herzegovina",
    "bosnia and herzegovina",
    "sao tome en principe",
    "trinidad en tobago",
    "antigua en barbuda",
)


def read_text(facts: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read a text into a field for texts; the same field from a second column is kept beside it."""
    text = words_of(value)
    if says_nothing(text) and plan.target != "title":
        return taken
    if not text:
        return structure
    spec = facts.specs.get(plan.target)
    kept = text if spec is not None and spec.type is AREA else " ".join(text.split())
    put = putting(plan.target, kept, plan, text)
    if not isinstance(value, str) or len(value) <= 24:
        return put
    keep = keeping(plan, text)  # also where it says the same: so much text is looked at no closer
    return lambda row: keep(row) if plan.target in row.values else put(row)


def read_title(_: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read what a record is called; of a long text the first sentence, with the whole of it as its text."""
    text = words_of(value)
    if not text or says_nothing(text):
        return taken
    words = " ".join(text.split())
    if len(words) <= _LONG_TITLE:
        return putting("title", words, plan, text)
    short = short_title(words)

    def act(row: RowRead) -> Fate:
        if not row.put("title", short, plan):
            return row.keep(plan, text)
        if not row.put("text", text, plan):
            row.remarks.append(f"{plan.heading}: {text}")
        return Fate.TAKEN

    return act


def short_title(words: str) -> str:
    """Give the first sentence of a text, or as many of its words as a title holds."""
    sentence = re.split(r"(?<=[a-z)]{3}[.!?])\s+(?=[A-Z])", words, maxsplit=1)[0]
    if len(sentence) <= _LONG_TITLE:
        return sentence.rstrip(".") or sentence
    return f"{sentence[: _LONG_TITLE - 2].rsplit(' ', 1)[0]} …"


def read_remark(_: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read a column of remarks; several columns stand below each other."""
    text = words_of(value)
    if says_nothing(text):
        return taken

    def act(row: RowRead) -> Fate:
        row.extra.setdefault("own remarks", []).append(text)
        row.columns.setdefault("remarks", plan.number)
        return Fate.TAKEN

    return act


def read_kept(_: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Keep a cell of a column that fits no field."""
    text = words_of(value)
    return keeping(plan, text) if text and not says_nothing(text) else structure


def read_ignored(_facts: KindFacts, _plan: ColumnPlan, _value: Value) -> Act:
    """Pass over a column that only counts rows."""
    return structure


def read_choice(facts: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read a word of a closed list; asked where it is none of them."""
    text = words_of(value)
    spec = facts.specs.get(plan.target)
    if spec is None or not isinstance(spec.type, Choice):
        return keeping(plan, text)
    word = choice_of(plan.target, spec.type, text)
    if word is not None:
        return putting(plan.target, word, plan, text)
    if says_nothing(text):
        return taken
    doubt = Doubt(plan.target, text, _NOT_KNOWN, spec.type.words, f"{plan.target}:{facts.code}:{fold(text)}")

    def act(row: RowRead) -> Fate:
        row.doubts.append(doubt)
        return row.keep(plan, text)

    return act


@of_each_row
def read_outcome(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read what the Chamber did with a motion."""
    text = words_of(value)
    if says_nothing(text):
        return Fate.TAKEN
    if (day := day_of(value)) is not None:
        row.extra.setdefault("outcomes.voted_on", day)
        return Fate.TAKEN
    choice: Any = next(part.type for part in Outcome.parts() if part.name == "outcome")
    folded = fold(text)
    word = choice_of("outcome", choice, text) or next(
        (code for code, _ in choice.words if code in folded.split()), None
    )
    if word is None:
        row.doubt("outcomes", text, _NOT_KNOWN, (), f"outcome:{folded}")
        return row.keep(plan, text)
    row.extra["outcome"] = (word, plan)
    if fold(word) != folded:
        row.remarks.append(f"{plan.heading}: {text}")
    return Fate.TAKEN


def read_list(facts: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read several values from one cell: DE, BE or RO; ES or DE/UK; what stands for more of them is kept in words."""
    text = words_of(value)
    if says_nothing(text):
        return taken
    words = text
    if rest := _REST.search(words):
        words = words[: rest.start()]
    spec = facts.specs.get(plan.target)
    is_prose = len(text) > 160 and spec is not None and plan.target not in _COUNTRIES
    pieces = [words] if is_prose else [piece for piece in _BETWEEN.split(words) if piece.strip()]
    if plan.target in _COUNTRIES:
        pieces = [one for piece in pieces for one in _at_and(piece)]
    read = tuple(" ".join(piece.split()).strip(" ,") for piece in pieces)

    def act(row: RowRead) -> Fate:
        if rest:
            row.remarks.append(f"{plan.heading}: {text}")
        row.put(plan.target, read, plan)
        return Fate.TAKEN

    return act


_COUNTRIES: Final = frozenset(("countries", "partner_countries", "co_leaders", "agencies"))


def _at_and(piece: str) -> list[str]:
    found = _LAST_AND.match(piece)
    if found is None or fold(piece) in _COUNTRY_NAMES:
        return [piece]
    return [*_at_and(found["first"]), found["second"]]


@of_each_row
def read_lines(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read a list of sentences: one a line."""
    text = words_of(value)
    if says_nothing(text):
        return Fate.TAKEN
    pieces = [" ".join(re.sub(r"^\s*(?:[-•*–]|\d+[.)])\s+", "", piece).split()) for piece in re.split(r"\n|;", text)]
    row.put(plan.target, tuple(piece for piece in pieces if piece), plan)
    return Fate.TAKEN


@of_each_row
def read_results(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read what an action has brought; a column of its own (% gereed, indicator) says by its heading what that is."""
    text = words_of(value)
    spec = row.facts.specs.get(plan.target)
    if spec is None or plain_heading(plan.heading) in {fold(spec.label.nl), fold(spec.label.en)}:
        return read_typed(row.facts, plan, value)(row)
    if says_nothing(text):
        return Fate.TAKEN
    if isinstance(value, int | float) and "%" in plan.heading:
        text = f"{round(value * 100 if abs(value) <= 1 else value, 1):g}%"
    row.put(plan.target, (Result(plan.heading.strip(), text),), plan)
    return Fate.TAKEN


@of_each_row
def read_typed(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read a cell as its field reads what is typed: years, items of a list."""
    text = words_of(value)
    if says_nothing(text):
        return Fate.TAKEN
    spec = row.facts.specs.get(plan.target)
    if spec is None:
        return row.keep(plan, text)
    try:
        read = spec.type.parse(text)
    except InvalidValue as error:
        row.remarks.append(f"{plan.heading}: {text}")
        return row.miss(plan, text, error.words.nl, error.words.en)
    return row.put_or_keep(plan.target, read, plan, text)


@of_each_row
def read_kind(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read the column that says what a row is: it chose the kind already; another word is a category."""
    text = words_of(value)
    if says_nothing(text):
        return Fate.TAKEN
    if kind_in(text) is not None:
        sort = row.facts.specs.get("sort")
        word = choice_of("sort", sort.type, text) if sort is not None and isinstance(sort.type, Choice) else None
        if word is not None and word != row.kind.one.nl:
            row.put("sort", word, plan)
        return Fate.TAKEN
    name = {"commitment": "category", "instrument": "sort", "motion": "sort"}.get(row.kind.code)
    if name == "category":
        return row.put_or_keep(name, text, plan, text)
    return row.keep(plan, text)
