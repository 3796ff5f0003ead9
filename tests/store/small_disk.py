"""Runs in a mount namespace of its own with a small disk, and lets the register and its backup fill it.

Called by ``test_small_disk.py`` as ``python -m tests.store.small_disk FOLDER``; raises where a promise is broken.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests import builders as build
from tracker.basics.errors import DiskFull
from tracker.records.filter import Filter
from tracker.store import backup
from tracker.store.integrity import check
from tracker.store.record_store import Store

PADDING_BYTES = 150_000


def main(folder: Path) -> None:
    padding = folder / "padding"
    padding.write_bytes(bytes(PADDING_BYTES))
    with build.new_store(folder / "register.db") as store:
        saved = _fill(store)
        _must(len(store.order(Filter(), build.TODAY)) == saved, "what was saved is there, and nothing else")
        _must(check(store) == [], "the register is whole")
        _must(not _copied(store, folder / "kopie.db"), "there is no room for a copy")
        _must(not (folder / "kopie.db").exists() and not list(folder.glob(".kopie*")), "no partial copy is left")
        padding.unlink()
        build.motion(store, title="past weer")
        _must(len(store.order(Filter(), build.TODAY)) == saved + 1, "saving works again")
        _must(check(store) == [], "the register is whole at the end")


def _fill(store: Store) -> int:
    saved = 0
    try:
        while True:
            build.motion(store, text=f"{saved} " + "slachtoffer " * 1000)
            saved += 1
    except DiskFull:
        return saved


def _copied(store: Store, target: Path) -> bool:
    try:
        backup.copy_register(store.path, target)
    except DiskFull:
        return False
    return True


def _must(held: bool, promise: str) -> None:
    if not held:
        raise AssertionError(promise)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
