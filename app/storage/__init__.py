"""Storage: one SQLite file. Writes go through SQLModel's tables, the first reads through sqlite3 alone."""
