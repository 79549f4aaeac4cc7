"""What people write for how an application stands."""

from __future__ import annotations

import pytest

from app.etiquette.records import Decision
from app.exchange.sheets.statuses.reading import meaning_of, says_more

APPLIED = """
Applied|Sent|Submitted|In review|Under review|Pending|Waiting|Awaiting response
No answer yet|Viewed|Active|Applied, no response yet|not rejected yet|OA|Online Assessment
take home|Technical test|📧 Email Sent|1 - Applied|Screening|Emailed resume to Sam|ongoing
Beworben|Eingangsbestätigung|Offen|In Bearbeitung|noch keine Antwort|Candidature envoyée
En attente|Postulé|Enviado|En proceso|已投递|笔试|泡池子|等待|Inscrito|Başvuruldu|inviata|On hold
Waitlisted|Unclear|resume screening|Follow up needed
"""
WISHES = """
Saved|Wishlist|Draft|Drafted|To apply|Not Applied|Not started|Bookmarked|Applying
Interested|Tailored|found|待投|Zu bewerben|à postuler|por aplicar|yet to apply
ready to apply
"""
INTERVIEWED = """
Interview|Interviewing|Phone screen|Recruiter Screen|Technical screen|Screening call
Onsite|Final Round|Stage one - intro call|Stage two - skills check|Reference check|R1
2nd round|Interview scheduled|Phone screen passed|Vorstellungsgespräch
Einladung zum Vorstellungsgespräch|Entretien|Entrevista técnica|一面|面试通过|HR面|Mülakat Daveti
IN_PROGRESS_INTERVIEW_ROUND_2|Intervew|video interview|waiting after the interview
"""
OFFERS = """
Offer|Received offer|Accepted!|Hired|ccepted|Negotiating|Zusage|Acceptée|录用|offer
Verbal offer|Got the job
"""
REJECTED = """
Rejected|Rejection :(|reeejected|Denied|Declined|Not Selected|Position filled|Closed
Absage|Abgelehnt|Refusée|Rechazado|Rejected after interview|2 Interviews + Denied|一面挂|不合适
Olumsuz (Red)|No|Offer rescinded|went with another candidate|did not get it
not moving forward|Failed the test|❌ Rejected|unsuccessful|no offer
"""
WITHDRAWN = """
Withdrawn|I Withdrew|I Denied|I declined|zurückgezogen|放弃|Candidature retirée
not interested|pulled out
"""
SILENT = """
Ghosted|No Response|No reply|Applied - no response|Expired|Archived|Keine Antwort
Sans réponse|Sin respuesta|Not Responded|Never heard back|石沉大海|未回复
Ghosted after assessment|no feedback|Suspected Ghost Job
"""


def _listed(words: str) -> list[str]:
    return [word for part in words.split("\n") for word in part.strip().split("|") if word]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        *((words, "applied") for words in _listed(APPLIED) + _listed(WISHES)),
        *((words, "interviewed") for words in _listed(INTERVIEWED)),
        *((words, "offer") for words in _listed(OFFERS)),
        *((words, "rejected") for words in _listed(REJECTED)),
        *((words, "withdrawn") for words in _listed(WITHDRAWN)),
        *((words, "no_response") for words in _listed(SILENT)),
        *((words, "followed_up") for words in ("Followed up", "nachgefasst", "Relancé", "Follow-up sent")),
        ("Thank you note sent", "thanked"),
    ],
)
def test_a_status_in_a_persons_own_words(words: str, state: str) -> None:
    meaning = meaning_of(words)
    assert (meaning.outcome or meaning.stage).value == state


@pytest.mark.parametrize("words", _listed(WISHES))
def test_what_was_not_applied_for_yet_keeps_its_words(words: str) -> None:
    assert meaning_of(words).is_wish
    assert says_more(words, meaning_of(words))


@pytest.mark.parametrize(
    ("words", "decision"),
    [
        ("Accepted", Decision.ACCEPTED),
        ("Offer accepted", Decision.ACCEPTED),
        ("Offer declined", Decision.DECLINED),
        ("Declined the offer", Decision.DECLINED),
        ("offer已拒", Decision.DECLINED),
        ("Offer", None),
    ],
)
def test_an_offer_tells_what_was_answered(words: str, decision: Decision | None) -> None:
    assert meaning_of(words).decision is decision
    assert meaning_of(words).outcome == "offer"


@pytest.mark.parametrize(
    "words", ["Closed", "Declined", "Waitlisted", "Promising", "ccepted", "Interview scheduled", "❌"]
)
def test_a_guess_is_not_sure(words: str) -> None:
    assert not meaning_of(words).is_sure


@pytest.mark.parametrize(("words", "more"), [("Applied", False), ("rejected", False), ("Phone screen passed", True)])
def test_words_are_kept_when_they_say_more(words: str, more: bool) -> None:
    assert says_more(words, meaning_of(words)) is more
