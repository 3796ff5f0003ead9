"""Records that seem to be one: proposed in pairs, and merged with both histories kept."""
