"""The benchmark's command: makes the registers to measure on, measures each thing in turn, prints one table."""

from __future__ import annotations

import argparse
import compileall
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import tracker
from tests.benchmark.grounds import Grounds
from tests.benchmark.hostility import print_fuzzing, print_hostile_files
from tests.benchmark.measures import MEASURES
from tests.benchmark.measuring import Outcome, ProbeFailed, measure

HEADINGS = ("measure", "floor", "peer", "ours", "ratio", "spread", "aim")


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for, and print it beside its aims. Bad input alone can make the exit status 1."""
    asked = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = [one for one in MEASURES if not asked.only or any(word in one.name for word in asked.only)]
    if asked.work is not None:
        return _measure_all(wanted, asked.work, asked)
    with tempfile.TemporaryDirectory(prefix="tracker-benchmark-") as folder:
        return _measure_all(wanted, Path(folder), asked)


def _measure_all(wanted: Sequence[object], folder: Path, asked: argparse.Namespace) -> int:
    grounds = Grounds(folder, asked.records, asked.seed)
    for size in (grounds.small_records, grounds.records):
        print(f"register of {size:,} records: {grounds.prepared(size)}", flush=True)
    _compile_program()
    print(f"median of {asked.rounds} fresh processes each, in turn; Python {sys.version.split()[0]}\n", flush=True)
    _print_row(HEADINGS)
    for one in MEASURES:
        if one not in wanted:
            continue
        try:
            _print_row(_cells(measure(one, grounds, asked.rounds)))
        except ProbeFailed as error:
            print(f"{one.name:<44} not measured: {error}", flush=True)
    return 0 if _bad_input_is_well(asked) else 1


def _bad_input_is_well(asked: argparse.Namespace) -> bool:
    """Print what hostile and damaged files come to, unless other words were asked for; they alone can fail a run."""
    is_well = True
    if not asked.only or "hostile" in asked.only:
        is_well = print_hostile_files()
    if asked.fuzz and (not asked.only or "damaged" in asked.only):
        is_well = print_fuzzing(asked.fuzz, asked.seed) and is_well
    return is_well


def _compile_program() -> None:
    """Write the bytecode of the program, as its first start does, so that the first round is like the others."""
    for folder in (Path(str(tracker.__file__)).parent, Path(__file__).parent):
        compileall.compile_dir(folder, quiet=1)


def _cells(outcome: Outcome) -> tuple[str, ...]:
    one = outcome.of
    shown = [one.unit.show(outcome.median(way)) if way else "–" for way in (one.floor, one.peer, one.ours)]
    ratio = outcome.ratio
    return (one.name, *shown, "–" if ratio is None else f"{ratio:.2f}", outcome.spread, one.aim)


def _print_row(cells: Sequence[str]) -> None:
    name, floor, peer, ours, ratio, spread, aim = cells
    print(f"{name:<44} {floor:>10} {peer:>10} {ours:>10} {ratio:>7} {spread:>9}  {aim}", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests --benchmark", description=__doc__)
    parser.add_argument(
        "--work", type=Path, metavar="FOLDER", help="keep the generated registers here, and use them again"
    )
    parser.add_argument("--records", type=int, default=150_000, help="size of the large register (150000)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (5)")
    parser.add_argument("--seed", type=int, default=1, help="of the generated registers (1)")
    parser.add_argument(
        "--only", nargs="*", default=(), metavar="WORD", help="measures with one of these words in the name"
    )
    parser.add_argument(
        "--fuzz",
        type=float,
        default=60.0,
        metavar="SECONDS",
        help="how long each reader gets damaged files (60; 0: not)",
    )
    return parser
