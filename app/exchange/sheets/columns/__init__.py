"""Which column of a sheet holds what: what its name may mean, what its cells are, and which of the two is right."""
