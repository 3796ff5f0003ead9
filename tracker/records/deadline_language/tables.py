"""Lists of words written as they are read, and tables of phrases that are found by their first word."""

from collections.abc import Iterable

PhraseTable = dict[str, list[tuple[list[str], str]]]
"""For each first word the phrases that begin with it, the longest first, and what each means."""


def word_list(*texts: str) -> list[str]:
    """The words of some texts, in order."""
    return " ".join(texts).split()


def word_set(*texts: str) -> frozenset[str]:
    """The words of some texts."""
    return frozenset(word_list(*texts))


def phrase_table(entries: Iterable[tuple[str, Iterable[str]]]) -> PhraseTable:
    """A table from each meaning and its texts, in which `|` separates the phrases."""
    table: PhraseTable = {}
    for meaning, texts in entries:
        for phrase in "|".join(texts).split("|"):
            parts = phrase.split()
            table.setdefault(parts[0], []).append((parts, meaning))
    return {first: sorted(phrases, key=lambda entry: -len(entry[0])) for first, phrases in table.items()}
