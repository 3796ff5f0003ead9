"""The forms in which papers are cited: what ``records/citation.py`` reads with."""
