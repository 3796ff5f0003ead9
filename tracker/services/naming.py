"""From a name that somebody types to the row it means; organisations and persons not yet known are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from typing import Any

from tracker.basics.errors import InvalidValue, NotFound
from tracker.basics.folding import clean, fold
from tracker.basics.language import Language
from tracker.records.change import PersonalDetail
from tracker.records.citation import first_citation
from tracker.records.event import likeness, points_at_its_record
from tracker.records.letter import former_letter_name, letter_reference
from tracker.records.snapshot import Part
from tracker.store.names import Names
from tracker.store.record_store import Store

_NAME_AND_ADDRESS = re.compile(r"\s*(?P<name>[^<>]*?)\s*<(?P<email>[^<>]+)>\s*")
AddRow = Callable[[str, int, Mapping[str, Any], PersonalDetail | None], None]


class Namer:
    """Finds rows by name, address, reference, citation or id, and adds those that may be added.

    What the register holds is read once, when a name is first looked up: an import asks for a hundred thousand.
    """

    def __init__(self, store: Store, add: AddRow) -> None:
        self._store = store
        self._add = add
        self._known: dict[str, dict[str, int]] = {}
        self._papers: dict[Hashable, int] = {}
        self._events: dict[str, tuple[int, date | None]] | None = None

    def ids_of(self, entity: str, text: str) -> tuple[int, ...]:
        """Give the ids for several names, separated by ``;`` or line ends.

        A comma separates too where one of its sides is known; in an unknown name it may belong to the name.
        """
        parts = [one for part in re.split(r"[;\n]", text) for one in self._at_commas(entity, part)]
        found = (self.id_of(entity, part) for part in parts)
        return tuple(dict.fromkeys(row_id for row_id in found if row_id is not None))

    def _at_commas(self, entity: str, text: str) -> list[str]:
        sides = text.split(",")
        if entity != "organisation" or len(sides) == 1 or self._find("organisation", text) is not None:
            return [text]
        return sides if any(self._find("organisation", side) is not None for side in sides) else [text]

    def id_of(self, entity: str, text: str) -> int | None:
        """Give the id for one name; blank gives None. Raises InvalidValue for a letter or debate that is not there."""
        kept, _ = clean(text)
        wanted = " ".join(kept.split())
        if not wanted:
            return None
        by_id = self._by_id(entity, wanted)
        if by_id is not None:
            return by_id
        if wanted.isdigit() or not any(letter.isalpha() for letter in wanted):
            raise InvalidValue(
                f"“{wanted}” is geen naam en geen bekend nummer. Schrijf de naam.",
                f"“{wanted}” is no name and no known number. Write the name.",
            )
        finders = {
            "organisation": self._organisation, "person": self._person, "letter": self._letter, "debate": self._debate,
        }  # fmt: skip
        return finders[entity](wanted)

    def knows(self, entity: str, text: str) -> int | None:
        """Give the id of an organisation or person that is there under this name or address, and make nothing."""
        return self._find(entity, text)

    def learn(self, entity: str, name: str, row_id: int) -> None:
        """Know a row that is being made elsewhere by its name, so that it is not made again."""
        self._index(entity).setdefault(fold(name), row_id)

    def _by_id(self, entity: str, wanted: str) -> int | None:
        if wanted.isdigit() and int(wanted) in self._store.names().by_entity[entity]:
            return int(wanted)
        return None

    def _find(self, entity: str, wanted: str) -> int | None:
        return self._index(entity).get(fold(wanted))

    def _index(self, entity: str) -> dict[str, int]:
        """Give the rows of an entity by all that they are known by, folded; of two with one name the first."""
        if entity not in self._known:
            read = {
                "organisation": self._organisations, "person": self._persons, "debate": self._debates,
                "letter": self._letters,
            }  # fmt: skip
            found: dict[str, int] = {}
            for name, row_id in read[entity]():
                if name:
                    found.setdefault(fold(name), row_id)
            self._known[entity] = found
        return self._known[entity]

    def _organisations(self) -> Iterator[tuple[str | None, int]]:
        for part in self._store.rows("organisation"):
            for name in (part["name"], part["full_name"], *part["aliases"]):
                yield name, part.id

    def _persons(self) -> Iterator[tuple[str | None, int]]:
        names = self._store.names()
        for row_id, name in names.by_entity["person"].items():
            yield names.emails.get(row_id), row_id
            yield name, row_id

    def _debates(self) -> Iterator[tuple[str | None, int]]:
        names = self._store.names()
        for part in self._store.rows("debate"):
            for name in (part["subject"], part["number"], *_shown(names, part)):
                yield name, part.id

    def _organisation(self, wanted: str) -> int:
        known = self._find("organisation", wanted)
        if known is not None:
            return known
        row_id = self._store.new_id("organisation")
        self._add("organisation", row_id, {"name": wanted}, None)
        self.learn("organisation", wanted, row_id)
        return row_id

    def _person(self, wanted: str) -> int:
        name, email = split_address(wanted)
        known = self._find("person", email or name)
        if known is not None:
            return known
        row_id, detail = self._store.new_id("person"), self._store.new_id("person_detail")
        personal = PersonalDetail(detail, row_id, name or email or "", email)
        self._add("person", row_id, {"detail": detail}, personal)
        self.learn("person", email or name, row_id)
        return row_id

    def _letter(self, wanted: str) -> int:
        known = self._find("letter", wanted)
        cited = first_citation(wanted) if known is None else None
        if cited is not None:
            known = self._papers.get(cited.key)
        if known is None:
            raise InvalidValue(
                f"Brief “{wanted}” is niet bekend. Schrijf het nummer (B-2), de vindplaats of de titel.",
                f"Letter “{wanted}” is not known. Write its number (B-2), citation or title.",
            )
        return known

    def _letters(self) -> Iterator[tuple[str | None, int]]:
        names = self._store.names()
        for part in self._store.rows("letter"):
            cited = first_citation(part["citation"] or "")
            if cited is not None:
                self._papers.setdefault(cited.key, part.id)
            shown = (*_shown(names, part), former_letter_name(part.values))
            for name in (letter_reference(part["number"]), part["title"], *shown):
                yield name, part.id

    def event_of(self, wanted: str, known_id: int | None = None) -> tuple[int, date | None]:
        """Give the id and the day of the event that these words name, alike or exactly; one not yet known is made.

        Words that point ("dit gesprek") mean another event for each deadline. ``known_id`` is a choice made before.
        """
        events = self._known_events()
        if known_id is not None and str(known_id) in events:
            return events[str(known_id)]
        key = likeness(wanted)
        if key not in events or points_at_its_record(wanted):
            row_id = self._store.new_id("event")
            self._add("event", row_id, {"name": wanted}, None)
            events[str(row_id)] = events[key] = (row_id, None)
        return events[key]

    def learn_event(self, row_id: int, name: str, day: date | None) -> None:
        """Know an event that is being made elsewhere."""
        events = self._known_events()
        events[str(row_id)] = (row_id, day)
        if not points_at_its_record(name):
            events.setdefault(likeness(name), (row_id, day))

    def _known_events(self) -> dict[str, tuple[int, date | None]]:
        if self._events is None:
            rows = self._store.rows("event")
            self._events = {str(row.id): (row.id, row["day"]) for row in rows}
            self._events |= {
                likeness(row["name"]): (row.id, row["day"]) for row in rows if not points_at_its_record(row["name"])
            }
        return self._events

    def _debate(self, wanted: str) -> int:
        known = self._find("debate", wanted)
        if known is not None:
            return known
        raise InvalidValue(
            f"Debat “{wanted}” is niet bekend. Voeg het eerst toe, of kies uit de lijst.",
            f"Debate “{wanted}” is not known. Add it first, or choose from the list.",
        )


def find_letter(store: Store, wanted: str) -> Part | None:
    """Give a letter by its reference (B-2), its citation in any form, or its title."""
    key = fold(wanted)
    cited = first_citation(wanted)
    for part in store.rows("letter"):
        shown = {fold(name) for name in _shown(store.names(), part)}
        if key in {fold(letter_reference(part["number"])), fold(part["title"]), *shown}:
            return part
        own = first_citation(part["citation"] or "")
        if cited is not None and own is not None and cited.key == own.key:
            return part
    return None


def letter_named(store: Store, wanted: str) -> Part:
    """Give a letter by reference, citation or title. Raises NotFound."""
    found = find_letter(store, wanted)
    if found is None:
        raise NotFound(
            f"Er is geen brief “{wanted}”. Bekijk de brieven met: tracker letters",
            f"There is no letter “{wanted}”. See the letters with: tracker letters",
        )
    return found


def _shown(names: Names, part: Part) -> Iterator[str]:
    """Give the names by which a row is shown: what was read in one language is understood in the other."""
    return (names(part.entity, part.id, language) for language in Language)


def split_address(wanted: str) -> tuple[str, str | None]:
    """Give the name and the address in what was written as ``Name <e-mail>`` or as one of the two."""
    found = _NAME_AND_ADDRESS.fullmatch(wanted)
    wanted = wanted.removesuffix("<>").strip()
    if found:
        return found["name"], found["email"].strip()
    return ("", wanted) if "@" in wanted and " " not in wanted else (wanted, None)
