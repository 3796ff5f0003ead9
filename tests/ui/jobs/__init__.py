"""Tests of tracker/ui/jobs: long work beside the window."""
