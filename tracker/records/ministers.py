"""Members of the government as papers and lists name them: in full, in prose, or by the letters of their ministry.

>>> minister_named("MJenV")
'minister van Justitie en Veiligheid'
>>> ministers_in("mede namens de minister van Langdurige Zorg, Jeugd en Sport en de staatssecretaris van JenV")
['minister van Langdurige Zorg, Jeugd en Sport', 'staatssecretaris van Justitie en Veiligheid']
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tracker.basics.folding import fold

MINISTRIES: Final[dict[str, str]] = {
    "JenV": "Justitie en Veiligheid",
    "AenM": "Asiel en Migratie",
    "SZW": "Sociale Zaken en Werkgelegenheid",
    "BZ": "Buitenlandse Zaken",
    "BHO": "Buitenlandse Handel en Ontwikkelingssamenwerking",
    "BuHaOS": "Buitenlandse Handel en Ontwikkelingssamenwerking",
    "BHOS": "Buitenlandse Handel en Ontwikkelingssamenwerking",
    "VWS": "Volksgezondheid, Welzijn en Sport",
    "LZJS": "Langdurige Zorg, Jeugd en Sport",
    "BZK": "Binnenlandse Zaken en Koninkrijksrelaties",
    "OCW": "Onderwijs, Cultuur en Wetenschap",
    "EZ": "Economische Zaken",
    "EZK": "Economische Zaken en Klimaat",
    "KGG": "Klimaat en Groene Groei",
    "FIN": "Financiën",
    "DEF": "Defensie",
    "IenW": "Infrastructuur en Waterstaat",
    "LVVN": "Landbouw, Visserij, Voedselzekerheid en Natuur",
    "LNV": "Landbouw, Natuur en Voedselkwaliteit",
    "VRO": "Volkshuisvesting en Ruimtelijke Ordening",
    "AZ": "Algemene Zaken",
    "RB": "Rechtsbescherming",
}
"""The ministries, and what single ministers answer for, by their usual abbreviations."""
_BY_SHORT: Final = {fold(short): name for short, name in MINISTRIES.items()} | {
    "j&v": "Justitie en Veiligheid",
    "venj": "Veiligheid en Justitie",
    "v&j": "Veiligheid en Justitie",
    "a&m": "Asiel en Migratie",
    "i&w": "Infrastructuur en Waterstaat",
}
_BY_NAME: Final = {fold(name): name for name in (*MINISTRIES.values(), "Veiligheid en Justitie")}
_STATE_SECRETARY: Final = re.compile(r"(?:staatssecretaris|stas|stass|state secretary)\b\.?\s*")
_MINISTER: Final = re.compile(r"(?:minister|min)\b\.?\s*")
_OF: Final = re.compile(r"(?:van|voor|of|for)\s+(?:het\s+)?(?:ministerie\s+van\s+)?")
_MINISTRY: Final = re.compile(r"(?:het\s+)?(?:ministerie|ministry)\s+(?:van|of)\s+")
_CAPITAL: Final = r"[A-ZÀ-Þ][A-Za-zÀ-ÿ-]{1,40}"
_IN_PROSE: Final = re.compile(
    r"\b(?P<post>[Mm]inister|[Ss]taatssecretaris)\s+(?P<of>van|voor)\s+"
    rf"(?P<ministry>{_CAPITAL}(?:(?:,\s+|\s+(?:en\s+)?){_CAPITAL}){{0,5}})"
)
_BY_LETTERS: Final = re.compile(r"\bM(?P<ministry>JenV|AenM|LZJS|VWS|SZW|BZ|BHO|BZK|OCW)\b")
"""In prose only these stand for a minister: "MEZ" or "MAZ" may be anything."""
_PRIME: Final = re.compile(r"\bminister-president\b", re.IGNORECASE)


def ministry_named(text: str) -> str | None:
    """Give a ministry's full name ("Sociale Zaken en Werkgelegenheid") from its abbreviation or its name."""
    words = _MINISTRY.sub("", fold(text), count=1)
    return _BY_SHORT.get(words) or _BY_NAME.get(words)


@lru_cache(maxsize=2048)
def minister_named(text: str) -> str | None:
    """Give "minister van Justitie en Veiligheid" from any short form of it; None where it is none that is known.

    The name of a ministry alone means its minister.
    """
    words = " ".join(fold(text).replace(".", " ").split())
    words = re.sub(r"^de ", "", words)
    if (post := _STATE_SECRETARY.match(words)) and (name := _of(words[post.end() :])):
        return _post("staatssecretaris", name)
    if (post := _MINISTER.match(words)) and (name := _of(words[post.end() :])):
        return _post("minister", name)
    if name := ministry_named(words):
        return _post("minister", name)
    for letter, role in (("ss", "staatssecretaris"), ("s", "staatssecretaris"), ("m", "minister")):
        if words.startswith(letter) and (found := _BY_SHORT.get(words[len(letter) :].strip(" -"))):
            return _post(role, found)
    return None


def is_ministry(text: str) -> bool:
    """Tell whether a text names a ministry or its minister."""
    return minister_named(text) is not None


def _of(words: str) -> str | None:
    return ministry_named(_OF.sub("", words, count=1).strip())


def _post(role: str, ministry: str) -> str:
    word = "voor" if ministry == "Rechtsbescherming" else "van"
    return f"{role} {word} {ministry}"


@lru_cache(maxsize=2048)
def split_ministers(text: str) -> tuple[str, ...]:
    """Give each minister that a cell names; the parts that name none stay as they are written.

    A comma or *en* within a name ("Langdurige Zorg, Jeugd en Sport") parts nothing.
    """
    text = " ".join(text.split())
    if minister_named(text) or not text:
        return (minister_named(text) or text,) if text else ()
    for sign in (
        r"\s*[;/+|]\s*",
        r"\s*,\s*(?=(?:de\s+)?(?:minister|staatssecretaris|min\.|stas))",
        r"\s+(?:en|and|&)\s+",
    ):
        pieces = [piece for piece in re.split(sign, text, flags=re.IGNORECASE) if piece]
        if len(pieces) > 1 and (sign.startswith(r"\s*[;") or all(_is_one(piece) for piece in pieces)):
            return tuple(one for piece in pieces for one in split_ministers(piece))
    pieces = [piece for piece in re.split(r"\s*,\s*", text) if piece]
    if len(pieces) > 1 and all(minister_named(piece) for piece in pieces):
        return tuple(minister_named(piece) or piece for piece in pieces)
    return (text,)


def _is_one(text: str) -> bool:
    return minister_named(text) is not None or all(minister_named(piece) for piece in re.split(r"\s*,\s*", text))


def ministers_in(text: str) -> list[str]:
    """Give each member of the government that prose names, in full and once, in the order of the text.

    A ministry that is not known keeps the words in which it was written.
    """
    found: dict[str, int] = {}
    for one in _IN_PROSE.finditer(text):
        found.setdefault(_member(one["post"].lower(), one["of"], one["ministry"]), one.start())
    for one in _BY_LETTERS.finditer(text):
        found.setdefault(_post("minister", MINISTRIES[one["ministry"]]), one.start())
    if prime := _PRIME.search(text):
        found.setdefault("minister-president", prime.start())
    return sorted(found, key=lambda name: found[name])


def _member(post: str, of: str, ministry: str) -> str:
    known = MINISTRIES.get(ministry.split(maxsplit=1)[0].rstrip(",")) or ministry_named(ministry)
    return f"{post} {of} {known or ministry}"
