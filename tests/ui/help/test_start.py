"""The start pays for neither the palette nor help."""

from __future__ import annotations

import subprocess
import sys

_ASK = (
    "import sys, tracker.ui.aids; "
    "print([name for name in sys.modules if 'palette' in name or '.help' in name or 'matching' in name])"
)


def test_palette_and_help_are_imported_when_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", _ASK], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout.strip() == "[]"
