"""Acts on the deadlines of the whole register: events, recesses, reading again, and agendas."""
