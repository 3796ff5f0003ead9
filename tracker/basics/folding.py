"""Text made comparable: without accents, capitals and stray blanks; and text made storable."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"\s+")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
# XML 1.0 (and so every workbook) cannot hold these; U+FFFE and U+FFFF are no characters at all.
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Nobody types these; and one of them in a text makes Python keep all of it at twice the size, and search it slower.
_TYPED = {ord(sign): plain for signs, plain in (("‘’‚‛′", "'"), ("“”„‟″", '"'), ("‐‑‒–—−", "-")) for sign in signs}


def fold(text: str) -> str:
    """Give text for finding and comparing: compatibility forms, no marks, case folded, single blanks."""
    if text.isascii():
        return _BLANKS.sub(" ", text).strip().casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    bare = _BEYOND_ASCII.sub(_without_mark, decomposed)  # most letters are plain; looking at each costs six times more
    return _BLANKS.sub(" ", bare.translate(_TYPED)).strip().casefold()


def _without_mark(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found[0]) else found[0]


def clean(text: str) -> tuple[str, int]:
    """Give text that a database, XML and a screen can all hold, and how many characters had to go.

    Line ends become ``\\n`` (that counts as no loss); control characters, lone surrogates and
    non-characters are left out.
    """
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    kept, removed = _UNSTORABLE.subn("", unix)
    return kept, removed
