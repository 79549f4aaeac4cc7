"""The day that a sentence of theirs names: "by Friday, December 4", "in zwei Wochen", "next Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from app.etiquette.errors import UnreadableDateError
from app.etiquette.time.plain_dates import understand_day
from app.exchange.mails.words.absences import ENGLISH

_WORD = re.compile(r"[^\s,;()\"„“”!?]+")
_LONGEST, _MOST = 7, 12
"""Words of a day, and places in one sentence, that are tried."""
_FURTHEST = timedelta(days=366)
_START_WORDS = """
by until till before on in within next this end early late mid over after coming following
"""
_BEFORE = frozenset(_START_WORDS.split())
_DAY_WORDS = """
monday tuesday wednesday thursday friday saturday sunday tomorrow mon tue tues wed thu thur thurs fri
"""
_DAYS = frozenset(_DAY_WORDS.split())
_MONTH_WORDS = """
january february march april june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
"""
_MONTHS = frozenset(_MONTH_WORDS.split())
_NO_START = frozenset(("today", "now", "tonight"))
_ABROAD = {
    "by": "bis spätestens avant antes até entro voor uiterlijk jusqu'au jusqu'à hasta d'ici vóór tegen",
    "on": "am",
    "within": "innerhalb binnen sous dentro",
    "next": "nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendem "
    "prochaine prochain próxima próximo prossima prossimo volgende komende",
    "this": "diese dieser diesen diesem cette esta questa deze dieses",
    "end of": "ende fin fine eind einde final finales",
    "early": "anfang début principios inizio begin",
    "mid": "mitte mi mediados metà",
    "weeks": "wochen semaines semanas settimane weken",
    "week": "woche semaine semana settimana week",
    "days": "tage tagen jours días dias giorni dagen",
    "business days": "werktage werktagen arbeitstage arbeitstagen werkdagen",
    "month": "monat monats mois mes mês mese maand",
    "one": "einer einem une",
    "two": "zwei deux dos dois duas due twee",
    "three": "drei trois tres três tre drie",
    "four": "vier quatre cuatro quatro quattro",
    "five": "fünf cinq cinco cinque vijf",
    "ten": "zehn dix diez dez dieci tien",
    "fourteen": "vierzehn",
    "tomorrow": "übermorgen",
    "": "zum der des dem den das die von vom laufe spätestens einschließlich le la les du de el "
    "los del al il dello della nel op het em na no próximos próximas kommt uhr",
    "march": "marzo",
    "friday": "freitags sexta",
    "monday": "segunda",
    "tuesday": "terça",
    "wednesday": "quarta",
    "thursday": "quinta",
}
_WORDS = {word: english for english, words in _ABROAD.items() for word in words.split()} | {
    "im": "in",
    "dans": "in",
    "en": "in",
}


def day_in(sentence: str, written_on: date) -> date | None:
    """Return the last-named day ahead that a sentence names, None for none; of "2-3 weeks" the later one.

    Args:
        written_on: the day from which it is counted.
    """
    words = [english for word in _WORD.findall(sentence[:600]) for english in _english(word)]
    for start in list(_starts(words))[:_MOST]:
        day = _day_from(words, start, written_on)
        if day is not None:
            return day
    return None


def _english(word: str) -> list[str]:
    bare = word.casefold().strip(":'*<>_").rstrip(".") if not re.fullmatch(r"\d{1,2}\.(?:\d{1,2}\.)?", word) else word
    bare = re.sub(r"^(\d{1,2})(?:er|º|ª)$", r"\1", bare)
    if word in ("May", "may") or not bare:
        return [word] if word == "May" else [bare] if bare else []
    english = _WORDS.get(bare, ENGLISH.get(bare, bare))
    return english.split()


def _starts(words: list[str]) -> Iterator[int]:
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if word in _BEFORE or word in _DAYS:
            yield place
        elif word in _MONTHS or word == "May":
            if following[:1].isdigit():
                yield place
        elif re.fullmatch(r"\d{1,2}(?:st|nd|rd|th|\.)?", word):
            if following in _MONTHS or following in ("May", "of"):
                yield place
        elif re.fullmatch(r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|\d{1,2}/\d{1,2}/\d{2,4}", word):
            yield place


def _day_from(words: list[str], start: int, written_on: date) -> date | None:
    """Return the day that the words from a place on name; the longest phrase that is one counts."""
    for count in range(min(_LONGEST, len(words) - start), 0, -1):
        phrase = words[start : start + count]
        if phrase[-1] in _BEFORE or not _is_full(phrase):
            continue
        for candidate in (phrase, phrase[1:] if phrase[0] in _BEFORE and count > 1 else []):
            if not candidate or candidate[0] in _NO_START or not _is_full(candidate):
                continue
            try:
                day = understand_day(" ".join(candidate), written_on).day
            except UnreadableDateError:
                continue
            if written_on < day <= written_on + _FURTHEST:
                return day
    return None


def _is_full(phrase: list[str]) -> bool:
    """Return whether a phrase names a day by more than a bare number or a unit of time."""
    words = " ".join(phrase)
    return bool(re.search(r"day\b|week|month|fortnight|year|tomorrow|\d", words)) or bool(
        (_MONTHS | _DAYS | {"May"}) & set(phrase)
    )
