"""A real Dovecot on loopback for a test: one user, a Maildir, TLS, and every word of the client's written down."""

from __future__ import annotations

import os
import random
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.mailbox.inbox_settings import InboxAccount
from tests.letters.certificates import Authority

DOVECOT = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
MISSING = "Dovecot is not installed (apt-get install dovecot-imapd)"
USER, PASSWORD = "sam@example.org", "grüne Äpfel & pears"
_CONFIG = """
base_dir = {run}
state_dir = {run}
log_path = {log}
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{pem}
ssl_key = <{pem}
ssl_dh = </dev/null
default_internal_user = {internal}
default_login_user = {internal}
default_internal_group = {group}
first_valid_uid = 1
mail_uid = {mail}
mail_gid = {mail_group}
mail_home = {home}
mail_location = maildir:{home}/Maildir
auth_mechanisms = plain login xoauth2
auth_failure_delay = 0
imap_idle_notify_interval = 2 secs
mail_max_userip_connections = 50
passdb {{
  driver = passwd-file
  args = scheme=plain {users}
  mechanisms = plain login
}}
userdb {{
  driver = static
  args = uid={mail} gid={mail_group} home={home}
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
}}
service imap {{
  executable = imap rawlog
  chroot =
}}
service rawlog {{
  executable = script-login -d /usr/lib/dovecot/rawlog
  unix_listener rawlog {{
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@dataclass
class Dovecot:
    """The server and its mailbox."""

    folder: Path
    port: int
    ca_file: Path

    @property
    def account(self) -> InboxAccount:
        """The account, as the settings would have it."""
        return InboxAccount("127.0.0.1", USER, self.port, ca_file=self.ca_file, use_keyring=False, timeout=60)

    @property
    def maildir(self) -> Path:
        """Where the mail lies."""
        return self.folder / "home" / "Maildir"

    def make_empty(self) -> None:
        """Have no mail, and nothing said yet."""
        for part in (self.maildir, self.folder / "home" / "dovecot.rawlog"):
            part.mkdir()
            _hand_over(part)

    def forget_uids(self) -> None:
        """Have other UIDs and another UIDVALIDITY, as after the server was set up anew."""
        for file in self.maildir.glob("dovecot*"):
            file.unlink()
        (self.maildir / "dovecot-uidlist").write_text(f"3 V{int(time.time()) + 1000} N1 G{os.urandom(16).hex()}\n")
        _hand_over(self.maildir / "dovecot-uidlist")

    def deliver(self, *mails: bytes, folder: str = "", name: str = "") -> None:
        """Put mail into the inbox, or another folder, as a delivery does."""
        where = self.maildir / f".{folder}" if folder else self.maildir
        for part in (self.maildir, where, *(where / name for name in ("cur", "new", "tmp"))):
            if not part.is_dir():
                part.mkdir()
                _hand_over(part)
        for mail in mails:
            _deliver.count += 1
            file = where / "tmp" / (name or f"{int(time.time())}.M{_deliver.count:06}.test")
            file.write_bytes(mail)
            _hand_over(file)
            file.rename(where / "new" / file.name)

    def own(self, path: Path) -> None:
        """Let a file be the server's, as those of deliveries are."""
        _hand_over(path)

    def said(self) -> str:
        """Return all that clients said from signing in to leaving; a log is whole a moment after the client is gone."""
        deadline = time.monotonic() + 30
        while not (texts := self._logs()) or not all("LOGOUT" in text for text in texts):
            assert time.monotonic() < deadline, f"nobody left: {texts}"
            time.sleep(0.01)
        return "".join(texts)

    def said_so_far(self) -> str:
        """Return what clients have said since they signed in; "" when nobody did."""
        return "".join(self._logs())

    def _logs(self) -> list[str]:
        logs = sorted((self.folder / "home" / "dovecot.rawlog").glob("*.in"), key=lambda path: path.stat().st_mtime)
        return [path.read_text(errors="replace") for path in logs]

    def flags(self) -> set[str]:
        """Return the flags of the mails in the inbox, as a Maildir's names have them."""
        names = [path.name for path in self.maildir.glob("cur/*")]
        return {letter for name in names for letter in name.partition(":2,")[2]}


class _Deliveries:
    count = 0


_deliver = _Deliveries()


def _hand_over(path: Path) -> None:
    if os.getuid() == 0:
        shutil.chown(path, "nobody", "nogroup")


@contextmanager
def dovecot(authority: Authority, *, host: str = "localhost", days: int = 2) -> Iterator[Dovecot]:
    """Run Dovecot until the block ends, in a folder that the users it runs as can get at."""
    with tempfile.TemporaryDirectory(prefix="dovecot", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        with _running(Path(folder), authority, host, days) as server:
            yield server


@contextmanager
def _running(folder: Path, authority: Authority, host: str, days: int) -> Iterator[Dovecot]:
    assert DOVECOT is not None
    authority.server(folder, host, days=days)
    home = folder / "home"
    home.mkdir()
    (folder / "run").mkdir()
    _hand_over(home)
    port = _free_port()
    is_root = os.getuid() == 0
    me, group = Path("/proc/self").owner(), Path("/proc/self").group()
    config, users = folder / "dovecot.conf", folder / "users"
    users.write_text(f"{USER}:{PASSWORD}::::::\n")
    config.write_text(
        _CONFIG.format(
            run=folder / "run", log=folder / "log", pem=folder / f"{host}{days}.pem", home=home, port=port,
            users=users, internal="dovecot" if is_root else me, group="dovecot" if is_root else group,
            mail="nobody" if is_root else me, mail_group="nogroup" if is_root else group,
        )
    )  # fmt: skip
    process = subprocess.Popen([DOVECOT, "-F", "-c", str(config)], stderr=subprocess.PIPE)
    try:
        _until_up(process, port, folder / "log")
        server = Dovecot(folder, port, authority.file)
        server.make_empty()
        yield server
    finally:
        process.terminate()
        process.wait(timeout=60)
        if process.stderr is not None:
            process.stderr.close()


def _free_port() -> int:
    """Return a port that nobody listens on, of those that the system gives to nobody by itself. Tests that run at the
    same time have ports of their own: between this look and its start, another's Dovecot could take it."""
    first = 20_000 + 2_000 * (int("0" + os.getenv("PYTEST_XDIST_WORKER", "").removeprefix("gw")) % 6)
    while True:
        port = random.SystemRandom().randrange(first, first + 2_000)
        with socket.socket() as tried, suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port


def _until_up(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            assert process.stderr is not None
            raise AssertionError(f"Dovecot did not start: {process.stderr.read().decode()} {log.read_text()[-500:]}")
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=10) as plain:
                context = ssl.create_default_context()
                context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
                with context.wrap_socket(plain) as line:
                    if line.recv(10):
                        return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"Dovecot did not come up: {log.read_text()[-1000:] if log.exists() else ''}")
