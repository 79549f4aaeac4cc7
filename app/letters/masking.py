"""Keep a password out of what is shown and stored, in whatever form a server that got it sends it back."""

from __future__ import annotations

import re
from base64 import b64encode
from urllib.parse import quote

_TELLING = 6
"""Characters in a row by which a piece of a spelling is known: a server may cut its lines."""


def spellings(user: str, password: str) -> tuple[str, ...]:
    """Return how a password goes over the wire, or may come back: plain, in base64 as AUTH PLAIN (RFC 4616) and LOGIN
    send it, in hexadecimal, percent-encoded; the longest first."""
    if not password:
        return ()
    sent = [f"\0{user}\0{password}", f"{user}\0{user}\0{password}", f"{user}\0{password}", password]
    in_base64 = [b64encode(text.encode()).decode().rstrip("=") for text in sent]
    forms = {password, *in_base64, password.encode().hex(), quote(password, safe="")}
    return tuple(sorted(forms, key=len, reverse=True))


def masked(text: str, secrets: tuple[str, ...]) -> str:
    """Return a text in which every spelling, and every word that holds a piece of one, is masked."""
    for secret in secrets:
        text = text.replace(secret, "…")
    folded = [secret.casefold() for secret in secrets]
    return re.sub(r"\S+", lambda word: "…" if _tells(word[0].casefold(), folded) else word[0], text)


def _tells(word: str, secrets: list[str]) -> bool:
    pieces = {word[at : at + _TELLING] for at in range(len(word) - _TELLING + 1)}
    return any(piece in secret for secret in secrets for piece in pieces)
