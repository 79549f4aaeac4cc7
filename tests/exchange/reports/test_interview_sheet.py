"""The files that an interview's sheet is written to: what is in it is text, in each of them."""

from __future__ import annotations

import json
from dataclasses import replace

from app.etiquette.sheet.contents import interview_sheet
from app.etiquette.sheet_records import Question, Whose
from app.exchange.own_exports import begins_as_ours, paper_of_ours
from app.exchange.reports.interview_sheet import SHEET_FORMS, sheet_document
from tests.etiquette.sheet.test_interview_sheet import CONTOSO, EVENTS, NEW_YORK, NOW, SECOND

HOSTILE = "<script>alert(1)</script> *bold* [x](http://evil.example) | # no heading"
SHEET = interview_sheet(
    replace(CONTOSO, company=HOSTILE, notes=f"# head\n{HOSTILE}", questions=(Question(1, Whose.MINE, HOSTILE),)),
    SECOND,
    EVENTS,
    NEW_YORK,
    NOW,
)


def test_a_file_of_each_form_is_known_again_and_holds_text_alone() -> None:
    files = {form: write(SHEET) for form, write in SHEET_FORMS.items()}
    assert [form for form, data in files.items() if begins_as_ours(data, f"sheet.{form}")] == list(files)
    assert {paper_of_ours(data) for data in files.values()} == {"an interview sheet"}
    page, markdown = files["html"].decode(), files["md"].decode()
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; *bold*" in page
    assert "default-src 'none'" in page
    assert (
        "- [ ] \\<script\\>alert(1)\\</script\\> \\*bold\\* \\[x\\](http://evil.example) \\| # no heading" in markdown
    )
    assert "\n- \\# head" in markdown
    assert HOSTILE in files["txt"].decode()
    assert not any(b"in 45 min" in data for data in files.values())  # it is read later than it is written


def test_long_texts_are_paragraphs_in_markdown_and_nothing_in_them_is_a_heading() -> None:
    posting = replace(CONTOSO.postings[0], text=f"# You will\n1. build\n\n{'Data at sea. ' * 40}")
    sheet = interview_sheet(replace(CONTOSO, postings=(posting,)), SECOND, EVENTS, NEW_YORK, NOW)
    lines = SHEET_FORMS["md"](sheet).decode().split("\n")
    assert "### Data Engineer (m/f/d) (saved Sat, Oct 31, apply by Thu, Dec 10)" in lines
    assert {"\\# You will  ", "1\\. build  "} <= set(lines)


def test_programs_get_moments_and_texts() -> None:
    document = json.loads(json.dumps(sheet_document(interview_sheet(CONTOSO, SECOND, EVENTS, NEW_YORK, NOW))))
    assert document["starts"] == "2026-11-30T15:00:00+00:00"
    assert document["people"][0] == {
        "name": "Dana Lee", "about": "Head of Data", "email": None, "expected": True, "facts": [],
    }  # fmt: skip
    assert document["notes_during"] == [{"person": "Dana Lee", "text": "shows the rig\n"}]
    assert [question["whose"] for question in document["questions"]] == ["mine", "theirs"]
    assert document["posting"]["text"].startswith("You will build.")
