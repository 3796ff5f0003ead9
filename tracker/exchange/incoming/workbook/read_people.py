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
from tracker.records.citation import read_citations
from tracker.records.member import Member, Submitter
from tracker.records.member_text import MembersText, read_members
from tracker.records.ministers import is_ministry, minister_named, ministry_named, split_ministers
from tracker.records.motion_naming import MotionNamed, motions_named
from tracker.records.nothing_known import says_nothing
from tracker.records.party import party_named
from tracker.records.person_name import is_nobody, is_person

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
    if plan.target == "submitters" and (motion := motion_named(text)) is not None and motion.submitters:
        row.put("submitters", motion.submitters, plan)
        row.extra.setdefault("motion name", text)
        return Fate.TAKEN
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


def read_ministers(facts: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read who answers for it: the first minister, and the others as co-responsible."""
    text = words_of(value)
    if says_nothing(text):
        return taken
    first, *others = split_ministers(text)
    if plan.target == "minister" and not any(is_ministry(one) for one in (first, *others)) and not _POST.search(text):
        # people and other organisations answer for it in many lists; ministers they are not
        is_owner = _ADDRESS.fullmatch(text) or is_person(text)
        return read_owner(facts, plan, value) if is_owner else _as_lead(plan, text)
    units = [one for one in others if _UNIT.fullmatch(one) and not is_ministry(one)]
    unit = units[0] if plan.target == "minister" and len(units) == 1 and "directie" in facts.specs else None
    if unit is not None:
        others.remove(unit)
    if not others and unit is None:
        return putting(plan.target, first, plan, text)

    def act(row: RowRead) -> Fate:
        if unit is not None:
            row.put("directie", unit, plan)  # BZK/CZW
        if not row.put(plan.target, first, plan):
            return row.keep(plan, text)
        if others and plan.target == "minister":
            row.put("co_ministers", tuple(others), plan)
        elif others:
            row.remarks.append(f"{plan.heading}: {text}")
        return Fate.TAKEN

    return act


_POST: Final = re.compile(r"\b(?:minister|min\.|staatssecretaris|stas)", re.IGNORECASE)
_UNIT: Final = re.compile(r"[A-Z][A-Za-z&]{1,7}")


def _as_lead(plan: ColumnPlan, text: str) -> Act:
    first, *others = organisations_in(text) or (text,)

    def act(row: RowRead) -> Fate:
        if not row.put("lead", first, plan):
            return row.keep(plan, text)
        if others:
            row.put("partners", tuple(others), plan)
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
    if not any(sign.isalpha() for sign in text) or is_nobody(text):
        return keeping(plan, text)
    addresses = [_address(found) for found in _ADDRESS.finditer(text)]
    pieces = addresses or [" ".join(piece.split()) for piece in _PEOPLE.split(text) if piece.strip()]
    if not pieces or len(pieces[0]) > 120:
        take, is_whole = keeping(plan, text), len(pieces) <= 1
    else:
        instead = _INSTEAD.match(pieces[0])  # Petra i.p.v. Jan
        take = putting("owner", instead[1] if instead else pieces[0], plan, text)
        is_whole = len(pieces) == 1 and instead is None
    if is_whole:
        return take

    def act(row: RowRead) -> Fate:
        row.remarks.append(f"{plan.heading}: {text}")
        return take(row)

    return act


_INSTEAD: Final = re.compile(r"^(.+?)\s+\(?(?:i\.?p\.?v\.?|in plaats van|voorheen|was)\s+.+$", re.IGNORECASE)


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
    if plan.target == "lead" and (_ADDRESS.search(text) or is_person(text)):
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


@lru_cache(maxsize=2048)
def motion_named(text: str) -> MotionNamed | None:
    """Give the motion that a short text names and opens with; None for any other text."""
    if len(text) > _LONGEST_NAME or "motie" not in text[:30].casefold():
        return None
    found = motions_named(text, is_heading=True)
    return found[0] if found and found[0].start <= 3 else None


_LONGEST_NAME: Final = 400
_OTHER_MOTION: Final = re.compile(r"t\.?\s?v\.?\s?v\.?|vervang|ter vervanging|zie ook|gewijzigd", re.IGNORECASE)


def finish_motion_name(row: RowRead) -> None:
    """Take from how a motion is called who tabled it, where it is found and whether it amends another."""
    plan = ColumnPlan(row.columns.get("title", 0), "", "title")
    for text in (row.extra.get("motion name"), row.values.get("title")):
        named = motion_named(str(text)) if text else None
        if named is None:
            continue
        if named.submitters and not row.values.get("submitters"):
            row.put("submitters", named.submitters, plan)
        if named.sort != "motie" and not row.values.get("sort"):
            row.put("sort", named.sort, plan)
        papers = [one for one in read_citations(str(text)) if one.kind == "kamerstuk" and one.number]
        if len(papers) == 1 and not row.values.get("citation") and not _OTHER_MOTION.search(str(text)):
            row.put("citation", papers[0].canonical, plan)


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
