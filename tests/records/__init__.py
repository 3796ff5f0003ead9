"""Tests of ``tracker.records``."""
