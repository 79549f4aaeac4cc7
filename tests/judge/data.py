"""Reads the judged letters and sentences that the judge learns from.

`written/*.txt` holds letters with the sentences that decide marked in place: `^` something specific, `+` wants the job
(or, where the kind asks for it, a plain yes or no), `~fault ` a fault of tone. What is not marked is none of these.
A letter's heading names its kind, then what it lacks besides (`t-` thanks, `?` for what nobody could say), and `twin`
where it differs from the one before in a few words only.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.etiquette.checks.reading import ReadLetter, Span
from app.etiquette.letter_kinds import Kind

ROOM = Path(__file__).parent
LABELS = ("highlight", "interest", "tone")
"""What is learned, by the names of the checks."""
_COLLECTION_NAMES = {"highlight": "highlight", "interest": "interest", "tone_ok": "tone"}
_OTHER_KINDS = {
    "followup_1": Kind.FOLLOW_UP,
    "followup_2": Kind.SECOND_FOLLOW_UP,
    "followup_final": Kind.SECOND_FOLLOW_UP,
    "feedback": Kind.FEEDBACK_REQUEST,
    "offer_time": Kind.OFFER_TIME_REQUEST,
}
_MARK = re.compile(r"(?:(?<=\s)|^)([\^+]+(?=\S)|~(\w+) )", re.MULTILINE)


@dataclass(frozen=True)
class JudgedSentence:
    """A sentence and what is known of it: label -> whether it is so; a label that is missing is not known."""

    text: str
    labels: dict[str, bool]
    fault: str = ""


@dataclass(frozen=True)
class JudgedLetter:
    """A letter and its labels: label -> whether it is so, None where a careful reader could not say."""

    name: str
    kind: Kind
    body: str
    labels: dict[str, bool | None]
    group: str
    """Letters of one group (a template and its twin) are never parted between learning and testing."""
    sentences: tuple[JudgedSentence, ...] | None = None
    """None where nobody marked the sentences that decide."""
    others: dict[str, bool | None] = field(default_factory=dict)
    """The labels of greeting, gratitude, placeholders and signature."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The sentences between salutation and closing."""
        return ReadLetter(self.body).sentences

    @property
    def is_answer(self) -> bool:
        """Whether it says yes or no to a job, for which rules and no weights look."""
        return self.kind in (Kind.WITHDRAWAL, Kind.OFFER_DECLINE, Kind.OFFER_ACCEPT)


def kind_of(name: str) -> Kind:
    """Return the kind that a row names, in our words or in a collection's."""
    return _OTHER_KINDS[name] if name in _OTHER_KINDS else Kind(name)


def collection(path: Path) -> list[JudgedLetter]:
    """Return the letters of a collection: one JSON object a line."""
    letters = []
    for line in path.read_text("utf-8").splitlines():
        if not line.strip():
            continue
        row = json.loads(line)
        labels = {ours: row["labels"].get(theirs) for theirs, ours in _COLLECTION_NAMES.items()}
        letters.append(
            JudgedLetter(row["id"], kind_of(row["kind"]), row["body"], labels, row.get("variant_of") or row["id"])
        )
    return letters


def loose_sentences(path: Path) -> list[JudgedSentence]:
    """Return single sentences, each with the one label that it was written for."""
    sentences = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        labels = {ours: row[theirs] for theirs, ours in _COLLECTION_NAMES.items() if row.get(theirs) is not None}
        sentences.append(JudgedSentence(row["text"], labels, row.get("fault") or ""))
    return sentences


def own_sentences(path: Path) -> list[JudgedSentence]:
    """Return the sentences of a file with one a line: `h+`, `h-`, `i+`, `i-`, `t+` or `t- fault`, then the sentence."""
    sentences = []
    for line in path.read_text("utf-8").splitlines():
        sign, _, text = line.partition(" ")
        fault = ""
        if sign == "t-":
            fault, _, text = text.partition(" ")
        label = {"h": "highlight", "i": "interest", "t": "tone"}[sign[0]]
        sentences.append(JudgedSentence(text, {label: sign[1] == "+"}, fault))
    return sentences


def written(room: Path) -> list[JudgedLetter]:
    """Return the letters with marked sentences of a folder's files."""
    letters: list[JudgedLetter] = []
    for path in sorted(room.glob("*.txt")):
        for number, block in enumerate(re.split(r"^== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:], 1):
            letter = _marked(f"{path.stem}-{number}", block)
            is_twin = "twin" in block.partition("\n")[0].split()
            letters.append(replace(letter, group=letters[-1].group) if is_twin else letter)
    return letters


def _marked(name: str, block: str) -> JudgedLetter:
    heading, _, text = block.partition("\n")
    kind, *flags = heading.split()
    body, marks = _without_marks(text.strip())
    sentences = []
    for span in ReadLetter(body).sentences:
        own = [mark for at, mark in marks if span.start <= at < span.end]
        signs = "".join(mark for mark in own if not mark.startswith("~"))
        fault = next((mark[1:].strip() for mark in own if mark.startswith("~")), "")
        sentences.append(
            JudgedSentence(span.text, {"highlight": "^" in signs, "interest": "+" in signs, "tone": not fault}, fault)
        )
    signs = "".join(mark for _, mark in marks if not mark.startswith("~"))
    faulty = any(mark.startswith("~") for _, mark in marks)
    labels: dict[str, bool | None] = {"highlight": "^" in signs, "interest": "+" in signs, "tone": not faulty}
    others: dict[str, bool | None] = dict.fromkeys(("greeting", "gratitude", "placeholders", "signature"), True)
    for flag in flags:
        if flag == "twin":
            continue
        label, value = flag[:-1], {"-": False, "?": None, "!": True}[flag[-1]]
        label = {"t": "gratitude", "g": "greeting", "p": "placeholders", "s": "signature"}.get(label, label)
        (labels if label in labels else others)[label] = value
    return JudgedLetter(name, Kind(kind), body, labels, name, tuple(sentences), others)


def _without_marks(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a letter without its marks, and where in it each of them stood."""
    body, marks, at = "", [], 0
    for match in _MARK.finditer(text):
        body += text[at : match.start()]
        marks.append((len(body), match[1]))
        at = match.end()
    return body + text[at:], marks


def everything() -> tuple[list[JudgedLetter], list[JudgedSentence]]:
    """Return all that is learned from: letters and loose sentences."""
    letters = written(ROOM / "written") + collection(ROOM / "letters.jsonl")
    ours = own_sentences(ROOM / "sentences.txt") + own_sentences(ROOM / "frames.txt")
    return letters, loose_sentences(ROOM / "sentences.jsonl") + ours


def fingerprint() -> str:
    """Return a digest of all that the weights are made of: the data, what is looked for in it, how it is learned."""
    judging = ROOM.parents[1] / "app/etiquette/checks/judging"
    sources = [
        *sorted(ROOM.glob("*.jsonl")),
        *sorted(ROOM.glob("*.txt")),
        *sorted((ROOM / "written").glob("*.txt")),
        *(judging / name for name in ("features.py", "letter_view.py", "word_classes.py")),
        *sorted(judging.glob("phrases*.py")),
        ROOM / "data.py",
        ROOM / "train.py",
    ]
    digest = hashlib.sha256()
    for path in sources:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
