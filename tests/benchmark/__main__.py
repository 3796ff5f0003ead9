"""Measure: ``python -m tests --benchmark``, or ``python -m tests.benchmark`` inside the environment of the tests."""

from __future__ import annotations

import sys

from tests.benchmark.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
