"""Tracker: a register of motions, commitments and letters, with their deadlines.

This file is read by whatever Python a machine has, before its version is looked at: keep its syntax old.
"""

__version__ = "0.1.0"
