"""Reads the posting in the bytes of a page, a PDF, or a text. What a page does not state is guessed, never sure."""

from __future__ import annotations

import re
from dataclasses import replace

from app.etiquette.errors import ImportFileError
from app.etiquette.text import clean, clean_lines, folded
from app.exchange.contents import LONGEST_POSTING, Advertised
from app.exchange.mails.decoding import text_of
from app.exchange.postings.addresses import page_address
from app.exchange.postings.json_ld import postings_in
from app.exchange.postings.labels import with_labels
from app.exchange.postings.page import LARGEST, Page, read_page
from app.exchange.postings.saved_pages import charset_in, saved_page
from app.exchange.postings.titles import guess
from app.exchange.raw.decoding import decoded

_SHORT = 200
"""Characters below which what a page states of its role is a teaser, and the page itself is read."""
_LEAST = 80
"""Bytes (UTF-8) that the text of a page needs to be a posting where it states none: bytes, since Japanese says as much
in fewer characters."""
_LONGEST_LINE = 300
_BLANKS = re.compile(r"(?<![ \t\xa0])[ \t\xa0]++(?=\n|$)")
_MANY_LINES = re.compile(r"\n{3,}")


def posting_in_page(data: bytes, charset: str = "", address: str = "") -> Advertised:
    """Return the posting that a web page shows.

    Args:
        charset: as the server states it.
        address: where the page was; "" when only the page itself can tell.

    Raises:
        ImportFileError: it holds no text, or lists several postings.
    """
    return posting_of_html(page_text(data[:LARGEST], charset), address)


def posting_in_saved_page(data: bytes) -> Advertised:
    """Return the posting in a page that a browser saved as MHTML. See `posting_in_page`."""
    page = saved_page(data)
    return posting_of_html(page_text(page.data, page.charset), page.address, page.title)


def page_text(data: bytes, charset: str) -> str:
    """Return the text of a page's bytes. What is valid UTF-8 is read as that, whatever the page or its server states: a
    text in another encoding is not so by chance."""
    try:
        return data.decode("utf-8") if not data.isascii() else text_of(data, charset or charset_in(data))
    except UnicodeDecodeError:
        return text_of(data, charset or charset_in(data))


def posting_in_pdf(data: bytes, address: str = "") -> Advertised:
    """Return the posting in a PDF.

    Raises:
        ImportFileError: it cannot be read.
    """
    from app.exchange.postings.pdf import text_in

    printed = text_in(data)
    return posting_in_text(printed.text, clean(printed.title), address)


def posting_in_text(text: str, title: str = "", address: str = "") -> Advertised:
    """Return the posting that a plain text is."""
    kept = _kept(text)
    first = next((line.strip(" #*-=>\t") for line in kept.split("\n") if line.strip(" #*-=>\t")), "")
    head = title if title and folded(title) in folded(kept[:2_000]) else first
    seen = guess(head[:_LONGEST_LINE])
    return with_labels(
        Advertised(kept, _line(head), seen.company, seen.role, seen.location, address=page_address(address))
    )


def posting_in_file(data: bytes, address: str = "") -> Advertised:
    """Return the posting in the bytes of a plain text."""
    return posting_in_text(decoded(data).text, address=address)


def posting_of_html(source: str, address: str = "", title: str = "") -> Advertised:
    """Return the posting that a page's HTML shows. See `posting_in_page`."""
    page = read_page(source)
    address = _address(page, address)
    stated = _the_one(postings_in(page.data), page)
    text = page.text if stated is None or len(stated.text) < _SHORT <= len(page.text) else stated.text
    least = _LEAST if stated is None else 1
    if len(text.strip().encode("utf-8", "replace")) < least:
        raise ImportFileError(
            "It's a web page with hardly any text: a script may make what it shows. Copy the posting's text and import"
            " that."
        )
    if stated is None:
        titles = [shown for shown in (page.meta.get("og:title", ""), page.title, title) if shown] or [""]
        guesses = [guess(shown, page.heading, page.meta.get("og:site_name", ""), address) for shown in titles]
        seen = next((one for one in guesses if one.company), guesses[0])
        return with_labels(
            Advertised(
                _kept(text), _line(page.heading or titles[0]), seen.company, seen.role, seen.location, address=address
            )
        )
    return replace(stated, text=_kept(text), address=address or page_address(stated.address))


def _the_one(stated: list[Advertised], page: Page) -> Advertised | None:
    """Return the posting that the page is about, None when it states none.

    Raises:
        ImportFileError: it lists several, and is about none of them.
    """
    if len(stated) < 2:
        return stated[0] if stated else None
    heads = [folded(head) for head in (page.heading, page.meta.get("og:title", ""), page.title) if head]
    named = [posting for posting in stated if any(folded(posting.role) in head for head in heads)]
    if len({(folded(posting.company), folded(posting.role)) for posting in named}) == 1:
        return max(named, key=lambda posting: len(posting.text))
    raise ImportFileError(
        f"It's a page that lists {len(stated)} postings. Open the one you mean, and save or name that page."
    )


def _address(page: Page, given: str) -> str:
    """Return where the page was: as given, else as the browser noted it, else as the page itself states."""
    stated = (given, page.saved_from, page.meta.get("og:url", ""), page.canonical)
    return next((address for text in stated if (address := page_address(text))), "")


def _line(text: str) -> str:
    return clean(text)[:_LONGEST_LINE].strip()


def _kept(text: str) -> str:
    lines = clean_lines(text[: LONGEST_POSTING * 2])
    return _MANY_LINES.sub("\n\n", _BLANKS.sub("", lines)).strip()[:LONGEST_POSTING]
