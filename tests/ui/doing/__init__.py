"""Tests of the dialogs that act on several records."""
