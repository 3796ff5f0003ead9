"""What the register holds and its rules: no Qt, no database session, no files."""
