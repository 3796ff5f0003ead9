"""The import of Qt, without what PySide makes ready with it and this program does without."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_SUPPORT = "shibokensupport/signature/"
_NEEDED = ("/__init__.py", "/loader.py", "/importhandler.py", "/mapping.py")
"""What the import itself runs, and the one module that PySide looks into past Python, so that it must be whole."""
_LATER = "from tracker.ui.qt_import import run_later; __getattr__ = run_later(globals(), {!r})"
_sources: dict[str, bytes] = {}


@contextmanager
def quick_import() -> Iterator[None]:
    """Let PySide be imported here as what it is for this program: the way to Qt.

    With it comes a part in Python that spells out what a wrong call should have been, and writes files for editors. It
    has no bytecode, so every start would compile it, and the patterns in it: a ninth of its time. Here its modules are
    run when something of them is asked for.

    PySide also puts another import in the place of Python's own, which reads the source of each module that is imported
    from then on, to see whether it wants names in snake_case. Nobody here does, and it costs a tenth and 25 MB.
    """
    own_import, own_compile = builtins.__import__, builtins.compile

    def compile_some(source: Any, filename: Any, *given: Any, **named: Any) -> Any:
        if isinstance(filename, str) and filename.startswith(_SUPPORT) and not filename.endswith(_NEEDED):
            _sources[filename] = source
            source = _LATER.format(filename)
        return own_compile(source, filename, *given, **named)

    builtins.compile = compile_some
    try:
        yield
    finally:
        builtins.__import__, builtins.compile = own_import, own_compile


def run_later(module: dict[str, Any], filename: str) -> Callable[[str], Any]:
    """Give the ``__getattr__`` of a module that was not run yet: it is, when something of it is asked for."""

    def look_up(name: str) -> Any:
        source = None if name.startswith("__") else _sources.pop(filename, None)
        if source is not None:
            exec(compile(source, filename, "exec"), module)
        try:
            return module[name]
        except KeyError:
            raise AttributeError(f"{filename} has no {name}") from None

    return look_up
