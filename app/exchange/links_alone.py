"""Files that hold a link and nothing else: what browsers and desktops save of a page, or a line of text."""

from __future__ import annotations

import re

from app.etiquette.text import clean

_READ = 4_000
"""Bytes; a file that holds nothing but a link or a few is smaller."""
_LINK = r"https?://[^\s<>\"']{1,1000}"
_SHORTCUT = re.compile(
    rf"\A\s*\[(?:InternetShortcut|Desktop Entry)\].*?^URL(?:\[\$e\])?=({_LINK})", re.DOTALL | re.MULTILINE
)
"""Windows' .url and the .desktop of a Linux desktop."""
_WEBLOC = re.compile(rf"<plist\b.*?<key>\s*URL\s*</key>\s*<string>\s*({_LINK})\s*</string>", re.DOTALL)
"""The .webloc of macOS."""


def links_alone(data: bytes) -> list[str]:
    """Return the links of a file that holds nothing else, [] of any other file."""
    if len(data) > _READ:
        return []
    text = data.decode("utf-8-sig", errors="replace")
    for pattern in (_SHORTCUT, _WEBLOC):
        if match := pattern.search(text):
            return [clean(match[1].replace("&amp;", "&"))]
    words = text.split()
    return [clean(word) for word in words] if all(re.fullmatch(_LINK, word) for word in words) else []
