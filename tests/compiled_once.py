"""Statements compiled once for all registers of a test run; in the program each register compiles its own."""

from __future__ import annotations

from typing import Any

_Key = tuple[Any, ...]


class CompiledOnce(dict[_Key, Any]):
    """A cache of compiled statements whose keys leave out the dialect, the one thing that differs between engines."""

    def get(self, key: _Key, default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: _Key, compiled: Any) -> None:
        super().__setitem__(key[1:], compiled)
