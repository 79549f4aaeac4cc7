"""What the mailbox says of the search: which mail is asked for, what it would record, what the user has decided on.

There is no second way to change the hunt: what waits is planned and carried out by `hunt.intake`, as files are.
"""
