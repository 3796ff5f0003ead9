"""Tests of tracker.ui.doing.deadlines."""
