"""Templates: what a user may write in one, and how a mistake in one ends."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from app.etiquette.errors import TemplateFileError
from app.letters.templating import LONGEST, Letters, Rendered

NAMES = {"name": "Dana", "people": ["Dana", "Omar"], "salary": 150_000, "noted": "on-call 2024 " * 150}


def rendered(folder: Path, body: str | bytes) -> Rendered:
    """Render a template of the user's with this body."""
    data = body.encode() if isinstance(body, str) else body
    (folder / "thank_you.j2").write_bytes(b"Subject: Thanks\n" + data)
    return first_letter(folder)


def first_letter(folder: Path) -> Rendered:
    """Render the first letter of the template of the user's."""
    letters = Letters("thank_you.j2", folder)
    return letters.render(letters.builds()[0], NAMES)


def test_subject_body_and_blanks_are_told_apart(tmp_path: Path) -> None:
    letter = rendered(tmp_path, "Dear {{ name }},\n\n\n\n{{ blank('what you saw') }} and more  \n")
    assert (letter.subject, letter.body) == ("Thanks", "Dear Dana,\n\n[what you saw] and more\n")
    assert [letter.body[start:end] for start, end in letter.blanks] == ["[what you saw]"]


def test_a_mark_and_foreign_line_ends_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "thank_you.j2").write_bytes(b"\xef\xbb\xbfSubject: Thanks\r\nDear {{ name }},\r\n")
    letter = first_letter(tmp_path)
    assert (letter.subject, letter.body) == ("Thanks", "Dear Dana,\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{{ name|upper }} {{ people|join(', ') }}", "DANA Dana, Omar"),
        ("{{ '{:,}'.format(salary) }} {{ salary + 1 }} {{ salary % 7 }} {{ salary|abs }}", "150,000 150001 4 150000"),
        ("{{ '%5.1f' % 2 }}|{{ '%s-%s'|format(name, 1) }}", "2.0|Dana-1"),
        ("{{ noted|replace('on-call', 'on call')|length }} {{ name|center(9)|trim }}", "1950 Dana"),
        ("{% for each in people %}{{ loop.index }} {{ each }};{% endfor %}", "1 Dana;2 Omar;"),
        ("{% for n in range(3) %}{{ n }}{% endfor %}{{ '-' * 40 }}", f"012{'-' * 40}"),
        ("{% set ns = namespace(n=0) %}{% for each in people %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}", "2"),
        ("{{ people|map('upper')|list|last }} {{ people|first|default('x') }} {{ name|indent(4) }}", "OMAR Dana Dana"),
        ("{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{{ twice(name) }}", "DanaDana"),
        ("{{ noted|wordwrap(70)|length > 1900 }} {{ name.rjust(6)|trim }}", "True Dana"),
    ],
)
def test_what_letters_need_works(tmp_path: Path, body: str, text: str) -> None:
    assert rendered(tmp_path, body).body.strip() == text


@pytest.mark.parametrize(
    "body",
    [
        "{{ 'x'|center(3000000000) }}",
        "{{ 'x'.center(3000000000) }}",
        "{{ 'x'.zfill(3000000000) }}",
        "{{ 'x'|indent(3000000000, true) }}",
        "{{ 'x' * 3000000000 }}",
        "{{ 3000000000 * 'x' }}",
        "{{ 'x' * 300 * 300 * 300 }}",
        "{{ noted|replace('', noted * 50) }}",
        "{{ ('x' * 90000).replace('x', 'x' * 90000) }}",
        "{{ ('x' * 90000)|join('x' * 90000) }}",
        "{{ '%3000000000d' % 1 }}",
        "{{ '%3000000000d'|format(1) }}",
        "{{ '%*d' % (3000000000, 1) }}",
        "{{ '{:3000000000d}'.format(1) }}",
        "{{ '{:{w}d}'.format(1, w=3000000000) }}",
        "{{ range(3000000000)|list }}",
        "{{ people|batch(3000000000, 'x')|list }}",
        "{{ people|slice(3000000000)|list }}",
        "{{ 2 ** 3000000000 }}",
        "{{ lipsum(3000000000) }}",
        "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
        "{% for a in range(99) %}{% for b in range(99) %}{% for c in range(99) %}x{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in range(99) %}{% for b in range(99) %}{% for c in range(99) %}{% for d in range(99) %}{{ '' }}"
        "{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
        "{% set ns = namespace(x='xx') %}{% for a in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include 'thank_you.j2' %}",
    ],
)
def test_a_template_that_would_not_end_or_fill_the_memory_is_said_at_once(tmp_path: Path, body: str) -> None:
    begun = time.monotonic()
    with pytest.raises(TemplateFileError) as error:
        rendered(tmp_path, body)
    assert time.monotonic() - begun < 20
    assert str(error.value).startswith(str(tmp_path / "thank_you.j2"))
    assert "move it away to use the built-in letter" in str(error.value)


def test_a_letter_has_an_end(tmp_path: Path) -> None:
    with pytest.raises(TemplateFileError, match=r"longer than 100,000 characters"):
        rendered(tmp_path, "x" * (LONGEST + 1))


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ("a\nb {{ nobody }}", 3, "'nobody' is undefined"),
        ("a\n{% if %}", 3, "Expected an expression"),
        ("{{ name.__class__.__mro__ }}", 2, "unsafe"),
        ("{{ name|shout }}", 2, "No filter named 'shout'"),
        ("a\n\n{{ 'x'|center(3000000000) }}", 4, "'center' would make something too large"),
    ],
)
def test_a_mistake_is_said_with_its_line(tmp_path: Path, body: str, line: int, reason: str) -> None:
    with pytest.raises(TemplateFileError) as error:
        rendered(tmp_path, body)
    assert f"thank_you.j2, line {line}: " in str(error.value)
    assert reason in str(error.value)


def test_what_is_not_utf_8_is_said_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(TemplateFileError, match=r"line 3: it is not UTF-8 text"):
        rendered(tmp_path, b"a\n\xe9\n")


def test_a_template_that_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "thank_you.j2")
    with pytest.raises(TemplateFileError, match="not a file"):
        first_letter(tmp_path)


def test_rendering_leaves_debuggers_and_coverage_alone(tmp_path: Path) -> None:
    def trace(*_: object) -> None:
        return None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        rendered(tmp_path, "Dear {{ name }},")
        assert sys.gettrace() is trace
    finally:
        sys.settrace(before)
