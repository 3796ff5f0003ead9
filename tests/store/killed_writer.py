"""A writer that is killed again and again: forks workers that say each commit, and kills them at any moment.

Run as ``python -m tests.store.killed_writer REGISTER ROUNDS SEED`` in a process of its own (forking needs a process
without threads; loading SQLModel once makes a hundred rounds quick). Writes the references that were acknowledged.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
from pathlib import Path

from tests import builders as build
from tracker.services import editing
from tracker.store.integrity import check

CHECKED_EVERY = 9


def main(register: Path, rounds: int, seed: int) -> int:
    chance = random.Random(seed)
    acknowledged: list[str] = []
    for place in range(rounds):
        acknowledged += _one_round(register, chance)
        if place % CHECKED_EVERY:
            continue  # what one kill broke, the log still tells some rounds later
        with build.open_store(register) as store:
            problems = check(store)
        if problems:
            sys.stderr.write(f"{problems}\n")
            return 1
    sys.stdout.write("\n".join(acknowledged))
    return 0


def _one_round(register: Path, chance: random.Random) -> list[str]:
    """Let a worker write, kill it some commits and a few milliseconds on, and give what it had said by then."""
    reading, writing = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.close(reading)
        _write_for_ever(register, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        heard = b"".join(said.readline() for _ in range(chance.randint(1, 4)))
        select.select([], [], [], chance.uniform(0, 0.006))
        os.kill(worker, signal.SIGKILL)
        heard += said.read()
    os.waitpid(worker, 0)
    return [line.decode() for line in heard.split(b"\n")[:-1]]


def _write_for_ever(register: Path, said: int) -> None:
    try:
        store = build.open_store(register)
        motion = next(iter(store.records([1])))
        while True:
            step, reference = editing.make_record(store, motion.kind, {"title": "Een motie", "owner": "Jan Jansen"})
            store.apply(step)
            os.write(said, f"{reference}\n".encode())
            motion = build.change(store, motion, theme=reference)
            os.write(said, f"M-1 {reference}\n".encode())
    finally:
        os._exit(3)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
