"""How fast the program is: ratios within one run, printed and never asserted."""
