"""Files from elsewhere, read into proposals: workbooks, letters, open data. Nothing here knows the register."""
