"""A letter through a program of the user's: given on its standard input, the answer taken from its standard output.

It runs without a shell and without the terminal, for a limited time, and nothing of it changes a letter by itself.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import PurePath
from typing import NamedTuple

from app.etiquette.errors import AfterwordError
from app.etiquette.letter_style import LetterFilter
from app.etiquette.text import clean, clean_lines
from app.letters.cancelling import Cancellation
from app.processes import Ended, reason_of, run_program

LARGEST = 100_000
"""Bytes that an answer may have; a letter has a few hundred."""
CALLED_OFF = "Canceled. Your draft is unchanged."
_FENCE = re.compile(r"\s*```[^\n]*\n(?P<inside>.*?)\n?```\s*", re.DOTALL)
_SUBJECT = re.compile(r"Subject:[ \t]*(?P<subject>[^\n]*)\n+", re.IGNORECASE)


class FilterError(AfterwordError):
    """The program gave no letter; the draft is left as it is."""


class Rewritten(NamedTuple):
    """What a program makes of a letter."""

    subject: str | None
    """None: the program says nothing of it."""
    body: str


def filtered(program: LetterFilter, given: str, cancellation: Cancellation | None = None) -> Rewritten:
    """Return what a program answers to a text. It may take long: call it in a thread.

    Args:
        cancellation: ends the program, and those that it started.

    Raises:
        FilterError: it cannot be started, fails, takes too long, or gives no letter; the sentence says which.
    """
    name = name_of(program)
    ended = _run(program, given.encode(), cancellation or Cancellation())
    why = f": {ended.complaint_text}" if ended.complaint_text else ""
    if len(ended.printed) > LARGEST:
        raise _failed(f"{name} answered with more than {LARGEST // 1000} KB, too much for a letter")
    if ended.code:
        raise _failed(f"{name} failed with exit code {ended.code}{why}")
    try:
        text = clean_lines(ended.printed.decode("utf-8-sig")).strip()
    except UnicodeDecodeError:
        raise _failed(f"{name} answered with something that isn't UTF-8 text") from None
    if not text:
        raise _failed(f"{name} gave no answer{why}")
    return _letter_in(text)


def name_of(program: LetterFilter) -> str:
    """Return how a program is called in a sentence: without its folder."""
    return clean(PurePath(program.command[0]).name)


def _letter_in(text: str) -> Rewritten:
    """Return the letter in an answer; a fence around all of it, as programs of this kind like to write, is no part."""
    fenced = _FENCE.fullmatch(text)
    text = fenced["inside"].strip() if fenced else text
    subject = _SUBJECT.match(text)
    if subject is None:
        return Rewritten(None, text)
    return Rewritten(clean(subject["subject"]).strip(), text[subject.end() :].strip())


def _run(program: LetterFilter, given: bytes, cancellation: Cancellation) -> Ended:
    try:
        ended = run_program(
            program.command,
            given,
            seconds=program.seconds,
            most_printed=LARGEST,
            while_running=cancellation.ending_process,
        )
    except subprocess.TimeoutExpired:
        if not cancellation.reason:
            raise _failed(
                f"{name_of(program)} didn't answer within {program.seconds:g} seconds (letter.filter_seconds)"
            ) from None
    except (OSError, ValueError) as error:
        raise _failed(
            f"{clean(program.command[0])} can't be started: {reason_of(error)}. Check letter.filter in your settings"
        ) from None
    if cancellation.reason:
        raise FilterError(CALLED_OFF)
    return ended


def _failed(what: str) -> FilterError:
    return FilterError(f"{what}. Your draft is unchanged.")
