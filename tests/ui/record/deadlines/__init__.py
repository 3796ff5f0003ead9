"""Tests of tracker.ui.record.deadlines."""
