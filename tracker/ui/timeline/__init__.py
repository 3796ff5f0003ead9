"""The timeline: deadlines as bars between days, with recesses, letters and today."""
