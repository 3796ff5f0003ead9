"""A letter to one of the Chambers (.docx, .txt, .pdf), read into proposals. ``reading.read_letter`` is the way in."""
