"""Mails written byte for byte, as other programs write them."""

from __future__ import annotations

HEADER = {
    "From": "Dana Lee <dana@northwind.example>",
    "To": "Ada Park <ada@home.example>",
    "Subject": "Your interview",
    "Date": "Mon, 23 Nov 2026 10:00:00 +0100",
    "Message-ID": "<one@northwind.example>",
}


def mail(body: str | bytes = "Hello Ada", **fields: str | None) -> bytes:
    """Return a mail; fields are named as in `Content_Type`; None leaves one out."""
    header_fields = {**HEADER, **{name.replace("_", "-"): value for name, value in fields.items()}}
    header = "".join(f"{name}: {value}\n" for name, value in header_fields.items() if value is not None)
    return header.encode() + b"\n" + (body.encode() if isinstance(body, str) else body)


def part(body: str | bytes, kind: str = "text/plain; charset=utf-8", **fields: str) -> bytes:
    """Return one part of a multipart mail."""
    header_fields = {"Content-Type": kind, **{name.replace("_", "-"): value for name, value in fields.items()}}
    header = "".join(f"{name}: {value}\n" for name, value in header_fields.items())
    return header.encode() + b"\n" + (body.encode() if isinstance(body, str) else body)


def multipart(kind: str, *parts: bytes, **fields: str | None) -> bytes:
    """Return a mail of several parts; `kind` is what follows `multipart/`, parameters included."""
    return mail(within("frontier", *parts), **{"Content_Type": f"multipart/{kind}; boundary=frontier", **fields})


def within(boundary: str, *parts: bytes) -> bytes:
    """Return parts between their boundary lines."""
    mark = b"--" + boundary.encode()
    return b"".join(mark + b"\n" + inner + b"\n" for inner in parts) + mark + b"--\n"


def nested(kind: str, boundary: str, *parts: bytes) -> bytes:
    """Return a multipart that is a part itself."""
    return part(within(boundary, *parts), f'multipart/{kind}; boundary="{boundary}"')
