"""The sheet of an interview: all that one wants in the hour before, and while it goes on."""
