"""The patterns by which what a mail quotes is known, made of the words of mail programs in a table.

Everything here is matched against one line of limited length, so that no text makes a pattern slow.
"""

from __future__ import annotations

import re
from functools import cache

from app.exchange.mails.words.phrases import one_of

TABLE = "quotes"
LABEL = re.compile(r"^[>\s*_|]{0,8}([^\W\d][^:：\n<>@]{0,28}?)[\s*_\xa0]{0,3}[:：][\s*_\xa0]{0,3}(.{0,400})")


def _wrote_to() -> str:
    """Return the pattern of the words behind which more may stand; those of scripts that join words begin anywhere."""
    return one_of(TABLE, "wrote to", begin=r"\b")


@cache
def wrote() -> re.Pattern[str]:
    """Return the end of an attribution line that says who wrote what follows."""
    return re.compile(rf"(?:\b{one_of(TABLE, 'wrote')}|{_wrote_to()}[^\n]{{0,80}})\s*[:：]\s*$", re.IGNORECASE)


@cache
def wrote_bare() -> re.Pattern[str]:
    """Return the same where the program puts no colon."""
    return re.compile(
        rf"(?:\b{one_of(TABLE, 'wrote')}|{_wrote_to()}(?: [^\n]{{1,80}}@[^\n]{{1,80}})?)\s*$", re.IGNORECASE
    )


@cache
def opening() -> re.Pattern[str]:
    """Return how such a line begins, where it does not begin with a name."""
    end = r"[\s.,:(]"
    numbers = rf"\d{{1,4}}{end}|\d{{4}}\s?(?:{one_of(TABLE, 'year')}|[/-])"
    return re.compile(rf"^\W{{0,3}}(?:{one_of(TABLE, 'opening', end=end)}|{numbers})", re.IGNORECASE)


@cache
def quoting() -> re.Pattern[str]:
    """Return a line that only names whom is quoted."""
    return re.compile(rf"^\W{{0,3}}{one_of(TABLE, 'quoting')}\b.{{0,200}}:\s*$", re.IGNORECASE)


@cache
def separator() -> re.Pattern[str]:
    """Return a line that says that a whole message follows."""
    message, below = one_of(TABLE, "message", space=r"\s+"), one_of(TABLE, "forwarded below")
    of_the_day = rf"{one_of(TABLE, 'message of')}\s?[:：]?\s?\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}[^\n]{{0,60}}"
    return re.compile(
        rf"^[>\s*]{{0,8}}(?:[-_=—–]{{2,60}}\s*{message}[^\n]{{0,80}}?[-_=—–]{{1,60}}|{below}\s*[:：]?|{of_the_day})"
        r"[\s*]{0,4}$",
        re.IGNORECASE,
    )


@cache
def wrote_between_rules() -> re.Pattern[str]:
    """Return a line that says who wrote between two rules of dashes."""
    words = one_of(TABLE, "wrote between rules")
    return re.compile(rf"^[>\s]{{0,8}}-{{2,60}}\s*\S.{{0,300}}\b{words}\s*-{{2,60}}\s*$", re.IGNORECASE)


@cache
def shared() -> re.Pattern[str]:
    """Return a line that says who wrote behind the last words of the text, on one line with them."""
    begin, end = one_of(TABLE, "opening behind text"), one_of(TABLE, "wrote behind text")
    return re.compile(
        rf"^(?P<text>.{{1,300}}?)(?:\s|-{{2,3}} ?)(?={begin} "
        rf"(?:(?:[^\W\d]{{2,12}}\.?,? )?(?:\d{{1,2}}|[A-Z][a-z]{{2,8}})\b).{{4,250}}\b{end} ?:\s*$)"
    )


@cache
def forwards() -> re.Pattern[str]:
    """Return what says that a message is passed on, not answered."""
    return re.compile(rf"{one_of(TABLE, 'forwarded')}|{one_of(TABLE, 'forwarded below')}", re.IGNORECASE)


@cache
def added() -> re.Pattern[str]:
    """Return a line that a telephone or a mail program adds below a text."""
    return re.compile(rf"^[\W_]{{0,4}}{one_of(TABLE, 'added')}[.!]?\s*$", re.IGNORECASE)


@cache
def mailing_list() -> re.Pattern[str]:
    """Return what a mailing list says below its rule; the addresses of its pages are the same in every language."""
    return re.compile(
        rf"{one_of(TABLE, 'mailing list')}|mailman/listinfo|list-?info|groups\.google\.com", re.IGNORECASE
    )


@cache
def sender_below_rule() -> re.Pattern[str]:
    """Return the field of the sender where it alone, below a rule, shows that a whole message follows."""
    field = one_of(TABLE, "sender below rule")
    return re.compile(rf"^[>\s*]{{0,8}}{field}\s?:[\s*]{{0,3}}[^@]{{0,100}}@", re.IGNORECASE)
