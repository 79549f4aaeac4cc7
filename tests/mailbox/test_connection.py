"""The connection to a mailbox: verified, timed, cut, and explained in one sentence that holds no password."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path

import pytest

from app.etiquette.errors import InboxError, InboxSignInError
from app.letters.cancelling import Cancellation
from app.mailbox.inbox_settings import InboxAccount
from app.mailbox.looking import look
from app.mailbox.records import Wanted
from tests.letters.certificates import Authority, authority, self_signed
from tests.letters.mail_servers import Talk, listening
from tests.mailbox.dovecots import DOVECOT, MISSING, PASSWORD, USER, Dovecot, dovecot
from tests.mailbox.mails import mail

WANTED = Wanted(date(2026, 1, 1), frozenset({"northwind.example"}))
KEPT = "Nothing was read, and nothing in your mailbox has changed."


def refused(account: InboxAccount, password: str = PASSWORD, cancellation: Cancellation | None = None) -> str:
    with pytest.raises(InboxError) as caught:
        look(account, password, WANTED, (), UTC, cancellation)
    sentence = str(caught.value)
    assert sentence.endswith(KEPT)
    assert password not in sentence
    return sentence


def test_a_wrong_password_is_told_with_what_to_do_and_without_the_password(server: Dovecot) -> None:
    with pytest.raises(InboxSignInError, match="Most providers want an app password"):
        look(server.account, "wrong-password-7", WANTED, (), UTC)


def test_a_server_that_nobody_vouches_for_gets_no_password(server: Dovecot, tmp_path: Path) -> None:
    stranger = authority(tmp_path)
    said = refused(replace(server.account, ca_file=stranger.file))
    assert "can't be trusted: it was signed by an authority this computer doesn't trust" in said
    assert server.said_so_far() == ""


def test_a_server_with_anothers_certificate_gets_no_password(tmp_path: Path, vouching: Authority) -> None:
    context = vouching.server(tmp_path, "other.example")
    heard = bytearray()
    with listening(talking(context, [b"* OK hello\r\n"], heard)) as port:
        said = refused(account(port, vouching.file))
    assert "inbox.host" in said
    assert heard == b""


def test_an_expired_and_a_self_signed_certificate_are_named(tmp_path: Path, vouching: Authority) -> None:
    for context, words in (
        (vouching.server(tmp_path, "localhost", days=-1), "expired"),
        (self_signed(tmp_path), "self-signed"),
    ):
        with listening(talking(context, [b"* OK hello\r\n"], bytearray())) as port:
            assert words in refused(account(port, vouching.file))


def test_a_server_without_tls_is_told(trusted: Path) -> None:
    def plain(connection: socket.socket) -> None:
        connection.sendall(b"* OK IMAP4rev1 ready\r\n")
        connection.recv(100)

    with listening(plain) as port:
        assert "There is no encrypted connection" in refused(account(port, trusted))


def test_nothing_there_is_told(trusted: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # taken, so that nobody else listens there meanwhile
        assert "Nothing answers at 127.0.0.1" in refused(account(free.getsockname()[1], trusted))
    assert "There is no host called" in refused(replace(account(993, trusted), host="nowhere.invalid"))


def test_a_connection_cut_in_the_middle_loses_nothing(server: Dovecot) -> None:
    server.deliver(*(mail("A long story. " * 3000, message_id=f"<{n}@n>") for n in range(5)))
    for most in (200, 3000, 20_000, 60_000):
        with listening(cutting(server.port, most)) as port:
            said = refused(replace(server.account, port=port))
        assert "the server hung up" in said or (most == 200 and "no encrypted connection" in said)
    assert len(look(server.account, PASSWORD, WANTED, (), UTC).mails) == 5


def test_a_server_that_never_answers_is_given_up_and_can_be_called_off(tmp_path: Path, vouching: Authority) -> None:
    context = vouching.server(tmp_path, "localhost")
    with listening(talking(context, [b"* OK hello\r\n"], bytearray())) as port:
        quick = replace(account(port, vouching.file), timeout=0.3)
        assert "the server took too long" in refused(quick)
        cancellation = Cancellation()
        threading.Timer(0.2, cancellation.cancel).start()
        began = time.monotonic()
        assert "it was canceled" in refused(account(port, vouching.file), cancellation=cancellation)
        assert time.monotonic() - began < 30


def test_a_server_that_goes_on_for_ever_is_not_listened_to(tmp_path: Path, vouching: Authority) -> None:
    context = vouching.server(tmp_path, "localhost")
    for flood in (b"* 1 FETCH (BODY[] {99999999999}\r\n", b"* OK " + b"a" * 3_000_000 + b"\r\n"):
        with listening(talking(context, [b"* OK hello\r\n", flood], bytearray())) as port:
            said = refused(account(port, vouching.file))
        assert "far more than was asked for" in said or "hung up" in said or "it declined" in said


def test_a_token_goes_by_xoauth2_and_into_no_sentence(tmp_path: Path, vouching: Authority) -> None:
    context = vouching.server(tmp_path, "localhost")
    heard = bytearray()
    answers = [
        b"* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] hello\r\n",
        b"* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\n{tag} OK done\r\n",
        b"+ \r\n",
        b"{tag} NO [AUTHENTICATIONFAILED] token-of-mine-77 is over\r\n",
    ]
    with listening(talking(context, answers, heard)) as port:
        said = refused(replace(account(port, vouching.file), token_command=("true",)), "token-of-mine-77")
    assert b"AUTHENTICATE XOAUTH2" in heard
    assert "refused user sam@example.org" in said


def test_dovecot_with_a_certificate_for_another_name_is_refused(vouching: Authority) -> None:
    if DOVECOT is None:
        pytest.skip(MISSING)
    with dovecot(vouching, host="mail.other.example") as other:
        assert "Set inbox.host to the server's name" in refused(other.account)


def account(port: int, ca_file: Path) -> InboxAccount:
    return InboxAccount("127.0.0.1", USER, port, ca_file=ca_file, timeout=60)


def talking(context: ssl.SSLContext, answers: list[bytes], heard: bytearray) -> Talk:
    """Return a server that says one thing after another, each once it was spoken to."""

    def talk(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as line:
            tag = b""
            for answer in answers:
                line.sendall(answer.replace(b"{tag}", tag))
                data = line.recv(65536)
                heard.extend(data)
                tag = data.split(b" ", 1)[0] if b" " in data else tag
            with suppress(OSError):
                while line.recv(65536):
                    pass

    return talk


def cutting(port: int, most: int) -> Talk:
    """Return a proxy that cuts the connection once so many bytes came back."""

    def talk(client: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", port)) as server:
            forth = threading.Thread(target=_hand_on, args=(client, server, 10**9))
            forth.start()
            _hand_on(server, client, most)
            for end in (client, server):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            forth.join(60)

    return talk


def _hand_on(source: socket.socket, target: socket.socket, most: int) -> None:
    with suppress(OSError):
        while most > 0 and (data := source.recv(min(most, 65536))):
            most -= len(data)
            target.sendall(data)
