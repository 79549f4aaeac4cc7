"""One page is asked for once, and nothing else: of a server on loopback, over real HTTP and HTTPS."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.etiquette.errors import ImportFileError
from app.hunt.fetching import page as fetching
from app.hunt.fetching.hosts import Target, addresses_of, is_own_address, is_web_address, target
from app.hunt.fetching.page import Fetched, contents_of, fetch
from app.letters.cancelling import Cancellation
from tests.exchange.postings import pages
from tests.hunt.fetching.servers import Served, Site, served
from tests.letters.certificates import authority, self_signed

JOB = "/de/4321"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """Run the server that the tests ask."""
    shown = {
        JOB: Served(pages.NETWORK.encode()),
        "/text": Served(pages.TEXT.encode(), "text/plain"),
        "/pdf": Served(pages.pdf(["Data Engineer at Northwind", "late events"]), "application/pdf"),
        "/packed": Served(gzip.compress(pages.NETWORK.encode()), headers=(("Content-Encoding", "gzip"),)),
        "/bomb": Served(gzip.compress(b"<p>" + b" " * 50_000_000), headers=(("Content-Encoding", "gzip"),)),
        "/broken": Served(b"\x1f\x8bno", headers=(("Content-Encoding", "gzip"),)),
        "/brotli": Served(b"x", headers=(("Content-Encoding", "br"),)),
        "/large": Served(b"<p>" + b"x" * (5 * 1024 * 1024)),
        "/short": Served(b"<p>begun", length=5_000),
        "/gone": Served(status=410),
        "/private": Served(status=999),
        "/trouble": Served(status=503),
        "/picture": Served(b"\x89PNG", "image/png"),
        "/untold": Served(b"<html>", ""),
        "/japanese": Served(pages.JAPANESE, "text/html; charset=utf-8"),
        "/script": Served(b"<html><script src=/never.js></script><img src=/never.png>" + pages.LONG.encode()),
        "/loop": Served(status=302, headers=(("Location", "/loop"),)),
        "/nowhere": Served(status=302),
        "/moved": Served(status=301, headers=(("Location", JOB),)),
        "/file": Served(status=302, headers=(("Location", "file:///etc/passwd"),)),
        "/inside": Served(status=302, headers=(("Location", "http://127.0.0.1/admin"),)),
        "/port": Served(status=302, headers=(("Location", "http://jobs.northwind.example:22/"),)),
    }
    with served(shown) as running:
        yield running


def fetched(site: Site, path: str) -> tuple[Fetched, list[str]]:
    """Return a page, and where it redirected to."""
    shown: list[str] = []
    return fetch(site.address + path, shown.append), shown


def test_a_page_is_asked_for_once_and_nothing_that_it_names(site: Site) -> None:
    site.asked.clear()
    page, shown = fetched(site, "/script")
    assert ([path for path, _ in site.asked], shown) == (["/script"], [])
    (_, header) = site.asked[0]
    assert set(header) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert contents_of(page).postings[0].text == pages.LONG


def test_pages_texts_and_pdfs_are_read_as_what_they_are(site: Site) -> None:
    for path, kind in ((JOB, "html"), ("/packed", "html"), ("/text", "txt"), ("/pdf", "pdf"), ("/japanese", "html")):
        contents = contents_of(fetched(site, path)[0])
        (posting,) = contents.postings
        assert (contents.kind, posting.role) == (kind, "データエンジニア" if path == "/japanese" else "Data Engineer")
        assert posting.address == site.address + path


def test_redirects_are_shown_and_followed_on_the_host_that_was_typed(site: Site) -> None:
    page, shown = fetched(site, "/moved")
    assert (page.address, shown) == (site.address + JOB, [site.address + JOB])


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/gone", r"is gone \(410\)"),
        ("/nothing", r"is gone \(404\)"),
        ("/private", r"doesn't show this page to programs \(status 999\)"),
        ("/trouble", r"has a problem \(status 503\)"),
        ("/picture", r"isn't a page, a text, or a PDF \(image/png\)"),
        ("/untold", "no type"),
        ("/large", "larger than 5 MB"),
        ("/bomb", "larger than 5 MB"),
        ("/broken", "can't be unpacked"),
        ("/brotli", "can't be unpacked"),
        ("/short", "broke off"),
        ("/loop", "redirects more than 5 times"),
        ("/nowhere", "redirects to nowhere"),
        ("/file", "isn't the address of a page"),
        ("/inside", "own network"),
        ("/port", "an unusual port"),
    ],
)
def test_what_is_no_page_or_leads_astray_is_refused_in_a_sentence(site: Site, path: str, words: str) -> None:
    with pytest.raises(ImportFileError, match=words):
        fetched(site, path)


def test_a_page_that_never_ends_is_cut_when_the_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "PATIENCE", 0.2)
    gate = threading.Event()
    with served({"/slow": Served(b"x" * 100, before=lambda: gate.wait(5))}) as site:
        with pytest.raises(ImportFileError, match="took too long"):
            fetched(site, "/slow")
        gate.set()


def test_a_fetch_that_was_called_off_asks_nothing(site: Site) -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    site.asked.clear()
    with pytest.raises(ImportFileError, match="it was canceled"):
        fetch(site.address + JOB, lambda _: None, cancellation)
    assert site.asked == []


def test_an_encrypted_page_is_verified_and_never_leaves_encryption(tmp_path: Path) -> None:
    trusted = authority(tmp_path)
    trusting = ssl.create_default_context(cafile=str(trusted.file))
    away = {
        "/job": Served(pages.NETWORK.encode()),
        "/away": Served(status=302, headers=(("Location", "http://northwind.example/"),)),
    }
    with served(away, trusted.server(tmp_path, "localhost")) as site:
        assert fetch(f"{site.address}/job", lambda _: None, trusting=trusting).kind == "html"
        with pytest.raises(ImportFileError, match="isn't encrypted"):
            fetch(f"{site.address}/away", lambda _: None, trusting=trusting)
        with pytest.raises(ImportFileError, match="certificate of localhost can't be trusted"):
            fetch(f"{site.address}/job", lambda _: None)
        asked = [path for path, _ in site.asked]
    with (
        served(away, self_signed(tmp_path)) as site,
        pytest.raises(ImportFileError, match=r"can't be trusted.*The page wasn't read"),
    ):
        fetch(f"{site.address}/job", lambda _: None, trusting=trusting)
    assert (asked, site.asked) == (["/job", "/away"], [])


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1",
        "fe80::1", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1", "2130706433",
        "0x7f.1", "localhost",
    ],
)  # fmt: skip
def test_an_address_of_the_own_network_is_refused_unless_it_was_typed(host: str) -> None:
    asked = Target("http", host, 80, "/")
    with pytest.raises(ImportFileError, match=r"own network|no server called"):
        addresses_of(asked, is_typed=False)
    if is_own_address(host):
        assert addresses_of(asked, is_typed=True)
    else:
        with pytest.raises(ImportFileError, match=r"own network|no server called"):
            addresses_of(asked, is_typed=True)


def test_a_name_that_leads_into_the_own_network_is_refused_though_it_was_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listed = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in ("192.0.0.9", "192.168.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: listed)
    with pytest.raises(ImportFileError, match=r"jobs\.example is a computer on your own network \(192\.168\.0\.7\)"):
        addresses_of(target("https://jobs.example/1"), is_typed=True)


def test_addresses_are_taken_apart_or_refused() -> None:
    assert target("https://Jobs.Example/Köln?a=b c").address == "https://jobs.example/K%C3%B6ln?a=b%20c"
    assert target("http://bücher.example:8080").address == "http://xn--bcher-kva.example:8080/"
    assert target("http://[::1]:81/x").address == "http://[::1]:81/x"
    for text in (
        "jobs.example",
        "ftp://x.example",
        "https://",
        "https://x:y/",
        "https://a\nb.example/",
        "javascript:x",
    ):
        with pytest.raises(ImportFileError, match="isn't the address of a page"):
            target(text)
    with pytest.raises(ImportFileError, match="name and password"):
        target("https://me:secret@x.example/")
    assert [is_web_address(text) for text in (" https://x.example ", "HTTP://x", "https://a b", "/tmp/x", "")] == [
        True, True, False, False, False,
    ]  # fmt: skip
