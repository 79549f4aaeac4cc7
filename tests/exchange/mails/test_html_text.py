"""HTML mail as a reader sees it, its quotes as the programs mark them, and pages made to exhaust a parser."""

from __future__ import annotations

import pytest

from app.exchange.mails.flowed import unflowed
from app.exchange.mails.html_text import html_to_text
from app.exchange.mails.replies import new_text


@pytest.mark.parametrize(
    ("page", "meant"),
    [
        ("Hello<br>there", "Hello\nthere"),
        ("<p>One</p><p>Two <b>bold</b>,\n  three</p>", "One\n\nTwo bold, three"),
        ("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo"),
        (
            "<p class=MsoNormal>One<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Two</p>",
            "One\n\nTwo",
        ),
        ("<ul><li>one<li>two</ul>after", "- one\n- two\n\nafter"),
        (
            "<table><tr><td>When<td>Friday</tr><tr><td>Where</td><td>Berlin</td></tr></table>",
            "When Friday\nWhere Berlin",
        ),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("a &lt;b&gt; &amp;&nbsp;c &#8364; &unknown; &", "a <b> & c € &unknown; &"),
        ("a < b, 3 > 2 and <3", "a < b, 3 > 2 and <3"),
        (
            '<a href="https://x.example/book?a=1&amp;b=2">Pick a time</a>',
            "Pick a time <https://x.example/book?a=1&b=2>",
        ),
        ('<a href="https://www.x.example/">x.example</a>', "x.example"),
        ('<a href="mailto:dana@x.example">dana@x.example</a>', "dana@x.example"),
        ('<a href="mailto:dana@x.example?subject=hi">Dana</a>', "Dana <dana@x.example>"),
        ('<a href="javascript:alert(1)">click</a>', "click"),
        ("<a title=\"a > b\" href='https://x.example'>here</a>", "here <https://x.example>"),
        (
            '<a href="https://x.example">x <a href="https://y.example">y</a> z</a>',
            "x <https://x.example> y <https://y.example> z",
        ),
        ('<b>a <a href="tel:1">b <i>c <a href="tel:2">d</i> e</b>', "a b c <1> d <2> e"),
        ('<pre><a hidden>no<a href="tel:1">a\nb</a> c</pre>', "a\nb <1> c"),
        ("<style>p{}</style><script>if (a<b) {}</script><title>t</title>text", "text"),
        ("<head><style>p{</head><body>lost</body>", ""),
        ("<head><meta charset=utf-8><title>t</title></head><body>text</body>", "text"),
        ("a<!-- hidden <b> -->b<![if !mso]>c<![endif]><!--[if mso]>d<![endif]-->e", "abce"),
        ('<div style="display: none">preheader</div>seen<span hidden>not</span>', "seen"),
        ('<span style="font-size:0px">no</span><span style="font-size:10px">yes</span>', "yes"),
        ("<blockquote>quoted<blockquote>deeper</blockquote></blockquote>new", "> quoted\n>\n>> deeper\n>>\nnew"),
        ('<blockquote style="margin:0 0 0 40px;border:none;padding:0">indented</blockquote>', "indented"),
        ("</p></div></table>text</b>", "text"),
        ("", ""),
    ],
)
def test_a_page_is_the_text_that_a_reader_sees(page: str, meant: str) -> None:
    assert html_to_text(page).strip() == meant


def test_each_of_many_links_within_links_has_its_own_words_alone() -> None:
    page = "".join(f'<a href="tel:{n}">go <b>' for n in range(2_000))
    assert html_to_text(f"<i>{page}</i>").strip() == " ".join(f"go <{n}>" for n in range(2_000))


SAID = "<div>Hi. I am fine.</div><div><br></div><div>Thanks,</div><div>Alex</div>"
FIELDS = "<b>From:</b> Sasha &lt;s@x.example&gt;<br><b>Sent:</b> 13:53<br><b>To:</b> Alex<br><b>Subject:</b> Test"


@pytest.mark.parametrize(
    "quote",
    [
        '<div class="gmail_quote"><div class="gmail_attr">On Thu, 26 Jun 2014 at 13:53, Sasha wrote:<br></div>'
        '<blockquote class="gmail_quote">How are you?</blockquote></div>',
        '<div class="gmail_quote">On 26 Jun 2014, at 13:53, Sasha &lt;s@x.example&gt; wrote:<div>How?</div></div>',
        f'<div id="appendonsend"></div><hr style="width:98%"><div id="divRplyFwdMsg">{FIELDS}</div>How are you?',
        f'<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in"><p>{FIELDS}</p></div>How?',
        '<div><hr id="stopSpelling">Date: Thu, 26 Jun 2014 13:53:45 +0400<br>Subject: Test<br>From: s@x.example<br>'
        "To: a@x.example<br><br><div>How are you?</div></div>",
        '<div class="yahoo_quoted"><div>On Thursday, Sasha wrote:</div><div>How are you?</div></div>',
        '<div class="moz-cite-prefix">Am 26.06.14 schrieb Sasha:</div><blockquote type="cite">Wie?</blockquote>',
        "<br>Thu, 26 Jun 2014 14:00:51 +0400 от Sasha &lt;s@x.example&gt;:<br><blockquote>How are you?</blockquote>",
        '<span id="OLK_SRC_BODY_SECTION"><div>From: Sasha</div><div>How are you?</div></span>',
        '<div class="protonmail_quote">------- Original Message -------<br>Sasha wrote:<br>How are you?</div>',
        '<div class="zmail_extra"><div>---- On Thu, 26 Jun 2014 Sasha wrote ----</div>How are you?</div>',
        '<p id="reply-intro">On 2014-06-26 13:53, Sasha wrote:</p><blockquote type="cite">How are you?</blockquote>',
        "<hr><div><font><b>From: s@x.example</b> <b>Date: Thu, 24 Mar 2016</b></font></div><div>How are you?</div>",
        "<div>&gt; From: s@x.example<br>&gt; How are you?<br></div>",
        '<div class="gmail_signature">Alexander the Engineer</div>',
    ],
)
def test_what_a_program_marks_as_quoted_is_left_out(quote: str) -> None:
    assert new_text(html_to_text(f"<html><body>{SAID}{quote}</body></html>")) == "Hi. I am fine.\n\nThanks,\nAlex"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 40_000,
        "<" * 40_000,
        "<a " * 40_000,
        "<!" * 40_000,
        "<!--" * 250_000,
        "<![CDATA[" * 40_000,
        '<a href="' * 40_000,
        "<a href='\"" * 40_000,
        "<b><i></b></i>" * 10_000,
        "<blockquote>x" * 40_000,
        "<script>" * 120_000,
        "&amp" * 250_000,
        "<p " + "a=b " * 240_000,
    ],
    ids=lambda page: page[:12],
)
def test_a_page_made_to_exhaust_a_parser_ends_as_text(page: str) -> None:
    assert len(html_to_text(page)) <= 4 * len(page)


@pytest.mark.parametrize(
    ("text", "delsp", "meant"),
    [
        ("one \ntwo\nthree", False, "one two\nthree"),
        ("one \ntwo", True, "onetwo"),
        ("> quoted \n> on\nnew", False, "> quoted on\nnew"),
        (">> deep \n> less", False, ">> deep \n> less"),
        (" >no quote\n From here", False, ">no quote\nFrom here"),
        ("text \n-- \nDana", False, "text \n-- \nDana"),
        ("ends \n", False, "ends "),
    ],
)
def test_flowed_lines_are_joined_each_in_its_own_quote(text: str, delsp: bool, meant: str) -> None:
    assert unflowed(text, delsp=delsp) == meant
