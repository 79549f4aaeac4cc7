"""What a person typed, read as a verb: the same words in a form of the dashboard and on the command line."""
