"""The verbs, by what they are about. Each returns a `Change` and stores nothing."""
