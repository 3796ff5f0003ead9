"""Bad input, at length: hostile files one by one, and files damaged at random; ``python -m tests.benchmark.hostility``.

The command of the benchmark starts it once for each file and reader, so that memory is that of the one alone.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.fuzzing import READERS

MOST_MEGABYTES = 500
MOST_SECONDS = 2.0
_LONGEST_WORDS = 90
_GRACE_SECONDS = 120


def print_hostile_files() -> bool:
    """Print seconds and peak memory of each hostile file, and what was said of it; gives whether all is well."""
    from tests.exchange.incoming.hostile_corpus import FILES, READ

    print(f"\n{'hostile file':<36} {'seconds':>8} {'peak':>8}  outcome", flush=True)
    is_well = True
    for name in FILES:
        told = _in_own_process(["file", name], _GRACE_SECONDS)
        if told is None:
            print(f"{name:<36} the process ended or hung", flush=True)
            is_well = False
            continue
        seconds, megabytes, is_read, words = told
        is_bad = seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES or is_read != (name in READ)
        is_well = is_well and not is_bad
        mark = "  <- too much, or not as it should be" if is_bad else ""
        print(f"{name:<36} {seconds:>6.2f} s {megabytes:>5.0f} MB  {words[:_LONGEST_WORDS]}{mark}", flush=True)
    return is_well


def print_fuzzing(seconds: float, seed: int) -> bool:
    """Print what damaged files came to, reader by reader; gives whether each was read or refused in a sentence."""
    print(f"\n{'damaged files, ' + str(seconds) + ' s each':<28} tried    read refused slowest     peak", flush=True)
    is_well = True
    for reader in READERS:
        told = _in_own_process(["fuzz", reader, str(seconds), str(seed)], seconds + _GRACE_SECONDS)
        if told is None:
            print(f"{reader:<28} the process ended or hung", flush=True)
            is_well = False
            continue
        tried, read, refused, slowest, megabytes, faults = told
        print(
            f"{reader:<28} {tried:>5} {read:>7} {sum(refused.values()):>7} {slowest:>5.2f} s {megabytes:>5.0f} MB",
            flush=True,
        )
        for words, times in sorted(refused.items(), key=lambda one: -one[1]):
            print(f"    {times:>6} × {words[:_LONGEST_WORDS]}", flush=True)
        for fault in faults:
            print(f"    FAULT {fault}", flush=True)
        is_well = is_well and not faults and megabytes <= MOST_MEGABYTES
    return is_well


def _in_own_process(asked: list[str], seconds: float) -> list[Any] | None:
    command = [sys.executable, "-m", "tests.benchmark.hostility", *asked]
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        sys.stderr.write(done.stderr[-1000:])
        return None
    found: list[Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _tell_file(name: str, folder: Path) -> list[object]:
    from tests import builders as build
    from tests.benchmark.import_probes import peak_megabytes
    from tests.exchange.incoming.hostile_corpus import FILES
    from tracker.basics.errors import TrackerError
    from tracker.services.importing.files import read_file

    path = FILES[name](folder)
    _forget_peak()
    start = time.perf_counter()
    try:
        reading = read_file(path, today=build.TODAY)
        told = [True, f"read: {len(reading.proposals)} proposals, {reading.account.read} cells"]
    except TrackerError as error:
        told = [False, error.words.nl]
    return [time.perf_counter() - start, peak_megabytes(), *told]


def _forget_peak() -> None:
    """Let the most memory begin anew: making a file is not reading it. Linux only."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _tell_fuzz(folder: Path, reader: str, seconds: str, seed: str) -> list[object]:
    from tests.benchmark.import_probes import peak_megabytes
    from tests.fuzzing import fuzz

    found = fuzz(reader, folder, seed=int(seed), seconds=float(seconds))
    return [found.tried, found.read, found.refused, found.slowest, peak_megabytes(), found.faults]


def main(arguments: list[str]) -> None:
    """Read one file, or damage one for some seconds, and write what came of it as JSON."""
    with tempfile.TemporaryDirectory(prefix="tracker-hostile-") as folder:
        sort, *asked = arguments
        told = _tell_file(asked[0], Path(folder)) if sort == "file" else _tell_fuzz(Path(folder), *asked)
    sys.stdout.write(f"{json.dumps(told)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
