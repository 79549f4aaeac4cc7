"""Fetches one page that the user names, once: no script of it is run, nothing that it refers to is fetched, and no
computer on the user's own network is reached by a detour."""
