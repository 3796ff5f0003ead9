"""How many records or letters are on show and chosen, in the words of the status line."""

from __future__ import annotations

from tracker.basics.language import Text

_RECORDS = Text.same("record"), Text.same("records")
_LETTERS = Text("brief", "letter"), Text("brieven", "letters")


def numbers_words(shown: int, chosen: int, *, are_letters: bool = False) -> Text:
    """Say how many there are, and how many of them are chosen where any is."""
    one, many = _LETTERS if are_letters else _RECORDS
    noun = one if shown == 1 else many
    also = Text(f" · {chosen} gekozen", f" · {chosen} selected") if chosen else Text("", "")
    return Text(f"{shown} {noun.nl} getoond{also.nl}", f"{shown} {noun.en} shown{also.en}")
