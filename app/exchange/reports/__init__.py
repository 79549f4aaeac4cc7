"""A report of what was done, written for a person to read: a page to print, a table, or text."""
