"""Tests of ``tracker.store``."""
