"""One hunt on several machines: each leaves all that it knows in a shared folder, and joins what the others left."""
