"""The tests of the program; they mirror its folders.

This file is read by whatever Python a machine has, before its version is looked at: keep its syntax old.
"""

import os

# Before Qt is loaded by anything: tests open no windows on somebody's screen, unless that was asked for.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
