"""What shows that a decision spoken of is none about the user's application, or not the last word. Data.

A line reads `kind | pattern | example`, as in the modules of the languages; all languages stand together.

- `own`: the user's own doing is spoken of: a withdrawal, an offer turned down, a contract that came back signed.
- `friend`: the writer speaks of an application of their own.
- `another`: another role or another interview is spoken of, so that not all is decided.
- `mistake`: the decision was sent by mistake.
- `matter`: something else is applied for or sold: a home, a loan, a place to study. It counts where no `work` is named.
- `work`: work is named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.exchange.meanings.phrases import SEPARATOR

LINES = r"""
own | you (have )?(withdrew|withdrawn|withdraw) | You have withdrawn your application.
own | your withdrawal|withdrawal (confirm\w+|received)|confirm\w* your withdrawal | We're sorry about your withdrawal.
own | (withdrawn|withdrew|removed) (you|your \w+) (\S+ ){0,4}(at|as) you | I withdrew your application as you asked.
own | at your request | At your request we have closed your application.
own | you have (decided|chosen) (not to|to (withdraw|decline)) | Sorry that you have decided not to go on.
own | you (no longer|do not) wish to (be )?(consider|continu|pursu|proceed)\w* | You no longer wish to be considered.
own | (declin|refus|reject)\w* our offer|declining the offer | Thanks for telling us that you are declining our offer.
own | turn(ed|ing)? (down our offer|our offer down) | I'm sorry that you turned down our offer.
own | you (will not|would not|are not|can not) be joining us | I'm sad that you won't be joining us.
own | for (accepting (our|the|this) (\S+ )?(offer|position|role|job)|signing) | Thank you for accepting our offer.
own | you (have )?accepted (our|the|another|an) (\S+ )?(offer|position|job) | Glad that you have accepted our offer.
own | (got|received|have|here is) (your|the) (counter-?)?signed | We have your signed contract.
own | (we have|i have|we) countersigned | We have countersigned your contract.
own | you (found|have found|took|have taken) (another|a new|a different) (job|position|role) | So you found another job!
own | (ihre|deine) (bewerbung|kandidatur) (\S+ ){0,2}zurückgezogen | Sie haben Ihre Bewerbung zurückgezogen.
own | (ihr\w*|dein\w*) (rückzug|absage) | Schade, aber danke für Ihre Absage.
own | (sie|du|ihr) (unser|das) angebot (\S+ )?(nicht|abge) | Schade, dass du unser Angebot nicht annimmst.
own | (sie|du) (haben |hast )?(sich|dich) (anders|dagegen|gegen uns) | Schade, dass Sie sich anders entschieden haben.
own | (sie|du) (kein|keine) interesse mehr | Sie haben mitgeteilt, dass Sie kein Interesse mehr haben.
own | (unterschriebene|unterzeichnete)\w* (arbeits)?vertrag (\S+ )?(erhalten|da) | Ihr unterschriebener Vertrag ist da.
own | dan\w+ für (den|ihren|deinen) unter\w+ | Danke für den unterschriebenen Vertrag!
own | (du|sie) (den vertrag )?unterschrieben (hast|haben) | Schön, dass du unterschrieben hast!
own | votre (désistement|retrait)|avez retiré votre|ton désistement | Nous prenons note de votre désistement.
own | (votre|ton|le) contrat signé (est|a été) | Votre contrat signé est bien arrivé.
own | reçu (votre|ton|le) (\S+ )?signé | Nous avons bien reçu votre contrat signé.
own | (tu|su) renuncia|has retirado (tu|su)|ha retirado su|no quieras (continuar|seguir) | Has retirado tu candidatura.
own | (sua|tua) desistência|você desistiu|retirou (a )?sua | Recebemos a sua desistência.
own | (je|u) (\S+ )?(hebt|heeft) (\S+ )?teruggetrokken|je terugtrekking | Jammer dat je je hebt teruggetrokken.
own | (contract|aanbod) (hebt|heeft|hebben) getekend|getekende contract | Leuk dat je het contract hebt getekend!
own | (sua|tua) rinuncia|ha ritirato (la )?sua|hai ritirato | Prendiamo atto della sua rinuncia.
friend | rejected me|they (made|offered) me|got (rejected|another rejection) | They made me an offer!
friend | they gave me (a|an|the) (job|offer|position|role) | They gave me the job!
friend | i (got|had|received|have had) (\S+ ){0,3}(rejections?|offer|job offer) | I got another rejection today.
friend | look what (they|i)|they (wrote|sent) me|the email i got | Look what they wrote me!
friend | before i (sign|accept) | Can you read this before I sign?
friend | i (have )?(turned (the|their|an) offer down|accepted (the|their|an) offer) | I turned the offer down.
friend | (hab|habe) (\S+ ){0,4}absagen? (bekommen|gekriegt|erhalten|kassiert) | Ich habe heute eine Absage bekommen.
friend | (hab|habe) (\S+ ){0,4}zusage (bekommen|gekriegt|erhalten) | Ich habe die Zusage bekommen!
another | (fit|match|better suited) for (our|another) (\S+ ){0,3}(opening|role|team) | A match for our sales role.
another | would you (like|be open|be willing) to (interview|meet) | Would you like to interview for that one?
another | (like|love|wants?) (you )?to (meet|see|interview|speak with) (you|the|our) | We'd like to see you on Friday.
another | team (\S+ ){0,3}(wants|would like|has asked) (to meet|to see|for your) | Another team wants to meet you.
another | like you to (meet|talk|speak) | The day job is gone; for the other I'd like you to meet Ola.
another | asks? whether you would | The committee asks whether you'd take a lower level.
another | hätte\w* (\S+ ){0,2}interesse|dürfen wir (\S+ ){0,3}weiter\w* | Dürfen wir Ihre Unterlagen weitergeben?
another | (willen|zouden) (we )?je (graag )?(spreken|ontmoeten)|je graag spreken | We willen je spreken.
another | möchten wir (sie|dich) (\S+ ){0,3}(kennenlernen|sprechen|sehen|einladen) | Gern möchten wir Sie kennenlernen.
another | yours (is|remains|stays) (as |still )?open | Yours is as open as ever.
another | the one (that )?you applied for (is|remains|stays|has) (\S+ )?(open|not) | The one you applied for is open.
another | your application (is not affected|stays where|has been carried over) | Your application isn't affected.
another | you are (still|very much) (\S+ ){0,2}(in the running|on (the|my|our) list) | You are still in the running.
another | (ihre|deine) (bewerbung|stelle) ist (davon )?nicht (davon )?betroffen | Ihre Bewerbung ist nicht betroffen.
another | (sie|du) (sind|bist) (weiter|weiterhin|noch) (dabei|im rennen) | Sie sind noch im Rennen.
mistake | (not|kein\w*) (a )?(rejection|absage) | Despite what the portal says, this is not a rejection.
mistake | (that|this|it) (is|was) (only )?a (glitch|bug)|ein fehler im system | If you get one, it is a glitch.
own | as (you )?(requested|asked) (\S+ ){0,12}(withdrawn|deleted|closed|removed) | As requested, we have withdrawn it.
mistake | (rejection|letter|offer) (\S+ ){0,6}(by mistake|in error) | Your rejection was sent by mistake.
mistake | (?<!received this )(e-?mail|message) ((?!receive)\S+ ){0,6}(by mistake|in error) | Our email went by mistake.
mistake | (disregard|ignore) (\S+ ){0,4}(rejection|email|message|letter|offer) | Please disregard the rejection.
mistake | (was not|not) meant for you | The letter was not meant for you.
mistake | (irrtümlich|versehentlich)(?! (erhalten|bekommen))|gegenstandslos | Die Absage wurde irrtümlich verschickt.
matter | apartment|flat|landlord|tenants?|lease|rental|mortgage|deposit|viewing the | The landlord chose another tenant.
matter | \w+-bedroom|roommates? | The owner gave the two-bedroom to somebody else.
matter | financing|declined by the bank|the bank (has )?declined | Your application for financing was declined.
matter | loans?|credit (card|application|line|request)|your claim|policyholder|premium | We can't approve your loan.
matter | manuscript|journal|your (paper|talk|abstract|story|entry)|talk proposal|grant | We can't print your manuscript.
matter | admitted to|master's | You have not been admitted to the master's program.
matter | admissions?|place (in|on) the (program|course)|tuition|enrol?lment | We can't offer you admission.
matter | membership|subscription|pre-?approved|your (order|account|plan|trial)|discount|% off | A discount for you.
matter | the (seller|buyer)|your car|trade-in|adoption|your child|nursery | The seller rejected your offer.
matter | wohnung|vermieter\w*|mieter\w*|eigentümer\w*|hauskauf | Der Eigentümer hat sich anders entschieden.
matter | kredit\w*|darlehen|bestellung|ihr(em)? antrag|rabatt|stipendium | Ihrem Antrag können wir nicht entsprechen.
matter | studienplatz|schulplatz|ihr(em)? kind | Sie haben keinen Studienplatz erhalten.
matter | logement|appartement|propriétaire|dossier de location|demande de prêt|crédit|réduction | Votre demande de prêt
matter | piso|alquiler|préstamo|crédito|hipoteca|descuento|próximo pedido | Su préstamo no ha sido aprobado.
matter | apartamento|aluguel|empréstimo|financiamento|desconto | O seu empréstimo não foi aprovado.
matter | huurwoning|woning|huurder|lening|hypotheek|korting|bestelling | De woning gaat naar een andere huurder.
matter | affitto|appartamento|mutuo|prestito|sconto|ordine | La richiesta di mutuo non è accolta.
work | jobs?|roles?|positions?|vacanc\w+|employ\w+|hir(e|ed|ing)|interview\w* | We hired another.
work | recruit\w*|salary|candida\w+|resume|cv | Your resume was read.
work | internship|apprentice\w*|trainee|manager|engineer|analyst|assistant|nurse|teacher | You as an analyst.
work | stellen?|arbeitsvertrag|gehalt|\w*gespräch|ausbildung\w*|mitarbeit\w*|unternehmen | Die Stelle ist besetzt.
work | einstell\w+|position\w*|kandidat\w* | Wir haben einen anderen Kandidaten gewählt.
work | postes?|emploi|embauche|recrutement|entretien|salaire|candidature | Le poste est pourvu.
work | puesto|empleo|contratación|entrevista|sueldo|candidatura|vacante | El puesto está cubierto.
work | vaga|cargo|emprego|salário|processo seletivo | A vaga foi preenchida.
work | functie|baan|vacature|sollicitatie\w*|salaris|gesprek|team | De functie is vervuld.
work | posizione|lavoro|assunzione|colloquio|selezione|stipendio|ruolo|candidatura | La posizione è coperta.
"""


@dataclass(frozen=True, slots=True)
class Aside:
    """One phrase."""

    kind: str
    pattern: re.Pattern[str]
    example: str


@cache
def asides() -> tuple[Aside, ...]:
    """Return the phrases, compiled when they are first asked for."""
    rows = (line.split(SEPARATOR) for line in LINES.strip().splitlines())
    return tuple(
        Aside(kind.strip(), re.compile(rf"(?<![\w'])(?:{pattern.strip()})(?!\w)"), example.strip())
        for kind, pattern, example in rows
    )


def is_another_matter(plain: str) -> bool:
    """Return whether a text in plain form speaks of something beside which no decision is sure."""
    kinds = {aside.kind for aside in asides() if aside.pattern.search(plain)}
    return bool(kinds & {"own", "friend", "mistake", "another"}) or ("matter" in kinds and "work" not in kinds)
