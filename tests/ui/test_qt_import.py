"""Qt is imported without what PySide makes ready beside it; what that is for works as ever, the first time too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_CHECKOUT = Path(__file__).parents[2]
_QUICKLY = """
from tracker.ui.qt_import import quick_import
with quick_import():
    import PySide6.QtWidgets
import builtins, sys
assert "feature" not in builtins.__import__.__name__
assert "__getattr__" in vars(sys.modules["shibokensupport.signature.parser"]), "it was run at once"
"""
_WRONG_CALLS = """
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget
application = QApplication([])
for wrong in (
    lambda: QWidget().resize("wide"), lambda: QWidget().setGeometry(1), lambda: QLabel(colour="red"),
    lambda: QPoint(1, 2, 3), lambda: QApplication.setStyle(1), lambda: application.quit(now=True),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
from shibokensupport.signature.lib.pyi_generator import Formatter
print(Formatter.__name__, hasattr(sys.modules["shibokensupport.signature.layout"], "no_such_name"))
"""


def _printed(program: str) -> str:
    """Run a program in a process of its own: in this one Qt is there already."""
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, cwd=_CHECKOUT, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_wrong_call_is_explained_in_the_same_words_as_ever() -> None:
    told = _printed(_QUICKLY + _WRONG_CALLS)

    assert told == _printed("import sys\n" + _WRONG_CALLS)
    assert "Supported signatures" in told
