"""The reports, one file each: what a register holds, laid out as sheets."""
