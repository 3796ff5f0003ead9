"""Workbooks of any layout: sheets become grids, grids tables, tables proposals, by a mapping that can be corrected."""
