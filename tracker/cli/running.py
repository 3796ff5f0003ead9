"""One call of the command line: opens the register that is meant, does it, prints it, gives the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from tracker.basics.errors import TrackerError, WrongCall
from tracker.basics.language import user_language
from tracker.cli.answer import Answer
from tracker.cli.parser import Namespace


def execute(call: Namespace) -> int:
    """Carry out a call and print its answer. Gives 0 done, 1 could not be done, 2 the call was wrong."""
    _print_utf8()
    try:
        status, document, text = _commands()[call.command](call)
        _print_answer(call, document, text)
    except TrackerError as error:
        print(f"tracker: {error.to(user_language())}", file=sys.stderr)
        return 2 if isinstance(error, WrongCall) else 1
    except BrokenPipeError:  # the reader of our output left, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _commands() -> dict[str, Callable[[Namespace], Answer]]:
    from tracker.cli import reading_commands, record_commands, register_commands  # heavy: the store

    return {**register_commands.COMMANDS, **record_commands.COMMANDS, **reading_commands.COMMANDS}


def _print_answer(call: Namespace, document: dict[str, Any] | None, text: str) -> None:
    if call.json and document is not None:
        import json

        print(json.dumps(document, ensure_ascii=False, indent=2))
    elif text:
        print(text)
    sys.stdout.flush()


def _print_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
