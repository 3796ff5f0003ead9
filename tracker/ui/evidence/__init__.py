"""Adding evidence to records: the question, the copying, and what is remembered of the answer."""
