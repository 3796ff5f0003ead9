"""A copy of the checkout with a program of two lines, and wheels that hold only the names of the real packages."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tracker.bootstrap.environment import CHECKOUT, PURPOSES, Environment

_APP = 'import sys\n\n\ndef main(argv):\n    print("app", argv, sys.prefix)\n    return len(argv)\n'
_CHECKS = 'import sys\n\n\ndef main(argv):\n    print("checks", argv, sys.prefix)\n    return 0\n'
# What the program is started with where it was never started: the interpreter under the environment of these tests.
SYSTEM_PYTHON: str = getattr(sys, "_base_executable", sys.executable)


@dataclass(frozen=True)
class CopiedCheckout:
    """The folder of the copy, with its own wheels and requirements."""

    folder: Path

    @classmethod
    def make(cls, folder: Path) -> CopiedCheckout:
        copy = cls(folder)
        for name in ("tracker/bootstrap", "resources", "tests"):
            (folder / name).mkdir(parents=True)
        shutil.copy(CHECKOUT / "pyproject.toml", folder)
        for package in ("tracker", "tests"):
            for name in ("__init__.py", "__main__.py"):
                shutil.copy(CHECKOUT / package / name, folder / package)
        for path in (CHECKOUT / "tracker/bootstrap").glob("*.py"):
            shutil.copy(path, folder / "tracker/bootstrap")
        (folder / "tracker/app.py").write_text(_APP, encoding="utf-8")
        (folder / "tests/checks.py").write_text(_CHECKS, encoding="utf-8")
        run_imports = PURPOSES["tracker"].imports
        run_line = copy.add_wheel("run_packages", run_imports)
        test_line = copy.add_wheel("test_packages", set(PURPOSES["tests"].imports) - set(run_imports))
        (folder / PURPOSES["tracker"].requirements).write_text(run_line, encoding="utf-8")
        (folder / PURPOSES["tests"].requirements).write_text(run_line + test_line, encoding="utf-8")
        return copy

    @property
    def wheels(self) -> Path:
        return self.folder / "wheels"

    @property
    def environment(self) -> Environment:
        return Environment(self.folder / ".venv", self.folder)

    @property
    def packages(self) -> Path:
        return next(self.environment.folder.glob("[Ll]ib*/**/site-packages"))

    def add_wheel(self, name: str, modules: Collection[str]) -> str:
        """Put a wheel with empty ``modules`` in wheels/, and give its line for a requirements file."""
        self.wheels.mkdir(exist_ok=True)
        wheel = self.wheels / f"{name}-1.0-py3-none-any.whl"
        info = f"{name}-1.0.dist-info"
        with zipfile.ZipFile(wheel, "w") as archive:
            for module in sorted(modules):
                archive.writestr(f"{module}/__init__.py", "")
            archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
            archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            archive.writestr(f"{info}/RECORD", "")
        return f"{name}==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"

    def begin(
        self,
        module: str,
        *arguments: str,
        python: str | Path = SYSTEM_PYTHON,
        options: Sequence[str] = (),
        variables: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[str]:
        """Start ``python OPTIONS -m module ARGUMENTS`` in the copy, with ``variables`` added to the process's own."""
        own = {key: value for key, value in os.environ.items() if not key.startswith(("TRACKER_", "PYTHON", "PIP_"))}
        own |= {"PYTHONUTF8": "1", "XDG_CACHE_HOME": str(self.folder / "cache")}
        pipe = subprocess.PIPE
        call = [str(python), *options, "-m", module, *arguments]
        return subprocess.Popen(
            call, cwd=self.folder, env=own | dict(variables or {}), stdout=pipe, stderr=pipe, encoding="utf-8"
        )

    def start(
        self,
        module: str,
        *arguments: str,
        python: str | Path = SYSTEM_PYTHON,
        options: Sequence[str] = (),
        variables: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Do the same and wait for its end."""
        with self.begin(module, *arguments, python=python, options=options, variables=variables) as process:
            said, complained = process.communicate()
        return subprocess.CompletedProcess(process.args, process.returncode, said, complained)
