"""Rendering one letter template: Jinja2 in a strict sandbox, blanks that can be found again, errors with file and line.

Knows nothing of letters beyond this: the first line of a template is `Subject: ...`, the rest is the body.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, NamedTuple

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.etiquette.errors import TemplateFileError
from app.etiquette.text import clean, clean_lines

OURS = Path(__file__).with_name("templates")
"""The templates that come with the program, one file a kind."""
LINES_AT_MOST = 50_000
"""Template lines that may run for one letter: a loop that would never end ends here."""
LONGEST_REPEAT = 20_000
"""Characters or items that `*` may make."""

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Around a blank until its place is known. Unicode keeps these two out of all text that is exchanged."""
_BLANK = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_SUBJECT = re.compile(r"\s*Subject:[ \t]*(?P<subject>[^\n]*)\n?(?P<body>.*)", re.DOTALL)


class Rendered(NamedTuple):
    """Subject, body, and the ranges of the body's blanks in order, `[` and `]` included."""

    subject: str
    body: str
    blanks: tuple[tuple[int, int], ...]


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which also refuses to multiply texts into something huge."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        sizes = [len(side) if isinstance(side, str | list | tuple) else abs(side) for side in (left, right)]
        if operator == "**" or sizes[0] * sizes[1] > LONGEST_REPEAT:
            raise SecurityError(f"{operator!r} would make something too large")
        return super().call_binop(context, operator, left, right)


def blank(what: str) -> str:
    """Return a visible blank for a template: it renders as `[what]` and its range is reported."""
    return f"{_OPEN}{what}{_CLOSE}"


def render(name: str, known: Mapping[str, object], folder: Path | None) -> Rendered:
    """Return the template `name` filled with what is known; a file of that name in `folder` overrides ours.

    Raises:
        TemplateFileError: the file cannot be read, is no template, asks for something unknown or forbidden, or does
            not end; the sentence names file and line.
    """
    folders = [OURS] if folder is None else [folder, OURS]
    file = next((place / name for place in folders if (place / name).is_file()), OURS / name)
    environment = _Sandbox(
        loader=FileSystemLoader(folders), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals["blank"] = blank
    try:
        text = _run(environment, name, known, {str(place) for place in folders})
    except TemplateFileError:
        raise
    except UnicodeDecodeError as error:
        line = bytes(error.object[: error.start]).count(b"\n") + 1
        raise _wrong(file, line, "it is not UTF-8 text") from None
    except Exception as error:
        raise _wrong(*_place(error, file, folders), _reason(error)) from None
    found = _SUBJECT.fullmatch(text)
    if found is None:
        raise _wrong(file, 1, 'the first line has to be "Subject: " and the subject')
    return _without_marks(found["subject"], found["body"])


def _run(environment: _Sandbox, name: str, known: Mapping[str, object], folders: set[str]) -> str:
    """Return the rendered text; count the template's own lines as they run, since a sandbox alone lets loops go on."""
    left = LINES_AT_MOST

    def count(frame: FrameType, event: str, _: object) -> Any:
        nonlocal left
        if str(Path(frame.f_code.co_filename).parent) not in folders:
            return None
        left -= event == "line"
        if left < 0:
            raise SecurityError("it runs for too long; a loop in it may never end")
        return count

    template = environment.get_template(name)
    tracing = sys.gettrace()
    sys.settrace(count)
    try:
        return template.render(known)
    finally:
        sys.settrace(tracing)


def _place(error: Exception, file: Path, folders: list[Path]) -> tuple[Path, int | None]:
    """Return the template file and the line that an error came from: Jinja rewrites tracebacks to template lines."""
    if isinstance(error, TemplateSyntaxError):
        return Path(error.filename or file), error.lineno
    place: tuple[Path, int | None] = (file, None)
    step: TracebackType | None = error.__traceback__
    while step is not None:
        source = Path(step.tb_frame.f_code.co_filename)
        if source.parent in folders:
            place = (source, step.tb_lineno)
        step = step.tb_next
    return place


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateError) and error.message:
        return clean(error.message)
    return clean(f"{type(error).__name__}: {error}")


def _wrong(file: Path, line: int | None, reason: str) -> TemplateFileError:
    where = f"{file}, line {line}" if line else str(file)
    return TemplateFileError(f"{where}: {reason}. Mend the file, or move it away to use the letter that comes with us.")


def _without_marks(subject: str, body: str) -> Rendered:
    """Return the text with its blanks in brackets and where they are; at most one empty line in a row is kept."""
    body = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", clean_lines(body))).strip() + "\n"
    blanks: list[tuple[int, int]] = []
    text, end = "", 0
    for found in _BLANK.finditer(body):
        text += _unmarked(body[end : found.start()])
        blanks.append((len(text), len(text) + len(found[1]) + 2))
        text += f"[{found[1]}]"
        end = found.end()
    text += _unmarked(body[end:])
    return Rendered(_unmarked(_BLANK.sub(r"[\1]", clean(subject))), text, tuple(blanks))


def _unmarked(text: str) -> str:
    return text.replace(_OPEN, "").replace(_CLOSE, "")
