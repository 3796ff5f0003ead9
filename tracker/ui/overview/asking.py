"""Asking for a file to write to: it begins in the folder of the last time, and proposes a name with the day in it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.ui.parts.window_settings import WindowSettings


def proposed_name(day: date, title: str, ending: str) -> str:
    """Give the file name that is proposed: 2026-07-16 Over tijd.pdf."""
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "-", title).strip(" .")[:120]
    return f"{day:%Y-%m-%d} {plain}{ending}"


def ask_for_file(window: QWidget, title: str, name: str, file_sort: str, task: str) -> Path | None:
    """Ask where to; None where the user thought better of it. The folder is kept for the task."""
    settings = WindowSettings()
    kept = settings.folder(task)
    if kept == Path.home():
        kept = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    ending = Path(name).suffix
    dialog = QFileDialog(window, title, str(kept / name))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{file_sort} (*{ending})")
    dialog.setDefaultSuffix(ending[1:])
    dialog.selectFile(name)
    if not dialog.exec() or not dialog.selectedFiles():
        return None
    target = Path(dialog.selectedFiles()[0])
    settings.keep_folder(task, target.parent)
    return target
