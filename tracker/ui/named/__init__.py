"""Letters, debates, organisations and persons in the window."""
