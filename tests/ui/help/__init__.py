"""Tests of help in the program."""
