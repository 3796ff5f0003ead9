"""A member of one of the Chambers, as submitter of a motion or as the one to whom something was promised."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from tracker.basics.language import Language
from tracker.records.item import Item, part
from tracker.records.value_type import YES_NO

_NAME_AND_PARTY = re.compile(r"(?P<name>[^()]*?)\s*(?:\((?P<party>[^()]*)\))?\s*")


@dataclass(frozen=True)
class Member(Item):
    """A member with party, written ``Boomsma (NSC)``."""

    name: str | None = part("Naam", "Name", width_px=180)
    party: str | None = part("Fractie", "Party", width_px=100)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``Name (Party)``, or the parts with ``|`` between them."""
        found = _NAME_AND_PARTY.fullmatch(text.strip())
        if "|" in text or found is None:
            return super().parse(text)
        return cls(**{name: words.strip() or None for name, words in found.groupdict(default="").items()})

    def text(self, language: Language = Language.DUTCH) -> str:
        """Give ``Name (Party)``."""
        return f"{self.name or '?'} ({self.party})" if self.party else self.name or ""


@dataclass(frozen=True)
class Submitter(Member):
    """A submitter of a motion: the first one, or one who signed with them (``Boomsma (NSC); + Ceder (CU)``)."""

    co_signed: bool = part("Mede-indiener", "Co-submitter", YES_NO, width_px=110, default=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``Name (Party)``, with a plus before those who co-signed."""
        words = text.strip()
        if "|" in words or not words.startswith("+"):
            return super().parse(words)
        first = super().parse(words[1:])
        return cls(first.name, first.party, True)

    def text(self, language: Language = Language.DUTCH) -> str:
        """Give ``Name (Party)``, with a plus where co-signed."""
        words = super().text(language)
        return f"+ {words}" if self.co_signed else words
