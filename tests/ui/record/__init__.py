"""Tests of tracker/ui/record: the form, its inputs, the tabs and the acts on a record."""
