"""The kinds of value a field can hold: how each is read from text, shown, stored and compared.

A value has three forms. *Value*: what the program works with (``str``, ``int``, ``date``, ``tuple`` …; None means
"not known"). *Stored*: what JSON and the database can hold (dates as ``YYYY-MM-DD``, money as text). *Text*: what
people read and type.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any, Protocol

from tracker.basics.errors import InvalidValue
from tracker.basics.folding import clean, fold
from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.listed import Piece, split, split_items

Stored = str | int | float | bool | list[Any] | dict[str, Any] | None


class NameOf(Protocol):
    """Gives the name of the row that a reference points at, in a language: those of letters and debates hold a day."""

    def __call__(self, entity: str, row_id: int, language: Language = Language.DUTCH, /) -> str:
        """Give the name of a row of this entity."""


def no_names(entity: str, row_id: int, _language: Language = Language.DUTCH) -> str:
    """Stand in for NameOf where nothing is known of the row but its id."""
    return f"{entity} {row_id}"


class ValueType(ABC):
    """What one field can hold."""

    widget: str = "line"
    """The form's input: line, area, choice, suggest, day, number, tick, citation, citations, reference,
    references, list, items."""
    many = False

    @abstractmethod
    def parse(self, text: str) -> Any:
        """Read a value as people type it; blank gives None (or no items). Raises InvalidValue."""

    def text(self, value: Any, language: Language = Language.DUTCH, name_of: NameOf = no_names) -> str:
        """Give the value as people read it; nothing known gives an empty text."""
        return "" if value is None else str(value)

    def to_stored(self, value: Any) -> Stored:
        """Give the form for the log, JSON and the database."""
        return value  # type: ignore[no-any-return]

    def from_stored(self, stored: Stored) -> Any:
        """Give the value back from its stored form."""
        return stored

    def sort_key(self, value: Any) -> Any:
        """Give what orders values of this type; the unknown is sorted by the caller."""
        return fold(self.text(value))


@dataclass(frozen=True)
class Line(ValueType):
    """A short text on one line."""

    def parse(self, text: str) -> str | None:
        kept, _ = clean(text)
        return " ".join(kept.split()) or None


@dataclass(frozen=True)
class Area(ValueType):
    """A text of any length, with line ends."""

    widget = "area"

    def parse(self, text: str) -> str | None:
        kept, _ = clean(text)
        return kept.strip() or None


@dataclass(frozen=True)
class Suggested(Line):
    """A short text for which usual words are offered, but any other is welcome."""

    usual: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    """The usual words in English, in the same order, for who reads English; stored are the Dutch ones."""
    widget = "suggest"

    def parse(self, text: str) -> str | None:
        typed = super().parse(text)
        return None if typed is None else self._in_dutch.get(fold(typed), typed)

    @cached_property
    def _in_dutch(self) -> dict[str, str]:
        return {fold(theirs): ours for ours, theirs in zip(self.usual, self.english, strict=False)}

    def text(self, value: Any, language: Language = Language.DUTCH, name_of: NameOf = no_names) -> str:
        in_english = dict(zip(self.usual, self.english, strict=False)) if language is Language.ENGLISH else {}
        return "" if value is None else in_english.get(value, str(value))

    def words(self, language: Language) -> list[str]:
        """Give the usual words as they are offered to who reads this language."""
        return [self.text(one, language) for one in self.usual]


@dataclass(frozen=True)
class CitationText(Line):
    """A reference to a parliamentary paper, in whatever form: ``records.citation`` reads it."""

    widget = "citation"


@dataclass(frozen=True)
class Choice(ValueType):
    """One word of a closed list. The Dutch word (or English code) is what is stored."""

    words: tuple[tuple[str, Text], ...]
    widget = "choice"

    def parse(self, text: str) -> str | None:
        wanted = fold(text)
        if not wanted:
            return None
        for code, words in self.words:
            if wanted in {fold(code), fold(words.nl), fold(words.en)}:
                return code
        known = ", ".join(code for code, _ in self.words)
        raise InvalidValue(
            f"“{text.strip()}” is hier geen mogelijkheid. Kies uit: {known}.",
            f"“{text.strip()}” is not possible here. Choose from: {known}.",
        )

    def text(self, value: Any, language: Language = Language.DUTCH, name_of: NameOf = no_names) -> str:
        if value is None:
            return ""
        return next((words.to(language) for code, words in self.words if code == value), str(value))

    def sort_key(self, value: Any) -> Any:
        return next((place for place, (code, _) in enumerate(self.words) if code == value), len(self.words))


_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTHS_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WRITTEN_DAY = re.compile(r"(\d{1,2}) ([a-z]{3})[a-z]*\.? (\d{4})")


@dataclass(frozen=True)
class Day(ValueType):
    """A calendar day, without a time or a zone."""

    widget = "day"

    def parse(self, text: str) -> date | None:
        words = fold(text)
        if not words:
            return None
        try:
            if found := _ISO_DAY.fullmatch(words):
                return date(*map(int, found.groups()))
            if found := _DUTCH_DAY.fullmatch(words):
                day, month, year = map(int, found.groups())
                return date(year, month, day)
            if found := _WRITTEN_DAY.fullmatch(words):
                return date(int(found[3]), _month_number(found[2]), int(found[1]))
        except ValueError as error:
            raise _no_such_day(text) from error
        raise _no_such_day(text)

    def text(self, value: Any, language: Language = Language.DUTCH, name_of: NameOf = no_names) -> str:
        return "" if value is None else day_words(value, language)

    def to_stored(self, value: date | None) -> Stored:
        return None if value is None else value.isoformat()

    def from_stored(self, stored: Stored) -> date | None:
        return None if stored is None else date.fromisoformat(str(stored))

    def sort_key(self, value: Any) -> Any:
        return value


def _month_number(word: str) -> int:
    word = {"mrt": "maa", "mar": "maa"}.get(word, word)
    for months in (_MONTHS, _MONTHS_ENGLISH):
        if word in months:
            return months.index(word) + 1
    raise ValueError(word)


def _no_such_day(text: str) -> InvalidValue:
    return InvalidValue(
        f"“{text.strip()}” is geen bestaande dag. Schrijf bijvoorbeeld 15-07-2026.",
        f"“{text.strip()}” is no existing day. Write for example 2026-07-15.",
    )


_LARGEST_WHOLE = 2**53
"""Larger ones lose their last figures in Excel and in JSON."""


@dataclass(frozen=True)
class Whole(ValueType):
    """A whole number, such as a year."""

    widget = "number"

    def parse(self, text: str) -> int | None:
        if not text.strip():
            return None
        try:
            number = int(text.strip())
        except ValueError as error:
            raise InvalidValue(
                f"“{text.strip()}” is geen heel getal.", f"“{text.strip()}” is not a whole number."
            ) from error
        if abs(number) > _LARGEST_WHOLE:
            raise InvalidValue(
                f"“{text.strip()}” is te groot: schrijf een getal tot en met {_LARGEST_WHOLE}.",
                f"“{text.strip()}” is too large: write a number up to {_LARGEST_WHOLE}.",
            )
        return number

    def sort_key(self, value: Any) -> Any:
        return value


@dataclass(frozen=True)
class Money(ValueType):
    """An exact amount; its currency stands in a field beside it. Stored as text with its decimals."""

    def parse(self, text: str) -> Decimal | None:
        words = re.sub(r"[\s€]|^eur|eur$", "", fold(text))
        if not words:
            return None
        try:
            return Decimal(_plain_number(words))
        except InvalidOperation as error:
            raise InvalidValue(
                f"“{text.strip()}” is geen bedrag. Schrijf bijvoorbeeld 4.138.318,00.",
                f"“{text.strip()}” is not an amount. Write for example 4138318.00.",
            ) from error

    def text(self, value: Any, language: Language = Language.DUTCH, name_of: NameOf = no_names) -> str:
        if value is None:
            return ""
        english = f"{value:,f}"
        return english if language is Language.ENGLISH else english.translate(str.maketrans(",.", ".,"))

    def to_stored(self, value: Decimal | None) -> Stored:
        return None if value is None else str(value)

    def from_stored(self, stored: Stored) -> Decimal | None:
        return None if stored is None else Decimal(str(stored))

    def sort_key(self, value: Any) -> Any:
        return value


_WHOLE_AMOUNT = r"-?(?:\d+|[1-9]\d{0,2}(?:%s\d{3})+)"
_AMOUNTS = tuple(
    re.compile(rf"(?P<whole>{_WHOLE_AMOUNT % re.escape(group)})(?:{re.escape(point)}(?P<cents>\d{{1,2}}))?")
    for group, point in ((".", ","), (",", "."))
)


def _plain_number(words: str) -> str:
    """Turn Dutch (4.138.318,50) and English (4,138,318.50) notation into digits with one point.

    More than two decimals are no amount: 0,125 could be meant as a hundred and twenty-five.
    """
    words = re.sub(r",[-–—=]+$", "", words)  # 5.000,- is how a round amount is written
    found = next((found for amount in _AMOUNTS if (found := amount.fullmatch(words))), None)
    if found is None:
        raise InvalidOperation
    whole = re.sub(r"[.,]", "", found["whole"])
    return f"{whole}.{found['cents']}" if found["cents"] else whole


@dataclass(frozen=True)
class YesNo(ValueType):
    """True or false."""

    widget = "tick"

    def parse(self, text: str) -> bool:
        word = fold(text)
        if word in {"", "nee", "no", "false", "0", "n"}:
            return False
        if word in {"ja", "yes", "true", "1", "j", "y", "x"}:
            return True
        raise InvalidValue(f"“{text.strip()}” is geen ja of nee.", f"“{text.strip()}” is not yes or no.")

    def text(self, value: Any, language: Language = Language.DUTCH, name_of: NameOf = no_names) -> str:
        return Text("ja", "yes").to(language) if value else ""

    def from_stored(self, stored: Stored) -> bool:
        return bool(stored)

    def sort_key(self, value: Any) -> Any:
        return not value


@dataclass(frozen=True)
class Reference(ValueType):
    """The id of a row of its own: an organisation, a person, a letter, a debate.

    What people type is a name; turning it into an id is the work of ``services.naming``, which may add the row.
    """

    entity: str
    widget = "reference"

    def parse(self, text: str) -> int | None:
        return Whole().parse(text)

    def text(self, value: Any, language: Language = Language.DUTCH, name_of: NameOf = no_names) -> str:
        return "" if value is None else name_of(self.entity, value, language)


@dataclass(frozen=True)
class ListOf(ValueType):
    """Several values of one type, in the order given; separated by ``;`` or line ends when typed.

    A value that holds one of those itself stands in quotes (see ``records.listed``).
    """

    of: ValueType
    many = True

    @property
    def widget(self) -> str:  # type: ignore[override]
        if isinstance(self.of, CitationText):
            return "citations"
        return "references" if isinstance(self.of, Reference) else "list"

    def parse(self, text: str) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(self.parse_all(text)))

    def parse_all(self, text: str) -> tuple[Any, ...]:
        """Read a list as ``parse`` does, but keep what stands in it twice."""
        parsed = (read_piece(self.of, piece) for piece in split(text))
        return tuple(value for value in parsed if value is not None)

    def text(self, value: Any, language: Language = Language.DUTCH, name_of: NameOf = no_names) -> str:
        return "; ".join(self.of.text(one, language, name_of) for one in value or ())

    def to_stored(self, value: Any) -> Stored:
        return [self.of.to_stored(one) for one in value] if value else []

    def from_stored(self, stored: Stored) -> tuple[Any, ...]:
        return tuple([self.of.from_stored(one) for one in _as_list(stored)]) if stored else ()


@dataclass(frozen=True)
class Items(ValueType):
    """Several small records of one class (see ``records.item``), such as the submitters of a motion."""

    item: type[Any]
    many = True
    widget = "items"

    def parse(self, text: str) -> tuple[Any, ...]:
        return tuple(self.item.parse(part) for part in split_items(text) if part.strip())

    def text(self, value: Any, language: Language = Language.DUTCH, name_of: NameOf = no_names) -> str:
        return "; ".join(one.text(language) for one in value or ())

    def to_stored(self, value: Any) -> Stored:
        return [one.to_stored() for one in value] if value else []

    def from_stored(self, stored: Stored) -> tuple[Any, ...]:
        return tuple([self.item.from_stored(one) for one in _as_list(stored)]) if stored else ()


def read_piece(value_type: ValueType, piece: Piece) -> Any:
    """Read one value of a list; a text in quotes is taken to the letter."""
    is_text = isinstance(value_type, Line | Area)
    return piece.words if piece.is_exact and is_text else value_type.parse(piece.words)


def _as_list(stored: Stored) -> list[Any]:
    return stored if isinstance(stored, list) else []


def choice(*words: str | tuple[str, str]) -> Choice:
    """Make a closed list from Dutch words, each alone or with its English: ``choice(("hoog", "high"), …)``."""
    pairs = ((word, word) if isinstance(word, str) else word for word in words)
    return Choice(tuple((nl, Text(nl, en)) for nl, en in pairs))


LINE = Line()
AREA = Area()
DAY = Day()
WHOLE = Whole()
MONEY = Money()
YES_NO = YesNo()
LINES = ListOf(LINE)
CITATION = CitationText()
CITATIONS = ListOf(CITATION)
ORGANISATION = Reference("organisation")
ORGANISATIONS = ListOf(ORGANISATION)
PERSON = Reference("person")
LETTER = Reference("letter")
DEBATE = Reference("debate")

Row = Mapping[str, Any]
"""The values of one row by field name."""
