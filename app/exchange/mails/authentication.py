"""What the server that took a mail in says of its sender, in the mail's own header (RFC 8601).

Only what speaks against the sender is told: a forger may write a good result, and none writes a bad one.
"""

from __future__ import annotations

import re

from app.exchange.mails.headers import unfolded
from app.exchange.mails.parts import Part

_RESULT = re.compile(r"(?:^|;)\s*(spf|dkim|dmarc)\s*=\s*([a-z]{1,20})", re.IGNORECASE)
_FAILED = {"spf": ("fail", "softfail"), "dkim": ("fail", "permerror", "policy"), "dmarc": ("fail",)}
_COMMENT = re.compile(r"\([^()]{0,500}\)")


def failed_checks(mail: Part) -> tuple[str, ...]:
    """Return which checks of the sender failed, in capitals; none where DMARC passed, which settles it (RFC 7489).

    The topmost field is that of the server that was last to take the mail in: those below may be anybody's.
    """
    value = mail.first("authentication-results")
    if value is None:
        return ()
    results = [(name.lower(), result.lower()) for name, result in _RESULT.findall(_COMMENT.sub("", unfolded(value)))]
    if ("dmarc", "pass") in results:
        return ()
    passed = {name for name, result in results if result == "pass"}
    failed = [name for name, result in results if result in _FAILED[name] and name not in passed]
    return tuple(dict.fromkeys(name.upper() for name in failed))
