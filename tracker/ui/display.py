"""Whether there is a screen that answers, looked at before Qt: it aborts the process where there is none."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping

from tracker.basics.errors import NoDisplay

TIMEOUT_SECONDS = 2.0
_OFFSCREEN = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}
_X11 = re.compile(r"(?:(?P<protocol>\w+)/)?(?P<host>[^:]*):(?P<display>\d+)(?:\.\d+)?")


def refuse_without_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Raise NoDisplay where no window can be shown. Windows and macOS always have a screen."""
    if platform in {"win32", "darwin"} or environment.get("QT_QPA_PLATFORM", "").split(":")[0] in _OFFSCREEN:
        return
    if _wayland_answers(environment):
        return
    display = environment.get("DISPLAY")
    if not display:
        raise _no_display("Er is geen beeldscherm (DISPLAY is niet ingesteld)", "There is no display (DISPLAY not set)")
    if not _x11_answers(display):
        raise _no_display(f"Het beeldscherm {display} antwoordt niet", f"Display {display} does not answer")


def _no_display(nl: str, en: str) -> NoDisplay:
    return NoDisplay(
        f"{nl}, dus er kan geen venster open. De opdrachtregel werkt wel: tracker list, tracker --help.",
        f"{en}, so no window can open. The command line works: tracker list, tracker --help.",
    )


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    if not name:
        return False
    return _answers(os.path.join(environment.get("XDG_RUNTIME_DIR", ""), name))  # noqa: PTH118 - an absolute name stays


def _x11_answers(display: str) -> bool:
    """Tell whether an X server listens, by the rules of XOpenDisplay: ``:0``, ``unix:0``, ``host:10.0``."""
    if display.startswith("/"):
        return _answers(display)
    found = _X11.fullmatch(display)
    if found is None:
        return False
    import socket  # only where a display has to be asked

    number, host = int(found["display"]), found["host"]
    if host in {"", "unix"}:
        return _answers(f"/tmp/.X11-unix/X{number}") or _answers(f"\0/tmp/.X11-unix/X{number}")
    try:
        with socket.create_connection((host.strip("[]"), 6000 + number), TIMEOUT_SECONDS):
            return True
    except OSError:
        return False


def _answers(path: str) -> bool:
    import socket  # only where a display has to be asked

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(TIMEOUT_SECONDS)
        try:
            line.connect(path)
        except OSError:
            return False
        return True
