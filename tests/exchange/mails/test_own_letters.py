"""Letters of ours, as they go out, read back as what they say: nothing of them is taken for a quote or a signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.letter_kinds import DEMANDS, Kind
from app.etiquette.records import Letter, Person
from app.exchange.contents import Attendee
from app.exchange.mails import looks_like_mail, read_mail
from app.hunt.sample import SAMPLE_ME, sample_hunt
from app.letters.composing import compose
from app.letters.mail_message import message_bytes, message_for, new_message_id
from tests.storage.hunts import NOW, SETTINGS

APPLICATIONS = [
    application
    for application, _ in sample_hunt(SETTINGS.policy, NOW)
    if application.people and any(interview.noted for interview in application.interviews)
][:3]
THEIRS = "<theirs@northwind.example>"
ODD = Person(given="Zoë", family='Ní Bhriain, of "Northwind"', email="zoe@northwind.example")


@pytest.mark.parametrize("kind", Kind)
def test_a_letter_reads_back_as_it_was_written(kind: Kind) -> None:
    me = replace(SAMPLE_ME, email="ada@home.example")
    for application in APPLICATIONS:
        person = application.people[0]
        interview = next(interview for interview in reversed(application.interviews) if interview.noted)
        to = None if DEMANDS[kind].names_all else person.id
        composed = compose(
            application, kind, to, me, SETTINGS.policy, NOW, None, interview.id, deadline=date(2026, 12, 1)
        )
        letter = Letter(1, kind, to, composed.subject, composed.body, in_reply_to=THEIRS)
        message_id = new_message_id(me)
        data = message_bytes(message_for(letter, person, "dana@northwind.example", me, NOW, message_id))
        assert looks_like_mail(data)
        (read,) = read_mail("sent.eml", data, ZoneInfo("UTC")).messages
        assert (read.subject, read.text) == (composed.subject, composed.body.strip())
        assert (read.message_id, read.in_reply_to, read.references) == (message_id, THEIRS, (THEIRS,))
        assert (read.sender, read.to) == (
            Attendee(me.name, me.email),
            (Attendee(person.name, "dana@northwind.example"),),
        )
        assert (read.at, read.is_bounce, read.is_auto_reply) == (NOW.replace(microsecond=0), False, False)


def test_names_and_subjects_outside_ascii_read_back() -> None:
    me = replace(SAMPLE_ME, name='李 Ada, the "first"', email="ada@home.example")
    letter = Letter(subject="Danke für das Gespräch – 面接 " + "sehr " * 20 + "lang", body="Grüße\n" * 3)
    data = message_bytes(message_for(letter, ODD, ODD.email, me, NOW, new_message_id(me)))
    (read,) = read_mail("sent.eml", data, ZoneInfo("UTC")).messages
    assert (read.sender.name, read.to[0].name) == (me.name, ODD.name)
    assert (read.subject, read.text) == (letter.subject, letter.body.strip())
