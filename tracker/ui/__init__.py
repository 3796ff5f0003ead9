"""Qt widgets: they show and collect; they decide nothing and query nothing."""
