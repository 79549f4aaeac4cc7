"""A file that holds a link alone is told as one, and nothing else is."""

from __future__ import annotations

import pytest

from app.etiquette.errors import ImportFileError
from app.exchange.formats import format_of
from app.exchange.links_alone import links_alone
from app.exchange.source import Source

JOB = "https://jobs.hilltop.example/teacher?id=12&lang=en"
PLIST = '<?xml version="1.0"?>\n<plist version="1.0"><dict><key>URL</key>\n<string>{}</string></dict></plist>'


@pytest.mark.parametrize(
    "text",
    [
        f"[InternetShortcut]\r\nIDList=\r\nURL={JOB}\r\n",
        f"[Desktop Entry]\nType=Link\nName=Teacher\nURL={JOB}\n",
        PLIST.format(JOB.replace("&", "&amp;")),
        f"\ufeff  {JOB}\n",
    ],
)
def test_a_link_that_was_saved_is_named_with_what_to_do(text: str) -> None:
    assert links_alone(text.encode()) == [JOB]
    with pytest.raises(ImportFileError, match="It holds no more than a link: https://") as refused:
        format_of(Source("a.url", text.encode()))
    assert "press ctrl+o and paste the link" in str(refused.value)


def test_other_files_are_no_links() -> None:
    assert len(links_alone(f"{JOB}\n\n{JOB}2\n".encode())) == 2
    for text in (
        "",
        f"Company,Link\nHilltop,{JOB}\n",
        f"See {JOB}",
        "[InternetShortcut]\nURL=file:///etc/passwd",
        "x" * 9_000,
    ):
        assert links_alone(text.encode()) == []
