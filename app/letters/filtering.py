"""A letter through a program of the user's: given on its standard input, the answer taken from its standard output.

It runs without a shell and without the terminal, for a limited time, and nothing of it changes a letter by itself.
"""

from __future__ import annotations

import re
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import PurePath
from typing import IO, NamedTuple

from app.etiquette.errors import AfterwordError
from app.etiquette.letter_style import LetterFilter
from app.etiquette.text import clean, clean_lines
from app.letters.cancelling import Cancellation
from app.processes import end_process

LARGEST = 100_000
"""Bytes that an answer may have; a letter has a few hundred."""
CALLED_OFF = "Canceled. Your draft is unchanged."
_COMPLAINT = 300
"""Characters of what a program complains of that are shown."""
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
    answer, complaint, code = _run(program, given.encode(), cancellation or Cancellation())
    complained = clean(complaint.decode(errors="replace")).strip()[-_COMPLAINT:]
    why = f": {complained.rstrip('.')}" if complained else ""
    if len(answer) > LARGEST:
        raise _failed(f"{name} answered with more than {LARGEST // 1000} KB, too much for a letter")
    if code:
        raise _failed(f"{name} failed with exit code {code}{why}")
    try:
        text = clean_lines(answer.decode("utf-8-sig")).strip()
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


def _run(program: LetterFilter, given: bytes, cancellation: Cancellation) -> tuple[bytes, bytes, int]:
    """Run a program and return what it printed, the end of what it complained of, and its exit code."""
    name, deadline = name_of(program), time.monotonic() + program.seconds
    try:
        process = subprocess.Popen(  # noqa: S603 - the program that the user set for this
            program.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _failed(
            f"{clean(program.command[0])} can't be started: {clean(reason)}. Check letter.filter in your settings"
        ) from None
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    answer, complaint = bytearray(), bytearray()
    threads = [
        threading.Thread(target=_give, args=(process.stdin, given), daemon=True),
        threading.Thread(target=_take, args=(process.stdout, answer, process), daemon=True),
        threading.Thread(target=_take_end, args=(process.stderr, complaint), daemon=True),
    ]
    with cancellation.ending(lambda: end_process(process)):
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        has_ended = not any(thread.is_alive() for thread in threads)
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(0.0, deadline - time.monotonic()) if has_ended else 0)
    if cancellation.reason:
        raise FilterError(CALLED_OFF)
    if process.poll() is None or not has_ended:
        end_process(process)
        process.wait()
        raise _failed(f"{name} didn't answer within {program.seconds:g} seconds (letter.filter_seconds)")
    return bytes(answer), bytes(complaint), process.returncode


def _failed(what: str) -> FilterError:
    return FilterError(f"{what}. Your draft is unchanged.")


def _give(stream: IO[bytes], given: bytes) -> None:
    """Write all that is given; a program that does not read it is none the worse."""
    with suppress(OSError), stream:
        stream.write(given)


def _take(stream: IO[bytes], into: bytearray, process: subprocess.Popen[bytes]) -> None:
    """Read an answer to its end, and end a program that goes on and on."""
    with suppress(OSError, ValueError), stream:
        while portion := stream.read1(65536):  # type: ignore[attr-defined]
            into += portion
            if len(into) > LARGEST:
                end_process(process)
                return


def _take_end(stream: IO[bytes], into: bytearray) -> None:
    """Read to the end and keep the last of it."""
    with suppress(OSError, ValueError), stream:
        while portion := stream.read1(65536):  # type: ignore[attr-defined]
            into += portion
            del into[: -4 * _COMPLAINT]
