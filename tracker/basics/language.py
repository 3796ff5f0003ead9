"""Words for people, in Dutch and English side by side, so that neither can be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages of the program; the value is the ISO 639-1 code."""

    DUTCH = "nl"
    ENGLISH = "en"

    @property
    def own_name(self) -> str:
        """Give the language as those who speak it call it."""
        return {Language.DUTCH: "Nederlands", Language.ENGLISH: "English"}[self]


@dataclass(frozen=True, slots=True)
class Text:
    """One piece of interface text in both languages."""

    nl: str
    en: str

    def to(self, language: Language) -> str:
        """Give the words in one language."""
        return self.nl if language is Language.DUTCH else self.en

    def __str__(self) -> str:
        """Dutch comes first in this program, also where no language was asked for."""
        return self.nl

    def __reduce__(self) -> tuple[type[Text], tuple[str, str]]:
        """Be pickled as a call: unpacked much quicker than field by field, and there are many."""
        return Text, (self.nl, self.en)

    @classmethod
    def same(cls, words: str) -> Text:
        """Make a text that reads the same in both languages: a name, a code, a figure."""
        return cls(words, words)
