"""The forms of an interview's sheet: plain text, Markdown, HTML that stands alone and prints well, and JSON."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

from app.etiquette.sheet.parts import InterviewSheet, SheetText
from app.etiquette.sheet.plain import OPEN, TICKED, Item, on_paper, plain_text, sections
from app.exchange.json_.plain_fields import written
from app.exchange.reports.forms import markdown_text

_AT_START = re.compile(r"^(\d{0,9})([.)#+=~-])")
"""What would make a heading or a list of a line."""


def text_form(sheet: InterviewSheet) -> bytes:
    """Return plain text of 80 columns."""
    return plain_text(on_paper(sheet)).encode()


def markdown_form(sheet: InterviewSheet) -> bytes:
    """Return Markdown, questions as a list of tasks."""
    lines = [f"# Interview sheet: {markdown_text(sheet.title)}"]
    for part, section in sections(on_paper(sheet)).items():
        lines += ["", f"## {part.value}", ""]
        lines += [line for item in section.items for line in _markdown(item)] or [markdown_text(section.empty)]
    return ("\n".join(lines) + "\n").encode()


def html_form(sheet: InterviewSheet) -> bytes:
    """Return a page that loads nothing from anywhere, runs nothing, and prints on paper."""
    return (
        _template()
        .render(sheet=sheet, sections=sections(on_paper(sheet)), ticked=TICKED, boxes=(TICKED, OPEN))
        .encode()
    )


def sheet_document(sheet: InterviewSheet) -> dict[str, Any]:
    """Return the sheet for a program: moments in ISO 8601, texts as they are stored."""
    return {
        "application_id": sheet.application_id,
        "company": sheet.company,
        "role": sheet.role,
        "round": sheet.round,
        "starts": _moment(sheet.starts),
        "ends": _moment(sheet.ends),
        "when": sheet.when,
        "countdown": sheet.countdown,
        "their_time": sheet.their_time or None,
        "kind": sheet.kind,
        "location": sheet.place,
        "link": sheet.link or None,
        "people": [
            {
                "name": person.name,
                "about": person.about,
                "email": person.email or None,
                "expected": person.is_expected,
                "facts": list(person.facts),
            }
            for person in sheet.people
        ],
        "questions": [written(question) for question in sheet.questions],
        "notes_during": [
            {"person": notes.name or None, "text": notes.text} for notes in sheet.jottings if notes.text.strip()
        ],
        "rounds": [{"at": _moment(one.at), "title": one.title, "said": one.said} for one in sheet.rounds],
        "posting": _text(sheet.posting) if sheet.posting else None,
        "posting_link": sheet.posting_link or None,
        "sent": [_text(text) for text in sheet.sent],
        "notes": list(sheet.notes),
    }


def _moment(moment: datetime) -> str:
    return moment.isoformat()


def _text(text: SheetText) -> dict[str, str]:
    return {"title": text.title, "about": text.about, "text": text.text}


def _markdown(item: Item) -> list[str]:
    if item.mark in (TICKED, OPEN):
        lines = [f"- {item.mark} {markdown_text(item.head)}"]
        return [*lines, *(f"  {_line(line)}  " for line in item.text.split("\n") if line.strip())]
    if item.mark and not item.head:
        return [f"- **{markdown_text(item.mark)}**: {markdown_text(item.text)}"]
    about = f" ({markdown_text(item.mark)})" if item.mark else ""
    if item.head and len(item.text) > _LONG:
        return [
            f"### {markdown_text(item.head)}{about}",
            "",
            *(_line(line) + "  " * bool(line.strip()) for line in item.text.split("\n")),
            "",
        ]
    head = [f"- **{markdown_text(item.head)}**{about}"] if item.head else []
    lines = [line for line in item.text.split("\n") if line.strip()]
    return [*head, *(f"{'  ' if item.head else ''}- {_line(line)}" for line in lines)]


_LONG = 300
"""Characters of a text that is read as paragraphs, not as points."""


def _line(text: str) -> str:
    """Return a line of running text; one that Markdown would take for a heading or a list stays what it is."""
    return _AT_START.sub(r"\1\\\2", markdown_text(text))


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string((Path(__file__).parent / "interview_sheet.html.j2").read_text("utf-8"))


SHEET_FORMS: dict[str, Callable[[InterviewSheet], bytes]] = {
    "html": html_form,
    "md": markdown_form,
    "txt": text_form,
}
"""How a sheet's file ends -> what writes it."""
