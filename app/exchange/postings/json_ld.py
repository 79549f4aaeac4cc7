"""Reads what a page states about a role for search engines: schema.org's JobPosting in JSON-LD. Anything else in it,
however deep or large, is passed over."""

from __future__ import annotations

import html
import json
import math
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from app.etiquette.errors import InvalidFieldError
from app.etiquette.text import clean
from app.etiquette.time.dates import read_day
from app.etiquette.time.lengths import first_of
from app.exchange.contents import Advertised
from app.exchange.mails.html_text import html_to_text

Node: TypeAlias = dict[str, object]
"""An object of a document."""

_MOST_NODES = 20_000
"""Objects and lists that are looked into."""
_LONGEST_LINE = 300
_LARGEST_PAY = 1e12
_EARLIEST, _LATEST = date(2000, 1, 1), date(2100, 1, 1)
"""Days outside these count as none."""
_COMMENT_BEGINS = re.compile(r"(?:(?://)?\s*<!\[CDATA\[|<!--)?")
_COMMENT_ENDS = ("-->", "]]>", "//")
"""What a comment of HTML or of a script leaves at the end of a block, in this order."""
_UNITS = {"HOUR": "an hour", "DAY": "a day", "WEEK": "a week", "MONTH": "a month", "YEAR": "a year"}


def postings_in(blocks: Iterable[str]) -> list[Advertised]:
    """Return the postings that a page's blocks of JSON-LD state, each once."""
    nodes = list(_nodes(blocks))
    by_id = {name: node for node in nodes if isinstance(name := node.get("@id"), str) and len(node) > 1}
    postings = (_posting(node, by_id) for node in nodes if _is_posting(node))
    return list(dict.fromkeys(posting for posting in postings if posting.role))


def _nodes(blocks: Iterable[str]) -> Iterator[Node]:
    """Yield the objects of all blocks, nested ones included, as far as they are looked into."""
    waiting: list[object] = [_parsed(block) for block in blocks]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop(0) if len(waiting) < 100 else waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]
        elif isinstance(value, list):
            waiting += [inner for inner in value[:_MOST_NODES] if isinstance(inner, dict | list)]


def _parsed(block: str) -> object:
    text = _uncommented(block.strip()).rstrip(";")
    for candidate in (text, html.unescape(text)):
        try:
            parsed: object = json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
        return parsed
    return None


def _uncommented(text: str) -> str:
    """Return a block of data without the comment around it that hides it from old browsers."""
    begins = _COMMENT_BEGINS.match(text)
    text = text[begins.end() if begins else 0 :]
    for end in _COMMENT_ENDS:
        text = text.removesuffix(end).rstrip()
    return text.lstrip()


def _is_posting(node: Node) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and kind.rpartition("/")[2].rpartition(":")[2] == "JobPosting"
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _posting(node: Node, by_id: dict[str, Node]) -> Advertised:
    organization = _referred(node.get("hiringOrganization"), by_id)
    role, company = _line(node.get("title") or node.get("name")), _line(organization)
    return Advertised(
        text=_description(node.get("description")),
        title=role,
        company=company,
        role=role,
        location=_places(node, by_id),
        salary=_pay(node.get("baseSalary"), _line(node.get("salaryCurrency"))),
        closes=_day(node.get("validThrough")),
        address=_line(node.get("url"), 1_000),
        is_sure=bool(role and company),
    )


def _referred(value: object, by_id: dict[str, Node]) -> object:
    """Return what a value names by its @id, else the value."""
    value = _first(value)
    if isinstance(value, dict) and isinstance(name := value.get("@id"), str) and not value.get("name"):
        return by_id.get(name, value)
    return value


def _first(value: object) -> object:
    """Return the first of a list, None of an empty one; anything else as it is."""
    return (value[0] if value else None) if isinstance(value, list) else value


def _line(value: object, longest: int = _LONGEST_LINE) -> str:
    """Return a value as one line: an object by its name, a list by its first element; "" for anything else."""
    for _ in range(4):
        if isinstance(value, dict):
            value = value.get("name") or value.get("@value") or value.get("value")
        else:
            value = _first(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    words = str(value)[: longest * 4]
    return clean(" ".join(_without_tags(words).split()))[:longest].strip()


def _without_tags(text: str) -> str:
    return html_to_text(text) if "<" in text or "&" in text else text


def _description(value: object) -> str:
    """Return the text of the posting, which sites write as HTML, as escaped HTML, or as plain text."""
    if not isinstance(value, str):
        return ""
    if "<" not in value and "&lt;" in value:
        value = html.unescape(value)
    is_page = re.search(r"<(?:p|br|div|ul|li|h\d|strong|b|span)\b", value[:100_000], re.IGNORECASE)
    return (html_to_text(value) if is_page else html.unescape(value)).strip()


def _places(node: Node, by_id: dict[str, Node]) -> str:
    """Return where the role is: at most three places, and whether it is remote."""
    places = node.get("jobLocation")
    listed = places if isinstance(places, list) else [places]
    names = [_place(_referred(place, by_id)) for place in listed[:20]]
    if "TELECOMMUTE" in _line(node.get("jobLocationType")).upper():
        names.insert(0, "Remote")
        required = node.get("applicantLocationRequirements")
        names += [_line(place) for place in (required if isinstance(required, list) else [required])[:3]]
    kept = [name for name in dict.fromkeys(names) if name]
    return first_of(kept, between="; ")


def _place(place: object) -> str:
    if not isinstance(place, dict):
        return _line(place)
    address = place.get("address")
    if not isinstance(address, dict):
        return _line(address) or _line(place.get("name"))
    parts = [_line(address.get(name)) for name in ("addressLocality", "addressRegion", "addressCountry")]
    return ", ".join(dict.fromkeys(part for part in parts if part)) or _line(address.get("streetAddress"))


def _pay(value: object, currency: str) -> str:
    """Return what a role pays: `EUR 60,000 to 75,000 a year`; "" when it does not say."""
    value = _first(value)
    if not isinstance(value, dict):
        amount = _amount(value)
        return f"{currency} {amount}".strip() if amount else _line(value) if isinstance(value, str) else ""
    currency = _line(value.get("currency")) or currency
    inner = value.get("value", value)
    amounts = inner if isinstance(inner, dict) else {"value": inner}
    least, most = _amount(amounts.get("minValue")), _amount(amounts.get("maxValue"))
    words = " to ".join(dict.fromkeys(part for part in (least, most) if part)) or _amount(amounts.get("value"))
    if not words:
        said = amounts.get("value")
        return _line(said) if isinstance(said, str) else ""
    unit = _UNITS.get(_line(amounts.get("unitText") or value.get("unitText")).upper(), "")
    return " ".join(part for part in (currency, words, unit) if part)


def _amount(value: object) -> str:
    """Return a number as a person writes it; "" if it is not one, or not one that anybody is paid."""
    if isinstance(value, str):
        try:
            value = float(value.strip().replace(",", "")[:40])
        except ValueError:
            return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    if not 0 < value < _LARGEST_PAY:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def _day(value: object) -> date | None:
    try:
        day = read_day(_line(value), "closes")
    except InvalidFieldError:
        return None
    return day if _EARLIEST < day < _LATEST else None
