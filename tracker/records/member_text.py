"""Members of the Chambers as cells name them: Boomsma (NSC) en Ceder (CU); het lid Mutluer c.s.; Ceder, Bikker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracker.records.party import party_named

_TITLES: Final = re.compile(
    r"^(?:motie\s+)?(?:van\s+)?(?:de\s+|het\s+)?(?:leden|lid|kamerleden|kamerlid|senatoren|senator|dhr\.?|mw\.?|"
    r"mevr\.?|mevrouw|de heer|heer)\s+",
    re.IGNORECASE,
)
_WITH_OTHERS: Final = re.compile(r"\s*\b(?:c\.\s?s\.?|cs|e\.\s?a\.?|et al\.?|en anderen)(?=\W|$)\.?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:[;\n/&+]|\ben\b|\band\b)\s*|\s*,\s*(?!(?:[A-Z]\.)+)(?!\s*(?:van|de|den|der)\b)")
_NAME: Final = re.compile(r"(?P<name>[^()\[\]]*?)\s*[(\[](?P<party>[^()\[\]]*)[)\]]\s*")
_TAIL: Final = re.compile(r"(?P<name>.+?)\s*[,–-]\s*(?P<party>[^,]+)")


@dataclass(frozen=True, slots=True)
class MemberText:
    """One member as named, and the party where one stands with the name."""

    name: str
    party: str | None


@dataclass(frozen=True, slots=True)
class MembersText:
    """The members in a cell; ``with_others``: more who are not named (c.s.)."""

    members: tuple[MemberText, ...]
    with_others: bool


@lru_cache(maxsize=1024)
def read_members(text: str) -> MembersText | None:
    """Read who a cell names; None where it holds more than names."""
    words = " ".join(text.replace("\n", " ; ").split())
    with_others = _WITH_OTHERS.search(words) is not None
    words = _TITLES.sub("", _WITH_OTHERS.sub("", words)).strip(" ,;.")
    if not words:
        return None
    members: list[MemberText] = []
    for piece in _pieces(words):
        bare = _TITLES.sub("", piece).strip(" ,;")
        if not bare:
            continue
        if members and (party := party_named(bare)) and members[-1].party is None:
            members[-1] = MemberText(members[-1].name, party)  # Ceder, CU
            continue
        found = _NAME.fullmatch(bare)
        name, party = (found["name"], found["party"].strip() or None) if found else (bare, None)
        if not found and (tail := _TAIL.fullmatch(bare)) and party_named(tail["party"]):
            name, party = tail["name"], tail["party"]
        if not name or not _is_name(name):
            return None
        members.append(MemberText(name, (party_named(party) or party) if party else None))
    return MembersText(tuple(members), with_others) if members else None


def _pieces(words: str) -> list[str]:
    """Part the names, but not within the brackets of a party (GL/PvdA)."""
    kept = re.sub(r"[(\[][^()\[\]]*[)\]]", lambda found: "\0" * len(found[0]), words)
    pieces, start = [], 0
    for sign in _BETWEEN.finditer(kept):
        pieces.append(words[start : sign.start()])
        start = sign.end()
    return [*pieces, words[start:]]


def _is_name(name: str) -> bool:
    return len(name) <= 60 and len(name.split()) <= 6 and not re.search(r"\d{3}|[?!:]", name) and name[:1].isalpha()
