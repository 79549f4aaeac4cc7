"""Answers that machines give, told from people's and from a company's own machines, and the day of return."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from app.exchange.contents import Message
from app.exchange.mails import read_mail
from app.exchange.mails.absences import away_until
from tests.exchange.mails.writing import mail, multipart, part

WRITTEN = date(2026, 11, 24)  # a Tuesday


def _read(data: bytes) -> Message:
    return read_mail("one.eml", data, ZoneInfo("UTC")).messages[0]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("I am away.", {"Auto_Submitted": "auto-replied"}),
        ("I am away.", {"Auto_Submitted": "auto-replied (vacation)"}),
        ("Hello", {"X_Autoreply": "yes"}),
        ("Hello", {"X_Autorespond": "Re: hi"}),
        ("Hello", {"Precedence": "auto_reply"}),
        ("Hello", {"Subject": "Automatic reply: Thank you"}),
        ("Hallo", {"Subject": "Automatische Antwort: Danke"}),
        ("Bonjour", {"Subject": "Réponse automatique : Merci"}),
        ("Hola", {"Subject": "Respuesta automática: Gracias"}),
        ("您好", {"Subject": "自动回复: Thank you"}),
        ("I am out of the office until Monday.", {"Subject": "Out of Office"}),
        ("Ich bin derzeit nicht im Büro.", {"Subject": "Abwesenheitsnotiz"}),
        ("Hello", {"Subject": "Out of office until Monday", "Auto_Submitted": "auto-generated"}),
        ("Hello", {"Subject": "Out of office", "X_Auto_Response_Suppress": "All"}),
    ],
)
def test_a_machines_answer_is_known(body: str, fields: dict[str, str]) -> None:
    assert _read(mail(body, **fields)).is_auto_reply


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("Unfortunately we will not go on.", {"Auto_Submitted": "auto-generated"}),
        ("Your application", {"Precedence": "bulk"}),
        ("See you on Friday", {"Auto_Submitted": "no"}),
        ("Can we move it?", {"Subject": "Out of office next week, can we move the interview?"}),
        ("Thanks, have a good time", {"Subject": "Re: Automatic reply: Thank you"}),
        ("Here is the plan.", {"Subject": "Vacation policy and offer"}),
        ("I was out of the office yesterday, sorry.", {"Subject": "Your interview"}),
        ("Automatic replies are my hobby.", {"Subject": "Auto"}),
    ],
)
def test_a_person_or_the_companys_own_system_is_no_machine_that_answers(body: str, fields: dict[str, str]) -> None:
    assert not _read(mail(body, **fields)).is_auto_reply


@pytest.mark.parametrize(
    "body",
    [
        "Dana Lee no longer works here. Please write to omar@northwind.example instead.",
        "Your message to dana@northwind.example arrived. Should an answer be undeliverable, we call you.",
    ],
)
def test_an_absence_that_comes_from_nobody_is_no_bounce(body: str) -> None:
    message = _read(mail(body, Return_Path="<>", Auto_Submitted="auto-replied"))
    assert (message.is_auto_reply, message.is_bounce, message.failed_for) == (True, False, ())


def test_a_receipt_is_a_machines_answer() -> None:
    disposition = part("Disposition: displayed", "message/disposition-notification")
    report = multipart("report; report-type=disposition-notification", part("Read."), disposition)
    message = _read(report)
    assert (message.is_auto_reply, message.is_bounce) == (True, False)


def test_the_day_of_return_is_counted_from_the_day_of_the_mail() -> None:
    message = _read(mail("I am out of the office. I will be back on Monday 7 December.", Auto_Submitted="auto-replied"))
    assert message.away_until == date(2026, 12, 7)
    assert _read(mail("I will be back on Monday 7 December.")).away_until is None


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("I will be back on Monday 7 December.", date(2026, 12, 7)),
        ("I'll be back in the office on December 7th, 2026.", date(2026, 12, 7)),
        ("I am away, returning on Monday, December 7.", date(2026, 12, 7)),
        ("I return to the office on 2026-12-07.", date(2026, 12, 7)),
        ("I will be back tomorrow.", date(2026, 11, 25)),
        ("Back on Monday!", date(2026, 11, 30)),
        ("I am out of the office until 4 December.", date(2026, 12, 5)),
        ("Out of office through Friday, 4 December 2026.", date(2026, 12, 5)),
        ("I am away from 23 November to 4 December.", date(2026, 12, 5)),
        ("I am on leave from November 23rd until December 4th and will reply when I return.", date(2026, 12, 5)),
        ("I am out until 4 December and will be back on Monday, 7 December.", date(2026, 12, 7)),
        ("I am on leave until January 4.", date(2027, 1, 5)),
        ("Ich bin bis zum 4. Dezember nicht im Büro.", date(2026, 12, 5)),
        ("Ich bin bis einschließlich Freitag, den 04.12.2026 im Urlaub.", date(2026, 12, 5)),
        ("Ich bin ab dem 7. Dezember wieder erreichbar.", date(2026, 12, 7)),
        ("Vom 23.11. bis 4.12.2026 bin ich nicht erreichbar.", date(2026, 12, 5)),
        ("Ich bin am Montag, 7. Dezember 2026 wieder da.", date(2026, 12, 7)),
        ("Je suis absente jusqu'au 4 décembre.", date(2026, 12, 5)),
        ("Je suis en congés du 23 novembre au 4 décembre inclus.", date(2026, 12, 5)),
        ("De retour le lundi 7 décembre 2026.", date(2026, 12, 7)),
        ("Je serai de retour le 7 décembre.", date(2026, 12, 7)),
        ("Estaré fuera de la oficina hasta el 4 de diciembre.", date(2026, 12, 5)),
        ("Vuelvo el lunes 7 de diciembre de 2026.", date(2026, 12, 7)),
        ("Estaré de vuelta el 7 de diciembre.", date(2026, 12, 7)),
        ("I have limited access to mail.", None),
        ("I am away. For urgent matters call 555 0100 until 5 pm.", None),
        ("I was away until 20 November.", None),
        ("I will get back to you in two days.", None),
        ("Back on 3/4.", None),
        ("", None),
    ],
)
def test_the_first_day_back_is_read(text: str, back: date | None) -> None:
    assert away_until(text, WRITTEN) == back


def test_a_last_day_that_is_counted_in_is_read_behind_its_weekday() -> None:
    back = away_until("Ich bin bis Freitag, einschließlich 4. Dezember im Urlaub.", date(2026, 11, 29))
    assert back == date(2026, 12, 5)
