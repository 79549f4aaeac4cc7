"""Afterword: a job-hunt dashboard for the terminal, for what comes after the interview."""

__version__ = "0.12.0"
