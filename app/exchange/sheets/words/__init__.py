"""The words and patterns by which spreadsheets are understood. Tables alone."""
