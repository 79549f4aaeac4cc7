"""Descriptions as plain text: HTML taken out, blank lines and length held. Works through its text once."""

from __future__ import annotations

import html
import re

from app.etiquette.text import clean_lines

LONGEST = 10_000
"""Characters of a description that are kept."""
_LOOKED_AT = 40_000
"""Characters of a text, with its HTML, that are looked at."""
_MARKUP = re.compile(
    r"</?(?:html|body|head|p|br|div|span|a|b|i|u|ul|ol|li|table|tr|td|strong|em|font|h[1-6]|img)\b[^<>]*>",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r"(?<! ) *\n *")
_TAG = re.compile(r"<!--|<(/?)([a-zA-Z][a-zA-Z0-9:]*)[^<>]*>|<[!?][^<>]*>")
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr"})
_HIDDEN = frozenset({"style", "script", "head", "title"})


def plain_text(text: str) -> str:
    """Return text without HTML, cleaned, with at most one blank line at a time."""
    text = text[:_LOOKED_AT]
    if _MARKUP.search(text):
        text = without_html(text)
    lines = [line.rstrip() for line in clean_lines(text[:LONGEST]).split("\n")]
    kept = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    return "\n".join(kept).strip()[:LONGEST].rstrip()


def without_html(text: str) -> str:
    """Return the text that HTML shows, at least as much of it as is kept."""
    text = _SPACE.sub(" ", text)
    shown: list[str] = []
    place, size, hidden = 0, 0, ""
    for match in _TAG.finditer(text):
        if match.start() < place:
            continue
        if not hidden:
            shown.append(text[place : match.start()])
            size += match.start() - place
            if size > 2 * LONGEST:
                break
        place = match.end()
        name = (match[2] or "").lower()
        if match[0] == "<!--":
            end = text.find("-->", place)
            place = end + 3 if end >= 0 else len(text)
        elif hidden:
            hidden = "" if match[1] and name == hidden else hidden
        elif name in _HIDDEN and not match[1]:
            hidden = name
        elif name in _BREAKS:
            shown.append("\n")
    if not hidden:
        shown.append(text[place:])
    return _AROUND_BREAK.sub("\n", html.unescape("".join(shown)).replace("\u00a0", " "))
