"""The language of deadlines, word by word: what ``records/wording.py`` reads with; nobody else needs most of it."""
