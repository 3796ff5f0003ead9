"""Widgets, questions and settings that the window and its folders share."""
