"""Answers that no person wrote (RFC 3834), and the day on which one says that somebody is back.

The program's own mails are told from a machine's answers with care: an ATS sends its refusals as `auto-generated`, and
those are answers of the company.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from app.etiquette.errors import UnreadableDateError
from app.etiquette.time.dates import add_days
from app.etiquette.time.plain_dates import understand_day
from app.exchange.mails.parts import Part
from app.exchange.mails.words import absences as words

_READ = 4_000
"""Characters of a text in which a day of return is looked for."""
_LONGEST_ABSENCE = timedelta(days=550)
_WORD = re.compile(r"[^\s,;()]+")


def is_auto_reply(mail: Part, sender: str, subject: str, text: str) -> bool:
    """Return whether a mail is a machine's answer to one of the user's: out of office, receipts, vacation notices."""
    submitted = mail.word("auto-submitted")
    if submitted == "auto-replied" or any(
        mail.first(name) is not None
        for name in (
            "x-autoreply",
            "x-autorespond",
            "x-autoresponder",
            "x-auto-reply",
            "x-mail-autoreply",
            "x-autoreply-from",
        )
    ):
        return mail.word("x-autoreply") != "no"
    if mail.word("precedence") in ("auto_reply", "auto-reply") or mail.word("preference") == "auto_reply":
        return True
    if mail.kind == "multipart/report" and mail.parameters.get("report-type", "").lower() == "disposition-notification":
        return True
    match = words.subject().match(subject)
    if match is None:
        return False
    is_machine = (
        submitted not in ("", "no")
        or mail.first("x-auto-response-suppress") is not None
        or mail.word("precedence") in ("bulk", "junk")
        or (mail.first("return-path") or b"").strip() == b"<>"
        or not sender
    )
    is_whole = words.after_subject().match(subject, match.end()) is not None
    return is_machine or (
        is_whole and (words.away().search(text[:_READ]) is not None or ":" in subject[match.end() :][:3])
    )


def absent_until(text: str, written_on: date) -> date | None:
    """Return the first day on which somebody is back whose text says in words that they are away; see `away_until`.

    For a text that is not known to be a notice: an offer may be open until a day as well.
    """
    return away_until(text, written_on) if words.away().search(text[:_READ]) is not None else None


def away_until(text: str, written_on: date) -> date | None:
    """Return the first day on which somebody is back, as their notice says it; None when it does not.

    "Until 4 December" names the last day away: they are back on the 5th. Of several days the latest counts; one that
    lies before the mail, or further off than leave lasts, is none.
    """
    notice = " ".join(text[:_READ].split())
    return_days: list[date] = []
    for pattern, days in ((words.back(), 0), (words.away_until(), 1), (words.range_to(), 1)):
        for match in list(pattern.finditer(notice))[:10]:
            day = _day(notice[match.end() : match.end() + 60], written_on)
            if day is not None and written_on <= day <= written_on + _LONGEST_ABSENCE:
                return_days.append(add_days(day, days))
        if return_days and pattern is words.back():
            break
    return max(return_days, default=None)


def _day(text: str, today: date) -> date | None:
    """Return the day that the first words name, read in English once days and months are."""
    english = [_english(word) for word in _WORD.findall(text)[:8]]
    plain = [word for word in english if word not in words.beside()]
    if len(plain) > 1 and plain[0].endswith("day") and plain[1][:1].isdigit():
        del plain[0]
    for count in range(min(5, len(plain)), 0, -1):
        phrase = " ".join(plain[:count])
        if not re.search(r"\d|day\b|tomorrow|week", phrase) or re.fullmatch(r"\d+", phrase):
            continue
        try:
            return understand_day(phrase, today).day
        except UnreadableDateError:
            continue
    return None


def _english(word: str) -> str:
    bare = word.casefold().strip(".:!?\"'*<>")
    bare = re.sub(r"^(\d{1,2})(?:er|\.?º|ª)$", r"\1", bare)
    return words.ENGLISH.get(bare, bare)
