"""Make the environment that the program needs and enter it; standard library only.

``python3 -m tracker`` and ``python3 -m tests`` come here first. What happens, in order:

1. a Python that is too old hears so in one line (this file, the only one that an old Python reads);
2. ``launch`` finds out whether this interpreter is the right one already, which takes some milliseconds;
3. ``environment`` says where the environment is and what is in it, ``making`` makes or completes it;
4. ``qt_libraries`` and ``system_packages`` look after what comes from the operating system;
5. the program is started again, inside.

This file is read by whatever Python a machine has: keep its syntax old.
"""

import sys

OLDEST_PYTHON = (3, 11)


def enter(module):
    # type: (str) -> None
    """Come back inside the environment that ``module`` ("tracker" or "tests") needs.

    Everything else ends the process: with a line that says why not, or by starting again inside.
    """
    if sys.version_info[:2] < OLDEST_PYTHON:
        sys.stderr.write(too_old(module, sys.version_info))
        sys.exit(1)
    from tracker.bootstrap import launch  # an old Python cannot read it

    launch.enter(module)


def too_old(module, version):
    # type: (str, tuple[int | str, ...]) -> str
    """Give the line for a Python that is too old."""
    needed = "%d.%d" % OLDEST_PYTHON
    found = "%s.%s" % (version[0], version[1])
    line = "Tracker: Python %s of nieuwer is nodig, dit is %s; start het zo: python%s -m %s\n"
    return line % (needed, found, needed, module)


def report_missing_library(error):
    # type: (ImportError) -> int
    """Say in one line which part of the system ``error`` misses, and give the exit status.

    Any other error is raised again.
    """
    from tracker.bootstrap import qt_libraries  # an old Python cannot read it

    line = qt_libraries.explain(error)
    if line is None:
        raise error
    sys.stderr.write("Tracker: %s\n" % line)
    return 1
