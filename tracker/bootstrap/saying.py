"""What the bootstrap says to the person who started the program: Dutch, one line a step, on stderr."""

from __future__ import annotations

import sys


class StartFailed(Exception):
    """The program cannot be started on this machine as it is; the text is a sentence that says what to do."""


def say(line: str) -> None:
    """Write one line; stdout stays free for what a command gives."""
    sys.stderr.write(f"Tracker: {line}\n")
    sys.stderr.flush()
