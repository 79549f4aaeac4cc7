"""The person's mailbox over IMAP, read and never changed: which mail concerns the search, each read into its facts.

What a mail means and what follows from it, the hunt decides. What each module must not know: no database, no hunt, no
screen.
"""
