"""A file that looks well from outside and is damaged inside: a sentence, whichever library finds it out."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from python_calamine import CalamineError

from tracker.exchange.incoming.recognising import DAMAGED, refusal

_SIGNS: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, UnicodeError, ParseError,
    DefusedXmlException, CalamineError,
)  # fmt: skip
"""What unpacking, decoding and parsing raise. A fault of the program raises something else, and is not hidden."""


@contextmanager
def damage_is_told(path: Path) -> Iterator[None]:
    """Raise CannotRead, with what to do, where reading a file finds it damaged."""
    try:
        yield
    except _SIGNS as error:
        raise refusal(path, DAMAGED) from error
