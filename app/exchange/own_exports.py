"""Knows an export of ours by how it begins, so that one may take the place of another and of nothing else."""

from __future__ import annotations

import codecs
import re

_BEGINNINGS = {
    "csv": re.compile(rb'"?Company"?,"?Role"?,"?Stage"?,"?Outcome"?,"?Applied on"?,'),
    "ics": re.compile(rb"BEGIN:VCALENDAR\r?\n.{0,400}PRODID:-//Afterword//", re.DOTALL),
    "json": re.compile(rb'\{\s*"afterword"\s*:\s*\d'),
    "zip": re.compile(rb"PK\x03\x04.{22}\x09\x00..hunt\.json", re.DOTALL),
    "report.html": re.compile(rb"<!doctype html>.{0,80}<meta name=.generator. content=.Afterword report.>", re.DOTALL),
    "report.csv": re.compile(rb"Date,Time,Activity,Company,Role,Details\r\n"),
    "report.md": re.compile(rb"# Job search activities\r?\n"),
    "sheet.html": re.compile(
        rb"<!doctype html>.{0,80}<meta name=.generator. content=.Afterword interview sheet.>", re.DOTALL
    ),
    "sheet.md": re.compile(rb"# Interview sheet: "),
    "sheet.txt": re.compile(rb"Interview sheet: "),
}
"""The columns that a sheet of ours has always begun with; the program's name in a calendar; the mark of our JSON; how
reports and interview sheets begin."""


_PAPERS = {"report": "a report", "sheet": "an interview sheet"}
"""What is made for people to read, and holds too little to be imported; by the first word of its forms."""


def begins_as_ours(head: bytes, form: str) -> bool:
    """Return whether a file's first bytes are those of our export in a form: csv, ics, json, zip, a report, a sheet."""
    return _BEGINNINGS[form].match(head.removeprefix(codecs.BOM_UTF8).lstrip()) is not None


def paper_of_ours(head: bytes) -> str:
    """Return what a file is, going by its first bytes, that we made for people to read; "" for any other file."""
    papers = (form for form in _BEGINNINGS if form.partition(".")[0] in _PAPERS and begins_as_ours(head, form))
    return next((_PAPERS[form.partition(".")[0]] for form in papers), "")
