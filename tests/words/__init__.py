"""What the program says: its words against the glossary, and its sentences in one file that can be read as a text."""
