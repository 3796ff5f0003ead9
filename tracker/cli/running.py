"""One call of the command line: opens the register that is meant, does it, prints it, gives the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from tracker.basics.chosen_language import user_language
from tracker.basics.errors import TrackerError, WrongCall
from tracker.basics.fault_log import fault_report, write_fault
from tracker.basics.language import Text
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
    except Exception as error:  # noqa: BLE001 - a fault of ours: one line here, all of it in the log
        return _report_fault(error)
    return status


def _report_fault(error: Exception) -> int:
    log = write_fault(fault_report(type(error), error.__traceback__))
    sentence = Text(
        f"Er zit een fout in het programma ({type(error).__name__}). Er is niets bewaard. Stuur {log} naar de maker.",
        f"There is a fault in the program ({type(error).__name__}). Nothing was saved. Send {log} to the maker.",
    )
    print(f"tracker: {sentence.to(user_language())}", file=sys.stderr)
    return 1


def _commands() -> dict[str, Callable[[Namespace], Answer]]:
    from tracker.cli import (  # heavy: the store
        deadline_commands,
        incoming_commands,
        reading_commands,
        record_commands,
        register_commands,
    )

    modules = (register_commands, record_commands, deadline_commands, reading_commands, incoming_commands)
    return {name: command for module in modules for name, command in module.COMMANDS.items()}


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
