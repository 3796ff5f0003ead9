"""The small picture of what hangs together with a record."""
