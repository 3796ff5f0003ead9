"""Tests of the start page of an open register."""
