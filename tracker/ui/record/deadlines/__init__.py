"""Entering deadlines in words, and how each of them went; shown in the tab *Termijnen*."""
