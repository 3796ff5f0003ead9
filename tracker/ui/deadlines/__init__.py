"""Living with deadlines: entering them in words, events, recesses, reading again, and agendas."""
