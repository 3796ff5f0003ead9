"""Tests of tracker.ui.deadlines."""
