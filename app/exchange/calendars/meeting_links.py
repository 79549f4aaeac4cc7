"""The link by which one joins a meeting, found among all that an invitation says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from urllib.parse import parse_qs, urlsplit

from app.etiquette.text import clean

LONGEST = 2_000
_LOOKED_AT = 20_000
"""Characters of a text in which links are looked for."""
_MOST = 100
_CLOSING = ".,;:!?*_"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_LINK = re.compile(r"https://[^\s<>\"'\\\x00-\x20]{4,4000}", re.IGNORECASE)
_HOSTS = re.compile(
    r"(?:.*\.)?(?:zoom\.us|zoomgov\.com|zoom\.com\.cn|teams\.microsoft\.com|teams\.live\.com|teams\.microsoft\.us|"
    r"meet\.google\.com|hangouts\.google\.com|webex\.com|whereby\.com|meet\.jit\.si|8x8\.vc|gotomeeting\.com|"
    r"gotomeet\.me|goto\.com|bluejeans\.com|chime\.aws|join\.skype\.com|meet\.lync\.com|skype\.com|hirevue\.com|"
    r"coderpad\.io|karat\.io|brighthire\.ai|ringcentral\.com|bigbluebutton\.org|livestorm\.co|vidyocloud\.com|"
    r"bbb\.[a-z0-9.-]+|meet\.[a-z0-9.-]+|jitsi\.[a-z0-9.-]+)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"/(?:u|support|help|hc|rooms?/help|pstn|dialin\w*|meetingoptions|globalcallin\w*|usp|tel|download|test)(?:/|$)",
    re.IGNORECASE,
)
"""Paths at a meeting's host that lead elsewhere: numbers to call, options, help."""


def meeting_link(texts: Iterable[str]) -> str:
    """Return the https link to join by, "" when there is no link.

    Args:
        texts: where to look; of two links that are equally likely the one of the earlier text is taken.
    """
    urls = dict.fromkeys(link for text in texts for link in _LINK.findall(text[:_LOOKED_AT]))
    links = [unwrapped(_trimmed(link)) for link in islice(urls, _MOST)]
    links = [link for link in links if len(link) <= LONGEST and _host(link)]
    joins = [link for link in links if _HOSTS.fullmatch(_host(link))]
    best = [link for link in joins if not _ASIDE.search(urlsplit(link).path)]
    return clean(next(iter([*best, *joins, *links]), ""))


def unwrapped(link: str) -> str:
    """Return the link that a mail filter has hidden in its own."""
    host = _host(link)
    if host.endswith("safelinks.protection.outlook.com"):
        inner = parse_qs(urlsplit(link).query).get("url", [""])[0]
    elif host in ("google.com", "www.google.com") and urlsplit(link).path == "/url":
        inner = parse_qs(urlsplit(link).query).get("q", [""])[0]
    else:
        return link
    return inner if inner.lower().startswith("https://") and not re.search(r"\s", inner) else link


def _trimmed(link: str) -> str:
    """Return a link without what closes the sentence around it."""
    link = link.partition("](")[0].rstrip(_CLOSING)
    surplus = {end: link.count(end) - link.count(begin) for end, begin in _PAIRS.items()}
    while surplus.get(link[-1:], 0) > 0:
        surplus[link[-1]] -= 1
        link = link[:-1].rstrip(_CLOSING)
    return link


def _host(link: str) -> str:
    try:
        return (urlsplit(link).hostname or "").lower()
    except ValueError:
        return ""
