"""Words of closed lists as other lists write them: leiding, TK, oordeel aan de Kamer, medium."""

from __future__ import annotations

import re
from typing import Final

from tracker.basics.errors import InvalidValue
from tracker.basics.folding import fold
from tracker.records.value_type import Choice

_OTHER_WORDS: Final = {
    "role": {
        "leiding": "leader", "leider": "leader", "lead": "leader", "trekker": "leader", "action leader": "leader",
        "leidend": "leader", "nl leider": "leader", "co-leider": "co-leader", "coleader": "co-leader",
        "co leader": "co-leader", "medeleiding": "co-leader", "mede-leider": "co-leader", "deelname": "participant",
        "deelnemend": "participant", "partner": "participant", "member": "participant",
    },
    "chamber": {"tk": "Tweede Kamer", "ek": "Eerste Kamer", "2e kamer": "Tweede Kamer", "1e kamer": "Eerste Kamer"},
    "priority": {
        "1": "hoog", "2": "normaal", "3": "laag", "middel": "normaal", "gemiddeld": "normaal", "medium": "normaal",
        "belangrijk": "hoog", "important": "hoog",
        "h": "hoog", "m": "normaal", "l": "laag", "urgent": "hoog", "normal": "normaal",
    },
    "marking": dict.fromkeys(("dep. v.", "dep.v.", "depv", "dep. vertrouwelijk"), "departementaal vertrouwelijk"),
    "appreciation": {
        "oordeel": "oordeel Kamer", "oordeel aan de kamer": "oordeel Kamer", "ontraden.": "ontraden",
        "ok": "oordeel Kamer", "aanhouden": "verzocht aan te houden", "geen": "geen (expliciete) appreciatie",
    },
    "outcome": {
        "aangenomen met algemene stemmen": "aangenomen", "stemmen - aangenomen": "aangenomen", "adopted": "aangenomen",
        "stemmen - verworpen": "verworpen", "rejected": "verworpen", "stemmen - aangehouden": "aangehouden",
        "ingediend": "ingediend", "held": "aangehouden", "withdrawn": "ingetrokken", "unaniem": "aangenomen",
        "ja": "aangenomen", "a": "aangenomen", "v": "verworpen",
    },
    "kamer_decision": {"afgedaan": "voldaan", "ja": "voldaan"},
}  # fmt: skip


_NUMBERED: Final = re.compile(r"^\(\d\)\s*(?=\S)")
"""How SharePoint counts the words of a list: (2) Normal."""


def choice_of(name: str, choice: Choice, text: str) -> str | None:
    """Give the word of a closed list that a text means, None where none is known."""
    folded = _NUMBERED.sub("", fold(text))
    text = _NUMBERED.sub("", text.strip())
    if known := _OTHER_WORDS.get(name, {}).get(folded):
        return known
    try:
        return choice.parse(text)
    except InvalidValue:
        pass
    number = re.match(r"(?:actielijn|action line|lijn|al)?\s*(\d)\b", folded)
    codes = {code for code, _ in choice.words}
    return number[1] if number and number[1] in codes else None
