"""Files in and out: workbooks, letters, open data. Knows the records, not the database."""
