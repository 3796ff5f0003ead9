"""Go on in this interpreter when it is the right one; else make the environment and start again inside it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

from tracker.bootstrap.environment import CHECKOUT, PURPOSES, Environment, Purpose, can_import_all, choose
from tracker.bootstrap.saying import StartFailed, say

# Counts the interpreters that followed each other in one start, so that one that never comes right ends in a line.
_STARTS = "TRACKER_STARTS"
_MOST_STARTS = 3


def enter(module: str) -> None:
    """Come back inside the environment of ``module``; everything else ends the process.

    Exit status: 1 when the environment cannot be made (one line says why), 130 when the person broke it off.
    """
    starts = int(os.environ.pop(_STARTS, "0"))
    purpose = PURPOSES[module]
    try:
        if not _is_inside(purpose):
            _start_again(purpose, starts)
    except StartFailed as reason:
        say(str(reason))
        sys.exit(1)
    except OSError as error:
        say(f"de omgeving kan niet worden gemaakt: {error.strerror or error} ({error.filename or '-'}).")
        sys.exit(1)
    except KeyboardInterrupt:
        say("afgebroken; de volgende start begint hier opnieuw.")
        sys.exit(130)


def _is_inside(purpose: Purpose) -> bool:
    """Whether this interpreter will do: an installed program, our environment, or another complete one (``uv run``)."""
    if not (CHECKOUT / "pyproject.toml").exists():
        return True
    environment = choose(purpose)
    if environment.is_this():
        return (environment.is_ready(purpose) or environment.is_from_elsewhere()) and can_import_all(purpose)
    in_another = sys.prefix != sys.base_prefix and "TRACKER_VENV" not in os.environ
    return in_another and can_import_all(purpose)


def _start_again(purpose: Purpose, starts: int) -> NoReturn:
    environment = choose(purpose)
    if starts >= _MOST_STARTS:
        raise StartFailed(f"de omgeving in {environment.folder} werkt niet; verwijder die map en start opnieuw.")
    if environment.is_this():
        _leave(environment, purpose, starts)
    if not environment.is_ready(purpose) or not environment.has_libraries():
        from tracker.bootstrap import making  # costs more than all of a second start

        making.make(environment, purpose, sys.argv[1:])
    _run(environment.python, purpose, starts)


def _leave(environment: Environment, purpose: Purpose, starts: int) -> NoReturn:
    """Go back to the interpreter that this environment was made from: from inside it cannot be remade."""
    if environment.is_ready(purpose):
        say("de omgeving mist pakketten en wordt opnieuw gemaakt.")
        environment.forget()
    # _base_executable is what the venv module itself makes environments from; there is no public name for it.
    _run(Path(getattr(sys, "_base_executable", sys.executable)), purpose, starts)


def _run(python: Path, purpose: Purpose, starts: int) -> NoReturn:
    """Become ``python`` with the options and arguments that this process was started with."""
    call = [str(python), *_interpreter_options(), "-m", purpose.module, *sys.argv[1:]]
    os.environ[_STARTS] = str(starts + 1)
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(python, call)
    sys.exit(_wait_for(call))


def _interpreter_options() -> list[str]:
    """Give what stood between the interpreter and ``-m``, such as ``-X dev``."""
    before_arguments = sys.orig_argv[1 : len(sys.orig_argv) - len(sys.argv) + 1]
    return before_arguments[:-2] if before_arguments[-2:-1] == ["-m"] else []


def _wait_for(call: list[str]) -> int:
    """Run ``call`` to its end (Windows: there exec gives the prompt back at once) and give its exit status."""
    import subprocess  # costs more than all of a second start

    with subprocess.Popen(call) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:  # the child got it too and decides
                continue
