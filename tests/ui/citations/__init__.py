"""Tests of the list of duplicate citations."""
