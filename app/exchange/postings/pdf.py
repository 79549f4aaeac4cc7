"""The text of a PDF, by pypdf, which is imported only here and only then. Nothing in it is run or opened."""

from __future__ import annotations

import io
import logging
import time
from typing import NamedTuple

from app.etiquette.errors import ImportFileError

LARGEST = 10 * 1024 * 1024
"""Bytes of a PDF."""
MOST_PAGES = 30
_PATIENCE = 10.0
"""Seconds after which no further page is begun."""
_MOST = 200_000
"""Characters."""


class Printed(NamedTuple):
    """What a PDF holds."""

    title: str
    text: str


def text_in(data: bytes) -> Printed:
    """Return a PDF's title and text.

    Raises:
        ImportFileError: it is too large, locked, damaged, or holds pictures of text alone.
    """
    if len(data) > LARGEST:
        raise ImportFileError(f"It's a PDF of more than {LARGEST >> 20} MB. Copy its text into a .txt file instead.")
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    begun = time.monotonic()
    pages: list[str] = []
    title = ""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise ImportFileError("It's a locked PDF. Copy its text into a .txt file and import that.")
        title = str(reader.metadata.title or "") if reader.metadata else ""
        for number, page in enumerate(reader.pages):
            if number >= MOST_PAGES or sum(map(len, pages)) > _MOST or time.monotonic() - begun > _PATIENCE:
                break
            pages.append(page.extract_text())
    except ImportFileError:
        raise
    except Exception as error:  # a damaged PDF makes pypdf raise nearly anything
        if not any(pages):
            raise ImportFileError("It's a PDF that can't be read. Copy its text into a .txt file.") from error
    text = "\n\n".join(pages)
    if not text.strip():
        raise ImportFileError("It's a PDF without text, perhaps a scan. Copy the posting into a .txt file.")
    return Printed(title, text[:_MOST])
