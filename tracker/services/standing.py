"""What several records have now in some fields, counted: the state before a change of all of them is thought up."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence

from tracker.basics.language import Language, Text
from tracker.records.condition import empty_words
from tracker.records.field import FieldSpec
from tracker.services.rehearsal import RECORDS_A_TURN
from tracker.store.record_store import Store

_SHOWN_IN_LINE = 4


class Standing:
    """Counts in turns, so that whoever asks stays alive meanwhile. Every record is counted once for each field."""

    def __init__(
        self, store: Store, ids: Sequence[int], specs: Sequence[FieldSpec], language: Language = Language.DUTCH
    ) -> None:
        self.specs = tuple(specs)
        self._store = store
        self._ids = array("q", ids)
        self._language = language
        self._place = 0
        self._found: dict[str, Counter[str]] = {spec.name: Counter() for spec in specs}

    @property
    def is_done(self) -> bool:
        """Tell whether all records were counted."""
        return self._place >= len(self._ids)

    def go_on(self) -> bool:
        """Count the next records; gives whether there are more."""
        some = self._ids[self._place : self._place + RECORDS_A_TURN]
        self._place += len(some)
        names = self._store.names()
        for record in self._store.records(some):
            for spec in self.specs:
                self._found[spec.name][spec.type.text(record.values.get(spec.name), self._language, names)] += 1
        return not self.is_done

    def values(self, spec: FieldSpec) -> list[tuple[str, int]]:
        """Give what stands in a field and in how many records, the most frequent first; nothing known in a word."""
        nothing = empty_words(spec).to(self._language)
        found = self._found[spec.name]
        return sorted(((words or nothing, count) for words, count in found.items()), key=lambda one: (-one[1], one[0]))

    def told(self, spec: FieldSpec) -> str:
        """Give what stands in a field on one line: *niemand (4), Daan Bakker (2)*; of many values the first few."""
        values = self.values(spec)
        if len(values) == 1:
            return " ".join(values[0][0].split())
        shown = ", ".join(f"{' '.join(words.split())} ({count})" for words, count in values[:_SHOWN_IN_LINE])
        return f"{shown}, …" if len(values) > _SHOWN_IN_LINE else shown

    def differing(self, spec: FieldSpec) -> Text:
        """Say in how many ways the records differ in a field."""
        count = len(self._found[spec.name])
        if count <= 1:
            return Text("overal gelijk", "the same everywhere")
        return Text(f"{count} waarden", f"{count} values")
