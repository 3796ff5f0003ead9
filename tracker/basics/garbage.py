"""Leaving garbage alone during work that makes much and throws away little.

Python looks for garbage again and again while many objects are made, though nothing made there points in circles: an
eighth of an import's time. In the window ``ui.garbage`` has taken the collecting over already; then this does nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def left_alone() -> Iterator[None]:
    """Collect no garbage meanwhile."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
