"""Files imported: read, planned against what is there, shown, then stored as one verb.

`planning` makes a `Plan`, which changes nothing; `carrying_out` stores it. What each module must not know: no file
format but through `exchange`, no row of the database, no screen.
"""
