"""The sheet of an interview, without a screen or a file."""
