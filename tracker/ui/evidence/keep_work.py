"""Keeping files of evidence in a process of its own. No Qt here."""

from __future__ import annotations

from pathlib import Path

from tracker.services.evidence_files import KeptFile, keep_files
from tracker.ui.jobs.child import Progress


def keep(progress: Progress, sources: tuple[Path, ...], folder: Path) -> list[KeptFile]:
    """Copy files into the folder for evidence."""
    return keep_files(progress, sources, folder)
