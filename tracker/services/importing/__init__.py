"""Taking in a file: recognised, read, matched, rehearsed, and applied as one step."""
