"""The checks that ``python3 -m tests`` runs: format, lint, types, layers and the tests themselves."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
STATIC_CHECKS = {
    "format": ("-m", "ruff", "format", "--check", "--quiet", "--diff", "."),
    "lint": ("-m", "ruff", "check", "--quiet", "."),
    "types": ("-m", "mypy", "tracker", "tests"),
    "layers": (
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-cache",
        "--no-logo",
    ),
}
PYTEST = "pytest"


def main(arguments: Sequence[str]) -> int:
    """Run what ``arguments`` ask for and give the exit status: 0 when nothing was found.

    Without arguments all checks run, pytest beside the others, and its closing line ends the output. Arguments that
    are not declared here go to pytest, which then runs alone. A check that fails does not keep the others from running.
    """
    asked, for_pytest = _parser().parse_known_args(arguments)
    _set_surroundings()
    if asked.benchmark:
        return _run_module(["tests.benchmark", *for_pytest])
    if asked.only == PYTEST or (for_pytest and asked.only is None):
        return _run_pytest(for_pytest)
    if asked.only:
        return int(not run_check(asked.only))
    print(f"{PYTEST}, and beside it {', '.join(STATIC_CHECKS)} …", flush=True)
    with ThreadPoolExecutor(max_workers=1) as beside:
        checks = [beside.submit(run_check, name) for name in STATIC_CHECKS]
        status = _run_pytest_beside(checks)
    return status or int(not all(check.result() for check in checks))


def run_check(name: str) -> bool:
    """Run one static check, say in one line how it went, show what it found, and give whether that was nothing."""
    start = time.monotonic()
    command = [sys.executable, *STATIC_CHECKS[name]]
    pipe, joined = subprocess.PIPE, subprocess.STDOUT
    done = subprocess.run(command, check=False, cwd=CHECKOUT, stdout=pipe, stderr=joined, encoding="utf-8")
    verdict = "passed" if done.returncode == 0 else "FAILED"
    found = f"\n{done.stdout}" if done.returncode != 0 else ""
    print(f"{name:<7} {verdict} in {time.monotonic() - start:.1f} s{found}", flush=True)
    return done.returncode == 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m tests",
        description="Run all checks; with arguments for pytest (a path, -k WORD) only pytest, with those.",
        allow_abbrev=False,
    )
    parser.add_argument("--only", choices=(*STATIC_CHECKS, PYTEST), help="run this check alone")
    parser.add_argument("--benchmark", action="store_true", help="measure speed; further arguments go to the benchmark")
    return parser


def _run_module(call: Sequence[str]) -> int:
    return subprocess.run([sys.executable, "-m", *call], check=False, cwd=CHECKOUT).returncode


def _run_pytest(arguments: Sequence[str]) -> int:
    return _run_module(_pytest_call(arguments))


def _pytest_call(arguments: Sequence[str]) -> list[str]:
    return [PYTEST, "-o", f"cache_dir={_caches() / PYTEST}", *arguments]


def _run_pytest_beside(checks: Sequence[Future[bool]]) -> int:
    """Run all tests while ``checks`` go on, and show what it says line by line: the last one when they are done too."""
    command = [sys.executable, "-m", *_pytest_call(["-n", "2", "--dist", "worksteal", "-q"])]
    held = ""
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout is not None
        for line in running.stdout:
            print(held, end="", flush=True)
            held = line
    wait(checks)
    print(held, end="", flush=True)
    return running.returncode


def _caches() -> Path:
    """Give the folder for what the tools remember: in the environment, for the checkout stays clean or is read-only."""
    return Path(sys.prefix) / "caches"


def _set_surroundings() -> None:
    for variable, tool in (("MYPY_CACHE_DIR", "mypy"), ("RUFF_CACHE_DIR", "ruff")):
        os.environ.setdefault(variable, str(_caches() / tool))
    os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(_caches() / "hypothesis"))
