"""The judgement by phrases: those found in a message, against what takes their force, make one meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from app.exchange.meanings.days import day_in
from app.exchange.meanings.meant import Meaning, Meant
from app.exchange.meanings.phrases import Language
from app.exchange.meanings.phrases.every import languages_of
from app.exchange.meanings.senders import is_hiring_system, is_machine
from app.exchange.meanings.sentences import Sentence, sentences_of

_ANSWERS = re.compile(r"\s*(?:re|aw|antw|sv|rv|rif|r|odp)\s*(?:\[\d+\])?:", re.IGNORECASE)
"""The subject of an answer is what the user may have written: it tells nothing."""
_ASKS = re.compile(
    r"(?<!\w)(?:please|kindly|let (?:me|us) know|can you|could you|would you|bitte|könnten sie|kannst du)(?!\w)"
)
"""Who asks for something by a day names no day of their own."""
_OFFER_DAYS = re.compile(
    r"deadline|expire|valid|accept|sign|let (?:me|us) know|respond|reply|decision|decide|return|answer|confirm|"
    r"bis|frist|gültig|annehm|rückmeldung|antwort|avant|d'ici|jusqu|réponse|antes|hasta|até|entro|risposta|voor|uiterlijk|laat"
)
_BY = re.compile(
    r"(?<!\w)(?:by|until|before|within|deadline|expires?|valid|bis|frist|spätestens|innerhalb|avant|d'ici|sous|jusqu\w*|"
    r"antes|hasta|até|entro|voor|uiterlijk|binnen)(?!\w)",
    re.IGNORECASE,
)
"""Words of a deadline; without one, the day beside an offer is often that of the start."""
_SILENCE = re.compile(
    r"(?<!\w)(?:hear|contacted|(?:get|receive) an invitation|been invited|einladung|"
    r"hören|gehört|melden|réponse|nouvelles|noticias|notícias|hoor|sentire|notizie)"
)
"""Who hears nothing by a day is to think of a rejection: the whole sentence is a condition."""
_ROUTINE = re.compile(r"respond|repl|update|phone|individual|each|every|einzeln|jede|telefon")
"""What receipts are sorry for."""
_LIKELY, _BY_HINTS = 3, 4
"""Weights of hints together: from here on a rejection may be meant; and, of a hiring system's mail, is."""
_SURE_OF_PERSON = 5


@dataclass(frozen=True, slots=True)
class _Hit:
    """One phrase in one sentence."""

    place: int
    sentence: Sentence
    pattern: str
    at: int
    """Where in the sentence it begins."""


@dataclass
class _Seen:
    """What was found in a message, by meaning."""

    sentences: list[Sentence]
    hits: dict[str, list[_Hit]] = field(default_factory=dict)
    doubtful: dict[str, list[_Hit]] = field(default_factory=dict)
    """Phrases whose force was taken: conditions, denials, questions, meetings called off."""

    def has(self, meaning: str) -> bool:
        """Return whether a meaning was told with force."""
        return bool(self.hits.get(meaning))

    def says(self, meaning: str) -> str:
        """Return the sentence that tells a meaning, the text's before the subject's; "" when none does."""
        hits = self.hits.get(meaning, [])
        in_text = [hit for hit in hits if hit.place > 0]
        return (in_text or hits)[0].sentence.written if hits else ""

    @property
    def hints(self) -> int:
        """The hints' weight; each phrase counts once."""
        ones = {hit.pattern for hit in self.hits.get("hint1", [])}
        twos = {hit.pattern for hit in self.hits.get("hint2", [])}
        return len(ones) + 2 * len(twos) + 2 * self.has("soft")

    @property
    def is_sorry(self) -> bool:
        """Whether it is sorry for something that no receipt is sorry for."""
        return any(not _ROUTINE.search(hit.sentence.plain) for hit in self.hits.get("hint1", []))


@dataclass(frozen=True, slots=True)
class Phrased:
    """What the phrases say of a message, and what they saw."""

    sentences: list[Sentence]
    """Its subject, then those of its text."""
    meant: Meant
    is_divided: bool
    """A rejection with force, and something beside it that speaks against it: it has to be read."""
    is_doubtful: bool
    """A decision is spoken of and not made: a condition, a denial, a question, a meeting called off."""


def phrased(subject: str, text: str, sender: str = "", written_on: date | None = None) -> Phrased:
    """Return what the phrases say of a subject and the new text under it: see `meaning_of`."""
    said = "" if _ANSWERS.match(subject) else subject
    topic = Sentence(subject.strip(), _plain_subject(said), said.rstrip().endswith("?"))
    sentences = [topic, *sentences_of(text)]
    seen = _look(sentences)
    meant = _judged(seen, is_system=is_machine(sender) or is_hiring_system(sender), written_on=written_on)
    is_doubtful = bool(seen.doubtful.get("rejection") or seen.doubtful.get("offer"))
    return Phrased(sentences, meant, seen.has("rejection") and not meant.sure, is_doubtful)


def _plain_subject(subject: str) -> str:
    sentences = sentences_of(subject)
    words = " ".join(sentence.plain.strip() for sentence in sentences)
    return f" {words} " if sentences else " "


def _look(sentences: list[Sentence]) -> _Seen:
    seen = _Seen(sentences)
    languages = languages_of(" ".join(sentence.plain for sentence in sentences))
    for place, sentence in enumerate(sentences):
        for language in languages:
            for meaning, pattern, at, has_force in _phrases_in(sentence, language):
                into = seen.hits if has_force else seen.doubtful
                into.setdefault(meaning, []).append(_Hit(place, sentence, pattern, at))
    return seen


def _phrases_in(sentence: Sentence, language: Language) -> Iterator[tuple[str, str, int, bool]]:
    """Yield each phrase of a language in a sentence: its meaning, its pattern, where it begins, and whether it has its
    force."""
    for phrase in language.phrases:
        match = phrase.pattern.search(sentence.plain)
        if match is not None:
            yield (
                phrase.meaning,
                phrase.pattern.pattern,
                match.start(),
                _has_force(phrase.meaning, match, sentence, language),
            )


def _has_force(meaning: str, match: re.Match[str], sentence: Sentence, language: Language) -> bool:
    if meaning in ("hint1", "hint2", "digest", "date"):
        return True
    before = sentence.plain[: match.start()]
    clause = _clause(before)
    if language.is_negated.search(clause):
        return False
    if meaning in ("rejection", "soft"):
        is_open = sentence.is_question or language.is_open.search(sentence.plain)
        is_led = language.is_conditional.match(sentence.plain, 1) is not None
        hypothetical = before if is_led or _SILENCE.search(before) else clause
        return not is_open and not language.is_conditional.search(hypothetical)
    if language.denies.search(match[0]):
        return False
    if meaning == "offer":
        is_else = sentence.is_question or language.is_other_offer.search(sentence.plain[match.start() :])
        return not is_else and not language.is_conditional.search(clause)
    hypothetical = before if meaning == "invitation" and not sentence.is_question else clause
    return not language.is_conditional.search(hypothetical)


def _clause(before: str) -> str:
    """Return the clause that a phrase stands in, up to it; a condition set off by commas still counts."""
    head, comma, last = re.sub(r" (?:but|aber|mais|pero|mas|maar|ma) ", " , ", before).rpartition(" , ")
    return before if comma and len(head.split()) < 2 else last if comma else before


def _judged(seen: _Seen, *, is_system: bool, written_on: date | None) -> Meant:
    rejection, offer = seen.has("rejection"), seen.has("offer")
    if rejection and offer:
        return _unread(seen, "rejection")
    if rejection:
        return _rejection(seen)
    if offer:
        return _offer(seen, written_on)
    if seen.has("digest") and not seen.has("invitation") and not (seen.has("receipt") and not _tells_in_subject(seen)):
        return Meant(Meaning.OTHER, sure=True, says=seen.says("digest"))
    invited, received = seen.has("invitation"), seen.has("receipt")
    if seen.hints >= _LIKELY and not invited and not (received and not seen.is_sorry):
        return _by_hints(seen, is_system=is_system)
    if invited:
        return _invitation(seen, written_on)
    if received and seen.is_sorry and seen.has("soft"):
        return _unread(seen, "soft")
    if received:
        return Meant(Meaning.RECEIPT, sure=True, says=seen.says("receipt"), day=_day(seen.says("receipt"), written_on))
    return _answer(seen, is_system=is_system, written_on=written_on)


def _tells_in_subject(seen: _Seen) -> bool:
    return any(hit.place == 0 for hit in seen.hits["digest"])


def _rejection(seen: _Seen) -> Meant:
    """A rejection beside an invitation concerns two roles, or is none: it is read by the user."""
    inviting = [
        hit for hit in seen.hits.get("invitation", []) if not re.search(r"feedback|apply|future", hit.sentence.plain)
    ]
    telling = {hit.place: hit.at for hit in seen.hits["rejection"]}
    if any(hit.place > 0 and hit.at > telling.get(hit.place, -1) for hit in inviting):
        return _unread(seen, "rejection")
    return Meant(Meaning.REJECTION, sure=True, says=seen.says("rejection"))


def _offer(seen: _Seen, written_on: date | None) -> Meant:
    says = seen.says("offer")
    return Meant(Meaning.OFFER, sure=True, says=says, day=deadline_in(says, seen.sentences, written_on))


def deadline_in(says: str, sentences: list[Sentence], written_on: date | None) -> date | None:
    """Return the day by which an offer wants an answer, by the sentence that makes it, else by another."""
    wanting = [says, *(sentence.written for sentence in sentences)]
    wanting = [written for written in wanting if _OFFER_DAYS.search(written.casefold())]
    by = [written[match.start() :] for written in wanting if (match := _BY.search(written)) is not None]
    return next((day for day in (_day(written, written_on) for written in [*by, *wanting]) if day is not None), None)


def _by_hints(seen: _Seen, *, is_system: bool) -> Meant:
    which = next(meaning for meaning in ("soft", "hint2", "hint1") if seen.has(meaning))
    if seen.hints >= (_BY_HINTS if is_system else _SURE_OF_PERSON) and not seen.doubtful.get("rejection"):
        return Meant(Meaning.REJECTION, sure=True, says=seen.says(which))
    return _unread(seen, which)


def _unread(seen: _Seen, telling: str) -> Meant:
    return Meant(Meaning.ANSWER, sure=False, says=seen.says(telling))


def _invitation(seen: _Seen, written_on: date | None) -> Meant:
    says = seen.says("invitation")
    days = (_day(hit.sentence.written, written_on) for hit in seen.hits["invitation"])
    return Meant(Meaning.INVITATION, sure=True, says=says, day=next((day for day in days if day), None))


def _answer(seen: _Seen, *, is_system: bool, written_on: date | None) -> Meant:
    for hit in seen.hits.get("date", []):
        day = None if hit.sentence.is_question else _day(hit.sentence.written, written_on)
        plain = hit.sentence.plain.replace("let you know", "")
        if day is not None and not _ASKS.search(plain):
            return Meant(Meaning.NEW_DATE, sure=True, says=hit.sentence.written, day=day)
    if seen.has("hint1") or seen.has("hint2") or seen.doubtful.get("rejection") or seen.doubtful.get("offer"):
        doubtful = [*seen.doubtful.get("rejection", []), *seen.doubtful.get("offer", [])]
        says = doubtful[0].sentence.written if doubtful else seen.says("hint2") or seen.says("hint1")
        return Meant(Meaning.ANSWER, sure=False, says=says)
    text = [sentence.written for sentence in seen.sentences[1:] if len(sentence.plain.split()) > 3]
    return Meant(Meaning.ANSWER, sure=not is_system, says=text[0] if text else "")


def _day(written: str, on: date | None) -> date | None:
    return None if on is None else day_in(written, on)
