"""The verbs, by subject. Each returns a `Change` and stores nothing."""
