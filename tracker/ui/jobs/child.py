"""The far side of a job: runs the work in a process of its own, without Qt, and tells how it goes."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from tracker.basics.errors import Cancelled, TrackerError

Progress = Callable[[int, int], None]
Work = Callable[..., Any]
"""A function of a module without Qt. It gets ``progress`` first, calls it often, and lets Cancelled pass."""

PROGRESS, DONE, REFUSED, CANCELLED, BROKEN = "progress", "done", "refused", "cancelled", "broken"
_TELL_EVERY_S = 0.05


def run(work: Work, arguments: tuple[Any, ...], connection: Connection) -> None:
    """Do the work and send its outcome: what it gave, what the world refused, or how it broke."""
    try:
        connection.send((DONE, work(_teller(connection), *arguments)))
    except Cancelled:
        _send(connection, (CANCELLED, None))
    except TrackerError as error:
        _send(connection, (REFUSED, (type(error).__name__, error.words.nl, error.words.en)))
    except Exception:  # noqa: BLE001 - the process ends here; the window shows the report
        _send(connection, (BROKEN, traceback.format_exc()))
    finally:
        connection.close()


def _teller(connection: Connection) -> Progress:
    """Make the progress: sends now and then, and raises Cancelled once anything (or the end) comes from the window."""
    last = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal last
        if connection.poll():
            raise Cancelled
        now = time.monotonic()
        if now - last >= _TELL_EVERY_S:
            last = now
            _send(connection, (PROGRESS, (done, total)))

    return tell


def _send(connection: Connection, message: tuple[str, Any]) -> None:
    try:
        connection.send(message)
    except OSError as error:  # the window is gone, so nobody waits for this work
        raise Cancelled from error
