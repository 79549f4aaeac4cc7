"""The columns of one sheet by what is done with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.etiquette.records import OutcomeKind
from app.exchange.sheets.cells import line_of
from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.holding import flag_of
from app.exchange.sheets.columns.naming import (
    ADDED,
    APPLIED_FLAG,
    DECIDED,
    FIRST_NAME,
    LAST_NAME,
    LOGGED,
    OTHER,
    SAVED_ON,
    is_others_status,
    names_of,
    tells_answer,
)
from app.exchange.sheets.days import DayReader
from app.exchange.sheets.folding import status_key
from app.exchange.sheets.inboxes import is_other_mail, lists_mails
from app.exchange.sheets.listing import ENOUGH, columns_of_postings, lists_applicants
from app.exchange.sheets.notes import belongs_in_notes
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.splitting import Split
from app.exchange.sheets.stage_results import ceilings_of, is_round, is_stage_result
from app.exchange.sheets.statuses.meaning import INTERVIEWED, UNKNOWN, Meaning
from app.exchange.sheets.statuses.reading import STILL_OPEN, meaning_of, name_of
from app.exchange.sheets.statuses.together import Context

_MOST_STATUSES = 5_000
_FEW_DAYS = 0.3
_FEW_ROWS = 5
_DONE = frozenset({"status", "decision", "applied_on", LOGGED, APPLIED_FLAG, DECIDED})


def _may_tell_end(column: Column) -> bool:
    """Whether an end may be told in a column for the notes: in one about an answer, or of statuses under a stage."""
    is_stage = is_stage_result(column.header) and not is_others_status(column.header)
    return tells_answer(column.header) or (is_stage and column.holding.status >= _FEW_DAYS)


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
    statuses: tuple[int, ...] = ()
    """The columns that say how a row stands: of statuses, then of decisions."""
    stages: list[Column] = field(default_factory=list)
    others: list[Column] = field(default_factory=list)
    answers: list[Column] = field(default_factory=list)
    """Columns for the notes in which words about an answer may stand beside yes and no."""
    seen: dict[str, Meaning] = field(default_factory=dict)
    is_inbox: bool = False
    """Every row is a mail."""
    legend: Mapping[str, Meaning] = field(default_factory=dict)
    """What the sheet itself says that a sign of its statuses means."""
    presumed: list[int] = field(default_factory=list)
    """The lines of rows that nothing but their blank day says were not sent."""
    split: Split | None = None
    """How company and role are parted where they stand in one column."""
    is_address_book: bool = False
    """People, not applications."""
    context: Context = Context()  # noqa: RUF009
    """What the statuses of all rows say of single ones."""
    lists_postings: bool = False
    """The sheet tells of what can be applied for."""
    is_wish_list: bool = False
    """Nothing but the day of saving says how the rows stand."""
    is_ticked: bool = False
    """The rows that were applied for are ticked, and nothing is written in the others."""
    is_idle: bool = False
    """The status was never touched: it is the same in every row, and belied by the days applied on."""
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
                if column.field == OTHER and _may_tell_end(column) and column.holding.day < _FEW_DAYS:
                    self.answers.append(column)
        self._leave_idle_statuses()
        self.statuses = (*self.many.get("status", ()), *self.many.get("decision", ()))
        self.is_inbox = lists_mails(self.columns)
        self.ceilings = ceilings_of(self.columns)
        fields = self.one.keys()
        self.is_address_book = {FIRST_NAME, LAST_NAME} <= fields or lists_applicants(self.header)
        self.is_address_book &= not fields & {"status", "applied_on", "decision"}
        self.is_wish_list = SAVED_ON in fields and not (self.stages or fields & {"status", "applied_on", "decision"})
        is_done, of_postings = bool(self.stages or fields & _DONE), columns_of_postings(self.columns)
        self.lists_postings = of_postings >= ENOUGH
        self.is_wish_list |= not is_done and of_postings >= ENOUGH + ("notes" in fields)  # with notes, one more
        self.is_untold = not (self.stages or fields & {"status", "decision"})
        self.is_told_in_notes = "notes" in fields and (self.is_untold or self.is_idle)
        flag = self.one.get(APPLIED_FLAG)
        if flag is not None:
            holding = self.columns[flag].holding
            self.is_ticked = holding.distinct == 1 and flag_of(holding.sample) is True
        address = self.one.get("contact_email")
        if address is not None and self.columns[address].holding.is_constant:
            self.own_address = self.columns[address].holding.sample.casefold()

    def _leave_idle_statuses(self) -> None:
        """Leave out a status that a program wrote into every new row, where each was applied for on some day."""
        at, applied = self.one.get("status"), self.one.get("applied_on")
        if at is None or applied is None or len(self.many["status"]) > 1:
            return
        status, day = self.columns[at].holding, self.columns[applied].holding
        is_said = any(name.weight == 1 for name in names_of(self.columns[applied].header))
        if not is_said or day.filled < day.looked_at:
            return
        if status.is_constant and status.filled >= _FEW_ROWS and meaning_of(status.sample).is_wish:
            del self.one["status"], self.many["status"]
            self.is_idle = True

    @property
    def is_never_dated(self) -> bool:
        """Whether no row holds a day applied on, though there is a column for it, and one for the day of finding."""
        at = self.one.get("applied_on")
        names = [name.field for column in self.columns if column.holding.filled for name in names_of(column.header)]
        return at is not None and not self.columns[at].holding.filled and bool({ADDED, SAVED_ON} & set(names))

    def is_only_saved(self, cells: Sequence[str]) -> bool:
        """Return whether a row has a day of saving, and leaves the file's day of applying empty."""
        saved, applied = self.one.get(SAVED_ON), self.one.get("applied_on")
        return saved is not None and applied is not None and bool(line_of(cells[saved])) and not line_of(cells[applied])

    def is_undated(self, cells: Sequence[str]) -> bool:
        """Return whether a row leaves the file's day of applying empty, where some rows have one."""
        at = self.one.get("applied_on")
        return at is not None and self.columns[at].holding.filled > 0 and is_nothing(cells[at])

    def says_not_yet(self, cells: Sequence[str]) -> bool:
        """Return whether words in place of the day applied on say that it was not done."""
        at = self.one.get("applied_on")
        if at is None or is_nothing(cells[at]) or self.days.days(cells[at]):
            return False
        words = line_of(cells[at])
        return flag_of(words) is False or self.meaning(words).is_wish or name_of(words) == STILL_OPEN

    def is_of_no_application(self, cells: Sequence[str]) -> bool:
        """Return whether a row says that it is a mail of no application."""
        return any(is_other_mail(cells[at], in_inbox=self.is_inbox) for at in self.statuses)

    def words(self, cell: str) -> str:
        """Return the words of a status, a sign of the sheet's own among them though it says nothing elsewhere."""
        return cell.strip() if cell.strip() in self.legend else line_of(cell)

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
            if meaning is None:
                meaning = self.legend.get(words)
            if meaning is None:
                meaning = self.context.meaning(words) if len(self.seen) < _MOST_STATUSES else UNKNOWN
            self.seen[words] = meaning
        return meaning
