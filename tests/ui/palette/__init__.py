"""Tests of *Snel naar…*."""
