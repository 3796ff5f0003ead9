"""Names of sheets that Excel accepts without repairing the file."""

from __future__ import annotations

import re

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f]")
_RESERVED = {"history"}
_NAMELESS = "Blad"


class SheetNames:
    """Gives each sheet of one workbook a name: at most 31 characters, without ``[]:*?/\\``, unique without case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def next(self, wanted: str) -> str:
        """Give the wanted name as far as it is allowed and free, with a number behind it where it is not."""
        name = _allowed(wanted)
        number = 1
        while name.casefold() in self._taken:
            number += 1
            ending = f" ({number})"
            name = _shortened(_allowed(wanted), LONGEST - len(ending)) + ending
        self._taken.add(name.casefold())
        return name


def _allowed(wanted: str) -> str:
    # Excel counts UTF-16 units; a character outside the BMP would count twice, so it is left out of names.
    plain = "".join(character for character in _FORBIDDEN.sub(" ", wanted) if ord(character) <= 0xFFFD)
    plain = "".join(character for character in plain if not 0xD800 <= ord(character) <= 0xDFFF)
    name = _shortened(" ".join(plain.split()).strip("' "), LONGEST)
    if not name:
        return _NAMELESS
    return f"{name} {_NAMELESS}" if name.casefold() in _RESERVED else name


def _shortened(name: str, length: int) -> str:
    return name[:length].strip("' ")
