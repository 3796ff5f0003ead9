"""A proposal as the rehearsal shows it: one line of a list, or everything about it, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tracker.basics.language import Language, Text
from tracker.records.field import FieldSpec
from tracker.records.proposal import Doubt, Passage, Place, Proposal
from tracker.records.snapshot import Summary
from tracker.records.value_type import NameOf
from tracker.services.drafting import specs_by_name
from tracker.services.importing.judging import Judgement, Verdict
from tracker.services.importing.parts import PartPlan

_STAYS = Text("blijft zoals het is", "stays as it is")


@dataclass(frozen=True, slots=True)
class Line:
    """One proposal as a list shows it. ``reference`` is that of the record it changes, or the one in the file."""

    number: int
    file: int
    place: Place
    kind: str
    verdict: Verdict
    reference: str
    title: str
    why: Text | None
    is_ticked: bool
    cells: int = 0
    """Of a record that changes: how many of its fields and parts do."""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field as the rehearsal shows it: what stands there, what will, where that is in the file, what is wrong.

    ``is_left``: this field stays as it is, for somebody chose that, or for what ``remark`` says.
    """

    name: str
    caption: Text
    before: str
    after: str
    place: Place
    fault: Text | None = None
    is_left: bool = False
    remark: Text | None = None


@dataclass(frozen=True, slots=True)
class Details:
    """Everything about one proposal. ``candidates`` are the records that it may be; ``parts`` what hangs on it."""

    line: Line
    fields: tuple[FieldLine, ...]
    parts: tuple[PartPlan, ...]
    faults: dict[str, Text]
    doubts: tuple[Doubt, ...]
    candidates: tuple[Summary, ...]
    twin: int | None
    passages: tuple[Passage, ...]
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class FieldsShown:
    """What showing the fields of a proposal rests on. ``raw`` is what the file says, or somebody typed instead."""

    specs: Mapping[str, FieldSpec]
    language: Language
    name_of: NameOf
    proposal: Proposal
    raw: Mapping[str, Any]

    def lines(
        self,
        judgement: Judgement,
        left_values: Mapping[str, Any],
        *,
        is_new: bool,
        left: Mapping[str, Any],
        now: Mapping[str, Any],
    ) -> list[FieldLine]:
        """Give the lines in the order of the file: what changes, what is wrong, and what somebody chose to leave.

        ``left_values`` is what was read of the latter, and ``now`` what stands there.
        """
        order = {name: place for place, name in enumerate(self.raw)}
        lines = self._lines(judgement, left_values, is_new=is_new, left=left, now=now)
        return sorted(lines, key=lambda line: order.get(line.name, len(order)))

    def _lines(
        self,
        judgement: Judgement,
        left_values: Mapping[str, Any],
        *,
        is_new: bool,
        left: Mapping[str, Any],
        now: Mapping[str, Any],
    ) -> Iterator[FieldLine]:
        changes = {one.name: (one.old, one.new) for one in judgement.fields}
        if is_new:
            changes = {name: (None, value) for name, value in judgement.values.items()}
        for name, (old, new) in changes.items():
            yield self._line(name, self._text(name, old), self._text(name, new))
        for name, fault in judgement.faults.items():
            yield self._line(name, "", str(self.raw.get(name, "")), fault=fault)
        held = {one.name: one for one in judgement.held}
        for name in left.keys() - held.keys():
            known = self._text(name, left_values[name]) if name in left_values else str(self.raw.get(name, ""))
            before = self._text(name, now[name]) if now.get(name) is not None else ""
            yield self._line(name, before, known, is_left=True)
        for name, one in held.items():
            before, after = self._text(name, one.old), self._text(name, one.new)
            yield self._line(name, before, after, is_left=True, remark=_STAYS)

    def _line(
        self, name: str, before: str, after: str, *, fault: Text | None = None, is_left: bool = False,
        remark: Text | None = None,
    ) -> FieldLine:  # fmt: skip
        caption = self.specs[name].label if name in self.specs else Text.same(name)
        return FieldLine(name, caption, before, after, self.proposal.place_of(name), fault, is_left, remark)

    def _text(self, name: str, value: Any) -> str:
        return self.specs[name].type.text(value, self.language, self.name_of)


def fault_words(kind: str, faults: Mapping[str, Text]) -> Text:
    """Give what is wrong with a proposal in one line, each fault with its field."""
    specs = specs_by_name(kind)
    named = [(specs[name].label if name in specs else Text.same(name), fault) for name, fault in faults.items()]
    return Text(
        " ".join(f"{caption.nl}: {fault.nl}" if caption.nl else fault.nl for caption, fault in named),
        " ".join(f"{caption.en}: {fault.en}" if caption.en else fault.en for caption, fault in named),
    )
