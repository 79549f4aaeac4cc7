"""What a word in a spreadsheet says of an application. Knows no words."""

from __future__ import annotations

from dataclasses import dataclass

from app.etiquette.records import Decision, OutcomeKind
from app.etiquette.stages import STAGE_ORDER, Stage


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a status, or a column of its own, stands for."""

    stage: Stage = Stage.APPLIED
    outcome: OutcomeKind | None = None
    decision: Decision | None = None
    is_sure: bool = True
    """False: a guess, to be looked at."""
    is_wish: bool = False
    """Not applied yet: saved, planned, a draft."""

    @property
    def rank(self) -> int:
        """How far it leads: of two meanings of one application, the later one holds."""
        return STAGE_ORDER[self.stage]

    def unsure(self) -> Meaning:
        """Return the same, as a guess."""
        return Meaning(self.stage, self.outcome, self.decision, False, self.is_wish)


WISH = Meaning(is_wish=True)
APPLIED = Meaning()
INTERVIEWED = Meaning(Stage.INTERVIEWED)
THANKED = Meaning(Stage.THANKED)
FOLLOWED_UP = Meaning(Stage.FOLLOWED_UP)
OFFER = Meaning(Stage.OUTCOME, OutcomeKind.OFFER)
OFFER_ACCEPTED = Meaning(Stage.OUTCOME, OutcomeKind.OFFER, Decision.ACCEPTED)
OFFER_DECLINED = Meaning(Stage.OUTCOME, OutcomeKind.OFFER, Decision.DECLINED)
REJECTED = Meaning(Stage.OUTCOME, OutcomeKind.REJECTED)
WITHDRAWN = Meaning(Stage.OUTCOME, OutcomeKind.WITHDRAWN)
NO_RESPONSE = Meaning(Stage.OUTCOME, OutcomeKind.NO_RESPONSE)
UNKNOWN = Meaning(is_sure=False)
