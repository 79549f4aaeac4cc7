"""Many mails in one place: read one after another, for what concerns the search, whatever their size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import pytest

from app.etiquette.errors import ImportFileError
from app.exchange.contents import FileContents
from app.exchange.mails import many, mboxes
from app.exchange.mails.many import read_many

FROM = b"From sender@example.org Mon Nov 23 10:00:00 2026\n"


def mail(sender: str, text: str = "Hello", number: int = 1) -> bytes:
    return f"From: {sender}\nSubject: S{number}\nMessage-ID: <{number}@x>\n\n{text}\n\n".encode()


def no_progress(_done: int, _all: int) -> None:
    """Tell nobody."""


def read(path: Path, wanted: bytes = b"northwind", progress: Callable[[int, int], None] = no_progress) -> FileContents:
    return read_many(path.name, path, UTC, lambda header: wanted in header, progress)


def box(*mails: bytes) -> bytes:
    return b"".join(FROM + each for each in mails)


def test_what_concerns_nobody_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    path.write_bytes(
        box(*(mail("dana@northwind.example" if n == 7 else "news@shop.example", number=n) for n in range(40)))
    )
    contents = read(path)
    assert [message.subject for message in contents.messages] == ["S7"]
    assert contents.notes == ("39 emails are about none of your applications and were passed by.",)


@pytest.mark.parametrize("block", [1, 7, 64, 300, 1 << 20])
def test_blocks_of_any_size_part_the_mails_as_a_whole_file_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    path = tmp_path / "all.mbox"
    tricky = (
        mail("a@northwind.example", "From here on it is text\n>From there too\n\nFrom nobody\n", 1),
        mail("b@northwind.example", "x" * 500 + "\n\nFrom me Mon Nov 23 but no mail\n", 2),
        mail("c@northwind.example", "", 3),
    )
    path.write_bytes(b"\n" + box(*tricky) + FROM + mail("d@northwind.example", "the last", 4).rstrip())
    monkeypatch.setattr(many, "_BLOCK", block)
    whole = mboxes.read_file("all.mbox", path.read_bytes(), UTC)
    assert [(each.subject, each.text, each.at) for each in read(path).messages] == [
        (each.subject, each.text, each.at) for each in whole.messages
    ]


def test_of_a_mail_with_a_huge_attachment_its_text_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "LARGEST_MAIL", 5_000)
    monkeypatch.setattr(many, "_BLOCK", 4_096)
    path = tmp_path / "all.mbox"
    path.write_bytes(box(mail("a@northwind.example", "words\n" * 100_000), mail("b@northwind.example", "next", 2)))
    first, second = read(path).messages
    assert first.text.startswith("words")
    assert len(first.text) < 10_000
    assert second.text == "next"


def test_a_maildir_is_read_with_its_seen_and_unseen_mails(tmp_path: Path) -> None:
    for part in ("cur", "new", "tmp"):
        (tmp_path / part).mkdir()
    (tmp_path / "cur" / "1:2,S").write_bytes(mail("dana@northwind.example", number=1))
    (tmp_path / "new" / "2").write_bytes(mail("lee@northwind.example", "x" * 100_000, number=2))
    (tmp_path / "new" / "3").write_bytes(mail("news@shop.example", number=3))
    contents = read(tmp_path)
    assert [len(message.text) for message in contents.messages] == [5, 100_000]
    assert contents.notes == ("1 email is about none of your applications and was passed by.",)


def test_it_tells_how_far_it_is_and_can_be_called_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_BLOCK", 1 << 20)
    path = tmp_path / "all.mbox"
    path.write_bytes(box(*(mail("news@shop.example", "x" * 100_000, n) for n in range(50))))
    steps: list[tuple[int, int]] = []

    class CalledOffError(Exception):
        pass

    def progress(done: int, total: int) -> None:
        steps.append((done, total))
        if done == 2:
            raise CalledOffError

    with pytest.raises(CalledOffError):
        read(path, progress=progress)
    assert steps == [(1, 4), (2, 4)]


def test_what_cannot_be_read_to_its_end_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="can't be read to its end"):
        read(tmp_path / "nothing.mbox")
