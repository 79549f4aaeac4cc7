"""What the sender wrote now, told from what the mail quotes, in the dress that mail programs give it."""

from __future__ import annotations

import pytest

from app.exchange.mails.replies import new_text

NEW = "Thank you for the talk.\n\nFriday at 10:00 suits me well.\n\nBest regards,\nDana"
OLD = "We would like to see you again.\nIs Friday at 10:00 possible?"
MARKED = "\n".join(f"> {line}" for line in OLD.split("\n"))

ATTRIBUTIONS = [
    "On Mon, Apr 2, 2012 at 6:26 PM, Omar Haddad <omar@x.example> wrote:",
    "On Mon, Apr 2, 2012 at 6:26 PM, Omar Haddad\n<omar@x.example> wrote:",
    "On Nov 30, 2011, at 12:47 PM, Omar <\n416ffd3258d4d2fa4c85cfa4c44e1721d66e3e8f4@x.example>\nwrote:",
    "On 04/19/2011 07:10 AM, Omar Haddad wrote:",
    "On Monday, September 4, 2025 at 11:30:41 AM EDT, Omar Haddad <omar@x.example> wrote:",
    "Omar Haddad <omar@x.example> wrote:",
    "Omar Haddad wrote on 4/2/2012 6:26 PM:",
    "At 06:26 PM 4/2/2012, you wrote:",
    "Quoting Omar Haddad <omar@x.example>:",
    "Am 02.04.2012 um 18:26 schrieb Omar Haddad:",
    "Am Mo., 2. Apr. 2012 um 18:26 Uhr schrieb Omar Haddad <\nomar@x.example>:",
    "Omar Haddad <omar@x.example> schrieb am Mo., 2. Apr. 2012, 18:26:",
    "Zitat von Omar Haddad <omar@x.example>:",
    "Le 2 avr. 2012 à 18:26, Omar Haddad <omar@x.example> a écrit :",
    "Le lun. 2 avr. 2012 à 18:26, Omar Haddad <omar@x.example> a\nécrit :",
    "El lun, 2 abr 2012 a las 18:26, Omar Haddad (<omar@x.example>)\nescribió:",
    "Em 2 de abril de 2012 às 18:26:35, Omar Haddad (\nomar@x.example) escreveu:",
    "Il giorno lun 2 apr 2012 alle ore 18:26 Omar Haddad <\nomar@x.example> ha scritto:",
    'In data 2 aprile 2012 18:26:31 "Omar Haddad" <omar@x.example> ha scritto:',
    "Op 2-apr.-2012, om 18:26 heeft Omar Haddad <omar@x.example> het volgende geschreven:",
    "Op ma 2 apr 2012 om 18:26 schreef Omar Haddad <omar@x.example>:",
    "Den 2 april, 2012 18:26:18, Omar Haddad (omar@x.example) skrev:",
    "pe 2. huhtikuuta 2012 klo 18.26 Omar Haddad\n<omar@x.example> kirjoitti:",
    "W dniu 2 kwietnia 2012 18:26 użytkownik Omar Haddad <omar@x.example>\nnapisał:",
    "Dne 2. 4. 2012 v 18:26 Omar Haddad napsal(a):",
    "2 апреля 2012 г., 18:26 пользователь Omar Haddad <omar@x.example>\nнаписал:",
    "ср, 2 апр. 2012 г. в 18:26, Omar Haddad <omar@x.example>:",
    "在 2012年4月2日 下午6:26，Omar Haddad <omar@x.example> 写道：",
    "2012年4月2日(月) 18:26 Omar Haddad <omar@x.example>:",
    "2012년 4월 2일 (월) 오후 6:26, Omar Haddad <omar@x.example>님이 작성:",
    "2012-04-02 18:26 GMT+03:00 Omar Haddad <\nomar@x.example>:",
    "⸱בתאריך יום ב׳, 2 באפר׳ 2012 ב-18:26 מאת ⸱Omar⸱⸱ <⸱omar@x.example⸱⸱>:⸱",
    "في الاثنين، 2 أبريل 2012 في 6:26 م تمت كتابة ما يلي بواسطة Omar <omar@x.example>:",
    "On Mon, 2012-04-02 at 18:26 +0000, Omar Haddad wrote:",
    "Omar Haddad <omar@x.example> writes:",
    "On 2 Apr 2012, 18:26 +0200, Omar Haddad <omar@x.example>, wrote:",
    "2 Nis 2012 Pzt 18:26 tarihinde Omar Haddad <omar@x.example> şunu yazdı:",
]

MESSAGES = [
    "-----Original Message-----\nFrom: Omar <omar@x.example>\nSent: April-02-12 5:44 PM\nTo: Dana\nSubject: Next",
    "----- Original Message -----",
    "-------- Original message --------\nFrom: Omar\nDate: 2/4/2012",
    "-----Ursprüngliche Nachricht-----\nVon: Omar\nGesendet: Montag, 2. April 2012 17:44\nAn: Dana\nBetreff: Termin",
    "-------- Oprindelig besked --------\nFra: Omar <o@x.example>\nDato: 02.04.2012 17.44\nTil: dana@x.example",
    "-----Message d'origine-----\nDe : Omar\nEnvoyé : lundi 2 avril 2012 17:44\nÀ : Dana\nObjet : Suite",
    "-----Mensaje original-----",
    '------- 原始邮件 -------\n发件人: "Omar" <o@x.example>;\n发送时间: 2012年4月2日\n收件人: "Dana"\n主题: 面试',
    "________________________________\nFrom: Omar <omar@x.example>\nSent: April-02-12 5:44 PM\nTo: Dana\nSubject: Next",
    "________________________________________\nVon: Omar [omar@x.example]\nGesendet: Montag, 2. April 17:44\nAn: Dana",
    "From: Human Resources \n<a-really-long-address+12345@hr.example> \nSent: Monday, 4:37 PM\nTo: Dana\nSubject: Next",
    "*From:* Omar [mailto:omar@x.example]\n*Sent:* Monday, April 2, 2012 5:44 PM\n*To:* Dana\n*Subject:* Next",
    "Von: Omar <omar@x.example>\nDatum: Montag, 2. April 2012 um 17:44\nAn: Dana <dana@x.example>\nBetreff: Termin",
    "De : Omar [mailto:omar@x.example]\nEnvoyé : lundi 2 avril 2012 17:44\nÀ : Dana\nObjet : Suite",
    "De: Omar <omar@x.example>\nEnviado el: lunes, 2 de abril de 2012 17:44\nPara: Dana\nAsunto: Entrevista",
    "Da: Omar <omar@x.example>\nInviato: lunedì 2 aprile 2012 17:44\nA: Dana\nOggetto: Colloquio",
    "Van: Omar <omar@x.example>\nVerzonden: maandag 2 april 2012 17:44\nAan: Dana\nOnderwerp: Gesprek",
    "Från: Omar [mailto:omar@x.example]\nSkickat: den 2 april 2012 17:44\nTill: Dana\nÄmne: Nästa",
    "От: Omar\nОтправлено: понедельник, 2 апреля 2012 г. 17:44\nКому: Dana",
    "发件人: Omar <omar@x.example>\n日期: 2012年4月2日 星期一 下午5:44\n收件人: Dana <dana@x.example>\n主题: 面试",
    "差出人: Omar <omar@x.example>\n送信日時: 2012年4月2日 17:44\n宛先: Dana\n件名: 面接",
    "보낸 사람: Omar <omar@x.example>\n보낸 날짜: 2012년 4월 2일 월요일\n받는 사람: Dana\n제목: 면접",
    "Date: Wed, 16 May 2012 00:15:02 -0600\nTo: dana@x.example",
    "---- On Mon, 02 Apr 2012 17:44:00 +0530 omar@x.example wrote ----",
    "---------- Forwarded message ---------\nFrom: Omar <o@x.example>\nDate: Apr 2, 2012\nSubject: Next\nTo: Dana",
    "Begin forwarded message:",
    "-------- Weitergeleitete Nachricht --------",
    "Début du message transféré :",
    "-------- Переслане повідомлення --------",
    "---------- メッセージを転送 ----------",
]


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
@pytest.mark.parametrize("old", [MARKED, OLD, f"\n{MARKED}"], ids=["marked", "unmarked", "apart"])
def test_a_quote_below_the_text_goes_with_the_line_that_introduces_it(attribution: str, old: str) -> None:
    assert new_text(f"{NEW}\n\n{attribution}\n{old}\n") == NEW


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_a_text_below_the_quote_stays(attribution: str) -> None:
    assert new_text(f"{attribution}\n{MARKED}\n\n{NEW}\n") == NEW


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_quoted_without_marks_goes_with_its_fields(message: str) -> None:
    assert new_text(f"{NEW}\n\n{message}\n\n{OLD}\n\nSent from my iPhone\n") == NEW


def test_answers_between_the_quoted_lines_stay_in_their_order() -> None:
    text = "On 4/2/2012 18:26, Omar wrote:\n> Friday?\n\nFriday is fine.\n\n> At ten?\nAt ten.\n> > older\n"
    assert new_text(text) == "Friday is fine.\n\nAt ten."


def test_a_language_that_nobody_listed_is_known_by_what_follows() -> None:
    assert new_text(f"{NEW}\n\nAr 2 Ebr 2012 am 18:26, ysgrifennodd Omar <omar@x.example>:\n\n{MARKED}") == NEW


def test_text_and_attribution_on_one_line_are_parted() -> None:
    assert (
        new_text("Friday is fine --- On Wed, Apr 4, 2012 at 3:59 PM, omar@x.example wrote:\n> Hi") == "Friday is fine"
    )


def test_what_a_second_wrapping_broke_out_of_a_quote_is_no_answer() -> None:
    long = "> Pitchforks occupy vegan hammocks. Wayfarers on etsy, and some kale chips\nbrooklyn toast.\n> Dana 8:00\n"
    assert new_text(f'This is new\n\nOn Sep 21, 2016 3:18 PM, "f" <n@f.example> wrote:\n>\n{long * 3}') == "This is new"
    assert new_text(f"On Sep 21, 2016 3:18 PM, F wrote:\n{long}") == "brooklyn toast."


def test_a_link_that_wraps_out_of_a_quote_is_no_answer() -> None:
    quote = "> View it (http://x.example/action\n_nonce=3dd518)\n>\n (http://x.example/c/YzOT) >\n> life is short\n"
    assert new_text(f"Fine.\n\nOn Monday, 24 September, 2012 at 3:46 PM, Omar wrote:\n\n{quote}") == "Fine."


@pytest.mark.parametrize(
    "text",
    [
        "On Friday I can come at 10:00.\nOn Monday I cannot.",
        "On the other hand, as I wrote: it depends.",
        "On Monday, 30 November 2026 we met Omar, who\nwrote to you at 18:00. We agreed on\nthis:\n- one\n- two",
        "As Dana wrote:\n\nwe should talk about the offer.",
        "The interview:\nDate: Friday, 4 December\nFrom: 10:00\nTo: 11:00\nSubject: second round",
        "Please tell me:\nFrom: where you start\nTo: where you go",
        "Key points:\n---\n- one\n- two\n---\nMore below the line, as it is a long letter.",
        "Re: your question - yes.\nTo: the point, then.",
        "De la part de Marie : merci.\nÀ vendredi : 10 heures.",
        "I sent the mail from my iPhone app, and it was sent from my iPhone yesterday to test it.\n\nDana",
        "A > B, and x -> y.\nWith regards to the payment: fine.",
    ],
)
def test_prose_that_only_looks_like_a_quote_stays_whole(text: str) -> None:
    assert new_text(text) == text


@pytest.mark.parametrize(
    "added",
    [
        "-- \nDana Lee\nEngineer, Northwind",
        "--\nDana Lee\n+1 555 0100",
        "Sent from my iPhone",
        "Sent from my Verizon Wireless BlackBerry",
        "Sent from Yahoo Mail on Android",
        "Get Outlook for iOS<https://aka.example/o0ukef>",
        "Sent from Outlook for Android\n<https://aka.example/o0ukef>",
        "Von meinem iPhone gesendet",
        "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
        "Gesendet von Outlook für Android",
        "Envoyé de mon iPhone",
        "Télécharger Outlook pour iOS",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Skickat från min iPhone",
        "Отправлено с iPhone",
        "从我的iPhone发送",
        "iPhoneから送信",
        "나의 iPhone에서 보냄",
        "_______________________________________________\nriders mailing list\nriders@lists.example\nhttp://lists.example/mailman/listinfo/riders",
    ],
)
def test_what_a_program_adds_below_the_text_goes(added: str) -> None:
    assert new_text(f"{NEW}\n\n{added}\n") == NEW
    assert new_text(f"{NEW}\n\n{added}\n\nOn 4/2/2012 18:26, Omar wrote:\n{MARKED}") == NEW


def test_a_mail_passed_on_without_a_word_keeps_what_it_passes_on() -> None:
    passed_on = "---------- Forwarded message ---------\nFrom: Omar <omar@x.example>\nSubject: Next\n\nCome on Friday."
    assert new_text(passed_on) == passed_on
    assert new_text(f"FYI\n\n{passed_on}") == "FYI"


def test_a_mail_of_nothing_but_a_quote_has_nothing_new() -> None:
    assert new_text(f"On 4/2/2012 18:26, Omar wrote:\n{MARKED}\n") == ""


def test_what_follows_a_mere_divider_stays() -> None:
    text = "The plan:\n--\n" + "On the first day we talk about the work, on the second about people." * 2 + "\nDana"
    assert new_text(text) == text
    assert new_text("Hello\n--\n" + "line\n" * 20) == "Hello\n--\n" + "\n".join(["line"] * 20)


def test_blank_lines_are_kept_but_not_piled_up() -> None:
    assert new_text("\n\none\n\n\n\n\ntwo\n\n") == "one\n\ntwo"


def test_a_text_set_as_a_quote_from_end_to_end_is_the_text() -> None:
    assert new_text("> Dear Ada,\n> see you on Friday.\n") == "Dear Ada,\nsee you on Friday."
    assert new_text("> On 22 Aug 2015, at 19:21, Omar <omar@x.example> wrote:\n>\n> Hi there!") == ""
    assert new_text("> From: omar@x.example\n> Subject: Test\n>\n> Hi there!") == ""


@pytest.mark.parametrize(
    "attribution",
    [
        "On Wed, 14 Nov 2026 08:14:43 -0200 Omar Haddad <omar@x.example> wrote",
        "On Wed, 14 Nov 2026 08:14:43 -0200\nOmar Haddad <omar@x.example> wrote",
        "Am 14.11.2026 um 08:14 schrieb Omar Haddad <omar@x.example>",
        "Le mer. 14 nov. 2026 à 08:14, Omar Haddad <omar@x.example> a écrit",
        "tir. 18. apr. 2026 kl. 13:09 skrev Omar Haddad <omar@x.example\n>:",
        "On Wed, Nov 14, 2026 at 1:09 PM Omar Haddad <omar@x.example\n> wrote:",
        "El mié, 14 nov 2026 a las 13:09, Omar Haddad (<omar@x.\nexample>) escribió:",
    ],
)
def test_an_attribution_without_a_colon_or_wrapped_in_its_address_goes_with_the_quote(attribution: str) -> None:
    assert new_text(f"{NEW}\n\n{attribution}\n\n{MARKED}") == NEW


@pytest.mark.parametrize(
    "message",
    [
        "Message du : 20/11/2026 08:00\nDe : Omar <omar@x.example>\nA : dana@x.example\nSujet : Bonjour",
        "Message du 20/11/26 08:00\nDe : Omar <omar@x.example>\nA : dana@x.example\nObjet : Bonjour",
        "Nachricht vom 20.11.2026 08:00\nVon: Omar <omar@x.example>\nAn: dana@x.example\nBetreff: Hallo",
        "Messaggio del 20/11/2026 08:00\nDa: Omar <omar@x.example>\nA: dana@x.example\nOggetto: Ciao",
    ],
)
def test_a_message_named_by_its_day_goes_with_its_fields(message: str) -> None:
    assert new_text(f"{NEW}\n\n{message}\n\n{OLD}\n") == NEW


def test_a_few_words_that_spill_out_of_a_quote_are_the_quotes_where_something_else_is_new() -> None:
    quoted = "> I would like to know whether Tuesday at ten would be good for our\ntalk,\n> or any other day.\n"
    assert new_text(f"{NEW}\n\nOn 4/2/2012 18:26, Omar wrote:\n{quoted}") == NEW


def test_a_sentence_that_ends_in_wrote_is_no_attribution() -> None:
    text = "On Monday I sent what you asked for in the mail that you wrote\n\nDana"
    assert new_text(text) == text
