"""Frozen steps from one schema to the next. They never import ``records``: a step must stay what it was."""
