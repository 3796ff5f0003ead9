"""What a file from elsewhere proposes for the register: values as readers give them, before anything is matched.

Readers (``exchange.incoming``) give a ``FileReading``; ``services.importing`` matches, rehearses and applies it. Every
cell (or sentence, or JSON value) that a reader met is in its ``Account`` once: taken over, kept as a remark, structure
(headings, banners, blank, totals), or not understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from operator import attrgetter
from typing import Any

from tracker.basics.language import Language, Text
from tracker.records.open_page import OpenPage


def _as_made(value: Any) -> tuple[type, tuple[Any, ...]]:
    """Give a value for pickling as a call of its class: unpacked much quicker than a state, set field by field."""
    made: type = type(value)
    fields_of = _FIELDS_OF.get(made)
    if fields_of is None:
        fields_of = _FIELDS_OF[made] = attrgetter(*made.__slots__)  # type: ignore[attr-defined]
    return made, fields_of(value)


_FIELDS_OF: dict[type, Callable[[Any], tuple[Any, ...]]] = {}


class Sureness(IntEnum):
    """How sure a reader is. Less than sure is left undecided unless somebody accepts it."""

    UNSURE = 1
    LIKELY = 2
    SURE = 3


class Exact(str):
    """A text that is the value itself, to the letter: not to be read as if somebody had typed it."""

    __slots__ = ()


class Ending(StrEnum):
    """How a letter leaves a motion or commitment."""

    SETTLED_HERE = "settled here"
    SETTLED_BEFORE = "settled before"
    OPEN = "open"


_SPOTS = {
    one.nl: one
    for one in (
        Text("rij", "row"), Text("kolom", "column"), Text("alinea", "paragraph"), Text("voetnoot", "footnote"),
        Text("tabel", "table"),
    )
}  # fmt: skip
_SPOT = re.compile(r"\b(?:" + "|".join(_SPOTS) + r")(?= )")

_NUMBER = Text("nr.", "no.")
_PATH = re.compile(r"value\[(\d+)\](.*)", re.DOTALL)
_STEP = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the sheet of a workbook, or the entity of open data, and the spot in it.

    ``spot`` is a cell (``E12``), a row (``rij 12``), a paragraph (``alinea 14``) or a path (``value[3].Nummer``).
    """

    sheet: str = ""
    spot: str = ""

    def __str__(self) -> str:
        return f"{self.sheet}!{self.spot}" if self.sheet and self.spot else self.sheet or self.spot

    def words(self, language: Language) -> str:
        """Give the place as people read it."""
        return str(Place(self.sheet, self.spot_words(language)))

    def spot_words(self, language: Language) -> str:
        """Give the spot alone as people read it: readers name rows and paragraphs in Dutch, values by their path."""
        path = _PATH.fullmatch(self.spot)
        if path is not None:
            below = _STEP.sub(lambda found: f" {int(found[1]) + 1}", path[2]).replace(".", ", ")
            return f"{_NUMBER.to(language)} {int(path[1]) + 1}{below}"
        return _SPOT.sub(lambda found: _SPOTS[found[0]].to(language), self.spot)

    __reduce__ = _as_made


@dataclass(frozen=True, slots=True)
class Link:
    """A value that points at a row which the same file brings: ``ProposedRow`` of this entity and key, or a record.

    For a record the entity is its kind's table and the key the reference in the file (``M-12``).
    """

    entity: str
    key: str

    __reduce__ = _as_made


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a letter's text: from the character ``start`` up to, not with, ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about one field that a person decides: what stands there, why it is unsure, and what it could be.

    ``choices`` are values with the words to show for them; the first is the best guess. Without choices there is
    nothing to choose from: it is corrected by hand or left out. ``key`` is the same for all doubts that one answer
    settles (a status word of another source), "" where each is by itself.
    """

    field: str
    text: str
    why: Text
    choices: tuple[tuple[Any, Text], ...] = ()
    key: str = ""

    __reduce__ = _as_made


@dataclass(frozen=True, slots=True)
class ProposedPart:
    """A deadline, postponement, state of affairs or relation of a proposed record.

    ``values`` are by field name, as ``Draft`` takes them. A deadline may give its ``wording`` and ``said_on`` alone:
    what is read from the words is filled in with the register's calendar when it is applied; a ``start`` or ``end``
    that is given goes before what is read. ``key`` names a deadline so that a postponement can say whose it is
    (``of``). The other side of a relation is ``values["to"]``: a ``Link`` or a reference in the register.
    """

    entity: str
    values: Mapping[str, Any]
    place: Place = Place()
    key: str = ""
    of: str = ""

    __reduce__ = _as_made


THIS_LETTER = "deze brief"
"""The key of the row that is the letter itself, in a file that is one."""


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """A row beside the records that the file brings: a letter, debate, organisation, person, event or recess."""

    entity: str
    key: str
    values: Mapping[str, Any]
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One record that a file proposes.

    ``values`` are by field name: a text is read as a person would have typed it, anything else is the value itself,
    a ``Link`` points at a row of the file. A field that the file says nothing about is absent; one that the file
    leaves blank is absent too (a blank cell takes nothing away), unless ``clears`` names it. ``reference`` is the
    register's own reference where the file gives one. ``places`` tells where each value stands (``place`` where
    it does not). ``passages`` are the pieces of a letter it was read from, ``ending`` how the letter leaves it.
    ``sureness_if_known`` is how sure it is of a record that is there: then it does not matter that a letter gives no
    name to what it tells of (None: as sure as of a new one). Where but one of the two is sure, what it adds to a known
    record is taken over, and what it changes there is asked.
    ``gone``: the source says that this was deleted. ``only_new`` names the values that count for a new record alone:
    the Chamber's word for a status does not overrule the ministry's own. ``key`` names the proposal within its file, so
    that another one can point at it (a relation's ``to``: ``Link(kind's table, key)``) before it has a reference.
    """

    kind: str
    values: Mapping[str, Any]
    place: Place
    sureness: Sureness = Sureness.SURE
    why: Text | None = None
    reference: str = ""
    parts: tuple[ProposedPart, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    ending: Ending | None = None
    clears: frozenset[str] = frozenset()
    gone: bool = False
    only_new: frozenset[str] = frozenset()
    key: str = ""
    sureness_if_known: Sureness | None = None

    def place_of(self, name: str) -> Place:
        """Give where the value of a field stands in the file."""
        return self.places.get(name, self.place)

    __reduce__ = _as_made


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Something in the file that could not be taken over, and why."""

    place: Place
    text: str
    why: Text

    __reduce__ = _as_made


@dataclass(slots=True)
class Account:
    """What became of every cell that holds something: the four numbers add up to ``read``."""

    read: int = 0
    taken: int = 0
    kept: int = 0
    """Kept with a record as a remark."""
    structure: int = 0
    """Headings, banners, group rows, counts and totals: they say something about others or nothing."""
    not_understood: list[NotUnderstood] = field(default_factory=list)

    @property
    def adds_up(self) -> bool:
        """Tell whether every cell is accounted for once."""
        return self.read == self.taken + self.kept + self.structure + len(self.not_understood)


@dataclass(frozen=True, slots=True)
class FileReading:
    """All that was read from one file.

    ``proposals`` may be lazy: a sequence that makes each proposal when it is asked for, so that a hundred and fifty
    thousand rows need not be held twice; then ``account`` is whole once every proposal was asked for, in whatever
    order and however often. ``notices`` say what the officer should know (hidden rows taken in, macros
    left out). ``text`` is the whole text of a letter, to which passages point. ``incomplete`` says why the source is
    only a part (a page of several), None where it is whole; of open data ``pages`` tells that of several files
    together.
    """

    file: str
    format: str
    proposals: Sequence[Proposal]
    rows: Sequence[ProposedRow] = ()
    account: Account = field(default_factory=Account)
    notices: tuple[Text, ...] = ()
    text: str = ""
    incomplete: Text | None = None
    pages: tuple[OpenPage, ...] = ()
