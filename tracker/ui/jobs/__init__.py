"""Long tasks beside the window: run in a process of their own, with progress and cancel."""
