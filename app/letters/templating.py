"""Rendering one letter template: Jinja2 in a strict sandbox, blanks that can be found again, errors with file and line.

Knows nothing of letters beyond this: the first line of a template is `Subject: ...`, the rest is the body. Which of a
file's letters is taken is for others to say (`builds.py`, `choosing.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache, wraps
from math import prod
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.etiquette.errors import SettingsError, TemplateFileError
from app.etiquette.letter_style import English
from app.etiquette.text import clean, clean_lines
from app.letters.builds import Build, UnknownHeadingError, builds_of, only
from app.letters.style import spelled
from app.user_files import must_be_regular

OURS = Path(__file__).with_name("templates")
"""The templates that come with the program, one file a kind."""
LONGEST = 100_000
"""Characters of a letter, or of what one step makes: a mistake in a template ends here, and not the program."""
MOST_TURNS = 100
"""Numbers of a `range`."""
SECONDS = 2.0
"""How long the making of a letter may take; it takes a few milliseconds."""
_GROWING = frozenset(
    ("*", "batch", "center", "expandtabs", "indent", "join", "ljust", "replace", "rjust", "slice", "zfill")
)
"""Steps whose result can be as large as two of their values multiplied."""
_WIDE = re.compile(r"\d{5}|%[^a-z%]*\*|\{[^{}]*\{")
"""A width in a format that no letter needs, or one that is said elsewhere."""

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Around a blank until its place is known. Unicode keeps these two out of all text that is exchanged."""
_BLANK = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_SUBJECT = re.compile(r"\s*Subject:[ \t]*(?P<subject>[^\n]*)\n?(?P<body>.*)", re.DOTALL)


class Rendered(NamedTuple):
    """Subject, body, and the ranges of the body's blanks in order, `[` and `]` included."""

    subject: str
    body: str
    blanks: tuple[tuple[int, int], ...]


class _Files(FileSystemLoader):
    """The template files; `KIND.j2#2` is the third letter of its file, and ours are spelt as asked for."""

    def __init__(self, folders: list[Path], english: English):
        # Notepad begins a file with a mark that is no part of its text.
        super().__init__(folders, encoding="utf-8-sig")
        self._english = english

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return one letter's text, each line at its own number in the file, and the file."""
        name, _, place = template.partition("#")
        source, path, is_current = super().get_source(environment, name)
        if Path(path).parent == OURS:
            source = spelled(source, self._english)
        return only(source, int(place)) if place else source, path, is_current


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which no single step makes something huge. A template is the user's own: it may be mistaken,
    it is not hostile."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, folders: list[Path], english: English):
        super().__init__(
            loader=_Files(folders, english), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self.globals = {"blank": blank, "range": _range, "dict": dict, "namespace": self.globals["namespace"]}
        self.filters = {name: _bounded(name, function) for name, function in self.filters.items()}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply and format within bounds; no letter needs powers."""
        if operator == "**":
            raise SecurityError("'**' can't be used in letters")
        _must_be_small(operator, (left, right))
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, obj: Any, /, *values: Any, **named: Any) -> Any:
        """Call a method of a value within the same bounds."""
        method = getattr(obj, "__wrapped__", obj)
        _must_be_small(getattr(method, "__name__", ""), (getattr(method, "__self__", None), *values, *named.values()))
        return super().call(context, obj, *values, **named)


def _range(*values: int) -> range:
    made = range(*values)
    if len(made) > MOST_TURNS:
        raise SecurityError(f"range makes more than {MOST_TURNS} numbers")
    return made


def _bounded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that refuses to make something huge."""

    @wraps(function)
    def bounded(*values: Any, **named: Any) -> Any:
        _must_be_small(name, (*values, *named.values()))
        return function(*values, **named)

    return bounded


def _must_be_small(name: str, values: Sequence[Any]) -> None:
    """Raise `SecurityError` if a step could make something larger than any letter from these values."""
    largest = sorted(map(_size, values))[-2:]
    is_large = (name in _GROWING and prod(largest) > LONGEST) or (name == "+" and sum(map(_length, values)) > LONGEST)
    pattern = values[0] if name in ("%", "format", "format_map") else ""
    if is_large or (isinstance(pattern, str) and _WIDE.search(pattern)):
        raise SecurityError(f"{name!r} would make something too large")


def _length(value: Any) -> int:
    return len(value) if isinstance(value, str | list | tuple | dict | range) else 0


def _size(value: Any) -> int:
    return abs(value) if isinstance(value, int) else max(1, _length(value))


def blank(what: str) -> str:
    """Return a visible blank for a template: it renders as `[what]` and its range is reported."""
    return f"{_OPEN}{what}{_CLOSE}"


@lru_cache(maxsize=len(English))
def _sandbox(english: English) -> _Sandbox:
    """Return the sandbox of our own templates, in which each is compiled once."""
    return _Sandbox([OURS], english)


class Letters:
    """The letters of one template file: the user's own of that name in `folder`, else ours."""

    def __init__(self, name: str, folder: Path | None, english: English = English.US):
        self._folders = [OURS] if folder is None else [folder, OURS]
        self._name = name
        self._file = next((place / name for place in self._folders if (place / name).is_file()), OURS / name)
        is_ours = self._file.parent == OURS
        self._environment = _sandbox(english) if is_ours else _Sandbox(self._folders, english)

    def builds(self) -> tuple[Build, ...]:
        """Return which letters the file holds.

        Raises:
            TemplateFileError: the file cannot be read, or a heading in it; the sentence names file and line.
        """
        _must_be_file(self._folders[0] / self._name)
        with self._explained():
            loader = self._environment.loader
            assert loader is not None
            return builds_of(loader.get_source(self._environment, self._name)[0])

    def render(self, build: Build, values: Mapping[str, object]) -> Rendered:
        """Return one letter filled with values, by their names.

        Raises:
            TemplateFileError: it is no template, asks for something unknown or forbidden, or does not end; the
                sentence names file and line.
        """
        with self._explained():
            text = _run(self._environment, f"{self._name}#{build.place}", values)
        match = _SUBJECT.fullmatch(text)
        if match is None:
            raise _wrong(self._file, 1, 'the first line has to be "Subject: " and the subject')
        return _without_marks(match["subject"], match["body"])

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except UnicodeDecodeError as error:
            line = bytes(error.object[: error.start]).count(b"\n") + 1
            raise _wrong(self._file, line, "it is not UTF-8 text") from None
        except UnknownHeadingError as error:
            raise _wrong(self._file, error.line, str(error)) from None
        except Exception as error:
            raise _wrong(*_place(error, self._file, self._folders), _reason(error)) from None


def _must_be_file(path: Path) -> None:
    """Raise `TemplateFileError` for a folder, a pipe or a device in the place of a template."""
    try:
        must_be_regular(path, path.stat())
    except SettingsError as error:
        raise TemplateFileError(str(error)) from None
    except OSError:
        return  # ours takes its place, or reading it says why not


def _run(environment: _Sandbox, name: str, values: Mapping[str, object]) -> str:
    """Return the rendered text, unless it grows or takes longer than a letter can."""
    pieces: list[str] = []
    end, length = monotonic() + SECONDS, 0
    for piece in environment.get_template(name).generate(values):
        pieces.append(piece)
        length += len(piece)
        if length > LONGEST:
            raise SecurityError(f"the letter grows longer than {LONGEST:,} characters; a loop in it may never end")
        if monotonic() > end:
            raise SecurityError("it runs for too long; a loop in it may never end")
    return "".join(pieces)


def _place(error: Exception, file: Path, folders: list[Path]) -> tuple[Path, int | None]:
    """Return the template file and the line of an error, since Jinja rewrites tracebacks to template lines."""
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
    return TemplateFileError(f"{where}: {reason}. Fix the file, or move it away to use the built-in letter.")


def _without_marks(subject: str, body: str) -> Rendered:
    """Return the text with its blanks in brackets, and their ranges; of empty lines in a row, one is kept."""
    body = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", clean_lines(body))).strip() + "\n"
    blanks: list[tuple[int, int]] = []
    text, end = "", 0
    for match in _BLANK.finditer(body):
        text += _unmarked(body[end : match.start()])
        blanks.append((len(text), len(text) + len(match[1]) + 2))
        text += f"[{match[1]}]"
        end = match.end()
    text += _unmarked(body[end:])
    return Rendered(_unmarked(_BLANK.sub(r"[\1]", clean(subject))), text, tuple(blanks))


def _unmarked(text: str) -> str:
    return text.replace(_OPEN, "").replace(_CLOSE, "")
