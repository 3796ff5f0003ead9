"""What a user can ask for, one verb a file; window and command line call the same functions. No Qt."""
