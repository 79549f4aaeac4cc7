"""Reminders: what is newly due, said once, outside the dashboard (ETIQUETTE 7)."""
