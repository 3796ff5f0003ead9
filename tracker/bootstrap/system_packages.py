"""Install what is missing in the operating system through its package manager, or say the one line that does it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from tracker.bootstrap.saying import say

_MINOR = sys.version_info.minor
# A need is the name of a shared library as the linker knows it, or "venv" for Python's venv module.
_APT = {
    "venv": f"python3.{_MINOR}-venv",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libICE.so.6": "libice6",
    "libOpenGL.so.0": "libopengl0",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXau.so.6": "libxau6",
    "libXext.so.6": "libxext6",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
_PACMAN = {
    "venv": "python",
    "libEGL.so.1": "libglvnd",
    "libGL.so.1": "libglvnd",
    "libGLX.so.0": "libglvnd",
    "libICE.so.6": "libice",
    "libOpenGL.so.0": "libglvnd",
    "libSM.so.6": "libsm",
    "libX11-xcb.so.1": "libx11",
    "libX11.so.6": "libx11",
    "libXau.so.6": "libxau",
    "libXext.so.6": "libxext",
    "libbrotlidec.so.1": "brotli",
    "libcups.so.2": "libcups",
    "libdbus-1.so.3": "dbus",
    "libfontconfig.so.1": "fontconfig",
    "libfreetype.so.6": "freetype2",
    "libgio-2.0.so.0": "glib2",
    "libglib-2.0.so.0": "glib2",
    "libgobject-2.0.so.0": "glib2",
    "libgssapi_krb5.so.2": "krb5",
    "libgthread-2.0.so.0": "glib2",
    "libstdc++.so.6": "gcc-libs",
    "libxcb-cursor.so.0": "xcb-util-cursor",
    "libxcb-icccm.so.4": "xcb-util-wm",
    "libxcb-image.so.0": "xcb-util-image",
    "libxcb-keysyms.so.1": "xcb-util-keysyms",
    "libxcb-render-util.so.0": "xcb-util-renderutil",
    "libxcb-util.so.1": "xcb-util",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11",
    "libxkbcommon.so.0": "libxkbcommon",
    "libz.so.1": "zlib",
    "libzstd.so.1": "zstd",
}


def _apt(need: str) -> str | None:
    return _APT.get(need)


def _rpm(need: str, venv: str) -> str:
    """Give the capability under which every RPM system knows a library, so that no list of packages is needed."""
    return venv if need == "venv" else f"{need}()(64bit)"


def _pacman(need: str) -> str | None:
    return _PACMAN.get(need) or ("libxcb" if need.startswith("libxcb") else None)


class Manager(NamedTuple):
    """A package manager: how it is called, and what it calls a need (None where that is not known)."""

    program: str
    install: tuple[str, ...]
    options: tuple[str, ...]  # given when no person sits at it
    refresh: tuple[str, ...]
    package_for: Callable[[str], str | None]

    def packages(self, needs: Sequence[str]) -> list[str]:
        """Give the packages that answer ``needs``, each once; a need without a known package is left out."""
        return list(dict.fromkeys(filter(None, map(self.package_for, needs))))


MANAGERS = (
    Manager(
        "apt-get",
        ("apt-get", "install"),
        # Who else holds apt's lock is often the machine's own nightly update, which ends.
        ("-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"),
        ("apt-get", "update"),
        _apt,
    ),
    Manager("dnf", ("dnf", "install"), ("-y",), (), lambda need: _rpm(need, "python3-pip")),
    Manager("zypper", ("zypper", "install"), ("-y",), (), lambda need: _rpm(need, f"python3{_MINOR}-pip")),
    Manager("pacman", ("pacman", "-S"), ("--noconfirm", "--needed"), ("pacman", "-Sy"), _pacman),
)


def find_manager(which: Callable[[str], str | None] = shutil.which) -> Manager | None:
    """Give the package manager of this machine, None where there is none that is known."""
    return next((manager for manager in MANAGERS if which(manager.program)), None)


def advice(needs: Sequence[str], manager: Manager | None) -> str:
    """Give the one line that tells what is missing and what to run."""
    packages = manager.packages(needs) if manager else []
    if manager is None or not packages:
        return f"dit systeem mist {', '.join(needs)}; installeer dat met het pakketbeheer van het systeem."
    line = f"er ontbreken systeemonderdelen; voer uit: sudo {' '.join((*manager.install, *map(_quoted, packages)))}"
    unknown = [need for need in needs if manager.package_for(need) is None]
    return f"{line} (en zoek het pakket met {', '.join(unknown)})" if unknown else line


def supply(needs: Sequence[str], log_file: Path) -> str | None:
    """Install what ``needs`` name when this is root.

    Gives None when that went well, else what is missing and the line that installs it.
    """
    manager = find_manager()
    packages = manager.packages(needs) if manager else []
    if manager is None or not packages or not is_root():
        return advice(needs, manager)
    say(f"systeemonderdelen installeren met {manager.program}: {' '.join(packages)} …")
    with log_file.open("ab") as log:
        install = (*manager.install, *manager.options, *packages)
        installed = _run(install, log) == 0
        if not installed and manager.refresh:
            # A fresh machine has no package lists yet; where there are good ones they are not fetched again.
            _run(manager.refresh, log)
            installed = _run(install, log) == 0
    return None if installed else f"{advice(needs, manager)} (dat is hier niet gelukt; zie {log_file})"


def _run(call: Sequence[str], log: IO[bytes]) -> int:
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    silent = subprocess.DEVNULL
    return subprocess.run(call, check=False, stdin=silent, stdout=log, stderr=log, env=surroundings).returncode


def is_root() -> bool:
    """Whether this process may install system packages."""
    return sys.platform != "win32" and os.geteuid() == 0


def _quoted(package: str) -> str:
    return f"'{package}'" if "(" in package else package
