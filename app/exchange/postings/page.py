"""Takes a web page apart: what it states about itself, and the HTML of what a person reads. One pass, within limits.

It cuts the page as `mails.html_text` does, for the same reason: the time grows with the length of a page, however it
is made. Scripts are never run; those that hold data are kept as text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from app.etiquette.text import clean
from app.exchange.mails.html_text import TAG, attributes_of, html_to_text

LARGEST = 5 * 1024 * 1024
"""Characters of a page that are read."""
MOST_TAGS = 100_000
_MOST_DATA = 30
"""Blocks of data that are kept."""
_RAW = frozenset({"script", "style", "title", "template", "svg", "iframe", "object", "noscript", "textarea", "select"})
"""Elements whose content is not text of the page."""
_AROUND = frozenset({"nav", "footer", "aside", "dialog", "button"})
"""Elements that surround the text of a page."""
_MAIN = frozenset({"main", "article"})
_ENOUGH = 300
"""Characters from which on the main part of a page stands for all of it."""
_LONGEST_LINE = 1_000
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,5}\)(https?://[^\s>]{3,1000})")
_LINKS = re.compile(r" <https?://[^>\s]{1,1000}>")
_EMPTY_LINES = re.compile(r"\n{3,}")


@dataclass(slots=True)
class Page:
    """What a page says."""

    title: str = ""
    heading: str = ""
    """Its first heading."""
    meta: dict[str, str] = field(default_factory=dict)
    """By name or property in lower case: og:title, og:site_name ...; the first one of each."""
    canonical: str = ""
    saved_from: str = ""
    """The address that a browser noted when it saved the page."""
    data: list[str] = field(default_factory=list)
    """Its blocks of JSON-LD, as they stand."""
    text: str = ""
    """What a person reads, in lines, not cleaned yet."""


@dataclass(slots=True)
class _Cutting:
    """A page while it is cut."""

    source: str
    page: Page = field(default_factory=Page)
    whole: list[str] = field(default_factory=list)
    main: list[str] = field(default_factory=list)
    around: int = 0
    """How many of the elements that surround the text are open."""
    within: int = 0
    """How many elements that hold the main part are open."""
    heading_at: int = -1

    def keep(self, text: str) -> None:
        """Keep a piece of the page unless it surrounds the text."""
        if self.around:
            return
        self.whole.append(text)
        if self.within:
            self.main.append(text)


def read_page(source: str) -> Page:
    """Return what a page says, however it is made."""
    source = source[:LARGEST].replace("\0", "")
    cutting = _Cutting(source)
    saved = _SAVED_FROM.search(source[:5_000])
    cutting.page.saved_from = html.unescape(saved[1]) if saved else ""
    at = 0
    for _ in range(MOST_TAGS):
        start = source.find("<", at)
        cutting.keep(source[at : start if start >= 0 else len(source)])
        if start < 0:
            break
        at = _markup(cutting, start)
    page = cutting.page
    page.text = seen(cutting.main)
    if len(page.text) < _ENOUGH:
        page.text = seen(cutting.whole)
    if len(page.text) < _ENOUGH:
        rest = html_to_text(source).strip()
        page.text = page.text if len(rest) < 2 * len(page.text) else rest
    return page


def seen(pieces: list[str]) -> str:
    """Return what a reader sees of HTML, without where its links go."""
    text = _LINKS.sub("", html_to_text("".join(pieces)))
    return _EMPTY_LINES.sub("\n\n", text).strip()


def _markup(cutting: _Cutting, start: int) -> int:
    """Take what begins with "<" and return where it ends."""
    source = cutting.source
    if source.startswith(("<!", "<?"), start):
        mark = "-->" if source.startswith("<!--", start) else ">"
        end = source.find(mark, start + 2)
        return len(source) if end < 0 else end + len(mark)
    match = TAG.match(source, start)
    if match is None:
        cutting.keep("&lt;")
        return start + 1
    closing, tag, attributes = (match[1], match[2], match[3]) if match[2] else (match[4], match[5], match[6])
    tag = tag.lower()
    if tag in _RAW:
        return match.end() if closing else _raw(cutting, tag, attributes, match.end())
    if tag in _AROUND:
        cutting.around = max(0, cutting.around + (-1 if closing else 1))
        return match.end()
    if tag in _MAIN:
        cutting.within = max(0, cutting.within + (-1 if closing else 1))
    elif tag == "h1":
        _note_heading(cutting, closing, start, match.end())
    elif tag == "meta":
        _note_meta(cutting.page, attributes)
    elif tag == "link":
        _note_link(cutting.page, attributes)
    cutting.keep(match[0])
    return match.end()


def _raw(cutting: _Cutting, tag: str, attributes: str, start: int) -> int:
    """Take an element whose content is not the page's text; return where it ends."""
    end = _ends(tag).search(cutting.source, start)
    content = cutting.source[start : end.start() if end else len(cutting.source)]
    page = cutting.page
    if tag == "title" and not page.title:
        page.title = clean(html.unescape(content[:_LONGEST_LINE]))
    if tag == "script" and len(page.data) < _MOST_DATA:
        kind = attributes_of(attributes).get("type", "").lower()
        if "ld+json" in kind:
            page.data.append(content)
    return end.end() if end else len(cutting.source)


def _ends(tag: str) -> re.Pattern[str]:
    return re.compile(rf"</{tag}\b[^<>]*+>", re.IGNORECASE)


def _note_heading(cutting: _Cutting, closing: str, start: int, end: int) -> None:
    if cutting.page.heading:
        return
    if not closing:
        cutting.heading_at = end
    elif cutting.heading_at >= 0:
        inner = cutting.source[cutting.heading_at : min(start, cutting.heading_at + 20 * _LONGEST_LINE)]
        cutting.page.heading = clean(" ".join(html_to_text(inner).split()))[:_LONGEST_LINE]
        cutting.heading_at = -1


def _note_meta(page: Page, attributes: str) -> None:
    values = attributes_of(attributes)
    name = (values.get("property") or values.get("name") or "").lower()
    if name and len(page.meta) < 200:
        page.meta.setdefault(name, clean(values.get("content", "")[:_LONGEST_LINE]))


def _note_link(page: Page, attributes: str) -> None:
    values = attributes_of(attributes)
    if values.get("rel", "").lower() == "canonical" and not page.canonical:
        page.canonical = values.get("href", "")[:_LONGEST_LINE]
