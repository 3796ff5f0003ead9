"""Any steps in any order, held against a model in plain Python; undoing everything leaves an empty register."""

from __future__ import annotations

import shutil
import tempfile
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from tests import builders as build
from tracker.records.deadline_rules import next_of
from tracker.records.filter import Filter
from tracker.records.registry import KINDS
from tracker.records.relation import RELATIONS
from tracker.store.first_page import read_first_page
from tracker.store.integrity import check

KIND_CODES = [kind.code for kind in KINDS]
TITLES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=12).filter(
    lambda text: bool(" ".join(text.split()))
)
DAYS = st.dates(date(1899, 1, 1), date(9999, 12, 31))
NAMES = st.sampled_from(["OM", "politie", "KMar", "VNG"])


@dataclass
class Model:
    """What the register should hold, by reference."""

    titles: dict[str, str] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    deadlines: dict[str, list[date | None]] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)


class AnySteps(RuleBasedStateMachine):
    """The store beside the model; ``past`` and ``future`` are the model's own undo and redo."""

    references = Bundle("references")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "register.db"
        self.store = build.new_store(self.path)
        self.model = Model()
        self.past: list[Model] = []
        self.future: list[Model] = []
        self.given: set[str] = set()

    def teardown(self) -> None:
        while self.past:
            self._undo()
        assert list(self.store.order(Filter(), build.TODAY)) == []
        assert check(self.store) == []
        for entity in ("organisation", "letter", "debate"):
            assert self.store.rows(entity) == []
        self.store.close()
        shutil.rmtree(self.folder)

    def _did(self) -> Model:
        """Remember the model as it is and give it for changing."""
        self.past.append(deepcopy(self.model))
        self.future.clear()
        return self.model

    @rule(target=references, kind=st.sampled_from(KIND_CODES), title=TITLES, lead=st.none() | NAMES)
    def make(self, kind: str, title: str, lead: str | None) -> str:
        made = build.record(self.store, kind, title=title, lead=lead or "")
        assert made.reference not in self.given
        self.given.add(made.reference)
        model = self._did()
        model.titles[made.reference] = " ".join(title.split())
        model.deadlines[made.reference] = []
        if lead:
            model.leads[made.reference] = lead
        return made.reference

    @rule(reference=references, title=TITLES)
    def change(self, reference: str, title: str) -> None:
        if self._is_there(reference) and self.model.titles[reference] != " ".join(title.split()):
            build.change(self.store, self.store.find(reference), title=title)
            self._did().titles[reference] = " ".join(title.split())

    @rule(references=st.lists(references, min_size=1, max_size=3, unique=True))
    def delete(self, references: list[str]) -> None:
        there = [reference for reference in references if self._is_there(reference)]
        if there:
            build.delete(self.store, *(self.store.find(reference) for reference in there))
            model = self._did()
            for reference in there:
                for by_reference in (model.titles, model.leads, model.deadlines):
                    by_reference.pop(reference, None)
            model.relations = [one for one in model.relations if not {one[0], one[2]} & set(there)]

    @rule(reference=references, end=st.none() | DAYS)
    def add_deadline(self, reference: str, end: date | None) -> None:
        if self._is_there(reference):
            build.deadline(self.store, self.store.find(reference), wording="ooit", end=end)
            self._did().deadlines[reference].append(end)

    @rule(start=references, how=st.sampled_from(list(RELATIONS)), end=references)
    def relate(self, start: str, how: str, end: str) -> None:
        if start != end and self._is_there(start) and self._is_there(end):
            build.relation(self.store, self.store.find(start), how, self.store.find(end))
            self._did().relations.append((start, how, end))

    @rule()
    def undo(self) -> None:
        if self.past:
            self._undo()

    def _undo(self) -> None:
        self.store.undo()
        self.future.append(self.model)
        self.model = self.past.pop()

    @rule()
    def redo(self) -> None:
        if self.future:
            self.store.redo()
            self.past.append(self.model)
            self.model = self.future.pop()

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = build.open_store(self.path)

    def _is_there(self, reference: str) -> bool:
        return reference in self.model.titles

    @invariant()
    def the_check_is_clean(self) -> None:
        assert check(self.store) == []

    @invariant()
    def the_register_is_the_model(self) -> None:
        found = self.store.records(self.store.order(Filter(), build.TODAY))
        names = self.store.names()
        assert {one.reference: one["title"] for one in found} == self.model.titles
        leads = {one.reference: names("organisation", one["lead"]) for one in found if one["lead"]}
        assert leads == self.model.leads

    @invariant()
    def what_hangs_on_records_is_the_model(self) -> None:
        ids = self.store.order(Filter(), build.TODAY)
        rows = {row.id: row for row in self.store.summaries(ids)}
        relations = set()
        for row_id, parts in self.store.parts_of(ids).items():
            ends = self.model.deadlines[rows[row_id].reference]
            assert [one["end"] for one in parts.deadlines] == ends
            expected = next_of({"end": end, "met_on": None, "sort": "toegezegd"} for end in ends)
            assert rows[row_id].deadline_end == (expected or {}).get("end")
            relations |= {(rows[one["record_id"]].reference, one["how"], rows[one["to_id"]].reference, one.id)
                          for one in parts.relations}  # fmt: skip
        assert sorted(one[:3] for one in relations) == sorted(self.model.relations)

    @invariant()
    def the_first_page_is_the_list(self) -> None:
        page = read_first_page(self.path, build.TODAY)
        assert page is not None
        assert page.ids == self.store.order(Filter(), build.TODAY)
        assert page.counts == self.store.counts(build.TODAY)

    @invariant()
    def undo_and_redo_are_offered_where_there_is_something(self) -> None:
        assert (self.store.to_undo() is not None) == bool(self.past)
        assert (self.store.to_redo() is not None) == bool(self.future)


AnySteps.TestCase.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow], database=None,
)  # fmt: skip
TestAnySteps = AnySteps.TestCase
