"""Sending to real servers that behave, misbehave and lie: a clear sentence each, no secret in clear, no second copy."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.etiquette.errors import DeliveryError, SignInRefusedError
from app.etiquette.records import Letter, Me, Person
from app.letters.mail_message import message_for, new_message_id
from app.letters.smtp import send
from app.letters.smtp_connection import MOST_SAID, Cancellation
from app.letters.smtp_settings import Security, SmtpAccount
from tests.letters import certificates
from tests.letters.mail_servers import (
    HANG_UP,
    PASSWORD,
    SILENCE,
    USER,
    Mailbox,
    listening,
    mail_server,
    recording,
    scripted,
)

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SHORT = (0.25, 2.0, 15.0)
"""Seconds for an answer that never comes. On a busy machine the letter may not be over when the shortest is up."""
ME = Me("Mei Example", USER)
BODY = "Dear Dana,\n\n.\n..two dots\n.Thank you for Friday.\n\nMei Example\n"


@dataclass(frozen=True)
class Trust:
    """The certificates of one run."""

    authority: certificates.Authority
    good: ssl.SSLContext
    folder: Path


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Trust:
    folder = tmp_path_factory.mktemp("certificates")
    authority = certificates.authority(folder)
    return Trust(authority, authority.server(folder, "localhost"), folder)


@pytest.fixture(autouse=True)
def quiet_servers(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("CRITICAL")


def letter(subject: str = "Thank you", body: str = BODY) -> EmailMessage:
    draft = Letter(subject=subject, body=body)
    dana = Person(given="Dana", family="Lee", email="dana@northwind.example")
    return message_for(draft, dana, dana.email, ME, NOW, new_message_id(ME))


def account(trust: Trust, port: int, security: Security = Security.TLS, *, timeout: float = 30.0) -> SmtpAccount:
    return SmtpAccount("localhost", port, security, USER, ca_file=trust.authority.file, timeout=timeout)


def refusal(account: SmtpAccount, password: str = PASSWORD, cancellation: Cancellation | None = None) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        send(letter(), account, password, cancellation)
    sentence = str(caught.value)
    assert password not in sentence
    assert "the draft is kept" in sentence
    assert sentence.isprintable()
    return caught.value


@contextmanager
def misbehaving(
    trust: Trust, answers: dict[str, bytes], *, timeout: float = 30.0
) -> Iterator[tuple[SmtpAccount, bytearray]]:
    """Yield the account of a server with a good certificate that answers as told, and what it heard."""
    heard = bytearray()
    with listening(scripted(heard, answers, trust.good)) as port:
        yield account(trust, port, timeout=timeout), heard


@pytest.mark.parametrize("security", list(Security))
def test_a_letter_arrives_once_and_as_written(trust: Trust, security: Security) -> None:
    mailbox = Mailbox()
    tls, starttls = (trust.good, None) if security is Security.TLS else (None, trust.good)
    message = letter()
    with mail_server(mailbox, tls=tls, starttls=starttls) as port:
        send(message, account(trust, port, security), PASSWORD)
    (envelope,) = mailbox.received
    assert (envelope.mail_from, envelope.rcpt_tos) == (USER, ["dana@northwind.example"])
    assert envelope.content == message.as_bytes()
    assert mailbox.signed_in == ["PLAIN"]


def test_a_server_that_knows_login_alone_is_signed_in_to(trust: Trust) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox, tls=trust.good, auth_exclude_mechanism=["PLAIN"]) as port:
        send(letter(), account(trust, port), PASSWORD)
    assert mailbox.signed_in == ["LOGIN"]
    assert len(mailbox.received) == 1


def test_no_user_means_no_sign_in(trust: Trust) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox, tls=trust.good) as port:
        send(letter(), replace(account(trust, port), user=""), "")
    assert mailbox.signed_in == []
    assert len(mailbox.received) == 1


@pytest.mark.parametrize("security", list(Security))
def test_who_listens_in_learns_neither_password_nor_letter_nor_machine(trust: Trust, security: Security) -> None:
    mailbox, wire = Mailbox(), bytearray()
    tls, starttls = (trust.good, None) if security is Security.TLS else (None, trust.good)
    with mail_server(mailbox, tls=tls, starttls=starttls) as port, listening(recording(port, wire)) as proxy:
        send(letter(), account(trust, proxy, security), PASSWORD)
    assert len(mailbox.received) == 1
    assert wire
    assert secrets_in(wire) == []
    assert mailbox.callers == ["[127.0.0.1]"]


def secrets_in(wire: bytes | bytearray) -> list[bytes]:
    plain = b64encode(f"\0{USER}\0{PASSWORD}".encode())
    secrets = [PASSWORD.encode(), b64encode(PASSWORD.encode()), plain, USER.encode(), b"northwind", b"AUTH"]
    return [secret for secret in secrets if secret in wire]


def test_a_server_without_starttls_gets_neither_password_nor_letter(trust: Trust) -> None:
    mailbox, wire = Mailbox(), bytearray()
    with mail_server(mailbox) as port, listening(recording(port, wire)) as proxy:
        error = refusal(account(trust, proxy, Security.STARTTLS))
    assert "offers no encryption" in str(error)
    assert b"EHLO" in wire.upper()
    assert secrets_in(wire) == []
    assert mailbox.received == []
    assert not error.maybe_sent


def test_a_server_that_takes_starttls_back_gets_no_password(trust: Trust) -> None:
    heard = bytearray()
    answers = {"EHLO": b"250-localhost\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n", "STARTTLS": b"454 not now\r\n"}
    with listening(scripted(heard, answers)) as port:
        error = refusal(account(trust, port, Security.STARTTLS))
    assert "454 not now" in str(error)
    assert secrets_in(heard) == []


def test_a_server_that_goes_on_in_clear_after_starttls_gets_no_password(trust: Trust) -> None:
    heard = bytearray()
    answers = {"EHLO": b"250-localhost\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n", "STARTTLS": b"220 go on\r\n"}
    with listening(scripted(heard, answers)) as port:
        error = refusal(account(trust, port, Security.STARTTLS))
    assert "no encrypted connection" in str(error)
    assert secrets_in(heard) == []


def test_answers_slipped_in_before_tls_are_forgotten(trust: Trust) -> None:
    """The injection of RFC 3207 section 6: what came in clear with the 220 counts for nothing after it."""

    def talk(connection: socket.socket) -> None:
        reader = connection.makefile("rb")
        connection.sendall(b"220 localhost\r\n")
        reader.readline()
        connection.sendall(b"250-localhost\r\n250 STARTTLS\r\n")
        reader.readline()
        connection.sendall(b"220 go on\r\n250-injected\r\n250 AUTH PLAIN\r\n235 welcome\r\n")
        reader.close()
        scripted(heard, {"": b"", "EHLO": b"250 localhost\r\n"}, trust.good)(connection)

    heard = bytearray()
    with listening(talk) as port:
        error = refusal(account(trust, port, Security.STARTTLS, timeout=1))
    assert b"AUTH" not in heard
    assert not error.maybe_sent


@pytest.mark.parametrize("security", list(Security))
@pytest.mark.parametrize(
    ("fault", "words"),
    [("self-signed", "self-signed"), ("other host", "another host name"), ("expired", "expired")],
)
def test_a_certificate_that_cannot_be_trusted_ends_it(trust: Trust, security: Security, fault: str, words: str) -> None:
    contexts = {
        "self-signed": lambda: certificates.self_signed(trust.folder),
        "other host": lambda: trust.authority.server(trust.folder, "evil.example"),
        "expired": lambda: trust.authority.server(trust.folder, "localhost", days=-1),
    }
    context, mailbox = contexts[fault](), Mailbox()
    tls, starttls = (context, None) if security is Security.TLS else (None, context)
    with mail_server(mailbox, tls=tls, starttls=starttls) as port:
        error = refusal(account(trust, port, security))
    assert words in str(error)
    assert (mailbox.signed_in, mailbox.received) == ([], [])


def test_an_authority_of_ones_own_is_trusted_only_when_named(trust: Trust) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox, tls=trust.good) as port:
        error = refusal(replace(account(trust, port), ca_file=None))
    assert "smtp.ca_file" in str(error)
    assert mailbox.received == []


def test_a_file_of_certificates_that_is_none_is_named(trust: Trust, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pem"
    broken.write_text("no certificate")
    for file in (broken, tmp_path / "missing.pem"):
        with pytest.raises(DeliveryError, match=r"smtp.ca_file: .*\.pem cannot be used"):
            send(letter(), replace(account(trust, 9), ca_file=file), PASSWORD)


def test_a_refused_password_is_an_error_of_its_own(trust: Trust) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox, tls=trust.good) as port:
        error = refusal(account(trust, port), password="wrong")
    assert isinstance(error, SignInRefusedError)
    assert "535" in str(error)
    assert mailbox.received == []


def test_a_server_that_echoes_the_password_does_not_get_it_onto_the_screen(trust: Trust) -> None:
    with misbehaving(trust, {"AUTH": b"535 no: " + PASSWORD.encode() + b"\x1b[31m\r\n"}) as (server, _):
        assert "no: …␛[31m" in str(refusal(server))


def test_a_server_without_a_sign_in_we_know_is_told_apart(trust: Trust) -> None:
    with misbehaving(trust, {"EHLO": b"250-localhost\r\n250 AUTH GSSAPI\r\n"}) as (server, heard):
        assert "GSSAPI offered" in str(refusal(server))
    assert b"MAIL" not in heard


@pytest.mark.parametrize("answer", ["550 5.1.1 no such user", "452 mailbox full"])
def test_a_refused_recipient_is_named(trust: Trust, answer: str) -> None:
    mailbox = Mailbox(to_recipient=answer)
    with mail_server(mailbox, tls=trust.good) as port:
        error = refusal(account(trust, port))
    assert f"recipient dana@northwind.example ({answer})" in str(error)
    assert ("Try again" in str(error)) is answer.startswith("4")
    assert mailbox.received == []


@pytest.mark.parametrize("answer", ["451 try later", "552 too big", "554 spam"])
def test_a_letter_refused_after_data_was_certainly_not_sent(trust: Trust, answer: str) -> None:
    mailbox = Mailbox(to_data=answer)
    with mail_server(mailbox, tls=trust.good) as port:
        error = refusal(account(trust, port))
    assert f"the letter ({answer})" in str(error)
    assert not error.maybe_sent
    assert len(mailbox.received) == 1


def test_a_connection_dropped_after_data_leaves_the_outcome_unknown_and_no_second_copy(trust: Trust) -> None:
    mailbox = Mailbox(hangs_up=True)
    with mail_server(mailbox, tls=trust.good) as port:
        error = refusal(account(trust, port))
    assert error.maybe_sent
    assert "may have been sent" in str(error)
    assert len(mailbox.received) == 1


def test_a_server_silent_after_data_leaves_the_outcome_unknown(trust: Trust) -> None:
    for timeout in SHORT:
        mailbox = Mailbox(silent=True)
        with mail_server(mailbox, tls=trust.good) as port:
            error = refusal(account(trust, port, timeout=timeout))
        if mailbox.received:
            break
    assert error.maybe_sent
    assert "took too long" in str(error)
    assert len(mailbox.received) == 1


@pytest.mark.parametrize("answer", [b"2", b"hello\r\n", b"354 go on\r\n", b"250" + b"x" * 9000])
def test_an_unreadable_verdict_leaves_the_outcome_unknown(trust: Trust, answer: bytes) -> None:
    for timeout in SHORT:
        with misbehaving(trust, {".": answer}, timeout=timeout) as (server, heard):
            error = refusal(server)
        if b"\r\n.\r\n" in heard:
            break
    assert error.maybe_sent
    assert heard.count(b"DATA\r\n") == 1


@pytest.mark.parametrize("verb", ["", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("answer", [HANG_UP, SILENCE, b"421 closing\r\n"])
def test_a_server_that_fails_before_the_letter_has_certainly_not_sent_it(
    trust: Trust, verb: str, answer: bytes
) -> None:
    with misbehaving(trust, {verb: answer}, timeout=0.15 if answer == SILENCE else 30) as (server, heard):
        error = refusal(server)
    assert not error.maybe_sent
    assert b"Dear Dana" not in heard
    words = {HANG_UP: "the server hung up", SILENCE: "took too long"}.get(answer, "421 closing")
    assert words in str(error)


def test_a_server_that_drips_does_not_hold_us_for_ever(trust: Trust) -> None:
    gone = threading.Event()

    def drip(connection: socket.socket) -> None:
        while not gone.wait(0.05):
            connection.sendall(b"2")

    with listening(drip) as port:
        error = refusal(account(trust, port, Security.STARTTLS, timeout=0.2))
        gone.set()
    assert "took too long" in str(error)


def test_a_server_that_hangs_up_instead_of_saying_goodbye_has_taken_the_letter(trust: Trust) -> None:
    with misbehaving(trust, {"QUIT": HANG_UP}) as (server, heard):
        send(letter(), server, PASSWORD)
    assert heard.count(b"DATA\r\n") == 1


@pytest.mark.parametrize(("verb", "last"), [("", b""), ("RCPT", b"RCPT TO:"), (".", b"\r\n.\r\n")])
def test_another_thread_ends_it_and_the_error_says_whether_it_may_have_gone(
    trust: Trust, verb: str, last: bytes
) -> None:
    with misbehaving(trust, {verb: SILENCE}) as (server, heard):
        cancellation = Cancellation()

        def cancel_once_it_is_heard() -> None:
            deadline = time.monotonic() + 60
            while last not in heard and time.monotonic() < deadline:
                time.sleep(0.01)
            cancellation.cancel()

        other = threading.Timer(0.1, cancel_once_it_is_heard)
        other.start()
        error = refusal(server, cancellation=cancellation)
        other.join()
    assert "it was canceled" in str(error)
    assert error.maybe_sent is (verb == ".")


def test_a_tls_handshake_that_never_ends_can_be_cancelled(trust: Trust) -> None:
    def silent(connection: socket.socket) -> None:
        while connection.recv(65536):
            pass

    with listening(silent) as port:
        cancellation = Cancellation()
        timer = threading.Timer(0.2, cancellation.cancel)
        timer.start()
        error = refusal(account(trust, port), cancellation=cancellation)
        timer.join()
    assert "it was canceled" in str(error)


def test_what_was_cancelled_before_does_not_begin(trust: Trust) -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    with misbehaving(trust, {}) as (server, heard):
        assert "it was canceled" in str(refusal(server, cancellation=cancellation))
    assert not heard


def test_a_connection_that_is_never_answered_can_be_cancelled(trust: Trust) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        port = listener.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for other in waiting:
            other.setblocking(False)
            other.connect_ex(("127.0.0.1", port))
        cancellation = Cancellation()
        timer = threading.Timer(0.3, cancellation.cancel)
        timer.start()
        error = refusal(replace(account(trust, port), host="127.0.0.1"), cancellation=cancellation)
        timer.join()
        for other in waiting:
            other.close()
    assert "it was canceled" in str(error)


def test_nobody_there(trust: Trust) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # taken, so that nobody else listens there meanwhile
        port = free.getsockname()[1]
        assert f"Nothing answers at localhost, port {port}" in str(refusal(account(trust, port)))
    assert "no host called" in str(refusal(replace(account(trust, port), host="mail.invalid")))


def test_the_wrong_kind_of_encryption_says_which_setting_to_look_at(trust: Trust) -> None:
    with mail_server(Mailbox(), starttls=trust.good) as port:
        error = refusal(account(trust, port, Security.TLS))
    assert 'is smtp.security = "tls" right for it?' in str(error)


def test_a_draft_without_a_sender_is_not_sent(trust: Trust) -> None:
    message = message_for(Letter(body="x"), None, "dana@northwind.example", Me(), NOW, new_message_id(Me()))
    with pytest.raises(DeliveryError, match="no email to send from"):
        send(message, account(trust, 9), PASSWORD)


def test_a_message_that_was_tampered_with_is_not_sent(trust: Trust) -> None:
    message = letter()
    message["Bcc"] = "spy@evil.example"
    with misbehaving(trust, {}) as (server, heard), pytest.raises(DeliveryError, match="doesn't read back"):
        send(message, server, PASSWORD)
    assert not heard


def encoded(text: str) -> bytes:
    return b64encode(text.encode()).rstrip(b"=")


@pytest.mark.parametrize(
    "echo",
    [
        b"535 bad command: AUTH PLAIN " + encoded(f"\0{USER}\0{PASSWORD}"),
        b"535 bad command: AUTH PLAIN " + encoded(f"\0{USER}\0{PASSWORD}")[:-7],
        b"535 bad command: AUTH PLAIN " + encoded(f"\0{USER}\0{PASSWORD}").upper(),
        b"454 try later: " + encoded(f"{USER}\0{USER}\0{PASSWORD}"),
        b"535 no such password: " + encoded(PASSWORD),
        b"535 no such password: " + PASSWORD.encode().hex().encode(),
        b"454 " + PASSWORD.encode(),
    ],
)
def test_no_form_of_the_password_that_a_server_says_back_is_repeated(trust: Trust, echo: bytes) -> None:
    with misbehaving(trust, {"AUTH": echo + b"\r\n"}) as (server, _):
        sentence = str(refusal(server))
    assert "…" in sentence
    echoed = echo.decode().split()[-1]
    assert echoed not in sentence
    assert echoed[-12:] not in sentence


def test_a_password_that_is_said_back_after_the_sign_in_is_not_repeated_either(trust: Trust) -> None:
    secret = encoded(f"\0{USER}\0{PASSWORD}")
    with misbehaving(trust, {"MAIL": b"530 you said " + secret + b"\r\n"}) as (server, _):
        sentence = str(refusal(server))
    assert "530 you said …" in sentence
    assert secret.decode() not in sentence


@pytest.mark.parametrize("verb", ["", "EHLO", "AUTH", "MAIL"])
def test_an_answer_without_an_end_is_not_listened_to(trust: Trust, verb: str) -> None:
    endless = (b"220-" if not verb else b"250-") + b"x" * 500 + b"\r\n"
    with misbehaving(trust, {verb: endless * (MOST_SAID // 500 + 1)}) as (server, heard):
        error = refusal(server)
    assert "never ended" in str(error)
    assert not error.maybe_sent
    assert b"Dear Dana" not in heard


def test_an_answer_to_the_letter_that_does_not_end_leaves_it_open_whether_it_went(trust: Trust) -> None:
    with misbehaving(trust, {".": (b"250-" + b"x" * 500 + b"\r\n") * (MOST_SAID // 500 + 1)}) as (server, _):
        assert refusal(server).maybe_sent


def to_joerg() -> EmailMessage:
    joerg = Person(given="Jörg", family="Weiß", email="jörg@faß.example")
    return message_for(Letter(subject="Thank you", body=BODY), joerg, joerg.email, ME, NOW, new_message_id(ME))


def test_an_address_of_any_letters_is_written_to_where_the_server_can(trust: Trust) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox, tls=trust.good, enable_SMTPUTF8=True) as port:
        send(to_joerg(), account(trust, port), PASSWORD)
    (envelope,) = mailbox.received
    assert envelope.rcpt_tos == ["jörg@xn--fa-hia.example"]
    assert envelope.smtp_utf8
    assert isinstance(envelope.content, bytes)
    assert "<jörg@xn--fa-hia.example>".encode() in envelope.content


def test_a_server_that_takes_ascii_addresses_alone_is_said_to(trust: Trust) -> None:
    with misbehaving(trust, {}) as (server, heard), pytest.raises(DeliveryError) as caught:
        send(to_joerg(), server, PASSWORD)
    assert "jörg@xn--fa-hia.example has others" in str(caught.value)
    assert b"MAIL" not in heard


def test_what_is_being_done_is_said_until_nothing_can_stop_it(trust: Trust) -> None:
    said: list[str] = []
    with mail_server(Mailbox(), tls=trust.good) as port:
        send(letter(), account(trust, port), PASSWORD, say=said.append)
    assert [sentence.split()[0] for sentence in said] == ["Connecting", "Signing", "localhost"]
    assert "may go out" in said[-1]
