"""Make the environment, or complete it: a venv, the locked packages, and what comes from the operating system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tracker.bootstrap import qt_libraries, system_packages
from tracker.bootstrap.environment import Environment, Purpose
from tracker.bootstrap.saying import StartFailed, say

WHEELS = "wheels"
_VENV_NEED = "venv"
_FROM_WHEELS = "leg de ontbrekende pakketten in de map wheels/ en start opnieuw"
_WITHOUT_NETWORK = "start opnieuw met netwerk, of leg de pakketten in de map wheels/ naast het project (zie README)"
# What pip writes → what was the matter and what to do. The first that is found counts.
_PIP_FAULTS = (
    (("No space left on device",), "de schijf is vol", "maak ruimte en start opnieuw"),
    (
        ("DO NOT MATCH THE HASHES", "do not match the hashes"),
        "een pakket is niet het pakket dat is vastgelegd",
        "haal het opnieuw op, of leg de goede pakketten in de map wheels/, en start opnieuw",
    ),
    (
        (
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "ProxyError",
            "SSLError",
            "Connection to ",
            "Failed to establish a new connection",
        ),
        "er is geen verbinding met de pakketbron",
        _WITHOUT_NETWORK,
    ),
    (("No matching distribution found",), "een pakket is niet te vinden", _WITHOUT_NETWORK),
)


def make(environment: Environment, purpose: Purpose, arguments: Sequence[str]) -> None:
    """Make ``environment`` ready for ``purpose``, saying each step; ``arguments`` tell whether a window is wanted.

    Raises StartFailed with a sentence that says what to do.
    """
    for_window = purpose.module == "tracker" and not has_command(arguments)
    if environment.is_ready(purpose) and not os.access(environment.folder, os.W_OK):
        qt_libraries.provide(environment, for_window=for_window)  # somebody else's environment: nothing to write there
        return
    _prepare_folder(environment)
    with only_one(environment.lock_file) as lock:
        # Looked at again: another start may have made it while this one waited.
        if not environment.is_ready(purpose):
            _make_packages(environment, purpose, lock)
        if not environment.has_libraries():
            qt_libraries.provide(environment, for_window=for_window)


def has_command(arguments: Sequence[str]) -> bool:
    """Whether the program was called with a command (or for its help), so that no window is wanted."""
    left = iter(arguments)
    for argument in left:
        if argument in ("--register", "--on"):
            next(left, None)
        elif argument in ("-h", "--help", "--version") or not argument.startswith("-"):
            return True
    return False


@contextmanager
def only_one(lock_file: Path) -> Iterator[int]:
    """Hold the lock on an environment, waiting for whoever has it; gives the descriptor.

    A child that inherits the descriptor keeps the lock: when a start is killed while its pip lives on, the next start
    waits for that pip too.
    """
    with lock_file.open("a+b") as handle:
        if not _lock(handle, wait=False):
            say("een andere start maakt de omgeving al; even wachten.")
            _lock(handle, wait=True)
        yield handle.fileno()


def _prepare_folder(environment: Environment) -> None:
    if not environment.may_be_emptied():
        raise StartFailed(f"{environment.folder} is geen omgeving; kies met TRACKER_VENV een lege map.")
    if environment.folder.parent != environment.checkout and "TRACKER_VENV" not in os.environ:
        say(f"de map van het programma is alleen-lezen; de omgeving staat in {environment.folder}.")
    environment.folder.mkdir(parents=True, exist_ok=True)


def _make_packages(environment: Environment, purpose: Purpose, lock: int) -> None:
    if not environment.is_sound():
        _make_venv(environment, lock)
    wheels = environment.checkout / WHEELS
    if any(wheels.glob("*.whl")):
        say(f"pakketten installeren uit de map {WHEELS}/ …")
        source = ["--no-index", "--find-links", str(wheels)]
    else:
        say("pakketten ophalen en installeren; dit kan enkele minuten duren …")
        source = []
    _install(environment, purpose, source, lock)
    say("de omgeving is klaar.")


def _make_venv(environment: Environment, lock: int) -> None:
    """Make an interpreter in the emptied folder; the note of unfinished work is there before anything else."""
    hindrance = None if _has_venv_module() else system_packages.supply([_VENV_NEED], environment.log_file)
    if hindrance:
        raise StartFailed(f"de omgeving kan niet worden gemaakt: {hindrance}")
    again = (environment.folder / "pyvenv.cfg").exists()
    say(f"de omgeving {'opnieuw ' if again else ''}maken in {environment.folder} …")
    environment.start_work()
    _empty(environment)
    call = [sys.executable, "-I", "-m", "venv", str(environment.folder)]
    if _run_logged(call, environment.log_file, lock) != 0:
        raise StartFailed(f"het maken van de omgeving is mislukt; wat Python zei staat in {environment.log_file}.")


def _install(environment: Environment, purpose: Purpose, source: Sequence[str], lock: int) -> None:
    """Install the locked packages; when pip stops before it changed anything, what was there stays in use."""
    environment.start_work()
    start = environment.log_file.stat().st_size if environment.log_file.exists() else 0
    pip = [str(environment.python), "-I", "-m", "pip"]  # -I: no PYTHONPATH and no packages of the user's own
    # Only wheels: building from source would need more than the lock holds.
    options = ["--require-hashes", "--only-binary=:all:", "--no-input", "--disable-pip-version-check"]
    requirements = environment.checkout / purpose.requirements
    call = [*pip, "install", *options, "--progress-bar=off", *source, "-r", str(requirements)]
    if _run_logged(call, environment.log_file, lock) == 0:
        environment.finish_work(purpose)
        return
    with environment.log_file.open("rb") as log:
        log.seek(start)
        said = log.read().decode("utf-8", "replace")
    if "Installing collected packages" not in said:
        environment.give_up_work()
    raise StartFailed(f"{explain_pip(said, from_wheels=bool(source))} Wat pip zei staat in {environment.log_file}.")


def explain_pip(said: str, *, from_wheels: bool) -> str:
    """Give the sentence for a pip that failed: what was the matter and what to do."""
    if from_wheels and "No matching distribution found" in said:
        name = said.partition("No matching distribution found for ")[2].partition(" ")[0].strip()
        return f"installeren is mislukt: in de map {WHEELS}/ ontbreekt {name}; {_FROM_WHEELS}."
    for signs, fault, advice in _PIP_FAULTS:
        if any(sign in said for sign in signs):
            return f"installeren is mislukt: {fault}; {advice}."
    return f"installeren is mislukt; {_WITHOUT_NETWORK}."


def _has_venv_module() -> bool:
    """Whether this Python can make environments, found by trying: Debian delivers venv without its heart, ensurepip."""
    attempt = [sys.executable, "-I", "-c", "import venv, ensurepip; ensurepip.version()"]
    return subprocess.run(attempt, check=False, capture_output=True).returncode == 0


def _empty(environment: Environment) -> None:
    kept = {environment.lock_file.name, environment.log_file.name, environment.unfinished.name}
    for path in environment.folder.iterdir():
        if path.name in kept:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _run_logged(call: Sequence[str], log_file: Path, lock: int) -> int:
    """Run ``call`` with its output added to the log, and give its exit status."""
    surroundings = {key: value for key, value in os.environ.items() if key not in ("PIP_TARGET", "PIP_PREFIX")}
    surroundings["PIP_USER"] = "0"  # a user's setting for the world outside environments
    with log_file.open("ab") as log:
        descriptors = () if sys.platform == "win32" else (lock,)
        return subprocess.run(
            call, check=False, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=surroundings, pass_fds=descriptors
        ).returncode


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: IO[bytes], *, wait: bool) -> bool:
        while True:
            try:
                msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
                time.sleep(0.5)
            else:
                return True

else:
    import fcntl

    def _lock(handle: IO[bytes], *, wait: bool) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
