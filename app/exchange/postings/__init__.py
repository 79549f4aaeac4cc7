"""Postings of roles, read from saved pages, PDFs and text: what the page states for search engines (JSON-LD), else what
its title shows, which is asked about. Nothing here runs, fetches or opens what a page names."""
