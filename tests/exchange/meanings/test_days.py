"""The day that a sentence of theirs names, whatever its language; counted from a Friday."""

from __future__ import annotations

from datetime import date

import pytest

from app.exchange.meanings.days import day_in

_WRITTEN_ON = date(2026, 11, 20)
_NAMED = """
2026-12-04 | Please let us know by Friday, December 4.
2026-12-04 | You'll hear from us in two weeks.
2026-11-24 | We will decide next Tuesday.
2026-11-24 | Expect a call from me on Tuesday.
2026-11-27 | We'll be making a decision by the end of next week.
2026-11-27 | Ende nächster Woche wissen wir mehr.
2026-12-04 | Merci de me répondre avant le 4 décembre.
2026-12-04 | Bitte geben Sie uns bis Freitag, den 4. Dezember, Bescheid.
2026-11-30 | The offer stands until the end of the month.
2026-12-11 | We hope to have an answer for you within three weeks.
2026-12-01 | Our offer is open until 5pm on December 1st.
2026-12-03 | Kindly return the signed copy no later than 3 December 2026.
2026-12-15 | A decision is expected by mid December.
2026-11-25 | You have until Wednesday to think it over.
2026-11-25 | Please respond within 3 business days.
2026-11-27 | We need your answer in one week.
2026-11-27 | We need your answer in a week.
2026-12-04 | You have a fortnight to decide.
2026-12-07 | I should be able to tell you more on Monday the 7th of December.
2026-12-04 | Bitte antworten Sie bis zum 04.12.2026.
2026-12-04 | Bis 4.12. brauchen wir Ihre Zusage.
2026-11-27 | Bis nächsten Freitag solltest du dich entscheiden.
2026-12-04 | In zwei Wochen melden wir uns.
2026-12-04 | In spätestens 14 Tagen hören Sie von uns.
2026-11-25 | Wir entscheiden am Mittwoch.
2026-11-30 | Die Zusage gilt bis Monatsende.
2026-12-11 | Nous vous répondrons d'ici trois semaines.
2026-11-24 | Réponse mardi prochain.
2026-12-04 | The management meets in early December, and you'll hear from us by December 4.
2026-12-04 | Die Geschäftsleitung tagt erst Anfang Dezember, Sie hören bis zum 4. Dezember von uns.
2026-11-30 | Please respond by EOD Monday, Nov 30th.
2026-12-11 | Wir melden uns in etwa drei Wochen.
2026-11-28 | Merci de nous répondre sous huit jours.
2026-11-27 | You have seven days to decide.
2026-11-30 | La décision sera prise avant la fin du mois.
2026-11-27 | Te digo algo antes del viernes 27.
2026-12-04 | Tendrás noticias en dos semanas.
2026-11-30 | Necesitamos tu respuesta antes de fin de mes.
2026-12-04 | Responde até 4 de dezembro.
2026-11-25 | Diz-me algo até quarta-feira.
2026-12-04 | Daremos retorno em duas semanas.
2026-12-04 | Laat het ons uiterlijk 4 december weten.
2026-11-27 | Je hoort eind volgende week van ons.
2026-12-04 | Over twee weken weten we meer.
2026-12-04 | Attendiamo una risposta entro il 4 dicembre.
2026-12-04 | La ricontatteremo tra due settimane.
2026-11-24 | Decidiamo martedì prossimo.
2026-12-10 | The committee meets on Thursday 10 December and we'll write the day after.
2026-12-02 | You'll have our decision by the 2nd of December at the latest.
2026-11-30 | I'd expect to get back to you by Monday, Nov. 30.
2026-11-23 | I'll come back to you first thing Monday.
2026-11-21 | I'll tell you tomorrow.
2026-12-18 | Your decision is due 18 Dec.
2026-12-09 | We'd ask you to confirm by close of business on Wednesday, 9 December.
2026-11-26 | Could you sign it by Thursday next week?
2026-11-24 | By Tuesday we want to have made up our minds.
2026-12-20 | We aim to conclude within a month.
2026-12-04 | It will take another two weeks before we can say more.
2026-12-02 | Bis spätestens Mittwoch, 2. Dezember, 12 Uhr.
2026-11-27 | Im Laufe der nächsten Woche fällt die Entscheidung.
2026-12-04 | The board sits on Friday the 4th of December, and you will have word that evening.
2026-11-25 | Would you reply no later than Wednesday?
2026-12-04 | If we may have your reply by 4 Dec., we can hold the place.
2026-12-01 | Please accept or decline by Tuesday, 1 December at noon.
2026-12-03 | You can expect an email before December 3.
2026-11-27 | I'll have news a week from today.
2026-11-26 | We're deciding on Thursday.
2026-12-31 | Our offer remains valid through December 31, 2026.
2026-11-30 | The panel will make its choice on Monday week, November 30.
2026-11-23 | Let me know on Monday!
2026-12-11 | We plan to reach out to everybody within the next three weeks.
2026-12-04 | Take two weeks to think about it.
2026-12-15 | A final answer will come by 15th December.
2026-11-27 | Decision by EOW next week.
2026-12-10 | Ihre Rückmeldung erbitten wir bis zum 10. Dezember.
2026-12-01 | Wir sagen Ihnen spätestens am 1.12. Bescheid.
2026-11-27 | In einer Woche wissen wir, wie es weitergeht.
2026-12-02 | Am Mittwoch, den 2.12.2026, tagt das Gremium.
2026-11-24 | Kommenden Dienstag fällt die Entscheidung.
2026-11-27 | Bitte unterschreiben Sie bis Freitag nächster Woche.
2026-12-31 | Das Angebot gilt bis Jahresende.
2026-12-18 | Vous avez jusqu'au 18 décembre pour nous répondre.
2026-11-27 | Nous reviendrons vers vous d'ici une semaine.
2026-11-25 | Merci de confirmer mercredi au plus tard.
2026-11-27 | La decisión se tomará a finales de la próxima semana.
2026-12-02 | Tienes hasta el 2 de diciembre para contestar.
2026-11-27 | Te avisamos en una semana.
2026-12-05 | Pedimos resposta até ao dia 5 de dezembro.
2026-11-27 | Na próxima sexta-feira teremos novidades.
2026-12-01 | Je hebt tot 1 december om te beslissen.
2026-11-25 | Woensdag hoor je van me.
2026-12-11 | Binnen drie weken krijg je uitsluitsel.
2026-11-30 | Le faremo sapere entro la fine del mese.
2026-12-03 | Ci serve una risposta entro giovedì 3 dicembre.
2026-11-27 | La decisione arriverà entro una settimana.
2026-12-09 | Kindly revert by 09-Dec-2026.
2026-12-07 | Please sign by 2026-12-07.
2026-11-24 | You've got until Tuesday at 5.
2026-11-25 | You'll hear from us early next week.
2026-11-25 | Expect word by early next week.
2027-05-31 | We decide in May.
2027-05-31 | The board decides by the end of May, not before.
2026-11-22 | I need to hear back in 48 hours.
"""


def test_the_day_that_a_sentence_names_is_read() -> None:
    rows = [row.split(" | ") for row in _NAMED.strip().splitlines()]
    assert len(rows) > 90
    assert [(day, said) for day, said in rows if str(day_in(said, _WRITTEN_ON)) != day] == []


@pytest.mark.parametrize(
    "said",
    [
        "It took us two weeks to read it all.",
        "You have three years of experience.",
        "It was a pleasure to meet you last week.",
        "The deadline is 12/4/2026, or so the form has it.",
        "We may be able to help.",
    ],
)
def test_a_sentence_that_names_no_day_ahead_for_certain_names_none(said: str) -> None:
    """12/4 is 4 December or 12 April."""
    assert day_in(said, _WRITTEN_ON) is None
