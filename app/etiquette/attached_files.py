"""The files that a company has of the user: which one, as what, and when it was sent. The record; not what is in it."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from pathlib import PurePosixPath

from app.etiquette.frozen import dataclass

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes of one file."""
LONGEST_NAME = 200
_SHA256 = re.compile(r"[0-9a-f]{64}")


class FileKind(StrEnum):
    """What a file is to the people who get it."""

    CV = "cv"
    COVER_LETTER = "cover_letter"
    PORTFOLIO = "portfolio"
    OTHER = "other"


FILE_KIND_TITLES = {
    FileKind.CV: "CV",
    FileKind.COVER_LETTER: "Cover letter",
    FileKind.PORTFOLIO: "Portfolio",
    FileKind.OTHER: "Other",
}
"""A kind as it is called everywhere."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file as one application has it. Its content is kept once under its hash, however many have it."""

    id: int = 0
    kind: FileKind = FileKind.CV
    name: str = ""
    """As the user calls it, with its ending."""
    sha256: str = ""
    """Of its content: 64 hexadecimal digits in lower case."""
    size: int = 0
    """Bytes."""
    media_type: str = ""
    """As the ending of its name says (RFC 6838): application/pdf."""
    added: datetime | None = None
    sent: datetime | None = None
    """When the company got it; None: not sent. What was sent stays as it is."""
    uid: str = ""


MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
"""Endings of documents and pictures, which a viewer shows and nothing runs; any other file is only kept."""
UNKNOWN_TYPE = "application/octet-stream"


def ending_of(name: str) -> str:
    """Return how a file's name ends, in lower case and with the dot; "" when it has no ending."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def media_type_of(name: str) -> str:
    """Return the media type that a file's name speaks of."""
    return MEDIA_TYPES.get(ending_of(name), UNKNOWN_TYPE)


def is_sha256(text: str) -> bool:
    """Return whether a text is a hash as files are named by: 64 hexadecimal digits in lower case."""
    return _SHA256.fullmatch(text) is not None


def say_size(size: int) -> str:
    """Return a number of bytes as a person reads it, rounded up: 212 KB, 3.4 MB."""
    if size < 1 << 10:
        return f"{size} bytes" if size != 1 else "1 byte"
    kilobytes = -(-size >> 10)
    return f"{kilobytes} KB" if kilobytes < 1 << 10 else f"{-(-size * 10 >> 20) / 10:.1f} MB"
