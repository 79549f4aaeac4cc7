"""The columns of one sheet by what is done with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.etiquette.records import OutcomeKind
from app.exchange.sheets.cells import line_of
from app.exchange.sheets.column import Column
from app.exchange.sheets.days import DayReader
from app.exchange.sheets.folding import plain, plain_header, status_key
from app.exchange.sheets.holding import flag_of
from app.exchange.sheets.meaning import APPLIED, INTERVIEWED, UNKNOWN, WISH, Meaning
from app.exchange.sheets.naming import (
    ADDED,
    APPLIED_FLAG,
    DECIDED,
    FIRST_NAME,
    LAST_NAME,
    LOGGED,
    OTHER,
    PROSE,
    SAVED_ON,
    tells_answer,
)
from app.exchange.sheets.notes import belongs_in_notes
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.splitting import Split
from app.exchange.sheets.stage_results import ceilings_of, is_round
from app.exchange.sheets.statuses import STILL_OPEN, meaning_of, name_of

_MOST_STATUSES = 5_000
_FEW_DAYS = 0.3
_FAILED = frozenset(
    {"manual", "failed", "fail", "failure", "error", "errored", "timeout", "crashed", "fehlgeschlagen", "echec"}
)
_QUEUED = frozenset({"pending", "open", "ready", "waiting", "in progress", "processing"})
_SUCCESS = frozenset({"success", "successful", "ok", "done", "complete", "sucesso", "exito", "erfolgreich", "succes"})


_DONE = frozenset({"status", "decision", "applied_on", LOGGED, APPLIED_FLAG, DECIDED})
_OF_POSTINGS = frozenset(
    [
        *(
            "posted",
            "posting",
            "scraped",
            "crawled",
            "fetched",
            "seen",
            "found",
            "skills",
            "qualifications",
            "keywords",
        ),
        *("requirements", "eligibility", "sponsorship", "citizenship", "description", "experience", "match", "fit"),
        *(
            "score",
            "deadline",
            "closes",
            "closing",
            "apply",
            "international",
            "class",
            "degree",
            "major",
            "majors",
            "graduation",
        ),
    ]
)
_ENOUGH = 2
"""Columns of postings from which on a sheet is a list of them; a link is one. Where there are notes, one more."""


def _tells_of_postings(column: Column) -> bool:
    return column.field in (ADDED, PROSE) or bool(_OF_POSTINGS & set(plain_header(column.header).split()))


@dataclass(slots=True)
class Layout:
    """The columns of a file by what is done with them."""

    columns: Sequence[Column]
    days: DayReader
    chosen: Mapping[str, Meaning]
    """Folded words of a status -> what the user says that they mean."""
    header: list[str] = field(default_factory=list)
    """The header's cells, without blanks around them."""
    one: dict[str, int] = field(default_factory=dict)
    many: dict[str, list[int]] = field(default_factory=dict)
    stages: list[Column] = field(default_factory=list)
    others: list[Column] = field(default_factory=list)
    answers: list[Column] = field(default_factory=list)
    """Columns for the notes in which words about an answer may stand beside yes and no."""
    seen: dict[str, Meaning] = field(default_factory=dict)
    split: Split | None = None
    """How company and role are parted where they stand in one column."""
    is_address_book: bool = False
    """People, not applications."""
    is_log: bool = False
    """A program wrote the rows and tells which it skipped: its success is an application sent, no offer."""
    is_wish_list: bool = False
    """Nothing but the day of saving says how the rows stand."""
    is_ticked: bool = False
    """The rows that were applied for are ticked, and nothing is written in the others."""
    ceilings: dict[int, Meaning] = field(default_factory=dict)
    """Column of a stage's result -> what an offer in it means."""
    is_untold: bool = False
    """No column says how the rows stand."""
    is_told_in_notes: bool = False
    """No column says how the rows stand, and notes may."""
    own_address: str = ""
    """The same address in every row is the user's own, as LinkedIn exports it."""

    def __post_init__(self) -> None:
        for column in self.columns:
            self.many.setdefault(column.field, []).append(column.index)
            self.one.setdefault(column.field, column.index)
            if column.stage is not None:
                self.stages.append(column)
            if belongs_in_notes(column):
                self.others.append(column)
                if column.field == OTHER and tells_answer(column.header) and column.holding.day < _FEW_DAYS:
                    self.answers.append(column)
        self.ceilings = ceilings_of(self.columns)
        fields = self.one.keys()
        self.is_address_book = {FIRST_NAME, LAST_NAME} <= fields and not fields & {"status", "applied_on", "decision"}
        self.is_wish_list = SAVED_ON in fields and not (self.stages or fields & {"status", "applied_on", "decision"})
        self.is_wish_list |= self._lists_postings()
        self.is_untold = not (self.stages or fields & {"status", "decision"})
        self.is_told_in_notes = self.is_untold and "notes" in fields
        flag = self.one.get(APPLIED_FLAG)
        if flag is not None:
            holding = self.columns[flag].holding
            self.is_ticked = holding.distinct == 1 and flag_of(holding.sample) is True
        address = self.one.get("contact_email")
        if address is not None and self.columns[address].holding.is_constant:
            self.own_address = self.columns[address].holding.sample.casefold()

    def _lists_postings(self) -> bool:
        """Whether the sheet lists what can be applied for: it tells of postings, and of nothing that was done."""
        if self.stages or self.one.keys() & _DONE:
            return False
        telling = [column for column in self.columns if column.holding.filled and _tells_of_postings(column)]
        return len(telling) + ("url" in self.one) >= _ENOUGH + ("notes" in self.one) and bool(telling)

    def is_only_saved(self, cells: Sequence[str]) -> bool:
        """Return whether a row has a day of saving, and leaves the file's day of applying empty."""
        saved, applied = self.one.get(SAVED_ON), self.one.get("applied_on")
        return saved is not None and applied is not None and bool(line_of(cells[saved])) and not line_of(cells[applied])

    def is_undated(self, cells: Sequence[str]) -> bool:
        """Return whether a row leaves the file's day of applying empty, where some rows have one."""
        at = self.one.get("applied_on")
        return at is not None and self.columns[at].holding.filled > 0 and is_nothing(cells[at])

    def is_queued(self, cells: Sequence[str], words: str) -> bool:
        """Return whether a program's log has a row that is still to be applied for: `pending`, without a day."""
        return self.is_log and plain(words) in _QUEUED and self.is_undated(cells)

    def says_not_yet(self, cells: Sequence[str]) -> bool:
        """Return whether words in place of the day applied on say that it was not done."""
        at = self.one.get("applied_on")
        if at is None or is_nothing(cells[at]) or self.days.days(cells[at]):
            return False
        words = line_of(cells[at])
        return flag_of(words) is False or self.meaning(words).is_wish or name_of(words) == STILL_OPEN

    def meaning_in(self, index: int, words: str) -> Meaning:
        """Return what a status means in a column: under a stage that is not the last, what was passed is no offer."""
        if flag_of(words) is True and is_round(self.columns[index].header):
            return INTERVIEWED
        meaning = self.meaning(words)
        ceiling = self.ceilings.get(index)
        return ceiling if ceiling is not None and meaning.outcome is OutcomeKind.OFFER else meaning

    def meaning(self, words: str) -> Meaning:
        """Return what a status means: as the user said, else as it reads; a file of thousands of statuses has none."""
        meaning = self.seen.get(words)
        if meaning is None:
            meaning = self.chosen.get(status_key(words)) if self.chosen else None
            if meaning is None and self.is_log and plain(words) in _SUCCESS:
                meaning = APPLIED
            if meaning is None and self.is_log and plain(words) in _FAILED:
                meaning = WISH
            if meaning is None:
                meaning = meaning_of(words) if len(self.seen) < _MOST_STATUSES else UNKNOWN
            self.seen[words] = meaning
        return meaning
