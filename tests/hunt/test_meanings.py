"""What mail means for an application: outcomes wait for a key, dates and answers are recorded, the rest is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.etiquette.from_them import Standing
from app.etiquette.records import OutcomeKind, StepName
from app.etiquette.stages import Stage
from app.etiquette.steps.next_steps import next_steps
from app.exchange.contents import Attendee, Message
from app.exchange.meanings import Meaning
from app.hunt.intake.plan import What
from app.hunt.intake.proposing import Answers
from tests.hunt.test_proposing import HELD, MAIL, MINE, ROBIN, WHEN, proposed

REJECTION = replace(MAIL, text="Unfortunately we have decided to move forward with other candidates.")
OFFER = replace(MAIL, text="We are delighted to offer you the position. Please let us know by December 4.")
RECORD = Answers(confirmed=frozenset({"mail <m1>"}))


def test_a_rejection_is_proposed_with_its_day_and_waits_for_a_key() -> None:
    plan, after = proposed(HELD, messages=(REJECTION,))
    (proposal,) = plan.proposals
    assert (proposal.what, proposal.wants_key, proposal.is_taken) == (What.REJECTION, True, False)
    assert proposal.title.startswith("Rejected, ")
    assert after == HELD
    assert plan.unconfirmed == [proposal]


def test_a_rejection_that_the_user_confirmed_ends_it_and_no_follow_up_is_urged() -> None:
    plan, after = proposed(HELD, messages=(REJECTION,), answers=RECORD)
    assert [proposal.is_taken for proposal in plan.proposals] == [True]
    assert after.outcome is not None
    assert (after.outcome.kind, after.outcome.at) == (OutcomeKind.REJECTED, REJECTION.at)
    assert after.stage is Stage.OUTCOME
    assert [reply.message_id for reply in after.replies] == ["<m1>"]
    steps = {step.name for step in next_steps(after, WHEN.policy, WHEN.now + timedelta(days=14))}
    assert not steps & {StepName.FOLLOW_UP, StepName.FOLLOW_UP_AGAIN}
    again, _ = proposed(after, messages=(REJECTION,))
    assert again.proposals == []


def test_an_offer_is_proposed_with_the_day_to_decide_by() -> None:
    plan, _ = proposed(HELD, messages=(OFFER,))
    assert [(proposal.what, proposal.wants_key) for proposal in plan.proposals] == [(What.OFFER, True)]
    _, after = proposed(HELD, messages=(OFFER,), answers=RECORD)
    assert after.outcome is not None
    assert (after.outcome.kind, after.outcome.decide_by) == (OutcomeKind.OFFER, date(2026, 12, 4))


@pytest.mark.parametrize("message", [REJECTION, OFFER], ids=["rejection", "offer"])
def test_a_decision_from_before_the_application_is_about_an_earlier_one(message: Message) -> None:
    applied = replace(HELD, applied_on=date(2026, 10, 1))
    assert message.at is not None
    earlier = replace(message, at=message.at.replace(year=2026, month=9, day=30))
    plan, after = proposed(applied, messages=(earlier,))
    assert (plan.proposals, after) == ([], applied)
    assert "from before you applied to Northwind" in plan.notes[0]
    same_day, _ = proposed(applied, messages=(replace(message, at=message.at.replace(month=10, day=1)),))
    assert len(same_day.proposals) == 1


def test_a_second_mail_about_an_outcome_changes_nothing() -> None:
    _, after = proposed(HELD, messages=(REJECTION,), answers=RECORD)
    plan, unchanged = proposed(after, messages=(replace(REJECTION, message_id="<m2>"),))
    assert (plan.proposals, unchanged) == ([], after)
    assert "already has an outcome" in plan.notes[0]


def test_a_new_date_becomes_the_day_they_decide_by() -> None:
    mail = replace(MAIL, text="We need longer than planned. You will have our decision by Friday, December 4.")
    plan, after = proposed(HELD, messages=(mail,))
    assert [(proposal.what, proposal.is_taken) for proposal in plan.proposals] == [(What.NEW_DATE, True)]
    assert after.reply_by is not None
    assert (after.reply_by.date, after.reply_by.stated) == (date(2026, 12, 4), True)


@pytest.mark.parametrize(
    ("subject", "text", "why"),
    [
        ("Thank you for applying", "We have received your application to Northwind.", "your application arrived"),
        ("Northwind newsletter", "How we hire at Northwind. Unsubscribe here.", "notice or newsletter"),
    ],
)
def test_a_receipt_or_newsletter_changes_nothing(subject: str, text: str, why: str) -> None:
    plan, after = proposed(HELD, messages=(replace(MAIL, subject=subject, text=text),))
    assert (plan.proposals, after) == ([], HELD)
    assert why in plan.notes[0]


def test_what_is_not_sure_asks_to_be_read_and_stops_the_clock() -> None:
    mail = replace(MAIL, text="Unfortunately things have changed a little here.")
    plan, after = proposed(HELD, messages=(mail,))
    (proposal,) = plan.proposals
    assert proposal.what is What.ANSWER
    assert proposal.title.endswith("Read it")
    assert [reply.standing for reply in after.replies] == [Standing.UNREAD]
    assert after.stage is HELD.stage
    steps = next_steps(after, WHEN.policy, WHEN.now + timedelta(days=60))
    assert [step.name for step in steps] == [StepName.READ_ANSWER]
    again, _ = proposed(after, messages=(mail,))
    assert again.proposals == []


def test_the_users_own_words_in_a_mail_are_no_answer() -> None:
    own = replace(REJECTION, sender=ROBIN, to=(Attendee("", "dana@northwind.example"),), text="I regret to decline.")
    plan, after = proposed(HELD, messages=(own,))
    assert all(proposal.what is What.LETTER for proposal in plan.proposals)
    assert after.replies == ()
    assert [judged.meant.meaning for judged in plan.judged.values()] == [Meaning.OTHER]


def test_every_message_is_judged_also_one_that_concerns_nobody_here() -> None:
    stranger = replace(REJECTION, sender=Attendee("", "hr@tailspin.example"), message_id="<s>")
    plan, _ = proposed(HELD, messages=(stranger, REJECTION))
    meanings = {place: (judged.meant.meaning, judged.application and judged.application.id) for (_, place), judged in
            plan.judged.items()}  # fmt: skip
    assert meanings == {0: (Meaning.REJECTION, None), 1: (Meaning.REJECTION, 7)}
    assert {"robin@mail.example"} == MINE
