"""Registers for a program to open, and what it shows of them."""

from __future__ import annotations

from pathlib import Path

from tests import builders as build
from tracker.app import Program


def register(path: Path, title: str) -> Path:
    with build.new_store(path) as store:
        build.motion(store, title=title)
    return path


def shown_title(program: Program) -> str:
    assert program.window.work_area is not None
    model = program.window.work_area.list_pane.model
    return str(model.index(0, 1).data()) if model.rowCount() else ""
