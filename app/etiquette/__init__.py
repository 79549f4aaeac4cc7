"""The subject matter, pure: no files, no clock, no database, no screen. `now` is always a parameter."""
