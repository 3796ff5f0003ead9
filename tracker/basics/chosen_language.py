"""The language that the user chose, kept for the window and for commands."""

from __future__ import annotations

import os
from pathlib import Path

from tracker.basics.language import Language
from tracker.basics.paths import user_folder
from tracker.basics.whole_file import replacing


def user_language() -> Language:
    """Give the language of ``TRACKER_LANGUAGE``, else the one chosen in the window, else Dutch."""
    named = os.environ.get("TRACKER_LANGUAGE") or _kept_language()
    return Language.ENGLISH if named == Language.ENGLISH else Language.DUTCH


def keep_language(language: Language) -> None:
    """Remember the language that the user chose, for the window and for commands. Raises CannotWrite."""
    with replacing(_language_file()) as beside:
        beside.write_text(str(language), encoding="utf-8")


def _kept_language() -> str:
    try:
        return _language_file().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _language_file() -> Path:
    return user_folder() / "language.txt"
