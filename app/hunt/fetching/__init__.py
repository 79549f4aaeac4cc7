"""One page that the user names, asked for once: no script of it is run, nothing that it names is asked for, and no
computer of the user's own network is reached by a detour."""
