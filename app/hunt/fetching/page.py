"""Fetches one page over HTTP: one GET per redirect, limited in time and size, encrypted and verified where the address
says so. No cookies, no scripts, no pictures, nothing remembered."""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urljoin

from app import __version__
from app.etiquette.errors import ImportFileError
from app.etiquette.text import clean
from app.exchange.contents import FileContents
from app.exchange.postings.reading import posting_in_file, posting_in_page, posting_in_pdf
from app.hunt.fetching.hosts import Target, addresses_of, is_own_address, target
from app.letters.cancelling import Cancellation
from app.letters.connecting import reached, within

LARGEST = 5 * 1024 * 1024
"""Bytes of a page."""
PATIENCE = 10.0
"""Seconds for all of it, redirects included."""
MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_PAGES = ("text/html", "application/xhtml+xml")
_KINDS = {**dict.fromkeys(_PAGES, "html"), "text/plain": "txt", "application/pdf": "pdf"}
_SAVE_IT = "Open it in your browser, save it, and import the file."
_HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; Afterword/{__version__}; one page, asked for by a person)",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as its server gave it."""

    address: str
    """Where it was in the end."""
    kind: str
    """html, txt or pdf."""
    data: bytes
    charset: str = ""
    """As the server states it, "" when it does not."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Message
    data: bytes


def fetch(
    address: str,
    tell: Callable[[str], None],
    cancellation: Cancellation | None = None,
    trusting: ssl.SSLContext | None = None,
) -> Fetched:
    """Return the page at an address that the user typed.

    Args:
        tell: called with each address that the page redirects to, before it is asked.
        cancellation: lets another thread end it.
        trusting: whom to trust; None: the system's authorities.

    Raises:
        ImportFileError: it cannot be fetched, or is not a page; the sentence says why and what to do.
    """
    typed = asked = target(address)
    cancellation = cancellation or Cancellation()
    with within(PATIENCE, cancellation):
        for _ in range(MOST_REDIRECTS + 1):
            is_typed = asked.host == typed.host and is_own_address(typed.host)
            answer = _answer(asked, addresses_of(asked, is_typed=is_typed), cancellation, trusting)
            if answer.status not in _REDIRECTS:
                return _page(asked, answer)
            asked = _redirected(asked, answer, typed)
            tell(asked.address)
    raise ImportFileError(f"{typed.host} redirects more than {MOST_REDIRECTS} times. {_SAVE_IT}")


def contents_of(page: Fetched) -> FileContents:
    """Return the posting on a page that was fetched.

    Raises:
        ImportFileError: there is none on it.
    """
    try:
        if page.kind == "html":
            posting = posting_in_page(page.data, page.charset, page.address)
        elif page.kind == "pdf":
            posting = posting_in_pdf(page.data, page.address)
        else:
            posting = posting_in_file(page.data, page.address)
    except ImportFileError as error:
        raise ImportFileError(f"{page.address}: {error}") from None
    return FileContents(page.address, page.kind, postings=(posting,))


def _redirected(asked: Target, answer: _Answer, typed: Target) -> Target:
    """Return where a redirect leads.

    Raises:
        ImportFileError: it leads nowhere, or where a page must not lead.
    """
    location = str(answer.headers.get("Location") or "")
    if not location:
        raise ImportFileError(f"{asked.host} redirects to nowhere. {_SAVE_IT}")
    after = target(urljoin(asked.address, location))
    if asked.scheme == "https" and after.scheme != "https":
        raise ImportFileError(
            f"{asked.host} redirects to {after.address}, which isn't encrypted. That page wasn't read."
        )
    if not after.is_default_port and (after.host, after.port) != (typed.host, typed.port):
        raise ImportFileError(f"{asked.host} redirects to {after.address}, an unusual port. That page wasn't read.")
    return after


def _answer(asked: Target, numbers: list[str], cancellation: Cancellation, trusting: ssl.SSLContext | None) -> _Answer:
    """Return what a server answers, over one of the addresses that were checked."""
    connection = http.client.HTTPConnection(asked.host, asked.port)
    try:
        plain = _connected(asked, numbers, cancellation)
        connection.sock = plain
        if asked.scheme == "https":
            context = trusting or ssl.create_default_context()
            connection.sock = context.wrap_socket(plain, server_hostname=asked.host)
        connection.request("GET", asked.path, headers=_HEADERS)
        with connection.getresponse() as response:
            data = b"" if response.status in _REDIRECTS else response.read(LARGEST + 1)
            if cancellation.reason or (response.length and data and len(data) <= LARGEST):
                raise OSError(errno.ECONNRESET, "it broke off")
            return _Answer(response.status, response.headers, data)
    except ssl.SSLCertVerificationError as error:
        why = clean(error.verify_message)
        raise ImportFileError(
            f"The certificate of {asked.host} can't be trusted: {why}. The page wasn't read."
        ) from None
    except (OSError, http.client.HTTPException) as error:
        raise ImportFileError(f"{asked.host} didn't answer: {_why(error, cancellation)}. Try again later.") from None
    finally:
        connection.close()


def _connected(asked: Target, numbers: list[str], cancellation: Cancellation) -> socket.socket:
    failure: OSError = OSError("it has no address")
    for number in numbers:
        try:
            return reached(number, asked.port, PATIENCE, cancellation)
        except OSError as error:
            failure = error
    raise failure


def _why(error: Exception, cancellation: Cancellation) -> str:
    if cancellation.reason:
        return cancellation.reason
    if isinstance(error, TimeoutError):
        return "the server took too long"
    said = getattr(error, "strerror", None) or ""
    return clean(str(said)).rstrip(".") or "its answer makes no sense"


def _page(asked: Target, answer: _Answer) -> Fetched:
    """Return the page in an answer.

    Raises:
        ImportFileError: there is none, or none that can be read.
    """
    if answer.status in (404, 410):
        raise ImportFileError(f"{asked.address} is gone ({answer.status}): the posting may have been taken down.")
    if answer.status != 200:
        is_trouble = 500 <= answer.status < 600
        why = "has a problem" if is_trouble else "doesn't show this page to programs"
        raise ImportFileError(f"{asked.host} {why} (status {answer.status}). {_SAVE_IT}")
    stated = answer.headers.get_content_type() if answer.headers.get("Content-Type") else "no type"
    kind = _KINDS.get(stated)
    if kind is None:
        raise ImportFileError(
            f"{asked.address} isn't a page, a text, or a PDF ({clean(stated)[:60]}). Nothing was saved."
        )
    data = _unpacked(asked, answer)
    if len(data) > LARGEST:
        raise ImportFileError(f"{asked.address} is larger than {LARGEST >> 20} MB. {_SAVE_IT}")
    return Fetched(asked.address, kind, data, str(answer.headers.get_content_charset() or ""))


def _unpacked(asked: Target, answer: _Answer) -> bytes:
    """Return an answer's bytes, unpacked no further than is read."""
    packing = str(answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing in ("identity", ""):
        return answer.data
    if packing in ("gzip", "x-gzip"):
        try:
            return zlib.decompressobj(wbits=31).decompress(answer.data, LARGEST + 1)
        except zlib.error:
            pass
    raise ImportFileError(f"What {asked.host} sent can't be unpacked. {_SAVE_IT}")
