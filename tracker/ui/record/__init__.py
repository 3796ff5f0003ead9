"""One record on the right of the window: its form, its tabs, and the acts on it."""
