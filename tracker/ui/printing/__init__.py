"""Printing and PDF: lists, records and the overview, laid out once and drawn alike on screen and on paper."""
