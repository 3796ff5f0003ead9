"""*Snel naar…*: one field that finds acts, records, lists and letters."""
