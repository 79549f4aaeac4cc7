"""What the companies of the sample hunt have of the user: CVs and a letter, made here. All of it is invented."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from hashlib import sha256

from app.etiquette.attached_files import AttachedFile, FileKind, media_type_of

_CV = (
    "Robin Vale",
    "robin.vale@mail.example",
    "",
    "2022 to now: data engineer, Adventure Works",
    "Moved forty nightly jobs to streams; nobody is woken up any more.",
    "2018 to 2022: developer, Maple and Pine",
    "Wrote the shop's back end, and the tests that it stands on.",
    "",
    "Python, SQL, Kafka, dbt; English, Portuguese, some German",
)
_WOODGROVE_LETTER = (
    "Dear Grace Adeyemi,",
    "",
    "Your shops plan by numbers that are a night old. I have moved such",
    "numbers to the hour before, and would like to do it again with you.",
    "",
    "Robin Vale",
)
_DOCUMENTS: dict[str, tuple[FileKind, tuple[str, ...]]] = {
    "Robin Vale CV.pdf": (FileKind.CV, _CV),
    "Robin Vale CV, streaming.pdf": (
        FileKind.CV,
        (*_CV[:2], "Data engineer for what arrives late", *_CV[2:]),
    ),
    "Woodgrove cover letter.pdf": (FileKind.COVER_LETTER, _WOODGROVE_LETTER),
}
_SENT = {
    "Woodgrove": ("Robin Vale CV, streaming.pdf", "Woodgrove cover letter.pdf"),
    "Wingtip Toys": ("Robin Vale CV.pdf",),
    "Northwind": ("Robin Vale CV, streaming.pdf",),
    "Contoso": ("Robin Vale CV.pdf",),
    "Proseware": ("Robin Vale CV, streaming.pdf",),
}
"""By company: the files that went with the application."""


def sample_files(company: str, applied: datetime) -> tuple[AttachedFile, ...]:
    """Return what a company has of the user since they applied."""
    return tuple(_attached(-number, name, applied) for number, name in enumerate(_SENT.get(company, ()), 1))


def sample_contents() -> list[bytes]:
    """Return what is in the files, to be kept."""
    return [_content(name) for name in _DOCUMENTS]


def _attached(number: int, name: str, applied: datetime) -> AttachedFile:
    content = _content(name)
    kind, _ = _DOCUMENTS[name]
    hash_ = sha256(content).hexdigest()
    return AttachedFile(number, kind, name, hash_, len(content), media_type_of(name), applied, applied)


@cache
def _content(name: str) -> bytes:
    """Return a page of text as PDF 1.4 (ISO 32000-1): four objects, their places, and where those are listed."""
    _, lines = _DOCUMENTS[name]
    text = "".join(f"({line}) Tj T*\n" for line in lines)
    page = f"BT /F1 12 Tf 16 TL 72 760 Td\n{text}ET".encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources"
        b" << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
    )
    document, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(document))
        document += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    document += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n" % (size, table, size)
    return document + b"startxref\n%d\n%%%%EOF\n" % document.index(b"xref\n0 ")
