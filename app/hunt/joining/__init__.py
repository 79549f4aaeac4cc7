"""Two copies of one hunt, on two machines, joined: pure functions from two copies to one, and how one is stored."""
