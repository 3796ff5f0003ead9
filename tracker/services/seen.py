"""What this user looked at already and found right as it is: a difference with the Chamber, two records that are two.

It is kept with the user and not in the register, for it says something of a list and nothing of the records. It holds
digests, and no words.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from tracker.basics.errors import TrackerError
from tracker.basics.paths import user_folder
from tracker.basics.whole_file import replacing
from tracker.store.deadlines import identity
from tracker.store.record_store import Store

Key = tuple[str, ...]
"""What tells one thing to look at from all others: its sort first, then the ids and values that it is about."""
_MOST_KEPT = 20_000
_DIGEST_LENGTH = 24


class Seen:
    """The keys that were looked at in one register; what is kept holds for the next time too."""

    def __init__(self, store: Store) -> None:
        self._register = identity(store)
        self._kept = _read(self._register)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and _digest(key) in self._kept

    def mark(self, keys: Iterable[Key], *, is_seen: bool = True) -> None:
        """Keep that these were looked at, or no longer. A folder that is closed to us costs only the next time."""
        for key in keys:
            self._kept.pop(_digest(key), None)
            if is_seen:
                self._kept[_digest(key)] = None
        newest = list(self._kept)[-_MOST_KEPT:]
        try:
            with replacing(_file(self._register)) as beside:
                beside.write_text(json.dumps(newest), encoding="utf-8")
        except TrackerError:
            return


@lru_cache(maxsize=_MOST_KEPT)
def _digest(key: Key) -> str:
    return hashlib.sha256("\0".join(key).encode()).hexdigest()[:_DIGEST_LENGTH]


def _read(register: str) -> dict[str, None]:
    """Give what was kept, the oldest first; a file that makes no sense is nothing."""
    try:
        found = json.loads(_file(register).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return dict.fromkeys(one for one in found if isinstance(one, str)) if isinstance(found, list) else {}


def _file(register: str) -> Path:
    folder = user_folder() / "seen"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{re.sub(r'[^0-9A-Za-z-]', '-', register)}.json"
