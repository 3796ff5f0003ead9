"""Tests of the table in the middle."""
