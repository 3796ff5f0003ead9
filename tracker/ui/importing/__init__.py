"""Taking in files from elsewhere: read beside the window, rehearsed row by row, and applied as one step."""
