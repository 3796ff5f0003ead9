"""Tests of reading workbooks of any layout."""
