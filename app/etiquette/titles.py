"""The words for steps, outcomes and what was sent, in lists, on the timeline, in the calendar, on the command line."""

from __future__ import annotations

from datetime import date, tzinfo

from app.etiquette.attached_files import AttachedFile
from app.etiquette.records import OutcomeKind, StepName
from app.etiquette.time.dates import local_day, say_day

STEP_TITLES: dict[StepName, str] = {
    StepName.PREPARE: "Prepare",
    StepName.DEBRIEF: "Debrief",
    StepName.MISSED: "Ask for a new time",
    StepName.THANK: "Thank",
    StepName.SET_REPLY_BY: "Note their decision date",
    StepName.FOLLOW_UP: "Follow up",
    StepName.FOLLOW_UP_AGAIN: "Follow up again",
    StepName.CLOSE: "Close: no reply",
    StepName.ANSWER_REJECTION: "Reply to the rejection",
    StepName.ACKNOWLEDGE_OFFER: "Thank them for the offer",
    StepName.DECIDE_OFFER: "Decide on the offer",
    StepName.WITHDRAW: "Withdraw",
    StepName.STAY_IN_TOUCH: "Stay in touch",
    StepName.FIND_DATE: "When was the interview?",
    StepName.READ_ANSWER: "Read: did they reply?",
    StepName.CHECK_OUTCOME: "Check: how did it end?",
    StepName.KEEP_APPLYING: "Send a new application",
}

OUTCOME_TITLES: dict[OutcomeKind, str] = {
    OutcomeKind.OFFER: "Offer",
    OutcomeKind.REJECTED: "Rejected",
    OutcomeKind.WITHDRAWN: "Withdrawn",
    OutcomeKind.NO_RESPONSE: "No reply",
}
"""An outcome as it is called everywhere: in a list, on the timeline, in a sheet's meanings."""

SENT_HOW = {
    "elsewhere": "by you",
    "smtp": "by mail server",
    "mail program": "by mail program",
    "clipboard": "by copy and paste",
    "file": "as a file",
}
"""How a letter left -> the words for it; what an import calls otherwise is shown as it is."""


def say_sent(file: AttachedFile, today: date, zone: tzinfo) -> str:
    """Return when the company got a file: "sent Fri, Nov 20", or "not sent"."""
    return f"sent {say_day(local_day(file.sent, zone), today)}" if file.sent is not None else "not sent"
