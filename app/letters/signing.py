"""How the user signs: their signature below a letter, and the blanks that stand for their name until it is given."""

from __future__ import annotations

from app.etiquette.records import Me

YOUR_NAME = "your name"
"""What the blank says that stands for it."""
_BLANK = f"[{YOUR_NAME}]"


def signature_of(me: Me, unnamed: str) -> str:
    """Return what stands below the closing: the signature, with the name in it.

    Args:
        unnamed: what stands for a name that is not known.
    """
    name, signature = me.name or unnamed, me.signature.strip("\n")
    if not signature:
        return name
    return signature if me.name in signature else f"{name}\n{signature}"


def has_closing(signature: str) -> bool:
    """Return whether a signature begins with a line such as "Best regards,"."""
    return signature.partition("\n")[0].rstrip().endswith(",")


def signed(text: str, me: Me) -> str:
    """Return a text whose blanks for the user's name are filled; the last one that has a line to itself becomes the
    signature."""
    lines = text.split("\n")
    alone = [place for place, line in enumerate(lines) if line.strip() == _BLANK]
    if alone:
        signature = signature_of(me, _BLANK)
        start = end = alone[-1]
        if has_closing(signature) and start and has_closing(lines[start - 1]):
            start -= 1
        lines[start : end + 1] = signature.split("\n")
    return "\n".join(lines).replace(_BLANK, me.name or _BLANK)
