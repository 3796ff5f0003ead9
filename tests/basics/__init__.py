"""Tests of ``tracker.basics``."""
