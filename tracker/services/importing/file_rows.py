"""The rows that a file brings beside its records: letters, debates, organisations, persons, events, recesses.

Each is matched with what the register has, or gets an id of its own; it is written once something needs it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rapidfuzz import fuzz

from tracker.basics.folding import fold
from tracker.basics.language import Language, Text
from tracker.records.change import Change, PersonalDetail
from tracker.records.citation import first_citation
from tracker.records.debate import debate_name
from tracker.records.entity import KIND_TABLES
from tracker.records.event import likeness
from tracker.records.letter import letter_name, letter_reference
from tracker.records.person import REMOVED_NAME
from tracker.records.proposal import THIS_LETTER, FileReading, Link, Place, ProposedRow
from tracker.records.registry import LETTER_PREFIX
from tracker.services.drafting import Draft, defaults_of, to_stored
from tracker.services.importing.cleaning import Cleaner, missing, pointing_fields
from tracker.services.importing.resemblance import stems_of
from tracker.services.importing.same_letter import SameLetters, told_anew
from tracker.services.naming import Namer
from tracker.store.record_store import Store

OWN_FORMAT = "register"
"""What the reader of the register's own workbook says it read; its values are complete and exact."""
_STANDING_ALONE = frozenset(("letter", "event", "recess"))
"""Rows that are worth having without a record that points at them."""
_ALIKE = 60
_WORDS_OF_A_NAME = 2
"""Of a letter that is named by fewer words ("brief") nobody knows which it is."""
_ORDER = ("organisation", "person", "letter", "debate", "event", "recess")


@dataclass(slots=True)
class FileRow:
    """A row of the file: the one of the register that it means, or a new one; and what it changes there.

    ``before`` and ``values`` hold the fields that differ, or all that is known of a new row. ``faults`` say why it is
    not taken over.
    """

    entity: str
    id: int
    is_new: bool
    values: dict[str, Any]
    before: dict[str, Any] = field(default_factory=dict)
    place: Place = Place()  # noqa: RUF009 - frozen
    name: str = ""
    faults: dict[str, Text] = field(default_factory=dict)
    is_wanted: bool = True
    stands_alone: bool = False
    number: int | None = None
    is_written: bool = False

    @property
    def is_changed(self) -> bool:
        """Tell whether a row of the register would change."""
        return not self.is_new and bool(self.values)

    @property
    def is_standing(self) -> bool:
        """Tell whether it is written also where no record points at it."""
        return self.is_wanted and not self.faults and (self.is_changed or (self.is_new and self.stands_alone))


class FileRows:
    """All rows of the files of one import."""

    def __init__(self, store: Store, draft: Draft, cleaner: Cleaner) -> None:
        self._store = store
        self._draft = draft
        self._cleaner = cleaner
        self._rows: dict[tuple[int, str, str], FileRow] = {}
        self._by_id: dict[tuple[str, int], FileRow] = {}
        self._known: dict[str, _Known] = {}
        self.known_letters: dict[int, str] = {}
        """The name of the letter of the register that a file is, though it was not known by its day or paper."""
        self.days: dict[int, tuple[date, date]] = {}
        """Of a file that is a letter of the register, assumed to be of another day: that day, and the register's."""
        self._same_letters = SameLetters(store)
        self._free_letters = self._last_letter = store.last_number(LETTER_PREFIX)
        self._given_letters: set[int] = set()

    def take(self, number: int, reading: FileReading) -> None:
        """Take in the rows of a file; ``number`` tells the files of one import apart."""
        for row in sorted(reading.rows, key=lambda one: _ORDER.index(one.entity)):
            self._take(number, row, reading)

    def __iter__(self) -> Iterator[FileRow]:
        return iter(self._rows.values())

    def of_file(self, number: int) -> list[FileRow]:
        """Give the rows of one file."""
        return [row for (file, _, _), row in self._rows.items() if file == number]

    def letter_notice(self, number: int) -> Text | None:
        """Say which letter of the register a file is, where that was told by its words; None where it is none."""
        name = self.known_letters.get(number)
        if name is None:
            return None
        return Text(
            f"Deze brief staat al in het register: {name}. De dag van het register geldt.",
            f"This letter is in the register already: {name}. The register’s day counts.",
        )

    def id_of(self, number: int, link: Link) -> int | None:
        """Give the id of a row by its key in a file; None for one that is not there or is not taken over."""
        found = self._rows.get((number, link.entity, link.key))
        return None if found is None or found.faults else found.id

    def teach(self, namer: Namer) -> None:
        """Let names in cells lead to the rows that the files bring."""
        for row in self._rows.values():
            if not row.is_new or row.faults:
                continue
            if row.entity == "event":
                namer.learn_event(row.id, row.values["name"], row.values.get("day"))
            elif row.entity != "recess":
                for name in _names_of(row):
                    namer.learn(row.entity, name, row.id)

    # --- taking in ----------------------------------------------------------------------------------------------------

    def _take(self, number: int, row: ProposedRow, reading: FileReading) -> None:
        is_exact = reading.format == OWN_FORMAT
        if row.entity == "person":
            made = self._person(number, row)
        else:
            cleaned = self._cleaner.clean(row.entity, row.values, lambda link: self.id_of(number, link))
            this = self._this_letter(number, row, cleaned.values, reading)
            made = this if this is not None else self._matched(row, cleaned.values, cleaned.faults, reading)
        made.place = row.place
        made.stands_alone = is_exact or row.entity in _STANDING_ALONE
        self._rows[number, row.entity, row.key] = made
        earlier = self._by_id.setdefault((made.entity, made.id), made)
        if earlier is not made and made.is_changed and not earlier.faults:
            _join(earlier, made)
        if made.is_new and not made.faults:
            self._draft.named[made.entity, made.id] = made.name

    def _this_letter(
        self, number: int, row: ProposedRow, values: dict[str, Any], reading: FileReading
    ) -> FileRow | None:
        """Give the letter of the register that the file is, though its day or title be given otherwise."""
        if row.entity != "letter" or row.key != THIS_LETTER or not reading.text:
            return None
        known = self._of_entity("letter")
        found = self._same_letters.found(values, known.values, reading.text)
        if found is None:
            return None
        known.claim([("id", found)], may_share=True)
        old, day = known.values[found], values.get("day")
        if values.get("day_assumed") and day is not None and old["day"] is not None and day != old["day"]:
            self.days[number] = (day, old["day"])
        wanted = told_anew(values, old)
        before = {name: old[name] for name in wanted}
        self.known_letters[number] = name = _name("letter", old)
        return FileRow("letter", found, is_new=False, values=wanted, before=before, name=name)

    def _matched(
        self, row: ProposedRow, values: dict[str, Any], faults: dict[str, Text], reading: FileReading
    ) -> FileRow:
        is_exact = reading.format == OWN_FORMAT
        known = self._of_entity(row.entity)
        keys = _keys_of(row.entity, values)
        found = known.claim(keys, may_share=not is_exact)
        if found is None and is_exact:
            found = known.claim_named(row.key, lambda old: _agree(row.entity, values, old))
        if found is None and not is_exact and row.entity == "letter":
            found = _letter_named(values, known.values)
            if found is not None:
                values = {name: value for name, value in values.items() if name != "title"}  # a short name for it
        if found is not None:
            earlier = self._by_id.get((row.entity, found))
            if earlier is not None and earlier.is_new:
                return _same_as(earlier, values)
            old = known.values[found]
            if row.entity == "letter" and reading.text:
                values = told_anew(values, old)  # a letter calls another "brief van december 2025"
            wanted = {name: value for name, value in values.items() if not _same(row.entity, name, value, old[name])}
            before = {name: old[name] for name in wanted}
            return FileRow(row.entity, found, is_new=False, values=wanted, before=before, faults=faults,
                           name=_name(row.entity, old))  # fmt: skip
        faults = {**faults, **missing(row.entity, values)}
        made = FileRow(row.entity, self._store.new_id(row.entity), is_new=True, values=values, faults=faults)
        if row.entity == "letter" and not faults:
            made.number = self._letter_number(row.key)
        made.name = _name(row.entity, {**defaults_of(row.entity), **values, "number": made.number or 0})
        known.add(made.id, keys, {**defaults_of(row.entity), **values})
        return made

    def _letter_number(self, key: str) -> int:
        """Give the number that a new letter will have; nothing takes it before it is written."""
        prefix, _, number = key.upper().partition("-")
        if prefix == LETTER_PREFIX and number.isdecimal():
            wanted = int(number)
            if wanted > self._free_letters and wanted not in self._given_letters:
                self._given_letters.add(wanted)
                self._last_letter = max(self._last_letter, wanted)
                return wanted
        self._last_letter += 1
        self._given_letters.add(self._last_letter)
        return self._last_letter

    def _take_letter_numbers(self) -> None:
        """Take the numbers that new letters were shown with; others where those were given meanwhile."""
        last = self._store.last_number(LETTER_PREFIX)
        if last != self._free_letters:
            self._free_letters = self._last_letter = last
            self._given_letters.clear()
            for (_, _, key), row in self._rows.items():
                if row.number is not None:
                    row.number = self._letter_number(key)
        self._store.reserve_number(LETTER_PREFIX, self._last_letter)

    def _person(self, number: int, row: ProposedRow) -> FileRow:
        given = {name: " ".join(str(row.values.get(name) or "").split()) or None for name in ("name", "email")}
        where = self._cleaner.clean(
            "person", {"organisation": row.values.get("organisation")}, lambda link: self.id_of(number, link)
        )
        if given["name"] == REMOVED_NAME.nl and given["email"] is None:
            given["name"] = None
        known = self._of_entity("person")
        found = known.claim(_person_keys(given), may_share=False) or known.claim(_person_keys(given), may_share=True)
        name = given["name"] or given["email"] or REMOVED_NAME.nl
        if found is None:
            made = FileRow("person", self._store.new_id("person"), True, {**given, **where.values}, name=name)
            made.faults = where.faults
            known.add(made.id, _person_keys(given), made.values)
            return made
        earlier = self._by_id.get(("person", found))
        if earlier is not None and earlier.is_new:
            return _same_as(earlier, {one: value for one, value in {**given, **where.values}.items() if value})
        old = known.values[found]
        wanted = {one: value for one, value in {**given, **where.values}.items() if value and value != old.get(one)}
        before = {one: old.get(one) for one in wanted}
        return FileRow("person", found, False, wanted, before, name=name, faults=where.faults)

    def _of_entity(self, entity: str) -> _Known:
        if entity not in self._known:
            self._known[entity] = known = _Known()
            names = self._store.names()
            for part in self._store.rows(entity):
                values = dict(part.values)
                if entity == "person":
                    is_there = values["detail"] is not None
                    values["name"] = names("person", part.id) if is_there else None
                    values["email"] = names.emails.get(part.id)
                keys = _person_keys(values) if entity == "person" else _keys_of(entity, values)
                known.add(part.id, keys, values)
                known.name(part.id, letter_reference(values["number"]) if entity == "letter" else _name(entity, values))
            if entity == "person":
                self._add_coming_actor(known)
        return self._known[entity]

    def _add_coming_actor(self, known: _Known) -> None:
        """Know who works with an empty register: the first write adds them, and the file may hold them too."""
        coming = self._store.coming_actor() if self._store.read_only_because is None else None
        if coming is not None:
            row_id, detail, name = coming
            values = {"name": name, "email": None, "organisation": None, "detail": detail}
            known.add(row_id, _person_keys(values), values)
            known.name(row_id, name)

    # --- writing ------------------------------------------------------------------------------------------------------

    def forget_writing(self) -> None:
        """Let nothing count as written: the step that would write it begins, or failed."""
        for row in self._rows.values():
            row.is_written = False
        self._take_letter_numbers()

    def use(self, draft: Draft, entity: str, values: Mapping[str, Any]) -> None:
        """Write the new rows that these values of an entity point at, where that was not done before."""
        for name, target in pointing_fields(entity):
            value = values.get(name)
            for row_id in value if isinstance(value, tuple) else (value,):
                row = self._by_id.get((target, row_id)) if row_id is not None else None
                if row is not None and row.is_new:
                    self._write(draft, row)

    @property
    def has_standing(self) -> bool:
        """Tell whether there are rows to write by themselves."""
        return any(row.is_standing for row in self._rows.values())

    def write_standing(self, draft: Draft) -> None:
        """Write what is worth having by itself, and what changes in rows that the register has."""
        for row in self._rows.values():
            if row.is_standing:
                self._write(draft, row)

    def _write(self, draft: Draft, row: FileRow) -> None:
        if row.is_written:
            return
        row.is_written = True
        self.use(draft, row.entity, row.values)
        if row.entity == "person":
            self._write_person(draft, row)
            return
        if row.is_new:
            values = {**defaults_of(row.entity), **row.values}
            if row.number is not None:
                values["number"] = row.number
            draft.add(Change(row.entity, row.id, None, to_stored(row.entity, values)))
            return
        draft.add(Change(row.entity, row.id, to_stored(row.entity, row.before), to_stored(row.entity, row.values)))

    def _write_person(self, draft: Draft, row: FileRow) -> None:
        after: dict[str, Any] = {}
        before: dict[str, Any] = {}
        personal = None
        if {"name", "email"} & set(row.values) and (row.values.get("name") or row.values.get("email")):
            known = self._known["person"].values[row.id]
            detail = self._store.new_id("person_detail")
            merged = {**{one: known.get(one) for one in ("name", "email")}, **row.values}
            personal = PersonalDetail(detail, row.id, merged["name"] or merged["email"], merged["email"])
            after["detail"], before["detail"] = detail, known.get("detail")
        if row.is_new:
            after = {"detail": None, "organisation": row.values.get("organisation"), **after}
            draft.add(Change("person", row.id, None, after), personal)
            return
        if "organisation" in row.values:
            after["organisation"], before["organisation"] = row.values["organisation"], row.before["organisation"]
        draft.add(Change("person", row.id, before, after), personal)


def _same_as(earlier: FileRow, values: Mapping[str, Any]) -> FileRow:
    """Give a row that means a new row of an earlier file (or place): what that did not tell is filled in there."""
    for name, value in values.items():
        if earlier.values.get(name) in (None, "", ()):
            earlier.values[name] = value
    return FileRow(earlier.entity, earlier.id, is_new=False, values={}, name=earlier.name)


def _join(earlier: FileRow, other: FileRow) -> None:
    """Let one row write what two of the file change in the same row of the register; of one field the first counts."""
    for name, value in other.values.items():
        if name not in earlier.values:
            earlier.values[name], earlier.before[name] = value, other.before[name]
    other.values, other.before = {}, {}


class _Known:
    """Rows of one entity by their keys; each is claimed by one row of a file first."""

    def __init__(self) -> None:
        self.values: dict[int, Mapping[str, Any]] = {}
        self._by_key: dict[Hashable, list[int]] = defaultdict(list)
        self._by_name: dict[str, int] = {}
        self._claimed: set[int] = set()

    def name(self, row_id: int, name: str) -> None:
        """Note under which name the register's own workbook shows a row."""
        self._by_name.setdefault(fold(name), row_id)

    def claim_named(self, name: str, agrees: Callable[[Mapping[str, Any]], bool]) -> int | None:
        """Give the row of this name that nobody claimed and that agrees: what was changed in the workbook is this."""
        found = self._by_name.get(fold(name))
        if found is None or found in self._claimed or not agrees(self.values[found]):
            return None
        self._claimed.add(found)
        return found

    def add(self, row_id: int, keys: Iterable[Hashable], values: Mapping[str, Any]) -> None:
        self.values[row_id] = values
        self._by_key["id", row_id].append(row_id)
        for key in keys:
            self._by_key[key].append(row_id)

    def claim(self, keys: Iterable[Hashable], *, may_share: bool) -> int | None:
        """Give the row that the first of these keys leads to; one that was not claimed before goes first."""
        for key in keys:
            some = self._by_key.get(key, ())
            for row_id in some:
                if row_id not in self._claimed:
                    self._claimed.add(row_id)
                    return row_id
            if some and may_share:
                return some[0]
        return None


def _person_keys(given: Mapping[str, Any]) -> list[Hashable]:
    keys: list[Hashable] = []
    if given.get("email"):
        keys.append(("email", fold(given["email"])))
    if given.get("name"):
        keys.append(("name", fold(given["name"]), fold(given["email"]) if given.get("email") else None))
    return keys or [("removed",)]


def _agree(entity: str, values: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Tell whether a row of the workbook can be a row of this register: B-2 of another register is another letter."""
    if entity != "letter":
        return True
    if any(values.get(name) and values.get(name) == old[name] for name in ("day", "citation")):
        return True
    return fuzz.ratio(fold(str(values.get("title") or "")), fold(old["title"])) >= _ALIKE


def _keys_of(entity: str, values: Mapping[str, Any]) -> list[Hashable]:
    """Give what rows of an entity have in common when they are the same, the surest first."""
    match entity:
        case "organisation":
            names = (values.get("name"), values.get("full_name"), *(values.get("aliases") or ()))
            return [fold(name) for name in names if name]
        case "letter":
            return _letter_keys(values)
        case "debate":
            number = values.get("number")
            whole = (fold(values.get("subject") or ""), values.get("day"), fold(values.get("sort") or ""))
            return [("number", fold(number)), whole] if number else [whole]
        case "event":
            name = values.get("name") or ""
            return [("exact", fold(name)), ("like", likeness(name))]
        case _:
            return [(fold(values.get("name") or ""), values.get("first_day"))]


def _letter_keys(values: Mapping[str, Any]) -> list[Hashable]:
    cited = first_citation(values.get("citation") or "")
    keys: list[Hashable] = [] if cited is None else [("paper", cited.key)]
    title = fold(values.get("title") or "")
    return [*keys, ("title", title, values.get("day"))] if title else keys


def _letter_named(values: Mapping[str, Any], known: Mapping[int, Mapping[str, Any]]) -> int | None:
    """Give the letter that a name without day or citation leads to: the only one with all of its words in its title.

    "Voortgangsbrief zomer 2026" is the letter "Voortgangsbrief Samen tegen mensenhandel, zomer 2026".
    """
    if values.get("day") or values.get("citation"):
        return None
    words = stems_of(str(values.get("title") or ""))
    found = [row_id for row_id, old in known.items() if words <= stems_of(old["title"])]
    return found[0] if len(found) == 1 and len(words) >= _WORDS_OF_A_NAME else None


def _names_of(row: FileRow) -> Iterator[str]:
    values = row.values
    candidates: tuple[str | None, ...] = {
        "organisation": (values.get("name"), values.get("full_name"), *(values.get("aliases") or ())),
        "person": (values.get("email"), values.get("name")),
        "letter": (values.get("title"), row.name, _english_name(row)),
        "debate": (values.get("subject"), values.get("number"), row.name, _english_name(row)),
    }[row.entity]
    return (name for name in candidates if name)


def _english_name(row: FileRow) -> str:
    values = {**defaults_of(row.entity), **row.values, "number": row.number or 0}
    return _name(row.entity, values, Language.ENGLISH) if row.entity in {"letter", "debate"} else row.name


def _name(entity: str, values: Mapping[str, Any], language: Language = Language.DUTCH) -> str:
    if entity == "letter":
        return letter_name({**values, "title": values.get("title") or ""}, language)
    if entity == "debate":
        return debate_name({**values, "subject": values.get("subject") or ""}, language)
    return str(values.get("name") or "")


def _same(entity: str, name: str, value: Any, other: Any) -> bool:
    stored = (to_stored(entity, {name: one})[name] for one in (value, other))
    return bool(next(stored) == next(stored))


def links_to_records(link: Link) -> bool:
    """Tell whether a link points at a record rather than at a row beside the records."""
    return link.entity in KIND_TABLES or link.entity == "record"
