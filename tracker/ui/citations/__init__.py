"""The list of duplicate citations."""
