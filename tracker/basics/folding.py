"""Text made comparable: without accents, capitals and stray blanks; and text made storable."""

from __future__ import annotations

import re
import unicodedata

_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
# XML 1.0 (and so every workbook) cannot hold these; U+FFFE and U+FFFF are no characters at all.
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Nobody types these; and one of them in a text makes Python keep all of it at twice the size, and search it slower.
_TYPED = {sign: plain for signs, plain in (("‘’‚‛′", "'"), ("“”„‟″", '"'), ("‐‑‒–—−", "-")) for sign in signs}


def fold(text: str) -> str:
    """Give text for finding and comparing: compatibility forms, no marks, case folded, single blanks."""
    if not text.isascii():
        # most letters are plain; looking at each costs six times more
        text = _BEYOND_ASCII.sub(_plain, unicodedata.normalize("NFKD", text))
    return " ".join(text.split()).casefold()


def _plain(found: re.Match[str]) -> str:
    sign = found[0]
    return "" if unicodedata.combining(sign) else _TYPED.get(sign, sign)


def clean(text: str) -> tuple[str, int]:
    """Give text that a database, XML and a screen can all hold, and how many characters had to go.

    Line ends become ``\\n`` (that counts as no loss); control characters, lone surrogates and
    non-characters are left out.
    """
    if text.isprintable():  # none of all those is, and most texts hold none
        return text, 0
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    kept, removed = _UNSTORABLE.subn("", unix)
    return kept, removed
