"""Names of people as lists write them, told from those of organisations.

>>> is_person("Sanne de Wit"), is_person("J. van Leeuwen"), is_person("Nationale Politie"), is_person("KMar")
(True, True, False, False)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tracker.basics.folding import fold

_SMALL: Final = frozenset(
    ("van", "de", "der", "den", "ten", "ter", "te", "het", "'t", "’t", "el", "al", "von", "la", "di", "da", "in", "op")
)
_INITIALS: Final = re.compile(r"(?:[A-ZÀ-Þ][a-z]?\.\s?-?){1,6}")
_CAPITAL: Final = re.compile(r"(?:[dD]['’])?[A-ZÀ-Þ][a-zà-ÿ]+(?:[-'’][A-ZÀ-Þ]?[a-zà-ÿ]+)*")
_NO_PERSON: Final = re.compile(
    r"politie|polic|raad\b|council|board|minister|directie|directorate|stichting|foundation|dienst|service|commissie|"
    r"committee|commission|fonds|fund\b|inspecti|inspector|team\b|afdeling|unit\b|bureau|centrum|cent(?:re|er)\b|groep|"
    r"group|programma|programme|openbaar|nationa|koninklijk|marechaussee|kruis\b|cross\b|universiteit|university|"
    r"school|platform|netwerk|network|vereniging|federatie|instituut|institute|agency|office|department|kamer\b|"
    r"gemeente|provincie|leger\b|kabinet|rechter|rapporteur|coordinator|advocat|reclassering|huis\b|land(?:en)?\b|"
    r"douane|justitie|veiligheid|zaken\b|zorg\b|bank\b|unie\b|union\b|europ|brief|vragen|overleg|debat",
)
_MOST_WORDS: Final = 6
_NOBODY: Final = frozenset(
    (
        "vacature",
        "vacant",
        "vac.",
        "allen",
        "iedereen",
        "alle",
        "all",
        "everyone",
        "nog te benoemen",
        "n.n.",
        "wisselend",
    )
)


@lru_cache(maxsize=4096)
def is_person(text: str) -> bool:
    """Tell whether a text is the name of one person: a first name or initials, and a last name."""
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or _NO_PERSON.search(fold(text)):
        return False
    first, *middle, last = words
    if not (_INITIALS.fullmatch(first) or _CAPITAL.fullmatch(first)) or not _CAPITAL.fullmatch(last):
        return False
    return all(one in _SMALL or _INITIALS.fullmatch(one) for one in middle if not _CAPITAL.fullmatch(one)) and (
        not middle or any(not _CAPITAL.fullmatch(one) for one in middle) or _INITIALS.fullmatch(first) is not None
    )  # three words with capitals may be anything: Meld Misdaad Anoniem


def is_nobody(text: str) -> bool:
    """Tell whether a text says that no one person has it: vacature, allen."""
    return fold(text) in _NOBODY
