"""Header fields of a mail, encoded so that text stays text. It knows RFC 2047 and nothing of letters.

The standard library decodes what looks like an encoded word when a header is set, folds some display names wrongly and,
in older patch releases, lets an encoded line break out again (CVE-2024-6923). Here every header is folded from its
decoded value, and read back by a parser other than the one it was built with.
"""

from __future__ import annotations

import re
from base64 import b64encode
from email.header import decode_header, make_header
from email.headerregistry import Address, UniqueAddressHeader, UniqueUnstructuredHeader
from email.policy import SMTP, EmailPolicy
from typing import Any

_LINE = 76
_WORD_BYTES = 45
"""How much text one encoded word holds: 60 characters of base64, 72 with its frame (RFC 2047 section 2: 75 at most)."""
_PLAIN = re.compile(r"[ -~]*")


def encoded(text: str) -> str:
    """Return text as encoded words (RFC 2047, B, utf-8) separated by spaces, cut between characters."""
    words: list[bytes] = []
    word = b""
    for character in text:
        more = character.encode()
        if len(word) + len(more) > _WORD_BYTES:
            words.append(word)
            word = b""
        word += more
    return " ".join(f"=?utf-8?b?{b64encode(word).decode()}?=" for word in (*words, word))


def unstructured(text: str) -> str:
    """Return the text of a header such as Subject: as it is if that is safe, else as encoded words."""
    safe = _PLAIN.fullmatch(text) and "=?" not in text and len(text) < _LINE - len("Subject: ")
    return text if safe and text == " ".join(text.split()) else encoded(text)


def mailbox(address: Address) -> str:
    """Return `"Name" <address>` (RFC 5322 3.4): the name quoted if that is safe, else as encoded words."""
    name = address.display_name
    if not name:
        return address.addr_spec
    safe = _PLAIN.fullmatch(name) and "=?" not in name and len(name) < _LINE // 2 and name == " ".join(name.split())
    escaped = re.sub(r'(["\\])', r"\\\1", name)
    return f'"{escaped}" <{address.addr_spec}>' if safe else f"{encoded(name)} <{address.addr_spec}>"


def decoded(field: str) -> str:
    """Return the text of a header as `encoded` or `unstructured` wrote it, unfolded."""
    return str(make_header(decode_header(field.replace("\r\n", ""))))


def read_mailbox(field: str) -> Address:
    """Return what `mailbox` wrote. The library's own parser puts spaces between the encoded words of a name."""
    name, bracket, address = field.replace("\r\n", "").rpartition("<")
    name = name.strip()
    if name.startswith('"'):
        name = re.sub(r"\\(.)", r"\1", name[1:-1])
    # Split here: the library takes no local part that is not ASCII.
    local, _, domain = (address.rstrip(">") if bracket else address).rpartition("@")
    return Address(decoded(name), local, domain)


class LetterPolicy(EmailPolicy):
    """The SMTP policy (RFC 5321: CRLF, ASCII headers) with headers folded by the functions above.

    Only a local part that is not ASCII stands in UTF-8 (RFC 6532): nothing else can say it.
    """

    def fold(self, name: str, value: Any) -> str:
        """Return one header field, folded between words, ending in CRLF."""
        if isinstance(value, UniqueAddressHeader):
            text = ", ".join(mailbox(address) for address in value.addresses)
        elif isinstance(value, UniqueUnstructuredHeader):
            text = unstructured(str(value))
        else:
            text = str(value)
        return _folded(f"{name}: {text}")

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Return one header field as it goes over the wire."""
        return self.fold(name, value).encode()


def _folded(field: str) -> str:
    lines: list[str] = []
    for word in field.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= _LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\r\n ".join(lines) + "\r\n"


LETTER_POLICY = LetterPolicy(linesep=SMTP.linesep, cte_type="7bit")
