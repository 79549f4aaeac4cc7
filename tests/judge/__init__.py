"""Trains the judge of letters and says how well it judges: `make train-letters`."""
