"""Addresses of web pages, as they are kept and compared. Pure: nothing is fetched."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from app.etiquette.text import clean

LONGEST = 1_000
_TRACKING = re.compile(
    r"^(?:utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|trk|trackingid|refid|gh_src|lever-source|lever-origin|source|src|ref)$",
    re.IGNORECASE,
)
"""Parameters that say where somebody came from, and nothing about the page."""


def page_address(text: str) -> str:
    """Return an address of a page as it is kept: http or https, without tracking and fragment; "" for anything else,
    such as `javascript:`, or one that carries a password."""
    address = clean(text)[: LONGEST + 1]
    try:
        parts = urlsplit(address)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return ""
    is_plain = parts.scheme in ("http", "https") and host and "@" not in parts.netloc and " " not in address
    if not is_plain or len(address) > LONGEST or not address.isprintable():
        return ""
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, _query(parts), ""))


def address_identity(text: str) -> str:
    """Return what two addresses of one page have in common; "" where that can't be told, as for the front page of a
    site."""
    address = page_address(text)
    if not address:
        return ""
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    return f"{parts.netloc.removeprefix('www.')}{path}?{parts.query}" if path or parts.query else ""


def _query(parts: SplitResult) -> str:
    pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100) if parts.query.count("&") < 100 else []
    kept = [(name, value) for name, value in pairs if not _TRACKING.match(name)]
    return parts.query if len(kept) == len(pairs) else urlencode(kept)
