"""Members of the government as papers name them: in full, or by the letters of their ministry.

>>> ministers_in("mede namens de minister van Langdurige Zorg, Jeugd en Sport en de staatssecretaris van JenV")
['minister van Langdurige Zorg, Jeugd en Sport', 'staatssecretaris van Justitie en Veiligheid']
"""

import re
from typing import Final

from tracker.records.minister_names import MINISTRIES

_MINISTRIES: Final = {
    short: MINISTRIES[short]
    for short in ("JenV", "AenM", "LZJS", "VWS", "SZW", "BZ", "BHO", "BZK", "OCW", "IenW", "EZK", "EZ", "LNV", "LVVN",
                  "KGG", "VRO")
}  # fmt: skip
"""Those that letters name by their letters; others are words in prose."""
_CAPITAL: Final = r"[A-ZÀ-Þ][A-Za-zÀ-ÿ-]{1,40}"
_MINISTER: Final = re.compile(
    r"\b(?P<sort>[Mm]inister|[Ss]taatssecretaris)\s+(?P<van>van|voor)\s+"
    rf"(?P<ministry>{_CAPITAL}(?:(?:,\s+|\s+(?:en\s+)?){_CAPITAL}){{0,5}})"
)
_SHORT: Final = re.compile(r"\bM(?P<ministry>JenV|AenM|LZJS|VWS|SZW|BZ|BHO|BZK|OCW)\b")
_SHORT_NAMES: Final = {full: short for short, full in _MINISTRIES.items()}
_PRIME: Final = re.compile(r"\bminister-president\b", re.IGNORECASE)


def ministers_in(text: str) -> list[str]:
    """Give each member of the government that the text names, in full and once."""
    found: dict[str, int] = {}
    for one in _MINISTER.finditer(text):
        found.setdefault(minister_name(one["sort"], one["van"], one["ministry"]), one.start())
    for one in _SHORT.finditer(text):
        found.setdefault(f"minister van {_MINISTRIES[one['ministry']]}", one.start())
    if prime := _PRIME.search(text):
        found.setdefault("minister-president", prime.start())
    return sorted(found, key=lambda name: found[name])


def minister_name(sort: str, van: str, ministry: str) -> str:
    """Give a member of the government by the usual name."""
    words = ministry.split()
    if words[0] in _MINISTRIES:
        return f"{sort.lower()} {van} {_MINISTRIES[words[0]]}"
    return f"{sort.lower()} {van} {ministry}"


def ministry_of(minister: str) -> str | None:
    """Give the short name of somebody's ministry; None where it is not a known one."""
    for full, short in _SHORT_NAMES.items():
        if minister.endswith(full):
            return short
    return None
