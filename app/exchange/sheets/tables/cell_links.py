"""The links behind the cells of an .xlsx, which the reader of workbooks leaves out (ECMA-376 18.3.1.47).

A sheet names the cells and, for each, a relation; the sheet's relations name the addresses. A formula may hold one too.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator

from app.exchange.raw.archives import Archive

MOST_PART = 24 * 1024 * 1024
"""Bytes of a part that is no sheet, unpacked."""
MOST_LINKS = 100_000
_OVERLAP = 4096
_TAG = re.compile(rb"<(?:\w{1,9}:)?hyperlink\s([^<>]{1,4000})>")
_FORMULA = re.compile(
    rb"<(?:\w{1,9}:)?c\s[^<>]{0,200}?r=[\"']([A-Z]{1,3}\d{1,7})[\"'][^<>]{0,200}><(?:\w{1,9}:)?f[^<>]{0,200}>"
    rb"\s{0,9}HYPERLINK\((?:\"|&quot;)(https?://[^\"<>&]{1,2000}(?:&amp;[^\"<>&]{1,500}){0,20})(?:\"|&quot;)"
)
_RELATION = re.compile(r"<(?:\w{1,9}:)?Relationship\s([^<>]{1,8000}?)/?>")
_SHEET = re.compile(r"<(?:\w{1,9}:)?sheet\s([^<>]{1,2000}?)/?>")
_ATTRIBUTE = re.compile(r"([\w:]{1,40})\s?=\s?(?:\"([^\"]*)\"|'([^']*)')")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")

Links = dict[tuple[int, int], str]
"""Row and column, from 1 -> address."""


class SheetLinks:
    """Collects what links a workbook has while its sheets are measured."""

    def __init__(self, archive: Archive):
        self._archive = archive
        self._members = {name.casefold(): name for name in archive.members()}
        self._tags: dict[str, list[dict[str, str]]] = {}
        self._written: dict[str, Links] = {}
        self._count = 0

    def watched(self, part: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Yield a sheet's pieces as they come, and note the links in them."""
        before = b""
        for chunk in chunks:
            text = before + chunk
            if b"yperlink" in text or b"HYPERLINK(" in text:
                self._note(part.casefold(), text)
            end = text.rfind(b"<", max(0, len(text) - _OVERLAP))
            before = text[end:] if end > 0 else b""
            yield chunk

    def by_sheet(self) -> dict[str, Links]:
        """Return the links of each sheet that has any, by its name."""
        if not self._tags and not self._written:
            return {}
        parts = {number: target for number, (target, _) in self._relations("xl/workbook.xml").items()}
        links: dict[str, Links] = {}
        for match in _SHEET.finditer(self._text("xl/workbook.xml")):
            sheet = _attributes(match[1])
            number = next((value for name, value in sheet.items() if name.endswith(":id")), "")
            part = posixpath.normpath(posixpath.join("xl", parts.get(number, ""))).lstrip("/").casefold()
            if sheet.get("name") and (of_part := self._of_part(part)):
                links[sheet["name"]] = of_part
        return links

    def _note(self, part: str, text: bytes) -> None:
        for match in _TAG.finditer(text):
            self._count += 1
            if self._count > MOST_LINKS:
                return
            self._tags.setdefault(part, []).append(_attributes(match[1].decode("utf-8", "replace")))
        for match in _FORMULA.finditer(text):
            self._count += 1
            place = _place(match[1].decode("ascii"))
            if self._count <= MOST_LINKS and place is not None:
                address = html.unescape(match[2].decode("utf-8", "replace"))
                self._written.setdefault(part, {})[place] = address

    def _of_part(self, part: str) -> Links:
        links = dict(self._written.get(part, {}))
        tags = self._tags.get(part)
        relations = self._relations(part) if tags else {}
        for tag in tags or ():
            number = next((value for name, value in tag.items() if name.endswith(":id")), "")
            address, is_outside = relations.get(number, ("", False))
            place = _place(tag.get("ref", ""))
            if is_outside and place is not None and re.match(r"https?://\S{1,2000}$", address, re.IGNORECASE):
                links.setdefault(place, address)
        return links

    def _relations(self, part: str) -> dict[str, tuple[str, bool]]:
        """Return a part's relations: number -> target, and whether that lies outside the file."""
        folder, _, name = part.rpartition("/")
        relations = {}
        for match in _RELATION.finditer(self._text(f"{folder}/_rels/{name}.rels")):
            relation = _attributes(match[1])
            relations[relation.get("Id", "")] = (relation.get("Target", ""), relation.get("TargetMode") == "External")
        return relations

    def _text(self, part: str) -> str:
        name = self._members.get(part.casefold())
        return "" if name is None else self._archive.read(name, MOST_PART).decode("utf-8", "replace")


def _attributes(text: str) -> dict[str, str]:
    return {match[1]: html.unescape(match[2] or match[3] or "") for match in _ATTRIBUTE.finditer(text)}


def _place(reference: str) -> tuple[int, int] | None:
    """Return row and column of a cell, of a range's first one: B3 is (3, 2)."""
    match = _PLACE.match(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column
