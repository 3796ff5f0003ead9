"""Run the checks: ``python3 -m tests``, on a machine that has nothing but Python.

This file is read by whatever Python a machine has, before its version is looked at: keep its syntax old.
"""

import sys

from tracker import bootstrap


def main():
    # type: () -> int
    """Enter the environment of the tests, then run the checks and give their exit status."""
    bootstrap.enter("tests")
    from tests.checks import main as run  # an old Python cannot read it

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
