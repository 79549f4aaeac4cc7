"""The words and patterns by which mail is understood. Tables alone."""
