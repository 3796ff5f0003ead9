"""Cells that name people, organisations and ministers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.workbook.cell_words import words_of
from tracker.exchange.incoming.workbook.grid import Value
from tracker.exchange.incoming.workbook.row import (
    Act,
    ColumnPlan,
    Fate,
    KindFacts,
    RowRead,
    keeping,
    of_each_row,
    putting,
    taken,
)
from tracker.records.member import Member, Submitter
from tracker.records.member_text import MembersText, read_members
from tracker.records.ministers import is_ministry, minister_named, ministry_named, split_ministers
from tracker.records.nothing_known import says_nothing
from tracker.records.party import party_named

_ADDRESS: Final = re.compile(r"(?:(?P<name>[^<>;,]*?)\s*<)?(?P<address>[\w.+'-]+@[\w-]+(?:\.[\w-]+)+)>?")
_CHAMBERS: Final = {
    "tweede kamer": "Tweede Kamer", "tk": "Tweede Kamer", "eerste kamer": "Eerste Kamer", "ek": "Eerste Kamer",
}  # fmt: skip
_STRONG: Final = re.compile(r"\s*[;\n|]\s*|\s+/\s+")
_PEOPLE: Final = re.compile(r"\s*[;\n|/&]\s*|\s+(?:en|and)\s+")


@of_each_row
def read_members_field(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read the members who submitted a motion, or to whom something was promised."""
    text = words_of(value)
    if says_nothing(text):
        return Fate.TAKEN
    if (chamber := _CHAMBERS.get(fold(text))) is not None and plan.target != "submitters":
        return row.put_or_keep("chamber", chamber, plan, text)
    named = read_members(text)
    if named is None:
        return row.keep(plan, text)
    row.put(plan.target, _items(plan.target, named), plan)
    if named.with_others:
        row.remarks.append(f"{plan.heading}: {text}")
    return Fate.TAKEN


def _items(target: str, named: MembersText) -> tuple[Any, ...]:
    if target == "submitters":
        return tuple(Submitter(one.name, one.party, place > 0) for place, one in enumerate(named.members))
    return tuple(Member(one.name, one.party) for one in named.members)


@of_each_row
def read_party(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read a column with the parties of the members in another column."""
    text = words_of(value)
    if not says_nothing(text):
        pieces = re.split(r"\s*[;,\n&]\s*|\s+en\s+", text)
        if party_named(text):
            pieces = [text]
        row.extra["parties"] = [party_named(piece) or piece for piece in pieces if piece]
        row.extra["party column"] = plan
    return Fate.TAKEN


def read_ministers(_: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read who answers for it: the first minister, and the others as co-responsible."""
    text = words_of(value)
    if says_nothing(text):
        return taken
    first, *others = split_ministers(text)
    if plan.target == "minister" and not is_ministry(first) and _ADDRESS.fullmatch(text):
        return putting("owner", text, plan, text)
    if not others:
        return putting(plan.target, first, plan, text)

    def act(row: RowRead) -> Fate:
        if not row.put(plan.target, first, plan):
            return row.keep(plan, text)
        if plan.target == "minister":
            row.put("co_ministers", tuple(others), plan)
        else:
            row.remarks.append(f"{plan.heading}: {text}")
        return Fate.TAKEN

    return act


@of_each_row
def read_co_ministers(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read ministers on whose behalf it is too."""
    text = words_of(value)
    if not says_nothing(text):
        row.put("co_ministers", tuple(split_ministers(text)), plan)
    return Fate.TAKEN


def read_owner(_: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read the officer: a name or an address. More of them, and what is an organisation, have their own place."""
    text = words_of(value)
    if says_nothing(text):
        return taken
    if ministry_named(text) is not None:
        return putting("lead", " ".join(text.split()), plan, text)
    if not any(sign.isalpha() for sign in text):
        return keeping(plan, text)
    addresses = [_address(found) for found in _ADDRESS.finditer(text)]
    pieces = addresses or [" ".join(piece.split()) for piece in _PEOPLE.split(text) if piece.strip()]
    take = keeping(plan, text) if not pieces or len(pieces[0]) > 120 else putting("owner", pieces[0], plan, text)
    if len(pieces) <= 1:
        return take

    def act(row: RowRead) -> Fate:
        row.remarks.append(f"{plan.heading}: {text}")
        return take(row)

    return act


def _address(found: re.Match[str]) -> str:
    name = (found["name"] or "").strip(" ,;")
    return f"{name} <{found['address']}>" if name else found["address"]


@lru_cache(maxsize=2048)
def organisations_in(text: str) -> tuple[str, ...]:
    """Part a list of organisations, but never a name such as "Justitie en Veiligheid"."""
    pieces: list[str] = []
    for part in _STRONG.split(text):
        words = " ".join(part.split()).strip(" ,")
        if not words:
            continue
        if minister_named(words) is not None:
            pieces.append(words)
            continue
        for piece in _at_commas(words):
            pieces += _at_and(piece)
    return tuple(dict.fromkeys(pieces))


def _at_commas(words: str) -> list[str]:
    hidden = re.sub(r"\([^()]*\)", lambda found: "\0" * len(found[0]), words)
    if re.search(r"\b(?:ministerie|minister|staatssecretaris)\b", words, re.IGNORECASE):
        return [words]
    pieces, start = [], 0
    for sign in re.finditer(r"\s*,\s*", hidden):
        pieces.append(words[start : sign.start()])
        start = sign.end()
    return [piece for piece in (*pieces, words[start:]) if piece]


def _at_and(words: str) -> list[str]:
    sides = re.split(r"\s+(?:en|and|&)\s+", words)
    few = all(len(side.split()) <= 2 for side in sides)
    return sides if len(sides) > 1 and few and not any(side.endswith("-") for side in sides) else [words]


def read_organisation(facts: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read one organisation; the others that a cell names too become partners."""
    text = words_of(value)
    if says_nothing(text):
        return taken
    if not any(sign.isalpha() for sign in text):
        return keeping(plan, text)
    if plan.target == "lead" and _ADDRESS.search(text):
        return read_owner(facts, plan, value)
    first, *others = organisations_in(text) or (text,)
    if not others:
        return putting(plan.target, first, plan, text)

    def act(row: RowRead) -> Fate:
        if not row.put(plan.target, first, plan):
            return row.keep(plan, text)
        row.put("partners", tuple(others), plan)
        if plan.target != "lead":
            row.remarks.append(f"{plan.heading}: {text}")
        return Fate.TAKEN

    return act


def read_organisations(_: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read any number of organisations."""
    text = words_of(value)
    if says_nothing(text):
        return taken
    named = tuple(one for one in organisations_in(text) if any(sign.isalpha() for sign in one))
    if not named or any(len(one) > 160 for one in named):
        return keeping(plan, text)
    return putting(plan.target, named, plan, text)  # a field of several takes in what is put


def join_parties(row: RowRead) -> None:
    """Give the members their parties from another column, where the two fit."""
    parties = row.extra.get("parties")
    if not parties:
        return
    plan: ColumnPlan = row.extra["party column"]
    target = "submitters" if row.kind.code == "motion" else "made_to"
    members = row.values.get(target) or ()
    bare = [one for one in members if one.party is None]
    if bare and len(parties) in {1, len(members)}:
        of_all = parties * len(members) if len(parties) == 1 else parties
        if len(parties) == 1 and len(members) > 1:
            of_all = [parties[0], *[None] * (len(members) - 1)]
        row.values[target] = tuple(
            type(one)(one.name, one.party or party, *([one.co_signed] if isinstance(one, Submitter) else []))
            for one, party in zip(members, of_all, strict=True)
        )
        return
    row.remarks.append(f"{plan.heading}: {', '.join(parties)}")
