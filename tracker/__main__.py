"""Start the program: ``python3 -m tracker``, on a machine that has nothing but Python.

This file is read by whatever Python a machine has, before its version is looked at: keep its syntax old.
"""

import sys

from tracker import bootstrap


def main():
    # type: () -> int
    """Enter the environment of the program, then run it and give its exit status."""
    bootstrap.enter("tracker")
    try:
        from tracker.app import main as run  # only here are the packages it needs installed

        return run(sys.argv[1:])
    except ImportError as error:
        return bootstrap.report_missing_library(error)


if __name__ == "__main__":
    sys.exit(main())
