"""Letters: composing from what is known, the user's phrases, the ways out of the house. No screen, no storage."""
