"""Judged messages: what the phrases were tuned on, what the weights were learned from, and what is held back."""
