"""A mail's HTML to text: what a reader sees, quotes marked with ">", links kept, scripts and hidden text left out.

It cuts the page into tags and text in one pass, since the parsers at hand (html.parser, lexbor) take time that grows
with the square of a crafted page. It decides nothing about quotes: it marks what the mail program marked.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

LARGEST = 1_000_000
"""Characters of a page that are read."""
MOST_TAGS = 30_000
"""Tags of a page that are read; the longest newsletters have a tenth of it."""
QUOTE_FOLLOWS = "-----Original Message-----"
"""Stands where a program says that all that follows is quoted."""
_LONGEST_LINK = 1_000
TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>|<(/?)([a-zA-Z][\w:-]{0,40})([^<>]*+)>"
)
"""A tag: whether it closes one, its name, its attributes; the last three groups where a quote in it does not end."""
_ATTRIBUTE = re.compile(r"([a-zA-Z][\w:-]{0,40})\s{0,20}=\s{0,20}(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_SKIPPED = {"script", "style", "title", "template", "svg", "noframes", "iframe", "object", "select", "xml"}
_VOID = {"br", "hr", "img", "meta", "link", "input", "area", "base", "col", "embed", "source", "track", "wbr"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "tbody", "tr", "ul",
}  # fmt: skip
_APART = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table", "dl"}
"""Blocks with an empty line around them."""
_CLOSES_ITSELF = {"p", "li", "td", "th", "tr", "dt", "dd", "option"}
_HIDDEN = re.compile(
    r"display:none|visibility:hidden|(?:^|;)font-size:0(?:px|pt|em)?(?:;|!|$)|max-height:0(?:px)?;.*overflow:hidden"
)
_NO_QUOTE = re.compile(r"border(?:-left)?(?:-width)?:(?:none|0|0px)")
_QUOTES = re.compile(
    r"yahoo_quoted|zmail_extra|protonmail_quote|moz-cite-prefix|gmail_attr|OLK_SRC_BODY_SECTION|reply-intro"
    r"|mail-editor-reference-message-container|hmquote|replytext|quoted-text"
)
_QUOTE_FOLLOWS = re.compile(r"divRplyFwdMsg|OutlookMessageHeader|stopSpelling")
_SIGNATURES = re.compile(r"gmail_signature|moz-signature")


@dataclass(slots=True)
class _Open:
    """An element not closed yet."""

    tag: str
    is_hidden: bool = False
    is_quote: bool = False
    link: str = ""
    since: int = 0
    """How many pieces the line had when a link began."""


@dataclass(slots=True)
class _Page:
    """What was written so far, and what is open."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    opened: list[_Open] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    hidden: int = 0
    quotes: int = 0
    pre: int = 0

    def break_line(self, *, apart: bool = False) -> None:
        """End the line, if there is one; `apart` leaves an empty line before what comes next."""
        text = "".join(self.line)
        if text.strip() or "\xa0" in text:
            self._write(text if self.pre else text.strip())
        self.line = []
        if apart and self.lines and self.lines[-1].strip("> "):
            self._write("")

    def new_line(self) -> None:
        """Write the line, an empty one too."""
        self._write("".join(self.line) if self.pre else "".join(self.line).strip())
        self.line = []

    def _write(self, text: str) -> None:
        marks = ">" * min(self.quotes, 9)
        self.lines.append(f"{marks} {text}" if marks else text)

    def say(self, text: str) -> None:
        """Write visible text."""
        if self.hidden:
            return
        if self.pre:
            first, *rest = text.split("\n")
            self.line.append(first)
            for line in rest:
                self.new_line()
                self.line.append(line)
            return
        words = re.sub(r"[ \t\r\n\f]+", " ", text)
        if words.startswith(" ") and (not self.line or self.line[-1].endswith(" ")):
            words = words[1:]
        if words:
            self.line.append(words)


def html_to_text(page: str, most_tags: int = MOST_TAGS, *, with_signatures: bool = False) -> str:
    """Return what a reader of the page sees, as lines; of its tags, `most_tags` are read."""
    source = page[:LARGEST]
    written = _Page()
    at = 0
    for _ in range(most_tags):
        if at >= len(source):
            break
        start = source.find("<", at)
        if start < 0:
            start = len(source)
        if start > at:
            written.say(html.unescape(source[at:start]))
        at = _markup(source, start, written, with_signatures)
    written.break_line()
    return "\n".join(line.replace("\xa0", " ").rstrip() for line in written.lines)


def _markup(source: str, start: int, page: _Page, with_signatures: bool) -> int:
    """Take what begins with "<" and return where it ends."""
    if source.startswith("<!--", start):
        end = source.find("-->", start + 4)
        return len(source) if end < 0 else end + 3
    if source.startswith(("<!", "<?"), start):
        end = source.find(">", start)
        return len(source) if end < 0 else end + 1
    match = TAG.match(source, start)
    if match is None:
        if start < len(source):
            page.say("<")
        return start + 1
    closing, tag, attribute_text = (match[1], match[2], match[3]) if match[2] else (match[4], match[5], match[6])
    tag = tag.lower()
    if closing:
        _close(page, tag)
    elif tag in _SKIPPED:
        return _end_of(source, tag, match.end(), attribute_text)
    else:
        _open(page, tag, attribute_text, with_signatures)
    return match.end()


def _end_of(source: str, tag: str, at: int, attribute_text: str) -> int:
    if attribute_text.rstrip().endswith("/"):
        return at
    end = re.compile(rf"</{tag}\s*>", re.IGNORECASE).search(source, at)
    return len(source) if end is None else end.end()


def attributes_of(text: str) -> dict[str, str]:
    """Return the attributes of a tag, names in lower case; of the longest lists, those that come first."""
    return {
        match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "")
        for match in _ATTRIBUTE.finditer(text[:20_000])
    }


def _open(page: _Page, tag: str, attribute_text: str, with_signatures: bool) -> None:
    if tag in _CLOSES_ITSELF and page.opened and page.opened[-1].tag == tag:
        _close(page, tag)
    if tag == "a" and page.counts.get(tag):
        _end_link(page)
    if tag in _VOID:
        _write_void(page, tag, attribute_text)
        return
    attributes = attributes_of(attribute_text) if attribute_text.strip() else {}
    named = f"{attributes.get('id', '')} {attributes.get('class', '')}"
    style = re.sub(r"\s", "", attributes.get("style", "")).lower()
    if not page.hidden:
        _write_before(page, tag, named, is_tight=_is_tight(attributes, style))
    is_signature = not with_signatures and _SIGNATURES.search(named) is not None
    element = _Open(
        tag,
        is_hidden=is_signature or _HIDDEN.search(style) is not None or tag == "head" or _is_bare(attribute_text),
        is_quote=_is_quote(tag, named, style, attributes),
        link=attributes.get("href", "").strip() if tag == "a" else "",
        since=len(page.line),
    )
    page.opened.append(element)
    page.counts[tag] = page.counts.get(tag, 0) + 1
    page.hidden += element.is_hidden
    page.quotes += element.is_quote
    page.pre += tag == "pre"


def _write_void(page: _Page, tag: str, attribute_text: str) -> None:
    if page.hidden:
        return
    if tag == "br":
        page.new_line()
    elif tag == "hr":
        page.break_line()
        _write_if_quote_follows(page, attribute_text)
        page.say("----------")
        page.break_line()


def _write_before(page: _Page, tag: str, named: str, *, is_tight: bool) -> None:
    if tag in _BLOCKS:
        page.break_line(apart=tag in _APART and not is_tight)
    _write_if_quote_follows(page, named)
    if tag == "li":
        page.say("- ")
    elif tag in ("td", "th") and page.line:
        page.say(" ")


def _write_if_quote_follows(page: _Page, named: str) -> None:
    if _QUOTE_FOLLOWS.search(named) and not page.quotes:
        page.break_line()
        page.say(QUOTE_FOLLOWS)
        page.break_line()


def _is_bare(attribute_text: str) -> bool:
    """Whether the element carries the attribute `hidden`."""
    return re.search(r"(?:^|\s)hidden(?:\s|=|/|$)", attribute_text[:2_000]) is not None


def _is_tight(attributes: dict[str, str], style: str) -> bool:
    return attributes.get("class", "").startswith("Mso") or re.search(r"margin(?:-bottom)?:0", style) is not None


def _is_quote(tag: str, named: str, style: str, attributes: dict[str, str]) -> bool:
    if _QUOTES.search(named):
        return True
    if tag != "blockquote":
        return False
    is_marked = attributes.get("type") == "cite" or "quote" in named or "cite" in attributes
    return is_marked or _NO_QUOTE.search(style) is None


def _close(page: _Page, tag: str) -> None:
    """Close an element and all that was left open within it; an end without a beginning is passed over."""
    if not page.counts.get(tag):
        if tag == "p" and not page.hidden:
            page.break_line(apart=True)
        return
    while page.opened:
        element = page.opened.pop()
        _leave(page, element)
        if element.tag == tag:
            return


def _end_link(page: _Page) -> None:
    """Close the link that is open, and nothing that was opened within it: a link within a link ends the outer one."""
    place = next(i for i in range(len(page.opened) - 1, -1, -1) if page.opened[i].tag == "a")
    _leave(page, page.opened.pop(place))


def _leave(page: _Page, element: _Open) -> None:
    page.counts[element.tag] -= 1
    if element.tag in _BLOCKS and not page.hidden:
        page.break_line(apart=element.tag in _APART - {"p"})
    if element.link and not page.hidden:
        _write_link(page, element)
    page.hidden -= element.is_hidden
    page.quotes -= element.is_quote
    page.pre -= element.tag == "pre"


def _write_link(page: _Page, element: _Open) -> None:
    """Keep where a link goes, unless its text says so."""
    link = element.link
    shown = "".join(page.line[element.since :]).strip()
    if (
        not shown
        or len(link) > _LONGEST_LINK
        or not link.lower().startswith(("http://", "https://", "mailto:", "tel:"))
    ):
        return
    address = re.sub(r"^(mailto|tel):", "", link).split("?")[0]
    if _bare(address) not in _bare(shown) and _bare(shown) != _bare(link):
        before = page.line[-1].removesuffix(" ")
        space = page.line[-1][len(before) :]
        page.line[-1:] = [before, f" <{link if link.startswith('http') else address}>{space}"]


def _bare(link: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", link.lower()).rstrip("/").replace(" ", "")
