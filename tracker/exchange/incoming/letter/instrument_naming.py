"""The treaties, directives, regulations, bills and acts that a text names, however it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.letter.making import short_title

NUMBERED: Final = re.compile(
    r"\b(?P<sort>[Rr]ichtlijn|[Vv]erordening)\s+(?P<number>\((?:EU|EG|EEG)\)\s*(?:nr\.\s*)?\d{1,4}/\d{1,4}|"
    r"\d{4}/\d{1,4}/(?:EU|EG|EEG|JBZ)|(?:EU|EG)\s\d{4}/\d{1,4})"
)
_PROPOSED: Final = re.compile(
    r"\b(?P<name>(?:(?:[Hh]erziene|[Nn]ieuwe|[Ee]uropese)\s)*(?P<sort>[Rr]ichtlijn|[Vv]erordening)\s[^.;()\n]{4,160}?)\s*"
    r"\((?:COM\s?)?(?P<number>\d{4}/\d{3,4}\s?\(COD\))\)"
)
BEFORE_DAY: Final = re.compile(r"\s*(?:van het Europees Parlement en de Raad\s*)?(?:van (?=\d{1,2} \w+ \d{4}))?")
"""What stands between a directive's number and the day on which it was adopted."""
_VERB: Final = r"(?=\s(?:is|wordt|ligt|zal|regelt|voorziet|dat|die|staat|heeft|naar|bij|aan|treedt)\b|\s*[,.();]|$)"
_NAMED: Final = re.compile(
    r"\b(?P<sort>[Ww]etsvoorstel|[Ii]mplementatievoorstel|[Ii]mplementatiewetsvoorstel|[Ii]mplementatiewet|"
    r"[Vv]oorstel van wet|"
    r"[Cc]onceptwetsvoorstel)\b(?!\s+tot goedkeuring van (?:dit|het|deze) )"
    r"(?P<name>\s+(?:‘[^’]{3,120}’|“[^”]{3,120}”|[A-Z][\w-]+(?:\s[\w-]+){0,8}?" + _VERB + r"|"
    r"(?P<amends>tot (?:wijziging|herziening|modernisering|aanpassing|vaststelling|invoering|intrekking|"
    r"aanvulling) van [^.,;()]{4,160}?)"
    r"(?=\s(?:is|wordt|ligt|zal|regelt|voorziet|treedt)\b|\s*[,.;()]|$)|"
    r"(?P<lower>[a-z-]{4,20}(?:\s[a-z-]{2,20}){1,8}?)(?=\s(?:is|wordt|ligt|zal|regelt|voorziet|treedt)\b|\s?\(|[,;)])|"
    r"(?P<plain>[a-z-]{4,40})(?=[\s,.)]))|\s+ter (?P<implements>uitvoering|implementatie|omzetting) (?:van|daarvan))?"
)
_IMPLEMENTING: Final = re.compile(
    r"\b(?:[A-Z][a-z]+- en )?(?:[Ii]mplementatie|[Uu]itvoerings)wet\s+"
    r"(?P<name>[A-Z][\w-]+(?:\s(?:en\s)?[a-z][a-z-]{3,}){0,4}?(?:\s(?:19|20)\d\d)?)" + _VERB
)
"""An act by its own name: "de Uitvoerings- en implementatiewet Asiel- en migratiepact 2026"."""
_DOSSIER: Final = re.compile(r"\s*\((?:Kamerstuk(?:ken)?(?: II?)? )?(?P<dossier>\d{2}[ .]?\d{3})\)")
_TREATY: Final = re.compile(
    r"\b(?P<protocol>(?:(?:Eerste|Tweede|Derde|Vierde|Aanvullend|Facultatief)\s){0,2}(?:Protocol|"
    r"protocol)\s+bij\s+het\s+"
    r"[^.,;()\n]{6,150}?)(?=\s*(?:[.,;()]|$|\s(?:kan|wordt|is|heeft|zal|treedt)\b))|"
    r"\b(?P<long>(?:(?:[A-Z]|[a-z]{4,16})?[Vv]erdrag|Protocol)\s+(?:van (?:de\s+)?|tussen\s+|met\s+(?:de\s+|het\s+)?)"
    r"(?:[A-Z][\w-]+|Raad van Europa)[^.,;()‘’“”\n]{0,130}?)"
    r"(?=\s*(?:[.,;()]|$|\s(?:kan|wordt|is|heeft|zal|gestart|treedt|waarin|dat|die)\b))|"
    r"\b(?P<short>(?:Verdrag|Protocol)\s+(?:[A-Z][\w-]+|tegen|inzake|over|ter)\s[^.,;()\n]{4,130}?|"
    r"(?:VN|EU)-[Vv]erdrag\s+(?:tegen|inzake|over)\s[^.,;()\n]{4,130}?)"
    r"(?=\s*(?:[.,;()]|$|\s(?:kan|wordt|is|heeft|zal|gestart|ondertekend|geratificeerd|getekend|goedgekeurd|treedt|"
    r"waarin|dat|die)\b))"
)
_ACT: Final = re.compile(
    r"\b(?P<name>Wet\s+(?:[a-z][\w-]*\s){0,6}?(?:[a-z][\w-]{3,}|"
    r"[A-Z][\w-]{2,}))(?:\s+\((?:hierna:?\s+)?(?P<short>[A-Z][A-Za-z]{1,12})\))"
    r"|(?<!etsvoorstel )\b(?P<full>(?:[A-Z][a-z]{5,40}wet(?!ten)(?:\s(?:19|20)\d\d)?)|"
    r"(?<=[Dd]e )Wet(?:\s[a-z][a-z-]{3,}){1,5}?"
    r"(?:\sen\s[a-z]{4,}(?=[,.;]|\s(?:is|wordt|voor|regelt|heeft)\b))?(?=,|\s(?:is|wordt|ligt|zal|regelt|treedt|heeft|en|die|dat)\b|[.;]))(?!\w)"
    r"|\b(?P<code>Wetboek van (?:Straf(?:recht|vordering)|Burgerlijke Rechtsvordering))\b"
)
_AMENDS: Final = re.compile(
    r"\b(?P<what>(?:modernisering|wijziging|herziening|aanpassing)\s+van\s+(?:art\.|"
    r"artikel(?:en)?)\s+\d{1,4}[a-z]{0,3}(?:\s+(?:van het Wetboek van Straf\w+|Sr|Sv|BW|Pbw|Vw)\b)?)",
    re.IGNORECASE,
)
_SMALL: Final = frozenset(("van", "de", "het", "met", "tussen", "verdrag", "protocol"))
_FILLER: Final = frozenset(
    [
        "aan",
        "bij",
        "daartoe",
        "dat",
        "die",
        "en",
        "gaat",
        "heeft",
        "hiertoe",
        "in",
        "is",
        "kan",
        "ligt",
        "met",
        "moet",
        "nu",
        "of",
        "om",
        "ook",
        "over",
        "regelt",
        "schrijft",
        "staat",
        "te",
        "van",
        "voor",
        "vraagt",
        "waarin",
        "waarmee",
        "wordt",
        "zal",
    ]
)


@dataclass(frozen=True, slots=True)
class InstrumentNamed:
    """An instrument that is named, at ``start``; ``identity`` is the same however often it is."""

    sort: str
    title: str
    start: int
    number: str | None = None
    identity: str = ""
    dossier: str | None = None
    end: int = 0


def numbered_in(text: str) -> Iterator[InstrumentNamed]:
    """Give the directives and regulations that are named by their numbers."""
    for found in NUMBERED.finditer(text):
        sort, number = found["sort"].lower(), " ".join(found["number"].split())
        about = _about(text, found.end())
        title = short_title(f"{sort} {about}") if about else f"{sort.capitalize()} {number}"
        yield InstrumentNamed(sort, title, found.start(), number, f"{sort} {re.sub(r'[^0-9/]', '', number).strip('/')}")


def _about(text: str, position: int) -> str | None:
    found = re.compile(r"[^.;]{0,220}?\b(?P<how>inzake|over|betreffende)\s+(?P<what>[^.;()]{6,200})").match(
        text, position
    )
    if found is None or NUMBERED.search(text, position, found.start("how")):
        return None
    return f"{found['how']} {found['what'].strip()}"


def proposed_in(text: str) -> Iterator[InstrumentNamed]:
    """Give the directives and regulations that are named by the number of their proposal: (2024/0035 (COD))."""
    for found in _PROPOSED.finditer(text):
        title = " ".join(found["name"].split())
        sort = found["sort"].lower()
        yield InstrumentNamed(
            sort, title[:1].upper() + title[1:], found.start("name"), found["number"], f"{sort} {found['number']}"
        )


def treaties_in(text: str) -> Iterator[InstrumentNamed]:
    """Give the treaties, and the protocols to them."""
    for found in _TREATY.finditer(text):
        title = " ".join(found[0].split()).rstrip(" ,")
        title = title[:1].upper() + title[1:]
        words = (word for word in re.findall(r"[\w-]+", fold(title)) if word not in _SMALL)
        yield InstrumentNamed("verdrag", title, found.start(), None, f"verdrag {' '.join(words)}")


def amending_in(text: str) -> Iterator[InstrumentNamed]:
    """Give the bills that are named by the article they change: "modernisering van art. 273f Sr"."""
    for found in _AMENDS.finditer(text):
        words = found["what"]
        article = re.search(r"\d{1,4}[a-z]{0,3}", words)
        yield InstrumentNamed(
            "wetsvoorstel",
            words[:1].upper() + words[1:],
            found.start(),
            None,
            f"wetsvoorstel artikel {article[0] if article else ''}",
        )


def acts_in(text: str) -> Iterator[InstrumentNamed]:
    """Give the acts that are named with their short name: "Wet maatschappelijke ondersteuning (Wmo)"."""
    for found in _ACT.finditer(text):
        if found["name"]:
            name = f"{found['name']} ({found['short']})"
            yield InstrumentNamed("wet", name, found.start(), None, f"wet {found['short'].lower()}")
        elif found["full"]:
            name = found["full"]
            yield InstrumentNamed("wet", name, found.start(), None, f"wet {fold(name)}")
        elif re.search(r"\bnieuwe?\s+$", text[: found.start()]):
            yield InstrumentNamed(
                "wet", f"Nieuw {found['code']}", found.start(), None, f"wet nieuw {found['code'].lower()}"
            )


def bills_in(text: str) -> Iterator[InstrumentNamed]:
    """Give the bills, also one without a name."""
    for found in _IMPLEMENTING.finditer(text):
        title = " ".join(found[0].split())
        yield InstrumentNamed(
            "wetsvoorstel", title, found.start(), None, f"wetsvoorstel {fold(found['name'])}", None, found.end()
        )
    for found in _NAMED.finditer(text):
        if any(one.start() <= found.start() < one.end() for one in _IMPLEMENTING.finditer(text)):
            continue
        sort = found["sort"].lower()
        dossier = _DOSSIER.match(text, found.end())
        name = (found["name"] or "").strip(" ‘’“”")
        is_plain = any(found[one] and found[one].split()[0] in _FILLER for one in ("plain", "lower"))
        if found["implements"]:
            yield InstrumentNamed("wetsvoorstel", "Wetsvoorstel", found.start(), None, "wetsvoorstel implementatie")
        elif sort.startswith("implementatie"):
            yield InstrumentNamed(
                "wetsvoorstel", f"{sort.capitalize()}", found.start(), None, "wetsvoorstel implementatie"
            )
        elif name and not is_plain and (found["plain"] is None or len(name) > 6):
            identity = f"wetsvoorstel {fold(name)}"
            number = " ".join(dossier["dossier"].split()) if dossier else None
            yield InstrumentNamed(
                "wetsvoorstel", f"Wetsvoorstel {name}", found.start(), None, identity, number, found.end()
            )
        else:
            yield InstrumentNamed("wetsvoorstel", "Wetsvoorstel", found.start(), None, "wetsvoorstel")
