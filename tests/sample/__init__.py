"""The content of the sample register in resources/sample."""
