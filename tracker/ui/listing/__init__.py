"""The table in the middle: an order of ids, pages of plain values, and painters."""
