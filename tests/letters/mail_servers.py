"""Real servers on loopback: aiosmtpd as a mail server, a scripted one that misbehaves, and a proxy that listens in."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER = "me@example.org"
PASSWORD = "grüne Äpfel & pears"
DEADLINE = 60.0
"""Seconds after which a server gives up a client, however busy the machine is."""


@dataclass
class Mailbox:
    """An aiosmtpd handler: what arrived, and what it answers."""

    received: list[Envelope] = field(default_factory=list)
    signed_in: list[str] = field(default_factory=list)
    callers: list[str] = field(default_factory=list)
    """What those who left a letter call their machines."""
    to_recipient: str = "250 OK"
    to_data: str = "250 taken"
    hangs_up: bool = False
    """After the letter has arrived, before it says so."""
    silent: bool = False
    """It takes the letter and never answers."""

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.received.append(envelope)
        self.callers.append(str(session.host_name))
        if self.hangs_up and isinstance(server.transport, asyncio.Transport):
            server.transport.abort()
        if self.silent:
            await asyncio.Event().wait()
        return self.to_data

    def sign_in(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        """Take the one user, whatever the mechanism."""
        assert isinstance(data, LoginPassword)
        self.signed_in.append(mechanism)
        return AuthResult(success=data == LoginPassword(USER.encode(), PASSWORD.encode()), handled=False)


@contextmanager
def mail_server(
    mailbox: Mailbox, *, tls: ssl.SSLContext | None = None, starttls: ssl.SSLContext | None = None, **options: Any
) -> Iterator[int]:
    """Run aiosmtpd in a thread of its own and yield its port; `tls` from the first byte, else `starttls` if given."""
    loop = asyncio.new_event_loop()

    def protocol() -> SMTP:
        return SMTP(
            mailbox,
            hostname="localhost",
            tls_context=starttls,
            authenticator=mailbox.sign_in,
            auth_require_tls=starttls is not None,
            loop=loop,
            **options,
        )

    server = loop.run_until_complete(loop.create_server(protocol, "127.0.0.1", 0, ssl=tls))
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        asyncio.run_coroutine_threadsafe(_wound_up(server), loop).result(DEADLINE)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(DEADLINE)
        loop.close()


async def _wound_up(server: asyncio.Server) -> None:
    server.close()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await asyncio.sleep(0)


Talk = Callable[[socket.socket], None]


@contextmanager
def listening(talk: Talk) -> Iterator[int]:
    """Accept connections on a port, one after the other, and hand each to `talk`; yield the port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_accept, args=(listener, talk))
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            thread.join(DEADLINE)


def _accept(listener: socket.socket, talk: Talk) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection, suppress(OSError, ssl.SSLError):
            connection.settimeout(DEADLINE)
            talk(connection)


HANG_UP = b""
SILENCE = b"..."
TAKES_ALL = {
    "": b"220 localhost\r\n",
    "EHLO": b"250-localhost\r\n250 AUTH PLAIN\r\n",
    "AUTH": b"235 welcome\r\n",
    "MAIL": b"250 OK\r\n",
    "RCPT": b"250 OK\r\n",
    "DATA": b"354 go on\r\n",
    ".": b"250 taken\r\n",
    "QUIT": b"221 bye\r\n",
}
"""What a scripted server answers to a command, to a letter's end (".") and to a connection ("")."""


def scripted(heard: bytearray, answers: dict[str, bytes], tls: ssl.SSLContext | None = None) -> Talk:
    """Return a server that answers as told and writes down what it heard; `HANG_UP` and `SILENCE` are answers too."""
    script = TAKES_ALL | answers

    def talk(connection: socket.socket) -> None:
        with ExitStack() as stack:
            line = stack.enter_context(tls.wrap_socket(connection, server_side=True)) if tls else connection
            reader = stack.enter_context(line.makefile("rb"))
            said = script[""]
            in_letter = False
            while said != HANG_UP:
                if said != SILENCE:
                    line.sendall(said)
                in_letter = said.startswith(b"354")
                command = _heard(reader, heard, in_letter)
                if command is None:
                    return
                said = script.get(command, b"502 what?\r\n")

    return talk


def _heard(reader: Any, heard: bytearray, in_letter: bool) -> str | None:
    """Return the verb of the next command, "." at a letter's end, None when the client has gone."""
    while text := reader.readline():
        heard += text
        if not in_letter:
            return str(text.split()[0].decode(errors="replace")).upper() if text.strip() else ""
        if text == b".\r\n":
            return "."
    return None


def recording(port: int, wire: bytearray) -> Talk:
    """Return a proxy to a port that writes down all that the client sent, as anybody on the way could."""

    def talk(client: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", port)) as server:
            back = threading.Thread(target=_pump, args=(server, client, bytearray()))
            back.start()
            _pump(client, server, wire)
            back.join(DEADLINE)

    return talk


def _pump(source: socket.socket, target: socket.socket, record: bytearray) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            record += data
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)
