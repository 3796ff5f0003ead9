"""Help in the program: pages, the list of keys, and the tour."""
