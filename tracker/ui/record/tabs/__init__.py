"""The tabs of the record pane beside its form: deadlines, notes, relations, history."""
