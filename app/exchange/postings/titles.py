"""Guesses company and role from a page's title; a person is asked whether that's right. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from app.etiquette.text import clean, folded
from app.exchange.sheets.turned_rows import is_title

_LONGEST = 300


class Guess(NamedTuple):
    """What a title shows, "" for what it does not."""

    company: str = ""
    role: str = ""
    location: str = ""


_BOARDS = (
    "linkedin", "indeed", "indeed.com", "glassdoor", "stepstone", "stepstone.de", "monster", "monster.com", "xing",
    "xing jobs", "wellfound", "welcome to the jungle", "greenhouse", "lever", "ashby", "workday", "personio",
    "smartrecruiters", "workable", "ziprecruiter", "dice", "dice.com", "infojobs", "wantedly", "doda", "green",
    "求人ボックス", "マイナビ転職", "リクナビnext", "indeed (インディード)", "careers", "career", "jobs", "karriere",
    "job", "stellenangebot", "採用情報", "求人", "採用",
)  # fmt: skip
"""Ends of titles that say nothing about the role."""
_END = re.compile(r"\s+[|–—·•-]\s+|\s*[|｜]\s*")
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"^job application for (?P<role>.{2,200}?) at (?P<company>.{1,150})$",
        r"^(?P<company>.{1,150}?) is hiring (?:an? )?(?P<role>.{2,200}?)(?: in (?P<location>.{2,100}))?$",
        r"^(?P<company>.{1,150}?) hiring (?P<role>.{2,200}?)(?: in (?P<location>.{2,100}))?$",
        r"^(?P<role>.{2,200}?) @ (?P<company>.{1,150})$",
        r"^(?P<role>.{2,200}) (?:at|bei|chez|presso) (?P<company>.{1,150})$",
        r"^【(?P<role>[^】]{2,200})】\s*(?P<company>(?:株式会社|合同会社)\S{1,60}|\S{1,60}(?:株式会社|合同会社))",
        r"^(?P<company>(?:株式会社|合同会社)[^\sの]{1,60}|\S{1,60}?(?:株式会社|合同会社))(?:の|\s+)(?P<role>.{2,200}?)"
        r"(?:の)?(?:求人|募集|採用).{0,40}$",
    )
)
_HOSTED = re.compile(
    r"^(?:job-boards(?:\.eu)?\.greenhouse\.io|boards(?:\.eu)?\.greenhouse\.io|jobs(?:\.eu)?\.lever\.co"
    r"|jobs\.ashbyhq\.com|apply\.workable\.com|(?:jobs|careers)\.smartrecruiters\.com)$"
)
"""Sites on which the first part of the path is the company."""
_OWN_HOST = re.compile(
    r"^(?P<company>[\w-]{2,60})\.(?:jobs\.personio\.(?:de|com)|bamboohr\.com|recruitee\.com|teamtailor\.com"
    r"|(?:wd\d+\.)?myworkdayjobs\.com|breezy\.hr|applytojob\.com|softgarden\.io)$"
)
"""Sites on which the first part of the host is the company."""


def guess(title: str, heading: str = "", site: str = "", address: str = "") -> Guess:
    """Return what a page's title, first heading, the name of its site and its address show.

    Where the role would be in the place of the company, the two change places: some services write the company first.
    """
    seen = _seen(title, heading, site, address)
    is_turned = bool(seen.role) and is_title(seen.company) and not is_title(seen.role)
    return seen._replace(company=seen.role, role=seen.company) if is_turned else seen


def _seen(title: str, heading: str, site: str, address: str) -> Guess:
    parts = [part for part in _END.split(clean(title)[:_LONGEST].strip()) if part and folded(part) not in _BOARDS]
    for words in (" - ".join(parts), parts[0] if parts else "", heading[:_LONGEST]):
        for shape in _SHAPES:
            match = shape.match(words)
            if match:
                values = {name: (value or "").strip() for name, value in match.groupdict().items()}
                return Guess(**values)
    heading, site = heading[:_LONGEST].strip(), site[:_LONGEST].strip()
    company = "" if folded(site) in _BOARDS else site
    company = company or _company_of(address)
    role = heading if heading and folded(heading) in folded(title) else ""
    others = [part for part in parts if not _is_same(part, company)]
    role = role or (others[0] if others else "") or heading
    if not company and len(parts) == 2 and role in parts:
        company = next(part for part in parts if part != role) if parts[0] != parts[1] else ""
    return Guess(company, role)


def _is_same(part: str, company: str) -> bool:
    bare = re.sub(r"[\W_]+", "", folded(part))
    return bool(company) and bare == re.sub(r"[\W_]+", "", folded(company))


def _company_of(address: str) -> str:
    """Return the company whose pages at a hiring service an address belongs to, "" if to none."""
    try:
        link = urlsplit(address)
        host = (link.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    own = _OWN_HOST.match(host)
    path = link.path.strip("/").partition("/")[0]
    name = own["company"] if own else unquote(path) if _HOSTED.match(host) and path not in ("", "embed") else ""
    return clean(re.sub(r"[-_]+", " ", name))[:100].strip().title()
