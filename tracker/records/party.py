"""Parties (fracties) by the names that lists use for them."""

from __future__ import annotations

from typing import Final

from tracker.basics.folding import fold

_PARTIES: Final[dict[str, tuple[str, ...]]] = {
    "ChristenUnie": ("CU", "christen unie"),
    "GroenLinks-PvdA": ("GL-PvdA", "GL/PvdA", "GroenLinks/PvdA", "PvdA-GL", "PvdA/GroenLinks", "GLPvdA"),
    "GroenLinks": ("GL",),
    "PvdA": ("partij van de arbeid",),
    "NSC": ("Nieuw Sociaal Contract",),
    "PvdD": ("Partij voor de Dieren",),
    "FVD": ("Forum voor Democratie",),
    "BBB": ("BoerBurgerBeweging",),
    "DENK": (),
    "VVD": (),
    "PVV": ("Partij voor de Vrijheid",),
    "CDA": (),
    "D66": ("D'66", "D 66"),
    "SP": ("Socialistische Partij",),
    "SGP": (),
    "JA21": ("JA 21",),
    "Volt": (),
    "50PLUS": ("50 plus", "50+"),
    "OPNL": ("OSF",),
    "LPF": (),
    "Bij1": (),
}
_BY_WORDS: Final = {fold(words): party for party, others in _PARTIES.items() for words in (party, *others)}


def party_named(text: str) -> str | None:
    """Give a party by any of its names; None for one that is not known."""
    return _BY_WORDS.get(fold(text))
