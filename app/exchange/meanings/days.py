"""The day that a sentence of theirs names: "by Friday, December 4", "in zwei Wochen", "next Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest

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
_VAGUE = frozenset(("early", "mid", "late"))
"""Words of a day that is told more exactly if the sentence names another."""
_DAY_WORDS = """
monday tuesday wednesday thursday friday saturday sunday tomorrow mon tue tues wed thu thur thurs fri
"""
_DAYS = frozenset(_DAY_WORDS.split())
_MONTH_WORDS = """
january february march april june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
"""
_MONTHS = frozenset(_MONTH_WORDS.split())
_SPAN_AFTER = frozenset(
    ("another", "further", "have", "got", "take", "takes", "give", "need", "needs", "noch", "encore")
)
"""Words after which a bare length counts from today: "you have two weeks"."""
_SPAN = re.compile(r"(?:\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|ten|fourteen|couple)")
_UNIT = re.compile(r"(?:business|working|weeks?|days?|months?|fortnight)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|\d{1,2}/\d{1,2}/\d{2,4}")
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
    "one": "einer einem une una uma",
    "end of the year": "jahresende",
    "hours": "stunden heures horas uur ore",
    "two": "zwei deux dos dois duas due twee",
    "three": "drei trois tres três tre drie",
    "four": "vier quatre cuatro quatro quattro",
    "five": "fünf cinq cinco cinque vijf",
    "ten": "zehn dix diez dez dieci tien",
    "six": "sechs seis zes sei",
    "seven": "sieben sept siete sete zeven sette",
    "eight": "acht huit ocho oito otto",
    "14": "fourteen vierzehn quinze quince quindici veertien",
    "tomorrow": "übermorgen",
    "": "etwa ungefähr circa environ aproximadamente ongeveer "
    "zum der des dem den das die von vom laufe spätestens einschließlich le la les du de el "
    "los del al il dello della nel op het na no próximos próximas kommt uhr",
    "march": "marzo",
    "friday": "freitags sexta",
    "monday": "segunda",
    "tuesday": "terça",
    "wednesday": "quarta",
    "thursday": "quinta",
    "in": "im dans en em tra fra",
    "end of the month": "monatsende",
}
_WORDS = {word: english for english, words in _ABROAD.items() for word in words.split()}


def day_in(sentence: str, written_on: date) -> date | None:
    """Return the last-named day ahead that a sentence names, None for none; of "2-3 weeks" the later one.

    Args:
        written_on: the day from which it is counted.
    """
    words = _hours_as_days([english for word in _WORD.findall(sentence[:600]) for english in _english(word)])
    words = [word for word, then in zip_longest(words, words[1:], fillvalue="") if not _is_told_by(word, then)]
    vague: date | None = None
    starts = [start for start in _starts(words) if not (start and words[start - 1] in _VAGUE)]
    for start in starts[:_MOST]:
        day = _day_from(words, start, written_on)
        if day is not None and not _VAGUE & set(words[start : start + 2]):
            return day
        vague = vague or day
    return vague


def _is_told_by(word: str, following: str) -> bool:
    """Return whether a word is the weekday of the date after it, which tells more."""
    return word in _DAYS and (following in _MONTHS or _DATE.fullmatch(following) is not None)


def _hours_as_days(words: list[str]) -> list[str]:
    """Return the words with whole days for their hours: 48 hours are 2 days."""
    for place in range(len(words) - 1):
        if words[place] in ("24", "48", "72", "96") and words[place + 1] in ("hours", "hrs", "h"):
            days = int(words[place]) // 24
            words[place : place + 2] = [str(days), "days" if days > 1 else "day"]
            return _hours_as_days(words)
    return words


def _english(word: str) -> list[str]:
    if word.strip(":'*<>_.") == "May":  # the verb is written small
        return ["May"]
    if word == "may":
        return [word]
    is_date = re.fullmatch(r"\d{1,2}\.(?:\d{1,2}\.)?", word) is not None
    bare = word if is_date else word.casefold().strip(":'*<>_").rstrip(".")
    bare = re.sub(r"^(\d{1,2})(?:er|º|ª)$", r"\1", bare).removesuffix("-feira")
    if not bare:
        return []
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
        elif _SPAN.fullmatch(word) and _UNIT.fullmatch(following):
            if words[place + 2 : place + 3] == ["from"] or (place and words[place - 1] in _SPAN_AFTER):
                yield place
        elif _DATE.fullmatch(word):
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
    return bool(re.search(r"days?\b|week|month|fortnight|year|tomorrow|\d", words)) or bool(
        (_MONTHS | _DAYS | {"May"}) & set(phrase)
    )
