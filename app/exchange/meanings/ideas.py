"""Words that stand for one idea in messages about a job, in every language that is read: data, and its look-up.

Many words say one thing: `role`, `post`, `Stelle`, `poste`. Named by their idea, what is learned from one message
serves for the next one, whatever its words and its language. A star stands for any ending.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

_TABLE = {
    "not": """not no never nor neither without unable cannot isn't none nicht kein* nie niemals ne pas aucun* jamais non
        ningun* ningún nunca não nao nenhum* niet geen nooit nessun* mai ni sin ohne sans""",
    "sorry": """unfortunately sorry regret* sad sadly afraid apolog* disappoint* hélas bedauer* leider leid traurig
        schade malheureusement regret* désolé* navré* lament* desgraciad* sentimos siento infelizmente helaas spijt*
        jammer purtroppo spiacent* dispiac* rammaric* unhappily gutted difficult tough hard schwer schweren*""",
    "glad": """pleased delighted happy thrilled excited glad congratulations congrats pleasure welcome honored wonderful
        freu* freud* glückwunsch* gratul* willkommen heureux heureuse* ravi* plaisir félicitations bienvenue encantad*
        complace* enhorabuena felic* bienvenid* prazer parabéns feliz* bem-vind* blij graag gefeliciteerd welkom plezier
        liet* felici congratulazioni piacere benvenut*""",
    "role": """role position job post vacancy opening opportunity requisition req seat spot headcount stelle* position*
        posten arbeitsstelle arbeitsplatz vakanz job* ausbildungsplatz* poste postes emploi vacante puesto plaza vaga
        cargo posizione posto ruolo functie vacature baan positie""",
    "candidate": """candidate* applicant* candidacy finalist* person someone somebody individual* profile* people
        bewerber* kandidat* person* jemand* candidat candidats candidate candidates personne* profil* candidato*
        candidata* aspirante* persona* perfil* pessoa* kandidaten iemand persoon profiel* profilo profili""",
    "other": """other others another else different ander* anderweitig autre autres otro* otra* outro* outra* altro*
        altri altra* altre elsewhere instead internal* intern* interne* interno* interna* overig* runner""",
    "application": """application* applied apply resume cv documents portfolio bewerbung* unterlagen lebenslauf
        candidature* dossier candidatura* solicitud* currículum curriculum currículo inscripción inscrição sollicitatie*
        brief domanda""",
    "choose": """chosen choose chose choosing select* selection pick* hired hire appointed appoint opted settled went
        going gone preferred awarded ausgewählt wahl gewählt entschieden entscheid* vorzug eingestellt besetzt*
        besetzen vergeben retenu* retenir choisi* choix sélectionn* elegid* elegir seleccion* escolh* selecion*
        gekozen kiezen keuze geselecteerd scelt* scelto selezion* optamos optado decantad* aufgefallen tranché""",
    "decide": """decided decision decide concluded determined conclusion outcome result results verdict
        entscheidung* beschlossen ergebnis décid* décision decid* decisión decisão besloten beslissing beslist* deciso
        decisione resultado esito uitslag voted agreed approved""",
    "proceed": """forward proceed* progress* continu* advanc* pursu* moving consider* consideration further ahead
        weiter* fortführen fortsetzen berücksichtig* poursuiv* suite avanç* avanz* continuar adelante seguir siguiente
        prosegu* avanti verder* doorgaan procedure process* verfahren* auswahlverfahren proceso processo""",
    "refuse": """rejected reject* declined decline unsuccessful turned pass passing passed denied refused absag*
        absage* ablehn* abgelehnt abgesagt refus* rejet* rechaz* descartad* rejeitad* recusad* afgewezen afwijz*
        rifiut* scartat* respint* korb eliminated disqualified ineligible""",
    "filled": """filled closed closing cancelled canceled withdrawn eliminated frozen freeze pulled paused hold
        gestrichen entfällt gestoppt geschlossen pourvu* supprim* annul* cubiert* cancelad* cerrad* preenchid*
        encerrad* congelad* vervuld ingevuld vervallen ingetrokken chius* annullat* copert* eingefroren eis""",
    "fit": """fit match* suited suitable aligned align* meets needs requirements qualifications experience background
        skills passt passen passend* anforderungen erfahrung qualifikation* correspond* adéquation expérience besoins
        encaja* ajusta* experiencia requisitos adequa* experiência past aansluit* ervaring eisen esperienza linea
        requisiti bar level stronger closer closely better best besser beter meglio mejor melhor mieux""",
    "you": """you your yours yourself sie ihnen ihr ihre ihrer ihrem ihren dich dir du dein* vous votre vos tu te toi
        ton ta usted ti tus su sus contigo você seu sua lhe je jij jou jouw u uw lei la suo ti tuo tua""",
    "us": """we us our ours team committee panel company firm client manager board partners founders wir uns unser*
        ich mich team gremium kommission nous notre nos équipe nosotros nuestro* equipo nós nosso* nossa* equipe
        wij we ons onze noi nostro* nostra* i my me i'd employer governors kunde mandant je""",
    "thank": """thank* thanks appreciate* grateful danke* dank dankend bedanken bedankt merci remerci* gracias agradec*
        obrigad* grazie ringrazi*""",
    "offer": """offer offers offering offered extend extending angebot* anbieten biete* offre offrir propos* oferta*
        ofrec* oferec* proposta propuesta aanbod aanbied* bied* offerta offrir* offriamo proporle""",
    "contract": """contract agreement letter sign signed signing signature salary compensation paperwork start starting
        hour base bonus equity terms vertrag* arbeitsvertrag* unterschr* unterzeichn* gehalt* brutto anfangen
        anfängst beginn contrat signé* signer salaire brut* contrato firm* salario sueldo assin* salário
        contract* teken* getekend salaris bruto contratto firma* stipendio lordi retribuzione euro begin aboard join
        joining onboarding start* einstell* stunde stunden assunzione embauch* contratación""",
    "decideby": """accept accepting accepts acceptance annehm* annimmst accepter acceptez acept* aceit* accettar*
        akkoord expire* expires frist gültig valid""",
    "received": """received receive receipt submitted submission confirm* arrived landed acknowledg* got eingang*
        eingegangen erhalten angekommen bestätig* empfang* übermittelt reçu* réception transmis* recibid* recibo
        registrad* recebid* recebemos realizad* ontvangen ontvangst binnen binnengekomen ricevut* ricezione inviat*
        inoltrat* accus* hemos envoy* enviad* sent""",
    "review": """review* evaluat* assess* read look looking go prüf* sicht* durchsicht* anschau* schauen étudi* examin*
        revisa* revis* analis* valora* bekijk* beoordel* valut* esamin* vaglio""",
    "hear": """hear contact* touch respond reply update* notify notified inform* let know melden rückmeldung hören
        bescheid mitteil* informier* contacter reviendr* réponse tiendrons informer contactar* avisar* comunic*
        contato retorno entraremos laten weten hoor hoort contatt* ricontatt* faremo news noticias""",
    "meet": """interview* call meeting meet chat slot schedule* reschedul* zoom appointment round onsite screen
        availability available conversation invite invited invitation gespräch* termin* vorstellungsgespräch* treffen
        kennenlern* einlad* einladung* entretien* rendez-vous rencontr* entrevista* cita reunión conversa reunião
        gesprek* afspraak uitnodig* kennismak* colloqui* incontr* invit* remarcar verzetten décaler verschieb*
        aplazar spostare slots""",
    "time": """monday tuesday wednesday thursday friday saturday sunday tomorrow today week weeks morning afternoon noon
        montag dienstag mittwoch donnerstag freitag samstag sonntag morgen heute woche* uhr lundi mardi mercredi jeudi
        vendredi demain semaine* lunes martes miércoles jueves viernes mañana semana* segunda terça quarta quinta sexta
        amanhã maandag dinsdag woensdag donderdag vrijdag volgende weken lunedì martedì mercoledì giovedì venerdì domani
        settiman* days tage* jours días dias dagen giorni am pm o'clock""",
    "if": """if should whether unless once when case wenn falls sollte* sobald ob si sinon lorsque caso cuando quando
        als indien zodra se qualora would könnten würden""",
    "but": """but however although though while despite yet still aber jedoch doch obwohl dennoch mais cependant
        toutefois bien pero aunque sin mas embora porém entanto maar echter hoewel ma tuttavia però anche""",
    "luck": """luck wish* best success future search luck* alles erfolg* zukunft* weiteren wünsch* drücken bonne chance
        continuation recherche* souhait* suerte éxito futuro deseamos boa sorte sucesso succes toekomst auguri*
        fortuna futuro encourage* discourage* volgende ermutig*""",
    "keep": """keep file touch pool database retain hold stay talentpool pool vormerken speichern aufbewahr*
        löschen gelöscht conserv* vivier archiv* guardar* reserva banco talentos bewaren portefeuille
        conserverem* tieni delete deleted""",
    "strong": """strong impressive impressed talented competitive excellent exceptional high volume many number
        numerous stark* beeindruckt zahlreich* viele vielen hohe qualifizierte* nombreu* excellent* richesse mucho*
        muchas numeros* excelente* muit* alto veel sterke* groot molt* eccellent* overwhelming volume""",
    "close": """close tough final finalists second runner-up knapp schwer difficile difícil moeilijk lastig hard torn
        tipped edge edged""",
    "shop": """% discount sale order shop subscription plan free trial deal save off account card loan product
        purchase rabatt bestellung artikel einkauf réduction commande boutique remise descuento pedido tienda compra
        desconto compra loja korting bestelling winkel sconto ordine negozio upgrade membership""",
    "home": """apartment flat rent rental landlord lease tenant property house wohnung* miete* vermieter* eigentümer
        appartement logement loyer propriétaire piso alquiler casero apartamento aluguel huur* verhuurder
        appartamento affitto""",
    "alert": """jobs openings alert* unsubscribe newsletter recommended similar hiring listings issue stellen
        stellenangebote anzeigen jobs ähnliche offres nouvelles ofertas nuevas vagas vacatures posizioni annunci""",
    "ask": """please could require send complete question* ask bitte könnten können schicken brauch* senden
        fragen frage veuillez pourriez merci envoyer por favor podría puedes envia* pode poderia graag kunt kun
        stuur sturen può potrebbe inviare""",
    "wait": """waiting wait delay* pending patience bear hold yet longer soon shortly geduld verzöger* warten dauert
        noch patienter retard espera* paciencia retraso demora aguard* paciência wachten geduld vertraging nog
        attesa pazienza ritardo ancora todavía aún encore""",
    "talk": """feedback explain talk discuss coffee linkedin rückmeldung feedback erklären retour échanger explicar
        conversar toelichten spiegare detail*""",
    "mine": """they them their he she his her friend told ils leur ellos eles zij loro sagte""",
}
"""An idea, and the words for it."""


def _built() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    whole: dict[str, list[str]] = {}
    begun: dict[str, list[str]] = {}
    for idea, words in _TABLE.items():
        for word in dict.fromkeys(words.split()):
            (begun if word.endswith("*") else whole).setdefault(word.rstrip("*"), []).append(idea)
    return whole, begun


_WHOLE, _BEGUN = _built()


@lru_cache(maxsize=20_000)
def ideas_of(word: str) -> tuple[str, ...]:
    """Return the ideas that a word in lower case stands for; none for most."""
    ideas = list(_WHOLE.get(word, ()))
    for length in range(2, len(word) + 1):
        ideas += _BEGUN.get(word[:length], ())
    return tuple(dict.fromkeys(ideas))


def ideas_in(words: Sequence[str]) -> Iterator[str]:
    """Yield each idea that a sentence's words stand for, in order."""
    for word in words:
        yield from ideas_of(word)
